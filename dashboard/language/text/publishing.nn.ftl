## Publisering

publish-title = Publisering
publish-looking = Ser etter kva som er klart …
publish-ready = Klart til å publiserast: { $periods }.
publish-rule = Er alle filene for periodane lasta opp? Publiserte tal blir ikkje endra i det stille.
publish-now = Publiser
publish-nothing = Alt som er ferdig, er publisert.
publish-first = Gjer dei første tala trygge å vise. Sida kjem av seg sjølv, ofte innan eit minutt.
publish-working = Gjer tala trygge å vise …
publish-published = Publisert no: { $periods }.
publish-not-reported = Ikkje alt er publisert enno for { $periods }. Tala kjem når det er lasta opp rader fram til den siste dagen i perioden. Tal på korleis det gjekk etterpå, kjem når det er gått lenge nok til å vite det.
publish-not-reported-rule = Ein periode blir publisert éin gong, når han er over og radene for heile perioden har kome inn. Seinare rettingar endrar han ikkje utan ei ny utgåve.
publish-corrected = Retta etter publisering: { $periods }. Dei publiserte tala står til du lagar ei ny utgåve.
publish-blocked = Ikkje publisert: { $periods }. Radene stemmer ikkje lenger med det som er publisert tidlegare same året. Lag ei ny utgåve av året først.
publish-unprotected = Ikkje publisert: { $periods }. Vi klarte ikkje å gjere tala trygge å vise. Tala frå førre periode blir ståande. Prøv igjen seinare. Hjelper ikkje det, sei frå til den som driv Samspill.
publish-again = Prøv igjen
publish-tried = { $name } (prøvd { $at })
publish-leave = Du kan trygt gå til andre sider så lenge.
edition-other = Lag ei ny utgåve av eit år
edition-year = År
edition-ask = Rader i **{ $year }** er endra etter at tala vart publiserte. Dei publiserte tala står fast til du lagar ei ny utgåve. Den gamle utgåva blir ikkje borte.
edition-reason = Kvifor trengst det ei ny utgåve?
edition-publish = Lag ny utgåve av { $year }
edition-publish-chosen = Lag ny utgåve
edition-needs-reason = Skriv kvifor tala skal publiserast på nytt.
