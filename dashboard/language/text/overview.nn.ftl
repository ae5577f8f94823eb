## Oversikta

matrix-caption = Kvart mål i heile regionen og i kvar kommune. Rekkjefølgja er alltid den same: dette er inga rangering.
matrix-now = { $value } no. Målet er { $target }.
matrix-region-only = Berre for heile regionen
news-title = Nytt sidan sist
news-first = Dette er dei første tala som er publiserte. Neste gong står det her kva som er endra.
news-periods = Nye tal sidan { $since }: { $periods }.
news-anew = { $period } er publisert på nytt: { $reason }
news-unmoved = Ingen mål har endra status sidan { $since }.
news-moved = { $count ->
        [one] Eitt mål har endra status sidan { $since }:
       *[other] { $count } mål har endra status sidan { $since }:
    }
news-more = { $count ->
        [one] … og eitt til.
       *[other] … og { $count } til.
    }
matrix-others = Kommunane
