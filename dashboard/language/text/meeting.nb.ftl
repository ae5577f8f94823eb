## Møtet

meeting-title = Møte
meeting-lead = Ett tema om gangen, med piltastene.
meeting-of = Møte { $day }
meeting-places = Kommuner vi skal se på
meeting-keys = **→** eller mellomrom: neste · **←** forrige · **V** skriv et vedtak · **Esc** gå ut av feltet, og ut av møtet
meeting-edition = Tallene er festet: { $edition }
meeting-counter = { $number } av { $all }
meeting-first = Første
meeting-back = Forrige
meeting-next = Neste
meeting-last = Siste
meeting-leave = Avslutt
meeting-link-unknown = Lenken viser til et bilde eller en kommune vi ikke finner. Vi begynner fra starten.
meeting-place-persons = { $value } deltakere i { $period }.
meeting-decided = { $count ->
        [0] Ingen vedtak i dag
        [one] Ett vedtak i dag
       *[other] { $count } vedtak i dag
    }
meeting-copy-link = Kopier lenken til referatet
mark-several = { $count } vedtak
mark-tip = Vedtak og merknader
mark-note = Merknad
meeting-since = Endret siden { $since }: { $moved }.
meeting-moved = { $goal } ({ $before } → { $after })
meeting-make-minutes = Lag referat
