## Mål

status-reached = Nådd
status-on-track-sure = På veg, sikkert
status-on-track-unsure = På veg, usikkert
status-below-target-unsure = Under målet, usikkert
status-above-target-unsure = Over målet, usikkert
status-off-track = Ikkje på veg
status-cannot-judge = Kan ikkje vurderast
trend-improvement = ▲ Betring
trend-deterioration = ▼ Forverring
trend-none = ● Inga sikker endring
trend-too-few = – For få punkt til å sjå endring
trend-improvement-sentence = Det siste punktet viser betring.
trend-deterioration-sentence = Det siste punktet viser forverring.
trend-none-sentence = Inga sikker endring.
trend-too-few-sentence = For få punkt til å seie om det endrar seg.
goal-target = { $direction ->
        [up] minst { $value }
       *[down] høgst { $value }
    }
goal-target-due = { $direction ->
        [up] minst { $value } innan { $due }
       *[down] høgst { $value } innan { $due }
    }
goal-the-target = Målet er { $target }.
goal-measured-share-of-rows = { $value } { $span } (om lag { $cases } avtalar, uvisse { $between }).
goal-measured-share-of-persons = { $value } { $span } ({ $count } av { $cases } personar, uvisse { $between }).
goal-measured-share-of-events = { $value } { $span } ({ $count } av { $cases } konsertar, uvisse { $between }).
goal-delivered = { $done } er gjennomførte til og med { $until }.
goal-verdict-reached = Målet er nådd, òg når vi tek høgd for det tilfeldige.
goal-verdict-on-track-sure = Vi er på veg, òg når vi tek høgd for det tilfeldige.
goal-verdict-on-track-unsure = Vi er på rett side, men det kan vere tilfeldig.
goal-verdict-below-target-unsure = Under målet, men skilnaden kan vere tilfeldig.
goal-verdict-above-target-unsure = Over målet, men skilnaden kan vere tilfeldig.
goal-verdict-off-track = Vi er ikkje på veg, og det er neppe tilfeldig.
quoted = «{ $text }»
goal-delivery-reached = Målet er nådd.
goal-delivery-on-track-sure = Vi er i rute.
goal-delivery-on-track-unsure = Vi er i rute.
goal-delivery-below-target-unsure = Vi ligg bak planen, men kan ta det att.
goal-delivery-above-target-unsure = Vi ligg over planen, men kan ta det att.
goal-delivery-off-track = Vi ligg så langt bak planen at vi neppe tek det att.
goal-cannot-target-outside-unit = Kan ikkje vurderast: målet er sett til noko talet aldri kan bli. Rett målet.
goal-cannot-no-due-date = Kan ikkje vurderast: målet manglar frist. Skriv han inn.
goal-cannot-hidden = Kan ikkje vurderast: tal bak målet er skjulte av omsyn til personvernet.
goal-cannot-too-few-periods = Kan ikkje vurderast: færre enn tre periodar har tal.
goal-cannot-too-few-cases = Kan ikkje vurderast: færre enn 20 tilfelle ligg bak.
goal-cannot-too-old = Kan ikkje vurderast: dei nyaste tala er for gamle. Last opp nye.
goal-cannot-too-many-missing = Kan ikkje vurderast: meir enn ein firedel av periodane manglar.
goal-cannot-no-estimate = Kan ikkje vurderast: ingen tal er publiserte for dette enno.
goal-too-few-to-prove = Det er for få til å prove at målet er nådd (det trengst { $needed }).
goal-indicator = Målt med: { $name }
goal-baseline = Nullpunkt: { $value } per { $on }
goal-responsible = Ansvarleg: { $name }
goal-decided = Vedteke: { $where }
goal-proposed = Framlegg, ikkje vedteke enno
goal-span-year = dei siste 12 månadene fram til { $until }
goal-span = frå { $first } til { $last }
goal-some-missing = Nokre periodar manglar.
goal-on-the-way = I jamt tempo skulle talet vore { $direction ->
        [up] minst { $value }
       *[down] høgst { $value }
    } i desse månadene.
goal-plan-to-date = Etter planen skulle det vore { $value } no.
goal-points = { $count } prosentpoeng
goal-within-tolerance = Avviket er innanfor det som blir tolt ({ $amount }).
goal-beyond-tolerance = Avviket er større enn det som blir tolt ({ $amount }), og bør takast opp.
goal-more = Meir om målet: { $name }
goal-more-numbers = Vis tala
goal-more-change = Endring eller slump?
goal-more-decisions = Vedtak og tiltak
decisions-listed = Vedtak og tiltak
