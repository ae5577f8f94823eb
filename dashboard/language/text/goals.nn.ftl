## Mål

status-reached = Nådd
status-on-track-sure = Trygt på veg
status-on-track-unsure = På veg, men usikkert
status-below-target-unsure = Under målet, usikkert
status-above-target-unsure = Over målet, usikkert
status-off-track = Ikkje på veg
status-cannot-judge = Kan ikkje vurderast
trend-improvement = ▲ Betring
trend-deterioration = ▼ Forverring
trend-none = ● Inga sikker endring
trend-too-few = – For få periodar til å sjå endring
trend-improvement-sentence = Det siste talet viser betring.
trend-deterioration-sentence = Det siste talet viser forverring.
trend-none-sentence = Inga sikker endring.
trend-too-few-sentence = For få periodar til å seie om det endrar seg.
goal-target = { $direction ->
        [up] minst { $value }
       *[down] høgst { $value }
    }
goal-target-due = { $direction ->
        [up] minst { $value } innan { $due }
       *[down] høgst { $value } innan { $due }
    }
goal-the-target = Målet er { $target }.
goal-measured-share-of-rows = { $value } { $span } (om lag { $cases } avtalte timar, uvisse { $between }).
goal-measured-share-of-cases = { $value } { $span } ({ $of ->
        [waited] tilvisingar av
       *[other] forløp hos
    } om lag { $cases } personar, uvisse { $between }).
goal-measured-share-of-events = { $value } { $span } ({ $count } av { $cases } konsertar, uvisse { $between }).
goal-verdict-reached = Målet er nådd, òg når vi tek høgd for det tilfeldige.
goal-verdict-on-track-sure = Vi er på veg, òg når vi tek høgd for det tilfeldige.
goal-verdict-on-track-unsure = Vi er på rett side, men det kan vere tilfeldig.
goal-verdict-below-target-unsure = Under målet, men skilnaden kan vere tilfeldig.
goal-verdict-above-target-unsure = Over målet, men skilnaden kan vere tilfeldig.
goal-verdict-off-track = Vi er ikkje på veg, og det er neppe tilfeldig.
quoted = «{ $text }»
goal-delivery-reached = Målet er nådd.
goal-delivery-on-track-sure = Vi er i rute.
goal-delivery-on-track-unsure = Vi er i rute, men det er usikkert om vi kjem i mål.
goal-delivery-below-target-unsure = Det kan framleis nåast, men då må det gå betre enn venta.
goal-delivery-off-track = Det rekk vi neppe.
goal-cannot-target-outside-unit = Kan ikkje vurderast: målet er sett til noko talet aldri kan bli. Rett målet.
goal-cannot-no-due-date = Kan ikkje vurderast: målet manglar frist. Skriv han inn.
goal-cannot-hidden = Kan ikkje vurderast: tal bak målet er skjulte av omsyn til personvernet.
goal-cannot-too-few-periods = Kan ikkje vurderast: færre enn tre periodar har tal.
goal-cannot-too-few-cases = Kan ikkje vurderast: færre enn 20 tilfelle ligg bak.
goal-cannot-too-old = Kan ikkje vurderast: dei nyaste tala er for gamle. Last opp nye.
goal-cannot-too-many-missing = Kan ikkje vurderast: meir enn ein firedel av periodane manglar.
goal-cannot-no-estimate = Kan ikkje vurderast: ingen tal er publiserte for dette enno.
goal-too-few-to-prove = Talgrunnlaget er for lite til å seie om målet er nådd (det trengst { $needed } tilfelle).
goal-indicator = Målt med: { $name }
goal-baseline = Nullpunkt: { $value } per { $on }
goal-responsible = Ansvarleg: { $name }
goal-decided = Vedteke: { $where }
goal-proposed = Framlegg, ikkje vedteke enno
goal-span-year = dei siste 12 månadene fram til { $until }
goal-span = frå { $first } til { $last }
goal-unwritten = For { $share } av timane står det ikkje om nokon kom. Med dei ville talet vore mellom { $low } og { $high }.
goal-some-missing = Nokre periodar manglar.
goal-on-the-way = På vegen skulle det vore { $direction ->
        [up] minst { $value }
       *[down] høgst { $value }
    } no; målet er { $target }.
goal-plan-to-date = Planen til no var { $value }.
goal-points = { $amount ->
       *[other] { $count } prosentpoeng
    }
goal-within-tolerance = Avviket er innanfor det vi godtek ({ $amount }).
goal-beyond-tolerance = Avviket er større enn det vi godtek ({ $amount }), og bør takast opp.
goal-more = Meir om målet: { $name }
goal-more-numbers = Vis tala
goal-more-change = Endring eller slump?
goal-more-decisions = Vedtak og tiltak
decisions-listed = Vedtak og tiltak
status-missed = Ikkje nådd
status-undecided = Kan ikkje avgjerast
status-rule-kept = Oppfylt
status-rule-broken = Ikkje oppfylt
goal-path-on-track-sure = Vi ligg føre skjema, òg når vi tek høgd for det tilfeldige.
goal-path-on-track-unsure = Vi ligg føre skjema, men det kan vere tilfeldig.
goal-path-below-target-unsure = Vi ligg etter skjema, men skilnaden kan vere tilfeldig.
goal-path-above-target-unsure = Vi ligg etter skjema, men skilnaden kan vere tilfeldig.
goal-path-off-track = Vi ligg etter skjema, og det er neppe tilfeldig.
goal-settled-missed = Målet er ikkje nådd, og det er neppe tilfeldig.
goal-settled-undecided = Fristen er ute, og det kan ikkje avgjerast om målet er nådd.
goal-rule-kept = Oppfylt: ingen brot blant om lag { $cases } { $span }.
goal-rule-broken = Ikkje oppfylt: om lag { $count } av { $cases } { $span }.
goal-cannot-not-all-reported = Fristen er ute, men tal for siste del manglar enno.
goal-done = { $done } av { $target }.
goal-done-ceiling = { $done }, og taket er { $target }.
goal-delivery-missed = Målet vart ikkje nådd.
goal-delivery-held = Taket vart halde.
goal-delivery-passed = Taket er passert.
goal-delivery-ceiling-on-track-sure = Vi held oss truleg under taket.
goal-delivery-ceiling-on-track-unsure = Det er usikkert om vi held oss under taket.
goal-delivery-ceiling-above-target-unsure = Vi går truleg over taket, men kan framleis unngå det.
goal-delivery-ceiling-off-track = Taket held neppe.
goal-left = { $count } står att { $when }
goal-left-ceiling = Det er rom for { $count } til { $when }
goal-left-in = i { $period }
goal-left-by = innan { $due }
goal-left-before = { $said }; dei { $years } siste åra vart det { $counts }.
list-and = { $first } og { $last }
why-title = Kvifor er det slik?
why-none = Inga årsak er skriven enno.
why-next = Neste steg
why-next-none = Ingen har fått i oppgåve å gjere noko med det enno.
why-ask = Kvifor er målet der det er?
why-example = Til dømes: éi stilling har stått ledig sidan august
why-reason = Grunngiving (må fyllast ut når årsaka blir trekt)
why-withdraw = Trekk årsaka
why-write = Skriv kvifor
why-change = Endre kvifor
goal-more-why = Kvifor?
goals-none-here = Ingen mål er sette opp. Trykk «Nytt mål» for å leggje inn det første.
