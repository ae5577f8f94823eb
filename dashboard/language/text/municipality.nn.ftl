## Kommunen

municipality-per-inhabitants = Deltakarar per 1 000 vaksne innbyggjarar
municipality-per-inhabitants-lead = I { $period }. Streken rundt kvart tal er uvissa: der strekar overlappar, kan skilnaden vere tilfeldig.
municipality-attendance = Oppmøte, kommune for kommune
municipality-side-by-side = Same aksar i alle diagramma. Den stipla linja er heile regionen.
municipality-tiles = Kommunane der dei ligg. Vel ein for å løfte han fram.
notes-title = Merknader
notes-none = Ingen merknader. Skriv ein dersom du veit kvifor tala er som dei er.
note-new = Ny merknad
note-text = Merknad
note-example = Terapeut sjukmeld, halv kapasitet
note-first = Frå og med
note-last = Til og med
note-by = { $who }, { $at }
note-withdraw = Trekk
note-reason = Kvifor blir merknaden trekt?
note-withdraw-sure = Trekk merknaden
notes-withdrawn = { $count ->
        [one] Éin trekt merknad
       *[other] { $count } trekte merknader
    }
note-reminder = Merknad, { $place }, { $span }: { $text }
figure-region = Heile regionen: { $value }
municipality-decisions = Vedtak og tiltak her
municipality-goals = Måla her
