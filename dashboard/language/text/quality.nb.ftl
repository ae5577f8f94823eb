## Datakvalitet

quality-nothing = Ingenting er lastet opp ennå. Når det første er lastet opp, ser du her hvor godt det er.
quality-uploads = Opplastinger
quality-file = Fil
quality-table = Tabell
quality-when = Når
quality-span = Dager radene dekker
quality-kept = Rader tatt med
quality-failed = Rader med feil
quality-problems = Det som var galt
quality-no-problems = Ingen feil eller advarsler i det som er lastet opp.
quality-rows = Rader
quality-published = Det som er publisert
quality-show-published = { $count ->
        [one] Vis den ene publiserte perioden
       *[other] Vis alle { $count } publiserte perioder
    }
quality-family = Tall
quality-period = Periode
quality-edition = Utgave
