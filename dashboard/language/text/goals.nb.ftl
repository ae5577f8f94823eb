## Mål

status-reached = Nådd
status-on-track-sure = På vei, sikkert
status-on-track-unsure = På vei, usikkert
status-below-target-unsure = Under mål, usikkert
status-above-target-unsure = Over mål, usikkert
status-off-track = Ikke på vei
status-cannot-judge = Kan ikke vurderes
trend-improvement = ▲ Bedring
trend-deterioration = ▼ Forverring
trend-none = ● Ingen sikker endring
trend-too-few = – For få punkter til å se endring
trend-improvement-sentence = Siste punkt viser bedring.
trend-deterioration-sentence = Siste punkt viser forverring.
trend-none-sentence = Ingen sikker endring.
trend-too-few-sentence = For få punkter til å si om det endrer seg.
goal-target = { $direction ->
        [up] minst { $value }
       *[down] høyst { $value }
    }
goal-target-due = { $direction ->
        [up] minst { $value } innen { $due }
       *[down] høyst { $value } innen { $due }
    }
goal-the-target = Målet er { $target }.
goal-measured-share-of-rows = { $value } { $span } (om lag { $cases } avtaler, usikkerhet { $between }).
goal-measured-share-of-persons = { $value } { $span } ({ $count } av { $cases } personer, usikkerhet { $between }).
goal-measured-share-of-events = { $value } { $span } ({ $count } av { $cases } konserter, usikkerhet { $between }).
goal-delivered = { $done } er gjennomført til og med { $until }.
goal-verdict-reached = Målet er nådd, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-sure = Vi er på vei, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-unsure = Vi er på riktig side, men det kan være tilfeldig.
goal-verdict-below-target-unsure = Under mål, men forskjellen kan være tilfeldig.
goal-verdict-above-target-unsure = Over mål, men forskjellen kan være tilfeldig.
goal-verdict-off-track = Vi er ikke på vei, og det er neppe tilfeldig.
quoted = «{ $text }»
goal-delivery-reached = Målet er nådd.
goal-delivery-on-track-sure = Vi er i rute.
goal-delivery-on-track-unsure = Vi er i rute.
goal-delivery-below-target-unsure = Vi ligger etter planen, men kan ta det igjen.
goal-delivery-above-target-unsure = Vi ligger over planen, men kan ta det igjen.
goal-delivery-off-track = Vi ligger så langt etter planen at vi neppe tar det igjen.
goal-cannot-target-outside-unit = Kan ikke vurderes: målet er satt til noe tallet aldri kan bli. Rett målet.
goal-cannot-no-due-date = Kan ikke vurderes: målet mangler frist. Skriv den inn.
goal-cannot-hidden = Kan ikke vurderes: tall bak målet er skjult av hensyn til personvernet.
goal-cannot-too-few-periods = Kan ikke vurderes: færre enn tre perioder har tall.
goal-cannot-too-few-cases = Kan ikke vurderes: færre enn 20 tilfeller ligger bak.
goal-cannot-too-old = Kan ikke vurderes: de nyeste tallene er for gamle. Last opp nye.
goal-cannot-too-many-missing = Kan ikke vurderes: mer enn en fjerdedel av periodene mangler.
goal-cannot-no-estimate = Kan ikke vurderes: ingen tall er publisert for dette ennå.
goal-too-few-to-prove = Det er for få til å bevise målet (det trengs { $needed }).
goal-indicator = Måles med: { $name }
goal-baseline = Nullpunkt: { $value } per { $on }
goal-responsible = Ansvarlig: { $name }
goal-decided = Vedtatt: { $where }
goal-proposed = Forslag, ikke vedtatt ennå
goal-span-year = de siste 12 månedene fram til { $until }
goal-span = fra { $first } til { $last }
goal-some-missing = Noen perioder mangler.
goal-on-the-way = I jevnt tempo skulle tallet vært { $direction ->
        [up] minst { $value }
       *[down] høyst { $value }
    } i disse månedene.
goal-plan-to-date = Etter planen skulle det vært { $value } nå.
goal-points = { $count } prosentpoeng
goal-within-tolerance = Avviket er innenfor det som tåles ({ $amount }).
goal-beyond-tolerance = Avviket er større enn det som tåles ({ $amount }), og bør tas opp.
goal-more = Mer om målet: { $name }
goal-more-numbers = Vis tallene
goal-more-change = Endring eller tilfeldig?
goal-more-decisions = Vedtak og tiltak
decisions-listed = Vedtak og tiltak
