## Mål

status-reached = Nådd
status-on-track-sure = Trygt på vei
status-on-track-unsure = På vei, men usikkert
status-below-target-unsure = Under mål, usikkert
status-above-target-unsure = Over mål, usikkert
status-off-track = Ikke på vei
status-cannot-judge = Kan ikke vurderes
trend-improvement = ▲ Bedring
trend-deterioration = ▼ Forverring
trend-none = ● Ingen sikker endring
trend-too-few = – For få perioder til å se endring
trend-improvement-sentence = Det siste tallet viser bedring.
trend-deterioration-sentence = Det siste tallet viser forverring.
trend-none-sentence = Ingen sikker endring.
trend-too-few-sentence = For få perioder til å si om det endrer seg.
goal-target = { $direction ->
        [up] minst { $value }
       *[down] høyst { $value }
    }
goal-target-due = { $direction ->
        [up] minst { $value } innen { $due }
       *[down] høyst { $value } innen { $due }
    }
goal-the-target = Målet er { $target }.
goal-measured-share-of-rows = { $value } { $span } (om lag { $cases } avtalte timer, usikkerhet { $between }).
goal-measured-share-of-cases = { $value } { $span } ({ $of ->
        [waited] henvisninger av
       *[other] forløp hos
    } om lag { $cases } personer, usikkerhet { $between }).
goal-measured-share-of-events = { $value } { $span } ({ $count } av { $cases } konserter, usikkerhet { $between }).
goal-verdict-reached = Målet er nådd, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-sure = Vi er på vei, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-unsure = Vi er på riktig side, men det kan være tilfeldig.
goal-verdict-below-target-unsure = Under mål, men forskjellen kan være tilfeldig.
goal-verdict-above-target-unsure = Over mål, men forskjellen kan være tilfeldig.
goal-verdict-off-track = Vi er ikke på vei, og det er neppe tilfeldig.
quoted = «{ $text }»
goal-delivery-reached = Målet er nådd.
goal-delivery-on-track-sure = Vi er i rute.
goal-delivery-on-track-unsure = Vi er i rute, men det er usikkert om vi kommer i mål.
goal-delivery-below-target-unsure = Det kan fortsatt nås, men da må det gå bedre enn ventet.
goal-delivery-off-track = Det rekker vi neppe.
goal-cannot-target-outside-unit = Kan ikke vurderes: målet er satt til noe tallet aldri kan bli. Rett målet.
goal-cannot-no-due-date = Kan ikke vurderes: målet mangler frist. Skriv den inn.
goal-cannot-hidden = Kan ikke vurderes: tall bak målet er skjult av hensyn til personvernet.
goal-cannot-too-few-periods = Kan ikke vurderes: færre enn tre perioder har tall.
goal-cannot-too-few-cases = Kan ikke vurderes: færre enn 20 tilfeller ligger bak.
goal-cannot-too-old = Kan ikke vurderes: de nyeste tallene er for gamle. Last opp nye.
goal-cannot-too-many-missing = Kan ikke vurderes: mer enn en fjerdedel av periodene mangler.
goal-cannot-no-estimate = Kan ikke vurderes: ingen tall er publisert for dette ennå.
goal-too-few-to-prove = Tallgrunnlaget er for lite til å si om målet er nådd (det trengs { $needed } tilfeller).
goal-indicator = Måles med: { $name }
goal-baseline = Nullpunkt: { $value } per { $on }
goal-responsible = Ansvarlig: { $name }
goal-decided = Vedtatt: { $where }
goal-proposed = Forslag, ikke vedtatt ennå
goal-span-year = de siste 12 månedene fram til { $until }
goal-span = fra { $first } til { $last }
goal-unwritten = For { $share } av timene står det ikke om noen kom. Med dem ville tallet vært mellom { $low } og { $high }.
goal-some-missing = Noen perioder mangler.
goal-on-the-way = På veien skulle det vært { $direction ->
        [up] minst { $value }
       *[down] høyst { $value }
    } nå; målet er { $target }.
goal-plan-to-date = Planen til nå var { $value }.
goal-points = { $amount ->
       *[other] { $count } prosentpoeng
    }
goal-within-tolerance = Avviket er innenfor det vi godtar ({ $amount }).
goal-beyond-tolerance = Avviket er større enn det vi godtar ({ $amount }), og bør tas opp.
goal-more = Mer om målet: { $name }
goal-more-numbers = Vis tallene
goal-more-change = Endring eller tilfeldig?
goal-more-decisions = Vedtak og tiltak
decisions-listed = Vedtak og tiltak
status-missed = Ikke nådd
status-undecided = Kan ikke avgjøres
status-rule-kept = Oppfylt
status-rule-broken = Ikke oppfylt
goal-path-on-track-sure = Vi ligger foran skjema, også når vi tar høyde for tilfeldigheter.
goal-path-on-track-unsure = Vi ligger foran skjema, men det kan være tilfeldig.
goal-path-below-target-unsure = Vi ligger etter skjema, men forskjellen kan være tilfeldig.
goal-path-above-target-unsure = Vi ligger etter skjema, men forskjellen kan være tilfeldig.
goal-path-off-track = Vi ligger etter skjema, og det er neppe tilfeldig.
goal-settled-missed = Målet er ikke nådd, og det er neppe tilfeldig.
goal-settled-undecided = Fristen er ute, og det kan ikke avgjøres om målet er nådd.
goal-rule-kept = Oppfylt: ingen brudd blant om lag { $cases } { $span }.
goal-rule-broken = Ikke oppfylt: om lag { $count } av { $cases } { $span }.
goal-cannot-not-all-reported = Fristen er ute, men tall for siste del mangler ennå.
goal-done = { $done } av { $target }.
goal-done-ceiling = { $done }, og taket er { $target }.
goal-delivery-missed = Målet ble ikke nådd.
goal-delivery-held = Taket ble holdt.
goal-delivery-passed = Taket er passert.
goal-delivery-ceiling-on-track-sure = Vi holder oss trolig under taket.
goal-delivery-ceiling-on-track-unsure = Det er usikkert om vi holder oss under taket.
goal-delivery-ceiling-above-target-unsure = Vi går trolig over taket, men kan fortsatt unngå det.
goal-delivery-ceiling-off-track = Taket holder neppe.
goal-left = { $count } gjenstår { $when }
goal-left-ceiling = Det er rom for { $count } til { $when }
goal-left-in = i { $period }
goal-left-by = innen { $due }
goal-left-before = { $said }; de { $years } siste årene ble det { $counts }.
list-and = { $first } og { $last }
why-title = Hvorfor er det slik?
why-none = Ingen årsak er skrevet ennå.
why-next = Neste steg
why-next-none = Ingen har fått i oppgave å gjøre noe med det ennå.
why-ask = Hvorfor er målet der det er?
why-example = For eksempel: én stilling har stått ledig siden august
why-reason = Begrunnelse (må fylles ut når årsaken trekkes)
why-withdraw = Trekk årsaken
why-write = Skriv hvorfor
why-change = Endre hvorfor
goal-more-why = Hvorfor?
goals-none-here = Ingen mål er satt opp. Trykk «Nytt mål» for å legge inn det første.
