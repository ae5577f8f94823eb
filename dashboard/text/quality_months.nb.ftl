## Datakvalitet måned for måned

quality-months = Måned for måned
quality-months-rule = Andel av radene i hver måned, i grove trinn. Under 20 rader vises ingen andel.
quality-month = Måned
quality-asked = Spørsmål
quality-about-timely = Kom inn
quality-about-failed = Med feil
quality-about-unknown = Ukjent kommune
quality-about-incomplete = Mangler opplysning
quality-chart = { $table }: hvor god hver måned er
quality-grade-missing = mangler
quality-grade-few = få rader
quality-days-good = i tide
quality-days-watch = litt sent
quality-days-weak = sent
quality-days-bad = sent
quality-share-good = under 1 %
quality-share-watch = 1–5 %
quality-share-weak = 5–20 %
quality-share-bad = over 20 %
quality-no-indicator = ingen av målene
quality-finding-timely = **Sent ({ $months }).** Radene kom mer enn en måned etter månedens slutt, så disse tallene måtte vente: { $indicators }. Avtal en fast dag for opplasting.
quality-finding-failed = **Feil ({ $months }).** Rader med feil telles ikke, så disse tallene kan være for lave: { $indicators }. Rett radene, og last dem opp på nytt.
quality-finding-unknown = **Ukjent kommune ({ $months }).** Radene er med i tallene for regionen, men ikke i noen kommune. Det gjelder { $indicators }. Fyll ut kommune i kilden.
quality-finding-incomplete = **Mangler opplysning ({ $months }).** Rader uten status, tilbud eller tjeneste står under ukjent. Det gjelder { $indicators }. Fyll ut det som mangler i kilden.
quality-finding-missing = **Ingen rader ({ $months }).** Er det riktig? Hvis ikke, er disse tallene for lave: { $indicators }. Last opp månedene som mangler.
quality-finding-none = Ingenting her gjør tallene usikre.
