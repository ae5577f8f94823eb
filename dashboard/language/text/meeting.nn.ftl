## Møtet

meeting-title = Møte
meeting-lead = Eitt tema om gongen, med piltastane.
meeting-of = Møte { $day }
meeting-places = Kommunar vi skal sjå på
meeting-keys = **→** eller mellomrom: neste · **←** førre · **V** skriv eit vedtak · **Esc** gå ut av feltet, og ut av møtet
meeting-edition = Tala er feste: { $edition }
meeting-counter = { $number } av { $all }
meeting-first = Første
meeting-back = Førre
meeting-next = Neste
meeting-last = Siste
meeting-leave = Avslutt
meeting-link-unknown = Lenkja viser til eit bilete eller ein kommune vi ikkje finn. Vi byrjar frå starten.
meeting-place-persons = { $value } deltakarar i { $period }.
meeting-decided = { $count ->
        [0] Ingen vedtak i dag
        [one] Eitt vedtak i dag
       *[other] { $count } vedtak i dag
    }
meeting-copy-link = Kopier lenkja til referatet
mark-several = { $count } vedtak
mark-tip = Vedtak og merknader
mark-note = Merknad
meeting-since = Endra sidan { $since }: { $moved }.
meeting-moved = { $goal } ({ $before } → { $after })
meeting-make-minutes = Lag referat
