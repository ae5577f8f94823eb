## Publisering

publish-title = Publisering
publish-looking = Ser etter hva som er klart …
publish-ready = Klart til å publiseres: { $periods }.
publish-rule = Er alle filene for periodene lastet opp? Publiserte tall endres ikke i det stille.
publish-now = Publiser
publish-nothing = Alt som er ferdig, er publisert.
publish-first = Gjør de første tallene trygge å vise. Siden kommer av seg selv, ofte innen et minutt.
publish-working = Gjør tallene trygge å vise …
publish-published = Publisert nå: { $periods }.
publish-not-reported = Ikke alt er publisert ennå for { $periods }. Tallene kommer når det er lastet opp rader fram til periodens siste dag. Tall på hvordan det gikk etterpå, kommer når det er gått lenge nok til å vite det.
publish-not-reported-rule = En periode publiseres én gang, når den er over og radene for hele perioden er kommet inn. Senere rettinger endrer den ikke uten en ny utgave.
publish-corrected = Rettet etter publisering: { $periods }. De publiserte tallene står til du lager en ny utgave.
publish-blocked = Ikke publisert: { $periods }. Radene stemmer ikke lenger med det som er publisert tidligere samme år. Lag en ny utgave av året først.
publish-unprotected = Ikke publisert: { $periods }. Vi klarte ikke å gjøre tallene trygge å vise. Tallene fra forrige periode blir stående. Prøv igjen senere. Hjelper ikke det, si fra til den som driver Samspill.
publish-again = Prøv igjen
publish-tried = { $name } (forsøkt { $at })
publish-leave = Du kan trygt gå til andre sider mens dette pågår.
edition-other = Lag en ny utgave av et år
edition-year = År
edition-ask = Rader i **{ $year }** er endret etter at tallene ble publisert. De publiserte tallene står fast til du lager en ny utgave. Den gamle utgaven blir ikke borte.
edition-reason = Hvorfor trengs en ny utgave?
edition-publish = Lag ny utgave av { $year }
edition-publish-chosen = Lag ny utgave
edition-needs-reason = Skriv hvorfor tallene skal publiseres på nytt.
