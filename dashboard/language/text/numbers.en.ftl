## Numbers

value-not-reached = More than half are still waiting
value-weeks = { $amount ->
        [one] { $count } week
       *[other] { $count } weeks
    }
value-just-under = Just under { $value }
value-just-over = Just over { $value }
value-at-least = ≥ { $value }
value-at-most = ≤ { $value }
figure-what = What does “{ $name }” mean?
figure-last-year = Same period the year before: { $value }
figure-between = Uncertainty: { $between }
figure-region-only = For the whole region
reference = For comparison: { $label } reported { $value }. This is not a target. Source: { $source }.
interval-from-to = from { $low } to { $high }
