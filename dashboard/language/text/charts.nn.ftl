## Diagram

chart-nothing = Ingen tal er publiserte her for dette valet.
chart-table = Vis tala
chart-target = Mål { $value }
chart-value = Verdi
chart-interval = Uvisse
chart-plan-text = Plan
chart-period = Periode
chart-municipality = Kommune
chart-level = Tilbodsform
chart-service = Teneste
chart-source = Tilvist frå
chart-outcome = Avslutning
chart-question = Spørsmål
chart-response = Svar
chart-tip-label = Kvar og når
chart-tip-text = Verdi
chart-tip-interval = Uvisse
chart-tip-plan-text = Plan
signs = «:» er skjult av omsyn til personvernet. «..» manglar. «.» kan ikkje reknast ut. «–» blir ikkje tilbode her.
chart-region = Heile regionen { $value }
chart-plan-end = Plan: { $value }
chart-picture = Diagram
chart-download = Last ned tala
chart-file = tala

## Det eit diagram viser, sagt med ord

found-nothing = { $name }: ingen tal kan visast.
found-moved = { $name }: gjekk frå { $before } i { $since } til { $value } i { $at }.
found-at = { $name }: { $value } i { $at }.
found-same = Det var det òg i { $at }.
found-highest = Høgast var det i { $at }, { $value }.
found-lowest = Lågast var det i { $at }, { $value }.
found-target = Målet er { $target }.
found-most = { $name }. Høgast: { $label }, { $value }.
found-least = Lågast: { $label }, { $value }.
found-whole = { $label }: { $value }.
found-between = { $name }: kommunane ligg mellom { $low } og { $high }.
found-chosen = { $label }: { $value }.
found-region = { $region }.
found-done = { $name }: { $value } er gjennomførte til og med { $at }. Planen til då var { $plan }. Målet er { $target }.
found-hidden-periods = { $count ->
        [one] Éin periode er skjult av omsyn til personvernet.
       *[other] { $count } periodar er skjulte av omsyn til personvernet.
    }
found-hidden-members = { $count ->
        [one] Eitt tal er skjult av omsyn til personvernet.
       *[other] { $count } tal er skjulte av omsyn til personvernet.
    }
found-missing = { $count ->
        [one] Eitt tal manglar.
       *[other] { $count } tal manglar.
    }

## Når tala blir tekne med ut

taken-source = Kjelde: Samspill, { $model }
taken-as-of = Publiserte tal, sist endra { $day }
numbers-as-of = { $model }. Publiserte tal, sist endra { $day }.
chart-judged = Siste 12 månader
chart-own-period = Perioden åleine
chart-judged-help = Målet blir vurdert på dei siste 12 månadene fram til slutten av kvar periode, eller på det som er gjort så langt.
