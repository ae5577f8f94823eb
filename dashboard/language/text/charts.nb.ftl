## Diagrammer

chart-nothing = Ingen tall er publisert her for dette valget.
chart-table = Vis tallene
chart-target = Mål { $value }
chart-value = Verdi
chart-interval = Usikkerhet
chart-plan-text = Plan
chart-period = Periode
chart-municipality = Kommune
chart-level = Tilbudsform
chart-service = Tjeneste
chart-source = Henvist fra
chart-outcome = Avslutning
chart-question = Spørsmål
chart-response = Svar
chart-tip-label = Hvor og når
chart-tip-text = Verdi
chart-tip-interval = Usikkerhet
chart-tip-plan-text = Plan
signs = «:» er skjult av hensyn til personvernet. «..» mangler. «.» kan ikke regnes ut. «–» tilbys ikke.
chart-region = Hele regionen { $value }
chart-plan-end = Plan: { $value }
chart-picture = Diagram
chart-download = Last ned tallene
chart-file = tallene

## Det et diagram viser, sagt med ord

found-nothing = { $name }: ingen tall kan vises.
found-moved = { $name }: gikk fra { $before } i { $since } til { $value } i { $at }.
found-at = { $name }: { $value } i { $at }.
found-same = Det var det også i { $at }.
found-highest = Høyest var det i { $at }, { $value }.
found-lowest = Lavest var det i { $at }, { $value }.
found-target = Målet er { $target }.
found-most = { $name }. Høyest: { $label }, { $value }.
found-least = Lavest: { $label }, { $value }.
found-whole = { $label }: { $value }.
found-between = { $name }: kommunene ligger mellom { $low } og { $high }.
found-chosen = { $label }: { $value }.
found-region = { $region }.
found-done = { $name }: { $value } er gjennomført til og med { $at }. Planen til da var { $plan }. Målet er { $target }.
found-hidden-periods = { $count ->
        [one] Én periode er skjult av hensyn til personvernet.
       *[other] { $count } perioder er skjult av hensyn til personvernet.
    }
found-hidden-members = { $count ->
        [one] Ett tall er skjult av hensyn til personvernet.
       *[other] { $count } tall er skjult av hensyn til personvernet.
    }
found-missing = { $count ->
        [one] Ett tall mangler.
       *[other] { $count } tall mangler.
    }

## Når tallene tas med ut

taken-source = Kilde: Samspill, { $model }
taken-as-of = Publiserte tall, sist endret { $day }
numbers-as-of = { $model }. Publiserte tall, sist endret { $day }.
chart-judged = Siste 12 måneder
chart-own-period = Perioden alene
chart-judged-help = Målet vurderes på de siste 12 månedene fram til hver periodes slutt, eller på det som er gjort så langt.
