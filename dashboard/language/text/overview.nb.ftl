## Oversikten

matrix-caption = Hvert mål i hele regionen og i hver kommune. Rekkefølgen er alltid den samme: dette er ingen rangering.
matrix-now = { $value } nå. Målet er { $target }.
matrix-region-only = Bare for hele regionen
news-title = Nytt siden sist
news-first = Dette er de første tallene som er publisert. Neste gang står det her hva som er endret.
news-periods = Nye tall siden { $since }: { $periods }.
news-anew = { $period } er publisert på nytt: { $reason }
news-unmoved = Ingen mål har endret status siden { $since }.
news-moved = { $count ->
        [one] Ett mål har endret status siden { $since }:
       *[other] { $count } mål har endret status siden { $since }:
    }
news-more = { $count ->
        [one] … og ett til.
       *[other] … og { $count } til.
    }
matrix-others = Kommunene
