## Kommunen

municipality-per-inhabitants = Deltakere per 1 000 voksne innbyggere
municipality-per-inhabitants-lead = I { $period }. Streken rundt hvert tall er usikkerheten: der streker overlapper, kan forskjellen være tilfeldig.
municipality-attendance = Oppmøte, kommune for kommune
municipality-side-by-side = Samme akser i alle diagrammene. Den stiplede linjen er hele regionen.
municipality-tiles = Kommunene der de ligger. Velg en for å løfte den fram.
notes-title = Merknader
notes-none = Ingen merknader. Skriv en hvis du vet hvorfor tallene er som de er.
note-new = Ny merknad
note-text = Merknad
note-example = Terapeut sykmeldt, halv kapasitet
note-first = Fra og med
note-last = Til og med
note-by = { $who }, { $at }
note-withdraw = Trekk
note-reason = Hvorfor trekkes merknaden?
note-withdraw-sure = Trekk merknaden
notes-withdrawn = { $count ->
        [one] Én trukket merknad
       *[other] { $count } trukne merknader
    }
note-reminder = Merknad, { $place }, { $span }: { $text }
figure-region = Hele regionen: { $value }
municipality-decisions = Vedtak og tiltak her
municipality-goals = Målene her
