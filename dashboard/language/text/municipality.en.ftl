## The municipality

municipality-per-inhabitants = Participants per 1,000 adult inhabitants
municipality-per-inhabitants-lead = In { $period }. The line around each number is its uncertainty: where lines overlap, the difference may be chance.
municipality-attendance = Attendance, municipality by municipality
municipality-side-by-side = The same axes in every chart. The dashed line is the whole region.
municipality-tiles = The municipalities as they lie on the map. Choose one to highlight it.
notes-title = Notes
notes-none = No notes. Write one if you know why the numbers are as they are.
note-new = New note
note-text = Note
note-example = Therapist on sick leave, half capacity
note-first = From
note-last = Until
note-by = { $who }, { $at }
note-withdraw = Withdraw
note-reason = Why is the note withdrawn?
note-withdraw-sure = Withdraw the note
notes-withdrawn = { $count ->
        [one] One withdrawn note
       *[other] { $count } withdrawn notes
    }
note-reminder = Note, { $place }, { $span }: { $text }
figure-region = Whole region: { $value }
municipality-decisions = Decisions and measures here
municipality-goals = The goals here
