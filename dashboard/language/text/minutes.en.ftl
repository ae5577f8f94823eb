## Decisions, measures and notes

menu-meet = Meeting
measures-title = Decisions and measures
measures-lead = What we have decided, what is waiting, and what is overdue. What is not done comes along to the next meeting.
measures-open = { $count ->
        [0] No measures are waiting.
        [one] One measure is waiting.
       *[other] { $count } measures are waiting.
    }
measures-overdue = { $count ->
        [one] One is overdue.
       *[other] { $count } are overdue.
    }
measures-decided = Decided and done
measures-withdrawn = { $count ->
        [one] One withdrawn decision
       *[other] { $count } withdrawn decisions
    }
decision-new = New decision
decision-text = Decision
decision-example = Case 14/26: We …
decision-responsible = Responsible
decision-due = Due
decision-due-example = 31.12 or March
decision-goal = Goal
decision-no-goal = Not tied to a goal
decision-case = Case number
decision-on = Decided on
decision-state = Status
decision-reason = Reason (needed when a decision is withdrawn)
decision-becomes-standing = Stands
decision-becomes-done = Done
decision-becomes-withdrawn = Withdrawn
decision-state-open = Waiting
decision-state-overdue = Overdue
decision-state-done = Done
decision-state-decided = Decided
decision-state-withdrawn = Withdrawn
decision-withdrawn-because = Withdrawn: { $reason }
decision-of-case = Case { $number }
decision-of = Responsible: { $name }
decision-by = Due: { $day }
decision-done = Done
decision-change = Change
minutes-keep = Save
minutes-leave = Cancel
minutes-kept = Saved
minutes-no-persons = Never write anything by which a participant could be recognised: no names, birth dates or numbers.
minutes-newer = { $who } changed this { $at }. It now says: { $text }
minutes-history = { $count ->
        [one] History (one version)
       *[other] History ({ $count } versions)
    }
minute-fault-empty = Write something in the text field first, then it can be saved.
minute-fault-too-long = The text is too long. Make it shorter than 1,000 characters.
minute-fault-identity-number = There seems to be a national identity number here. Take it out, and the rest can be saved. Nothing has been saved.
minute-fault-reason-missing = Write why it is withdrawn, so that later readers understand.
minute-fault-backwards = The period ends before it begins. Swap the months.
minute-fault-due = We do not understand the due date. Write it as 31.12.2026, 31.12 or March 2027.
minute-fault-gone = We cannot find this decision any more. Open the page again.
minute-fault-overtaken = Somebody else has changed this while you were writing. What you wrote is still in the fields. Read the new version, and save once more if yours should stand.
