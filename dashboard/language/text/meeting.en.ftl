## The meeting

meeting-title = Meeting
meeting-lead = One subject at a time, with the arrow keys.
meeting-of = Meeting { $day }
meeting-places = Municipalities to look at
meeting-keys = **→** or space: next · **←** previous · **D** write a decision · **Esc** leave the field, and the meeting
meeting-edition = The numbers are pinned: { $edition }
meeting-counter = { $number } of { $all }
meeting-first = First
meeting-back = Previous
meeting-next = Next
meeting-last = Last
meeting-leave = Leave
meeting-link-unknown = The link points to a screen or a municipality we cannot find. We begin at the start.
meeting-place-persons = { $value } participants in { $period }.
meeting-decided = { $count ->
        [0] No decisions today
        [one] One decision today
       *[other] { $count } decisions today
    }
meeting-copy-link = Copy the link for the minutes
mark-several = { $count } decisions
mark-tip = Decisions and notes
mark-note = Note
meeting-since = Changed since { $since }: { $moved }.
meeting-moved = { $goal } ({ $before } → { $after })
meeting-make-minutes = Make the minutes
