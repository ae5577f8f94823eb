## Goals

status-reached = Reached
status-on-track-sure = On track, certain
status-on-track-unsure = On track, uncertain
status-below-target-unsure = Below target, uncertain
status-above-target-unsure = Above target, uncertain
status-off-track = Not on track
status-cannot-judge = Cannot be judged
trend-improvement = ▲ Getting better
trend-deterioration = ▼ Getting worse
trend-none = ● No certain change
trend-too-few = – Too few points to see a change
trend-improvement-sentence = The latest point shows it getting better.
trend-deterioration-sentence = The latest point shows it getting worse.
trend-none-sentence = No certain change.
trend-too-few-sentence = There are too few points to say whether it is changing.
goal-target = { $direction ->
        [up] at least { $value }
       *[down] at most { $value }
    }
goal-target-due = { $direction ->
        [up] at least { $value } by { $due }
       *[down] at most { $value } by { $due }
    }
goal-the-target = The target is { $target }.
goal-measured-share-of-rows = { $value } in { $span } (about { $cases } appointments, uncertainty { $between }).
goal-measured-share-of-persons = { $value } in { $span } ({ $count } of { $cases } people, uncertainty { $between }).
goal-measured-share-of-events = { $value } in { $span } ({ $count } of { $cases } concerts, uncertainty { $between }).
goal-delivered = { $done } done up to and including { $until }.
goal-verdict-reached = The target is reached, even when we allow for chance.
goal-verdict-on-track-sure = We are on track, even when we allow for chance.
goal-verdict-on-track-unsure = We are on the right side, but it may be chance.
goal-verdict-below-target-unsure = Below target, but the difference may be chance, or can be made up.
goal-verdict-above-target-unsure = Above target, but the difference may be chance, or can be made up.
goal-verdict-off-track = We are not on track, and it is unlikely to be chance.
quoted = “{ $text }”
goal-delivery-reached = The target is reached.
goal-delivery-on-track-sure = We are keeping up with the plan.
goal-delivery-on-track-unsure = We are keeping up with the plan.
goal-delivery-below-target-unsure = We are behind the plan, but can still catch up.
goal-delivery-above-target-unsure = We are above the plan, but can still catch up.
goal-delivery-off-track = We are so far behind the plan that we will hardly catch up.
goal-cannot-target-outside-unit = Cannot be judged: the number can never be what the target says. Correct the target.
goal-cannot-no-due-date = Cannot be judged: the goal has no due date. Write one in.
goal-cannot-hidden = Cannot be judged: numbers behind the goal are hidden to protect privacy.
goal-cannot-too-few-periods = Cannot be judged: fewer than three periods have numbers.
goal-cannot-too-few-cases = Cannot be judged: there are fewer than 20 cases behind it.
goal-cannot-too-old = Cannot be judged: the latest numbers are too old. Upload new ones.
goal-cannot-too-many-missing = Cannot be judged: more than a quarter of the periods are missing.
goal-cannot-no-estimate = Cannot be judged: no numbers are published for this yet.
goal-too-few-to-prove = There are too few to prove the target is reached (it takes { $needed }).
goal-indicator = Measured by: { $name }
goal-baseline = Starting point: { $value } on { $on }
goal-responsible = Responsible: { $name }
goal-decided = Decided: { $where }
goal-proposed = Proposed, not decided yet
goal-span-year = the last 12 months up to { $until }
goal-span = from { $first } to { $last }
goal-some-missing = Some periods are missing.
goal-on-the-way = An even way there means { $direction ->
        [up] at least { $value }
       *[down] at most { $value }
    } in these months.
goal-plan-to-date = The plan says { $value } by now.
goal-points = { $count } percentage points
goal-within-tolerance = The gap is within what is tolerated ({ $amount }).
goal-beyond-tolerance = The gap is larger than what is tolerated ({ $amount }), and should be taken up.
goal-more = More on the goal: { $name }
goal-more-numbers = Show the numbers
goal-more-change = Change or chance?
goal-more-decisions = Decisions and actions
decisions-listed = Decisions and actions
