## The overview

matrix-caption = Every goal in the whole region and in each municipality. The order is always the same: this is no ranking.
matrix-now = { $value } now. The goal is { $target }.
matrix-region-only = For the whole region only
news-title = New since last time
news-first = These are the first numbers published. Next time, what has changed will be told here.
news-periods = New numbers since { $since }: { $periods }.
news-anew = { $period } has been published anew: { $reason }
news-unmoved = No goal has changed status since { $since }.
news-moved = { $count ->
        [one] One goal has changed status since { $since }:
       *[other] { $count } goals have changed status since { $since }:
    }
news-more = { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
matrix-others = Municipalities
