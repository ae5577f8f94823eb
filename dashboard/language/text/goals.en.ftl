## Goals

status-reached = Reached
status-on-track-sure = Safely on track
status-on-track-unsure = On track, but uncertain
status-below-target-unsure = Below target, uncertain
status-above-target-unsure = Above target, uncertain
status-off-track = Not on track
status-cannot-judge = Cannot be judged
trend-improvement = ▲ Getting better
trend-deterioration = ▼ Getting worse
trend-none = ● No certain change
trend-too-few = – Too few periods to see a change
trend-improvement-sentence = The latest number shows improvement.
trend-deterioration-sentence = The latest number shows deterioration.
trend-none-sentence = No certain change.
trend-too-few-sentence = Too few periods to say whether it is changing.
goal-target = { $direction ->
        [up] at least { $value }
       *[down] at most { $value }
    }
goal-target-due = { $direction ->
        [up] at least { $value } by { $due }
       *[down] at most { $value } by { $due }
    }
goal-the-target = The target is { $target }.
goal-measured-share-of-rows = { $value } { $span } (about { $cases } sessions, uncertainty { $between }).
goal-measured-share-of-cases = { $value } { $span } ({ $of ->
        [waited] referrals
       *[other] courses of therapy
    } of about { $cases } people, uncertainty { $between }).
goal-measured-share-of-events = { $value } { $span } ({ $count } of { $cases } concerts, uncertainty { $between }).
goal-verdict-reached = The target is reached, even when we allow for chance.
goal-verdict-on-track-sure = We are on track, even when we allow for chance.
goal-verdict-on-track-unsure = We are on the right side, but it may be chance.
goal-verdict-below-target-unsure = Below target, but the difference may be chance.
goal-verdict-above-target-unsure = Above target, but the difference may be chance.
goal-verdict-off-track = We are not on track, and it is unlikely to be chance.
quoted = “{ $text }”
goal-delivery-reached = The target is reached.
goal-delivery-on-track-sure = We are keeping up.
goal-delivery-on-track-unsure = We are keeping up, but it is uncertain whether we get there.
goal-delivery-below-target-unsure = It can still be reached, but then more than expected must be done.
goal-delivery-off-track = We are unlikely to make it.
goal-cannot-target-outside-unit = Cannot be judged: the number can never be what the target says. Correct the target.
goal-cannot-no-due-date = Cannot be judged: the goal has no due date. Write one in.
goal-cannot-hidden = Cannot be judged: numbers behind the goal are hidden to protect privacy.
goal-cannot-too-few-periods = Cannot be judged: fewer than three periods have numbers.
goal-cannot-too-few-cases = Cannot be judged: there are fewer than 20 cases behind it.
goal-cannot-too-old = Cannot be judged: the latest numbers are too old. Upload new ones.
goal-cannot-too-many-missing = Cannot be judged: more than a quarter of the periods are missing.
goal-cannot-no-estimate = Cannot be judged: no numbers are published for this yet.
goal-too-few-to-prove = There are too few cases to say whether the target is reached (it takes { $needed }).
goal-indicator = Measured by: { $name }
goal-baseline = Baseline: { $value } on { $on }
goal-responsible = Responsible: { $name }
goal-decided = Decided: { $where }
goal-proposed = Proposed, not decided yet
goal-span-year = over the 12 months to { $until }
goal-span = from { $first } to { $last }
goal-unwritten = For { $share } of the sessions nobody has written whether the person came. With them the number would be between { $low } and { $high }.
goal-some-missing = Some periods are missing.
goal-on-the-way = On the way there it should be { $direction ->
        [up] at least { $value }
       *[down] at most { $value }
    } by now; the target is { $target }.
goal-plan-to-date = The plan so far was { $value }.
goal-points = { $amount ->
        [one] { $count } percentage point
       *[other] { $count } percentage points
    }
goal-within-tolerance = The gap is within what we accept ({ $amount }).
goal-beyond-tolerance = The gap is larger than what we accept ({ $amount }), and should be discussed.
goal-more = More on the goal: { $name }
goal-more-numbers = Show the numbers
goal-more-change = Change or chance?
goal-more-decisions = Decisions and measures
decisions-listed = Decisions and measures
status-missed = Not reached
status-undecided = Cannot be settled
status-rule-kept = Kept
status-rule-broken = Not kept
goal-path-on-track-sure = We are ahead of where we should be, even when we allow for chance.
goal-path-on-track-unsure = We are ahead of where we should be, but it may be chance.
goal-path-below-target-unsure = We are behind where we should be, but the difference may be chance.
goal-path-above-target-unsure = We are behind where we should be, but the difference may be chance.
goal-path-off-track = We are behind where we should be, and it is unlikely to be chance.
goal-settled-missed = The target is not reached, and it is unlikely to be chance.
goal-settled-undecided = The due date has passed, and it cannot be settled whether the target was reached.
goal-rule-kept = Kept: nothing against it among about { $cases }, { $span }.
goal-rule-broken = Not kept: about { $count } of { $cases }, { $span }.
goal-cannot-not-all-reported = The due date has passed, but numbers for the last part are still missing.
goal-done = { $done } of { $target }.
goal-done-ceiling = { $done }, and the ceiling is { $target }.
goal-delivery-missed = The target was not reached.
goal-delivery-held = It stayed below the ceiling.
goal-delivery-passed = The ceiling has been passed.
goal-delivery-ceiling-on-track-sure = We will probably stay below the ceiling.
goal-delivery-ceiling-on-track-unsure = It is uncertain whether we stay below the ceiling.
goal-delivery-ceiling-above-target-unsure = We will probably pass the ceiling, but can still avoid it.
goal-delivery-ceiling-off-track = We are unlikely to stay below the ceiling.
goal-left = { $count } to go { $when }
goal-left-ceiling = There is room for { $count } more { $when }
goal-left-in = in { $period }
goal-left-by = by { $due }
goal-left-before = { $said }; in the last { $years } years it came to { $counts }.
list-and = { $first } and { $last }
why-title = Why is it so?
why-none = No cause has been written yet.
why-next = Next step
why-next-none = Nobody has been asked to do anything about it yet.
why-ask = Why is the goal where it is?
why-example = For example: one post has been vacant since August
why-reason = Reason (required when the cause is withdrawn)
why-withdraw = Withdraw the cause
why-write = Write why
why-change = Change why
goal-more-why = Why?
goals-none-here = No goals have been set up. Press “New goal” to add the first.
