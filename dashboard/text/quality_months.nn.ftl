## Datakvalitet månad for månad

quality-months = Månad for månad
quality-months-rule = Del av radene i kvar månad, i grove steg. Under 20 rader viser vi ingen del.
quality-month = Månad
quality-asked = Spørsmål
quality-about-timely = Kom inn
quality-about-failed = Med feil
quality-about-unknown = Ukjend kommune
quality-about-incomplete = Manglar opplysning
quality-chart = { $table }: kor god kvar månad er
quality-grade-missing = manglar
quality-grade-few = få rader
quality-days-good = i tide
quality-days-watch = litt seint
quality-days-weak = seint
quality-days-bad = seint
quality-share-good = under 1 %
quality-share-watch = 1–5 %
quality-share-weak = 5–20 %
quality-share-bad = over 20 %
quality-no-indicator = ingen av måla
quality-finding-timely = **Seint ({ $months }).** Radene kom meir enn ein månad etter at månaden var slutt, så desse tala måtte vente: { $indicators }. Avtal ein fast dag for opplasting.
quality-finding-failed = **Feil ({ $months }).** Rader med feil blir ikkje talde, så desse tala kan vere for låge: { $indicators }. Rett radene, og last dei opp på nytt.
quality-finding-unknown = **Ukjend kommune ({ $months }).** Radene er med i tala for regionen, men ikkje i nokon kommune. Det gjeld { $indicators }. Fyll ut kommune i kjelda.
quality-finding-incomplete = **Manglar opplysning ({ $months }).** Rader utan status, tilbod eller teneste står under ukjend. Det gjeld { $indicators }. Fyll ut det som manglar i kjelda.
quality-finding-missing = **Ingen rader ({ $months }).** Er det rett? Viss ikkje, er desse tala for låge: { $indicators }. Last opp månadene som manglar.
quality-finding-none = Ingenting her gjer tala usikre.
