## Control charts: change or chance

changes-title = Every number: change or chance?
changes-choose = Choose a number
changes-indicator = Number
changes-latest = Latest
changes-variation = Change
changes-assurance = Will we reach the target as we work now?
changes-target = target { $value }
changes-help = Change is read from the latest number. Whether we reach the target is read from where the number usually moves: if all of that is on the right side, we reach it as we work now. When we follow many numbers, some will be marked by pure chance.
changes-read-title = How to read the chart
changes-read =
    - The blue line is the number, period by period. The centre line is the mean, and between the upper and lower limits lies what is usual for this number.
    - A triangle up is better, a triangle down is worse. Where neither way is better, the sign is a diamond: higher or lower.
    - A number is marked when it lies outside the limits, when two of three lie far out on the same side, or when seven in a row lie on the same side of the centre line.
    - A square means that seven in a row have risen or fallen. That is worth following, but not enough to say that anything has changed.
    - With 6 to 11 periods the limits are provisional (dotted, about the middle number), and no numbers are marked. With fewer there is too little to build limits on.
    - An upright dotted line is a known change. There the limits start again.
    - A sign at the foot of the chart is a period without a number. “≥” and “≤” are at least and at most: the number is in the table. “…” means that more than half are still waiting.
changes-none = No numbers are published here yet.
control-heading = { $name }: change or chance?
control-by-month = { $name }, month by month
control-period = Period
control-municipality = Municipality
control-value = Value
control-centre-line = Centre line
control-lower = Lower limit
control-upper = Upper limit
control-seen = Seen as
control-by-chance = By pure chance
control-rebase = New start: { $reason }
control-rounded = The limits are worked out from the published, rounded numbers.
control-individuals = The limits follow how much the number usually moves from one time to the next.
control-share = Between the limits lies what can happen by pure chance with so many people.
control-count = Between the limits lies what we must expect of chance.
control-rate = Between the limits lies what can happen by pure chance in so much time with so many courses of therapy.
line-upper = Upper { $value }
line-lower = Lower { $value }
line-centre = Mean { $value }
line-median = Middle { $value }
line-together = Municipalities together { $value }
line-target = Target { $value }
mark-improvement = Better
mark-deterioration = Worse
mark-higher = Higher
mark-lower = Lower
variation-improvement = Better
variation-deterioration = Worse
variation-higher = Higher than before
variation-lower = Lower than before
variation-none = No certain change
variation-too-few = Too few periods
assurance-will-reach = Yes
assurance-sometimes = Some of the time
assurance-will-miss = No
assurance-no-target = No target
assurance-too-few = Too few periods
signal-none = Usual movement
signal-above-limit = Above the upper limit
signal-below-limit = Below the lower limit
signal-rising = Seven rising in a row
signal-falling = Seven falling in a row
signal-two-in-three-above = Two of three far above the centre line
signal-two-in-three-below = Two of three far below the centre line
signal-shift-above = Seven in a row above the centre line
signal-shift-below = Seven in a row below the centre line
seen-nothing = There are no numbers to show.
seen-last = The latest number is { $period }: { $value }.
seen-points-few = { $count ->
        [one] Only one period: too few to tell change from chance.
       *[other] Only { $count } periods: too few to tell change from chance.
    }
seen-points-trial = Only { $count } periods: the limits are provisional, and no numbers are marked.
seen-change-none = No certain change: the number moves as it usually does.
seen-change-improvement = The latest number shows improvement ({ $signal }).
seen-change-deterioration = The latest number shows deterioration ({ $signal }).
seen-change-higher = The latest number is higher than chance explains ({ $signal }).
seen-change-lower = The latest number is lower than chance explains ({ $signal }).
seen-trend = { $signal }, but within the limits: keep an eye on it.
seen-target-will-reach = We reach the target of { $target } as we work now.
seen-target-sometimes = As we work now, we reach the target of { $target } sometimes and sometimes not.
seen-target-will-miss = We do not reach the target of { $target } as we work now: something has to be done differently.
seen-marked = { $count ->
        [one] One of { $all } numbers is marked in the chart.
       *[other] { $count } of { $all } numbers are marked in the chart.
    }
seen-runs = The numbers stay longer on one side of the middle than chance would have them: the level has probably shifted along the way.
seen-phi = The number moves a little more than expected, because the same people come again.
compared-heading = { $name }: is any municipality different?
compared-heading-rate = { $name } per 1,000 inhabitants: is any municipality different?
compared-period = This is { $period }.
compared-too-few = Fewer than three municipalities have numbers that may be shown, so they are not compared.
compared-alike = No municipality is different: the differences may be chance.
compared-different = Different: { $who }.
compared-centre = The dashed line is the municipalities together, { $value }.
compared-phi = The limits allow for the same people coming again.
compared-not-adjusted = The numbers are not adjusted for age or need.
compared-reading = The wide band is where the municipality would lie by pure chance (99.8%), the thin line the same at 95%. Small municipalities have wide bands. The order is the model’s, not a ranking.
standing-within = May be chance
standing-above = Higher than chance
standing-below = Lower than chance
chart-tip-limits = Limits
chart-tip-seen = Seen as
control-same-persons = Between the limits lies what we must expect of chance. They are wider in months with few sessions.
seen-lately-improvement = Taken together, the last few months are a little better than before: it may be the start of a lasting improvement.
seen-lately-deterioration = Taken together, the last few months are a little worse than before: it may be the start of a lasting deterioration.
seen-year-before = The same month the year before: { $value }.
