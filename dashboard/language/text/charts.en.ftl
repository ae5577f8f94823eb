## Charts

chart-nothing = No numbers are published here for this choice.
chart-table = Show the numbers
chart-target = Target { $value }
chart-value = Value
chart-interval = Uncertainty
chart-plan-text = Plan
chart-period = Period
chart-municipality = Municipality
chart-level = Kind of session
chart-service = Service
chart-source = Referred from
chart-outcome = How it ended
chart-question = Question
chart-response = Answer
chart-tip-label = Where and when
chart-tip-text = Value
chart-tip-interval = Uncertainty
chart-tip-plan-text = Plan
signs = “:” is hidden to protect privacy. “..” is missing. “.” cannot be worked out. “–” is not offered.
chart-region = Whole region { $value }
chart-plan-end = Plan: { $value }
chart-picture = Chart
chart-download = Download the numbers
chart-file = numbers

## What a chart shows, in words

found-nothing = { $name }: no number can be shown.
found-moved = { $name }: went from { $before } in { $since } to { $value } in { $at }.
found-at = { $name }: { $value } in { $at }.
found-same = It was the same in { $at }.
found-highest = Highest in { $at }, { $value }.
found-lowest = Lowest in { $at }, { $value }.
found-target = The target is { $target }.
found-most = { $name }. Highest: { $label }, { $value }.
found-least = Lowest: { $label }, { $value }.
found-whole = { $label }: { $value }.
found-between = { $name }: the municipalities lie between { $low } and { $high }.
found-chosen = { $label }: { $value }.
found-region = { $region }.
found-done = { $name }: { $value } done up to and including { $at }. The plan by then was { $plan }. The target is { $target }.
found-hidden-periods = { $count ->
        [one] One period is hidden to protect privacy.
       *[other] { $count } periods are hidden to protect privacy.
    }
found-hidden-members = { $count ->
        [one] One number is hidden to protect privacy.
       *[other] { $count } numbers are hidden to protect privacy.
    }
found-missing = { $count ->
        [one] One number is missing.
       *[other] { $count } numbers are missing.
    }

## When the numbers are taken away

taken-source = Source: Samspill, { $model }
taken-as-of = Published numbers, last changed { $day }
numbers-as-of = { $model }. Published numbers, last changed { $day }.
chart-judged = Last 12 months
chart-own-period = The period alone
chart-judged-help = The goal is judged on the last 12 months up to the end of each period, or on what is done so far.
