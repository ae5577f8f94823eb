## The overview

news-title = New since last time
news-first = These are the first numbers published. Next time, you will see here what has changed.
news-periods = New numbers since { $since }: { $periods }.
news-completed = { $period } has been published again, now with those who had not delivered.
news-anew = { $period } has been published again: { $reason }
news-unmoved = No goal has changed status since { $since }.
news-moved = { $count ->
        [one] One goal has changed status since { $since }:
       *[other] { $count } goals have changed status since { $since }:
    }
news-more = { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }
board-caption = The goals of the whole region, those that need attention first. In each row: the number now, where it lies against the target, how it has moved, status, and the next measure.
board-goal = Goal
board-now = Now
board-scale = Against the target, with the municipalities
board-curve = Over time
board-status = Status
board-next = Next measure
board-target = Target: { $target }
board-no-measure = None waiting
board-due = Due { $day }
board-late = Was due { $day }
board-good = The target is met in the green field
goals-none = No goals have been set up. Add the first on the page Goals.
late-title = Overdue
late-none = No measures are overdue.
picture-between = Uncertainty { $between }.
picture-place = { $name }: { $value }, { $status }
picture-moved = From { $before } at the end of { $since } to { $value } at the end of { $at }.
picture-over-time = The numbers in the chart:
picture-where = Where?
board-scale-own = Against the target
matrix-by-chance = Were all { $all } judged numbers exactly on target, about { $count } of them would still turn red by chance alone.
