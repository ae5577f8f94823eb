## The pages

overview-title = Overview
overview-reached = { $reached ->
        [0] None of { $all } goals is reached
        [one] { $reached } of { $all } goals is reached
       *[other] { $reached } of { $all } goals are reached
    }
overview-off = { $count ->
        [one] one is not on track
       *[other] { $count } are not on track
    }
overview-not-judged = { $count ->
        [one] one cannot be judged yet
       *[other] { $count } cannot be judged yet
    }
goals-title = Goals
goals-lead = { $place }: the goals, the numbers and how certain they are.
municipality-title = Municipality
municipality-lead = { $place } beside the others. This is not a ranking: the numbers are uncertain.
municipality-lead-all = The municipalities beside each other. Choose one to highlight it. This is not a ranking.
municipality-over-time = Participants over time
attendance-title = Attendance
attendance-lead = Do people come, where, and to what kind of session? Shown here: { $place }.
attendance-by-level = Attendance by kind of session
attendance-grid = Participants by kind of session and service
attendance-by-service = Attendance by service
referrals-title = In
referrals-lead = Who finds the way in, where from, and how long do they wait? This is { $place }.
referrals-by-source = Referred from
concerts-over-time = Concerts over time
concerts-by-place = Concerts by municipality
upload-title = Numbers in
upload-lead = Drop your Excel files here. Nothing is saved until you have seen what will happen.
quality-title = Deliveries and quality
quality-lead = What has come in, how recent it is, and what was wrong with it.
about-title = About the numbers
about-lead = What each number means, why some are not shown, and what that does not protect against.

## Empty

empty-title = No numbers here yet
empty-text =
    Upload this month’s files, and the numbers will appear. If you have no file, there is a template on the page Numbers in.
    If you only want to see what it looks like, whoever runs Samspill can start a trial version with made-up numbers.
empty-upload = Go to upload
unclosed-title = The numbers are not published yet
unclosed-text = The rows are uploaded. Go to the page Numbers in and publish the periods that are ready, and the numbers appear here.
overview-on-track = { $count ->
        [one] one is on track
       *[other] { $count } are on track
    }
overview-unsure = { $count ->
        [one] one is uncertain
       *[other] { $count } are uncertain
    }
community-title = In the community
community-lead = What has been played, for whom, and what the service does for others than participants: { $place }.
community-activities = Outreach, guidance and advice
help-title = Help
help-lead = A short guide for those who collect the numbers, lead, or write the minutes.
