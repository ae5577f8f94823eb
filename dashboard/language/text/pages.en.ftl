## The pages

overview-title = Overview
overview-lead = How we are doing against the goals: { $place }.
overview-reached = { $reached ->
        [0] None of { $all } goals reached.
       *[other] { $reached } of { $all } goals reached.
    }
overview-off = { $count ->
        [one] One goal is not on track.
       *[other] { $count } goals are not on track.
    }
overview-not-judged = { $count ->
        [one] One cannot be judged yet.
       *[other] { $count } cannot be judged yet.
    }
goals-title = Goals
goals-lead = Each goal with its number, its uncertainty and what we dare to say: { $place }.
municipality-title = Municipality
municipality-lead = { $place } beside the others. This is not a ranking: the numbers are uncertain.
municipality-lead-all = The municipalities side by side. Choose one in the menu, and it is highlighted. This is not a ranking.
municipality-over-time = Participants over time
attendance-title = Attendance
attendance-lead = Do people come, where, and to what kind of session? Shown here: { $place }.
attendance-by-level = Attendance by kind of session
attendance-grid = Participants by offer level and service
attendance-by-service = Attendance by service
referrals-title = Referrals and transitions
referrals-lead = Who finds their way in, how long do they wait, and where do they go next? Shown here: { $place }.
referrals-by-source = Referred from
referrals-by-outcome = How therapy ended
referrals-transition-by-year = Moved on to the local community, year by year
concerts-title = Concerts
concerts-lead = What the region has heard, and how far the plan has come: { $place }.
concerts-plan = Concerts against the plan
concerts-over-time = Concerts over time
concerts-by-place = Concerts by municipality
upload-title = Upload
upload-lead = Drop your Excel files here. Nothing is saved until you have seen what will happen.
quality-title = Data quality
quality-lead = What has come in, how recent it is, and what was wrong with it.
about-title = About the numbers
about-lead = What each number means, why some are not shown, and what that does not protect against.

## Empty

empty-title = No numbers here yet
empty-text =
    Upload this month’s files, and the numbers will appear. If you have no file, there is a template on the upload page.
    If you only want to see what it looks like, whoever runs Samspill can start a trial version with made-up numbers.
empty-upload = Go to upload
unclosed-title = The numbers are not published yet
unclosed-text = The rows are uploaded. Go to the upload page and publish the periods that are ready, and the numbers appear here.
