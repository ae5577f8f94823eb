## Datakvalitet

quality-nothing = Ingenting er lasta opp enno. Når det første er lasta opp, ser du her kor godt det er.
quality-uploads = Opplastingar
quality-file = Fil
quality-table = Tabell
quality-when = Når
quality-span = Dagar radene dekkjer
quality-kept = Rader tekne med
quality-failed = Rader med feil
quality-problems = Det som var gale
quality-no-problems = Ingen feil eller åtvaringar i det som er lasta opp.
quality-rows = Rader
quality-published = Det som er publisert
quality-show-published = { $count ->
        [one] Vis den eine publiserte perioden
       *[other] Vis alle { $count } publiserte periodar
    }
quality-family = Tal
quality-period = Periode
quality-edition = Utgåve
