# Samspill in English. Short, warm and exact. No technical words; every error says what to do now.

app-name = Samspill
language-name = English
demo-banner = **Made-up numbers.** This is a trial version. None of the people behind the numbers exist.
link-unknown = The link points to something we can no longer find. We are showing the nearest thing instead.

## The menu and the choices

menu-look = View
menu-work = Add numbers
choose-place = Municipality
choose-period = Period
choose-edition = The numbers as they were
edition-newest = Newest
edition-seen = You are looking at the numbers as they were on { $day }. They may have been corrected since.
choose-language = Language
place-all = The whole region
place-all-inside = the whole region

## Periods

period-quarter = Quarter { $number } { $year }
period-quarter-short = Q{ $number } { $year }
period-tertial = Tertial { $number } { $year }
period-tertial-short = T{ $number } { $year }
period-with-days = { $name } ({ $first } – { $last })

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
attendance-by-month = Attendance month by month, the whole region
attendance-by-level = Attendance by kind of session
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
figure-last-year = Same period the year before: { $value }
figure-between = Uncertainty: { $between }
figure-region-only = For the whole region
per-inhabitants = { $rate } participants per 1,000 inhabitants aged 18 or over ({ $adults } inhabitants).
reference = For comparison: { $label } reported { $value }. This is not a target.

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
chart-tip-label = Where and when
chart-tip-text = Value
chart-tip-interval = Uncertainty
chart-tip-plan-text = Plan
signs = “:” is hidden to protect privacy. “..” is missing. “.” cannot be worked out. “–” is not offered.

## Names of what is counted

municipality-all = The whole region
municipality-other = Other municipalities
municipality-unknown = Unknown municipality
level-all = All
level-individual = Individual therapy
level-group = Group sessions
level-open = Open sessions
level-unknown = Unknown kind of session
service-all = All
service-unknown = Unknown service
source-all = All
source-fact = FACT team
source-dps = DPS
source-reinsvoll = SI Reinsvoll
source-culture = Kulturnettverket
source-doctor = GP
source-municipal = Municipal mental health and addiction services
source-nav = NAV
source-self = Self-referral
source-other = Other
source-unknown = Unknown
outcome-all = All
outcome-continued = Moved on locally
outcome-dropped = Dropped out
outcome-other = Ended in another way
family-participants = Participants and attendance
family-referred = Referrals and waiting time
family-waited = Started in time
family-ended = Therapy ended
family-performers = Performers on stage
family-events = Concerts
table-attendance = Attendance
table-referrals = Referrals
table-concerts = Concerts
table-population = Inhabitants

## The indicators

indicator-participants = Participants
    .definition = Different people who attended at least once in the period. Cannot be added up across periods.
indicator-attendance-rate = Attendance
    .definition = Attended divided by attended, did not attend and cancelled by the participant. Sessions the therapist cancelled are left out.
indicator-attendance-rate-uncancelled = Attendance where not cancelled
    .definition = Attended divided by attended and did not attend. Cancelled sessions are left out.
indicator-no-show-rate = Did not attend
    .definition = Did not attend divided by attended and did not attend. Cancelled sessions are left out.
indicator-cancelled-by-service-rate = Cancelled by the service
    .definition = Sessions the therapist cancelled, divided by all sessions arranged.
indicator-participations = Attendances
    .definition = Times somebody attended, including those who were only counted at open sessions. Rounded to the nearest ten.
indicator-referred = Newly referred
    .definition = Different people with a referral received in the period.
indicator-waiting-median = Waiting time
    .definition = Half of those referred have started within this many weeks (Kaplan–Meier). Those still waiting are included.
indicator-started-in-time-rate = Started in time
    .definition = Share of those referred who started within the model’s time limit. Those who withdrew before starting are left out.
indicator-ended = Therapy ended
    .definition = Different people whose therapy ended in the period. Published 90 days after the period is over.
indicator-transition-rate = Moved on to the local community
    .definition = Of those whose therapy ended, the share who carried on in Kulturnettverket or in an open or municipal service. We go by the reason it ended, or by attendance there within 90 days.
indicator-dropout-rate = Dropped out
    .definition = Of those whose therapy ended, the share who did not want to continue or stopped coming.
indicator-concerts = Concerts
    .definition = Concerts and events that have been held.
indicator-audience = Audience
    .definition = Audience in total. Estimates such as “ca. 30” are included.
indicator-co-arranged-rate = Arranged with others
    .definition = Share of the concerts that have a partner.
indicator-performers = Performers on stage
    .definition = Performers in total. Someone who takes part in two concerts is counted twice.

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
goal-now = Now
goal-target = { $direction ->
        [up] at least { $value }
       *[down] at most { $value }
    }
goal-target-due = { $direction ->
        [up] at least { $value } by { $due }
       *[down] at most { $value } by { $due }
    }
goal-the-target = The target is { $target }.
goal-measured-share-of-rows = { $value } over the last 12 months to { $until } (about { $cases } appointments, uncertainty { $between }).
goal-measured-share-of-persons = { $value } over the last 12 months to { $until } (about { $cases } people, uncertainty { $between }).
goal-measured-share-of-events = { $value } in the 12 months to { $until } (about { $cases } concerts, uncertainty { $between }).
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
goal-cannot-target-outside-unit = Cannot be judged: the number can never be what the target says. Correct the target in the model file.
goal-cannot-no-due-date = Cannot be judged: the goal has no due date. Write one in the model file.
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
goal-principles = Principles: { $names }

## Upload

upload-template = Download template
upload-files = Excel files with attendance, referrals, concerts or inhabitants
upload-help = You can drop several files at once. We read xlsx, xls, xlsb, ods and csv.
upload-reading = Reading { $file } …
upload-seen = This file has been uploaded before. If you save it again, nothing is counted twice.
upload-will = **{ $table }:** { $new } new, { $changed } will change, { $unchanged } already here.
upload-failed = { $count ->
        [one] One row has an error and is left out until you have corrected it. The rest will be saved.
       *[other] { $count } rows have errors and are left out until you have corrected them. The rest will be saved.
    }
upload-hidden-sheet = The sheet “{ $sheet }” is hidden in Excel and has not been read. Unhide it in Excel if you want it included.
upload-skipped-sheet = The sheet “{ $sheet }” has no table we know, and has been skipped.
upload-problems = { $count ->
        [one] One remark on the content
       *[other] { $count } remarks on the content
    }
upload-more-problems = And { $count } more. Correct the first ones, and there will often be fewer.
upload-look = How we understand the file
upload-columns = Sheet “{ $sheet }”: { $table }
upload-keep = { $count ->
        [one] Save the file
       *[other] Save { $count } files
    }
upload-kept = { $file } is saved. Rows new or changed: { $rows }.
history-title = Earlier uploads
history-nothing = Nothing has been uploaded yet.
history-counts = { $table }: { $new } new, { $changed } changed, { $unchanged } unchanged, { $failed } with errors
history-undo = Undo
history-undone = Undone { $at }
history-overtaken = Later uploads have changed the same rows. Undo those first, starting with the newest.

## Publishing

publish-title = Publishing
publish-looking = Looking for what is ready …
publish-ready = Ready to be published: { $periods }.
publish-rule = Have all the files for these periods been uploaded? Published numbers do not change in silence.
publish-now = Publish
publish-nothing = Everything that is ready has been published.
publish-first = Making the first numbers safe to show. The page appears by itself, often within a minute.
publish-working = Making the numbers safe to show …
publish-published = Published now: { $periods }.
publish-not-reported = Waiting for rows: { $periods }. Upload a file that reaches the end of the period, and the numbers will appear.
publish-not-reported-rule = A period is published once, when it is over and the rows for all of it have come in. Later corrections do not change it without a new edition.
publish-corrected = Corrected after publishing: { $periods }. The published numbers stand until you make a new edition.
publish-blocked = Not published: { $periods }. The rows no longer agree with what was published earlier that year. Make a new edition of the year first.
publish-unprotected = Not published: { $periods }. We could not make the numbers safe to show. The numbers from the period before stay as they are. Please tell whoever runs Samspill.
edition-ask = Rows in **{ $year }** have changed since the numbers were published. The published numbers stand until you make a new edition. The old edition will not be lost.
edition-reason = Why is a new edition needed?
edition-publish = Make a new edition of { $year }
edition-needs-reason = Write why the numbers should be published again.

## Files we do not accept

refused-empty = The file is empty. Export it again from the system it comes from, and try again.
refused-locked = The file is locked with a password. Open it in Excel, remove the password under File → Info → Protect Workbook, and upload it again.
refused-damaged = We cannot open the file. It may have been damaged on the way. Open it in Excel, save a copy as .xlsx, and upload the copy.
refused-pdf = This is a PDF file. Upload the Excel file the numbers come from.
refused-image = This is a picture. Upload the Excel file the numbers come from.
refused-program = This is a program, not a spreadsheet. Upload the Excel file the numbers come from.
refused-word = This is a text document. Paste the table into our template, and upload that.
refused-presentation = This is a presentation. Upload the Excel file the numbers come from.
refused-apple-numbers = The file was made in Numbers. Choose File → Export To → Excel, and upload that file.
refused-database = This is a database file. Export the table to Excel, and upload that file.
refused-archive = This is a zipped folder. Unzip it, and upload the spreadsheets inside.
refused-html = The file looks like Excel, but contains a web page. Some systems export this way. Open it in Excel, choose Save As → Excel Workbook (.xlsx), and upload that.
refused-xml-2003 = The file is in an old Excel format. Open it in Excel, choose Save As → Excel Workbook (.xlsx), and upload that.
refused-old-xls = The file is from a very old version of Excel. Open it in Excel, save it as .xlsx, and upload that.
refused-not-a-spreadsheet = This is not a spreadsheet we can read. Save it as .xlsx in Excel, and upload that file.
refused-has-dtd = The file contains something that ordinary Excel files do not, so we do not open it. Save a new copy from Excel, and upload that.
refused-no-sheets = We found no sheets in the file. Open it in Excel, save a copy as .xlsx, and upload the copy.
refused-too-big = The file is { $megabytes } MB. We accept up to { $limit } MB. Split it into smaller files, for example one for each month.
refused-too-big-unpacked = The file grows to more than { $limit } MB when it is unpacked. The cause is often formatting far below the table. Delete empty rows and columns after the table, save, and try again.
refused-too-many-parts = The file is made up of more than { $limit } parts. Copy the table into a new workbook, and upload that.
refused-too-much-memory = The file is too large to open safely. Copy the table into a new workbook, and upload that.
refused-too-many-rows = The sheet has more than { $limit } rows. Delete empty rows after the table, or split the file, and try again.
refused-too-many-columns = The sheet has more than { $limit } columns. Delete empty columns after the table, and try again.
refused-too-slow = We spent more than { $seconds } seconds reading the file, so we stopped. Try with fewer rows, for example one month at a time.
refused-cancelled = The reading was stopped. Drop the file again when you want to try once more.
refused-nul-bytes = Line { $line } contains characters that do not belong in a text file. Save the file as “CSV UTF-8” from Excel, and try again.
refused-unreadable-text = We cannot read the characters in line { $line }. Save the file as “CSV UTF-8” from Excel, and try again.
refused-mac-roman = The file was saved the way old Macs write text (line { $line }). Save it as “CSV UTF-8” from Excel, and try again.
refused-unclosed-quote = A quotation mark in line { $line } is never closed. Correct the line, and try again.
refused-cell-too-long = A cell in line { $line } has more than { $limit } characters. Often a quotation mark is missing. Correct the line, and try again.
refused-identity-numbers = The file contains { $count ->
        [one] a number that looks like a national identity number
       *[other] { $count } numbers that look like national identity numbers
    }: { $where }. Nothing has been saved. Use participant numbers instead, and upload the file again. Bank account numbers must come out too.
refused-identity-number-in-name = The file's name has a number that looks like a national identity number. Nothing is stored. Rename the file and upload it again.
refused-headings-missing = This looks like “{ $table }”, but we did not find { $missing } in row { $row }. Use that column name in Excel, or use the template, and upload again.
refused-no-table = We found no table we know in the file. The table needs a row of column names, for example Dato, Deltaker, Kommune and Status. The easiest way is to use the template.
refused-no-rows = The table has column names, but no rows. Fill in the file, and upload it again.
refused-unreadable-file = We cannot find the file, or are not allowed to read it. Check the name and try again.
refused-other = We could not read the file. Save it as .xlsx in Excel, and try again.
spot = sheet “{ $sheet }” row { $row } column { $column }
spot-sheet-name = in the name of sheet number { $number }

## What can be wrong in a row

problem-weight = Weight
problem-sheet = Sheet
problem-row = Row
problem-column = Column
problem-what = What
problem-perhaps = Did you mean “{ $suggestion }”?
severity-stops = Stops the row
severity-warns = Warning
severity-notes = Note
problem-empty = { $column } is missing. Fill in the cell.
    .short = Empty cell that must be filled in
problem-cell-error = Excel shows an error in the cell. Correct the formula, or type in the value.
    .short = Error from Excel in the cell
problem-cell-uncomputed = The cell has a formula with no saved answer. Open the file in Excel, save it, and upload it again.
    .short = Formula with no saved answer
problem-date-unreadable = we do not understand the date. Write it as dd.mm.yyyy, for example 05.03.2026.
    .short = Date we do not understand
problem-date-without-year = the date has no year. Write it as dd.mm.yyyy.
    .short = Date without a year
problem-date-not-in-calendar = the date is not in the calendar. Correct it.
    .short = Date that does not exist
problem-date-out-of-range = the year cannot be right. Correct the date.
    .short = Date with an impossible year
problem-date-from-serial = is Excel’s own number for a date. We have read it as a date.
    .short = Date read from Excel’s number
problem-date-in-future = { $column } is in the future. Check the date.
    .short = Date in the future
problem-count-unreadable = we do not understand the number. Write a whole number, for example 30.
    .short = Number we do not understand
problem-count-not-whole = the number must be whole. Write it without decimals.
    .short = Number that is not whole
problem-count-out-of-range = the number is outside what is possible. Correct it.
    .short = Impossible number
problem-number-unreadable = we do not understand the number. Write it in digits.
    .short = Number we do not understand
problem-estimate = is an estimate. We use the number and mark it as an estimate.
    .short = Estimate
problem-code-unknown = we do not know this spelling. Use one of the choices in the template.
    .short = Unknown spelling
problem-municipality-unknown = we do not know this municipality. Write its full name, or “Annen kommune”.
    .short = Unknown municipality
problem-municipality-ambiguous = may be more than one municipality. Write which one.
    .short = Could be more than one municipality
problem-municipality-empty = Municipality is missing. The row is counted under unknown municipality.
    .short = Municipality is missing
problem-municipality-elsewhere = is not in the model. The row is counted under other municipalities.
    .short = Other municipality
problem-team-unknown = we do not know this team. The row is counted under unknown service.
    .short = Unknown team
problem-not-offered = According to the model, the team does not run this kind of session. Correct the row or the model.
    .short = Kind of session that is not offered
problem-id-broken-by-excel = Excel has rounded the number, so several people may have been given the same one. Set the column to text in Excel, and export again. The number of people from this file is uncertain.
    .short = Participant number spoilt by Excel
problem-id-is-a-date = The participant number looks like a date of birth. Use a number that says nothing about the person.
    .short = Participant number that looks like a date
problem-id-is-a-name = The participant number looks like a name. Use a number that says nothing about the person.
    .short = Participant number that looks like a name
problem-nobody = The row has neither a participant nor a count. Fill in one of them.
    .short = Neither participant nor count
problem-attended-in-future = The row is marked as attended or not attended on a day that has not come yet. Correct the date.
    .short = Attendance in the future
problem-start-before-received = The start is before the referral was received. Correct one of the dates.
    .short = Start before referral
problem-end-before-start = The end is before the start. Correct one of the dates.
    .short = End before start
problem-end-before-received = The end is before the referral was received. Correct one of the dates.
    .short = End before referral
problem-reason-without-end = The row has a reason for ending, but no end date. Fill in the date if therapy has ended.
    .short = Reason without an end date
problem-heading-twice = these columns have the same name. We have read the first. Give the other a name of its own.
    .short = Same column name twice
problem-hidden-rows = this many rows are hidden in Excel. They have been read. Show them, and see if they belong.
    .short = Hidden rows were read
problem-errors-unseen = We could not look for Excel's errors in this sheet. Save the file as .xlsx and upload it again.
    .short = Could not look for Excel's errors
problem-mixed-encodings = The file mixes two character sets. Check that æ, ø and å are right, or save it as “CSV UTF-8”.
    .short = Two character sets in one file
problem-row-in-earlier-sheet = The number is in an earlier sheet too. Only the first row is kept.
    .short = Same number in two sheets
problem-row-twice = The number is also on a row further up. Only the first one is included.
    .short = Same number twice

## The columns, as in the template and the data catalogue

column-date = Date
    .meaning = The day of the session or concert.
column-participant = Participant
    .meaning = Participant number. Never a name, date of birth or national identity number. Saved only as a code nobody can read back.
column-municipality = Municipality
    .meaning = The municipality the participant lives in, or where the concert was. Name or municipality number.
column-team = Team
    .meaning = The service that runs the sessions.
column-level = Kind of session
    .meaning = Individuelt forløp (individual therapy), Gruppetilbud (group sessions) or Åpent tilbud (open sessions).
column-status = Status
    .meaning = Møtt (attended), Ikke møtt (did not attend), Avlyst av deltaker (cancelled by the participant), Avlyst av terapeut (cancelled by the therapist) or Planlagt (planned).
column-heads = Count
    .meaning = How many were there, when you count heads and not people. Leave Deltaker empty then.
column-late = Late cancellation
    .meaning = Ja (yes) if the session was cancelled less than 24 hours before.
column-number = Referral
    .meaning = The referral’s number in the system it comes from. Used to recognise the row, and saved only as a code.
column-received = Received
    .meaning = The day the referral was received.
column-source = Referred from
    .meaning = Who made the referral.
column-started = Start
    .meaning = The day of the first session. Empty if the person is still waiting.
column-ended = Ended
    .meaning = The day therapy ended. Empty if it is still going on.
column-end_reason = Reason for ending
    .meaning = Why therapy ended, or where the person went next.
column-title = Event
    .meaning = What the concert was called.
column-place = Place
    .meaning = Where the concert was.
column-audience = Audience
    .meaning = How many listened. Estimates such as “ca. 30” are fine.
column-performers = Performers
    .meaning = How many were on stage.
column-partner = Partner
    .meaning = The organisation that helped arrange it.
column-public = Open to all
    .meaning = Ja (yes) if anyone could come.
column-year = Year
    .meaning = The year the population is for, on 1 January.
column-inhabitants = Inhabitants
    .meaning = Inhabitants in total.
column-adults = Adults 18+
    .meaning = Inhabitants aged 18 or over.
template-sheet = Read first
template-title = Template for Samspill
template-how = Fill in the sheets you need, one for each table. Dark blue columns are required. Save and upload.
template-where = Sheet
template-column = Column
template-needed = Required
template-meaning = What
template-example = Example
template-yes = yes

## Data quality

quality-nothing = Nothing has been uploaded yet. Once something is, you will see here how good it is.
quality-uploads = Uploads
quality-file = File
quality-table = Table
quality-when = When
quality-span = Days the rows cover
quality-kept = Rows included
quality-failed = Rows with errors
quality-problems = What was wrong
quality-no-problems = No errors or warnings in what has been uploaded.
quality-rows = Rows
quality-published = What is published
quality-show-published = { $count ->
        [one] Show the one published period
       *[other] Show all { $count } published periods
    }
quality-family = Numbers
quality-period = Period
quality-edition = Edition

## About the numbers

about-privacy-title = Why some numbers are not shown
about-privacy =
    Behind the numbers are people with severe mental illness in small municipalities. The steering group should
    see how the model works, not who it is about. So we never show a number that rests on fewer than
    { $threshold } people, not even zero.

    Hiding the small number alone is not enough: if you know the total and the other numbers, you can subtract them.
    So we also hide some larger numbers, exactly as many as it takes. The two kinds look the same.

    The numbers are published once, when the period is over. After that they never change quietly. A correction
    becomes a new edition, and both can be read.

    { "**" }This does not protect against everything.** Anyone who knows people locally may know things no table
    can hide. And five people means that there are four others.
about-signs-title = The signs
about-signs =
    - **:** hidden to protect privacy
    - **..** missing: the period is not over, or the rows have not come in
    - **.** cannot be worked out
    - **–** not offered here
about-status-title = When we say that a goal is reached
about-status =
    We look at the last 12 months together, and at how uncertain the number is. A goal is **reached** when the
    whole range of uncertainty is on the right side. If the number is on the right side but uncertain, we say
    { "**" }on track, uncertain**. If the whole range is on the wrong side, we say **not on track**. If there is too
    little to go on, we say that it **cannot be judged**, and why. With forty goals where all is well, we must
    still expect about one false alarm.
about-definitions-title = What the numbers mean
about-name = Number
about-definition = How it is worked out
about-source = Source
about-dictionary-title = The columns of the files
defined-by-model = The collaboration model
defined-by-hospital = Norwegian Patient Registry, “did not attend”
defined-by-survival = Kaplan and Meier, 1958
defined-by-pathways = National patient pathways, advisory limits
defined-by-fact = The FACT evaluation
about-principles-title = The principles in the model, and what measures them
about-principle = Principle
about-goals = Goals that say something about it
about-unmeasured = Not measured yet

## When something is in the way

store-unreachable = We cannot reach the database. Check that it is running and that the address is right, and try again. Your files are not lost.
store-locked = The database is busy just now. Wait a moment and try again. Your files are not lost.
store-unwritable = We cannot write to the database. Check that the folder can be written to and that the disk is not full, and try again. Your files are not lost.
store-other-key = The key file belongs to another database. Find the right key file, and start again.
model-no-file = We cannot find the model file { $file }. Check its name and where it is.
model-unreadable = We cannot read the model file { $file }. Check that it is saved as UTF-8.
model-not-toml = The model file { $file } has a typing error in line { $key }. Correct the line and start again.
model-not-toml-at-end = The model file { $file } ends in the middle of something. Check the last lines and start again.
model-missing = The model file { $file } lacks “{ $key }”. Write it in and start again.
model-unknown-key = The model file { $file } has a field we do not know: “{ $key }”. Correct the name or remove it.
model-wrong-value = The model file { $file } has a value we cannot use: “{ $key }”. Correct it and start again.
model-taken-key = The model file { $file } uses the same key twice, or a name that is taken: “{ $key }”. Choose another.
model-unknown-municipality = The model file { $file } refers to a municipality that is not in it: “{ $key }”. Correct the name.
model-unknown-principle = The model file { $file } refers to a principle that is not in it: “{ $key }”. Correct the name.
model-wrong-kind-of-goal = The model file { $file } has a goal that does not fit its number: “{ $key }”. Use a share, or kind = "deliver" for what is counted up.
model-unknown-indicator = The model file { $file } refers to a number we do not know: “{ $key }”. See the names under About the numbers.

## The command line

cli-help = Samspill: the steering group’s dashboard. With no command, it opens at http://localhost:8501.
cli-demo = Open Samspill with made-up numbers.
cli-import = Take in files, as on the upload page. Exits with 0 when every row was included, 1 when some had errors, 2 when a file was refused.
cli-publish = Publish periods that are complete.
cli-audit = Try to work hidden numbers out from what is published.
audit-line = { $family } { $year }: { $breaches ->
        [0] safe. No hidden number can be worked out.
        [one] one hidden number can be worked out.
       *[other] { $breaches } hidden numbers can be worked out.
    }
cli-edition = Publish this year again as a new edition.
cli-year = YEAR
cli-reason = Why the year is published again.
cli-json = Write one line of JSON for each file and table.
cli-database = The database, as an SQLAlchemy address. Otherwise SAMSPILL_DATABASE.
cli-model = The model’s name or file. Otherwise SAMSPILL_MODEL.
cli-port = The port the dashboard opens on.
cli-then-publish = Publish the periods that are ready afterwards, or wait with it.
cli-reading = Reading
cli-open = Samspill is open at { $url }. Stop it with Ctrl+C.

## Streamlit's own words, exactly as it says them: this is what we look for to say it in another language

browser-no-script = You need to enable JavaScript to run this app.
browser-skip = Skip to main content
browser-sidebar = Sidebar
browser-sidebar-hide = Collapse sidebar
browser-sidebar-show = Expand sidebar
browser-pages = App pages
browser-pages-more = View { $count } more
browser-pages-fewer = View less
browser-home = Navigate to home page
browser-new-tab = (opens in new tab)
browser-messages = Notifications
browser-message-more = view more
browser-message-less = view less
browser-close = Close
browser-dismiss = Dismiss
browser-cancel = Cancel
browser-link-here = Link to heading
browser-help = Help
browser-help-for = Help for { $label }
browser-progress = progress
browser-picture-unnamed = Vega visualization
browser-picture = visualization

# The main menu

browser-menu = Main menu
browser-theme = Theme
browser-theme-system = System
browser-theme-light = Light
browser-theme-dark = Dark
browser-print = Print
browser-rerun = Rerun
browser-rerun-always = Always rerun
browser-rerun-auto = Auto rerun
browser-clear-cache = Clear cache
browser-record = Record screen
browser-get-help = Get help
browser-report-bug = Report a bug
browser-about = About
browser-made-with = Made with Streamlit v
browser-copy-version = Copy version to clipboard
browser-copy = Copy to clipboard
browser-copied = Copied

# Choices and fields

browser-choose = Choose an option
browser-choose-many = Choose options
browser-choose-nothing = No options to select
browser-no-match = No results
browser-options-one = { $count } option available.
browser-options = { $count } options available.
browser-option-chosen = { $name }, selected
browser-open = Open
browser-clear = Clear value
browser-select-all = Select all
browser-select-matches = Select { $count } matches
browser-enter-apply = Press Enter to apply
browser-enter-submit = Press Enter to submit form
browser-required = This field is required.

# Files

browser-upload = Upload
browser-upload-more = Add files
browser-upload-input = file upload
browser-upload-drop = Drag and drop files here
browser-upload-drop-one = Drag and drop a file here
browser-upload-size = { $size } per file
browser-upload-remove = Remove { $name }
browser-upload-stop = Cancel upload of { $name }
browser-upload-again = Click to retry upload
browser-upload-fault = Error:
browser-upload-too-big = File must be { $size } or smaller.
browser-upload-too-small = File size is too small.
browser-upload-kind = { $kind } files are not allowed.
browser-upload-unknown-kind = files are not allowed.
browser-upload-only-one = Only one file is allowed.
browser-upload-unexpected = Unexpected error. Please try again.
browser-upload-failed = Upload failed
browser-upload-refused = AxiosError: Request failed with status code { $code }
browser-upload-no-network = AxiosError: Network Error
browser-upload-lost = Connection lost. Please wait for the app to reconnect, then try again.
browser-file-and-size = { $name }, { $size }
browser-size = { $size }
browser-download-failed = Download failed
browser-download-not-made = Failed to generate file for download
browser-download-closed = Connection closed
browser-download-slow = Request timed out

# Pictures and tables

browser-show-data = Show data
browser-show-chart = Show chart
browser-picture-file = Download as PNG
browser-picture-recipe = Copy Vega-Lite spec
browser-picture-copied = Copied!
browser-fullscreen = Fullscreen
browser-fullscreen-close = Close fullscreen
browser-columns = Show/hide columns
browser-table-file = Download as CSV
browser-search = Search
browser-search-what = Type to search
browser-search-before = Previous Result
browser-search-after = Next Result
browser-search-close = Close Search
browser-search-one = { $count } result
browser-search-many = { $count } results
browser-search-one-of = { $count } of { $all } result
browser-search-many-of = { $count } of { $all } results
browser-search-most-of = { $count } of over 1000
browser-column-menu = Dataframe column menu
browser-column-copy = Copy column name
browser-column-up = Sort ascending
browser-column-down = Sort descending
browser-column-statistics = Statistics
browser-column-format = Format
browser-column-width = Autosize
browser-column-pin = Pin column
browser-column-unpin = Unpin column
browser-column-hide = Hide column
browser-format-automatic = Automatic
browser-format-localized = Localized
browser-format-plain = Plain
browser-format-compact = Compact
browser-format-percent = Percent
browser-format-scientific = Scientific
browser-format-accounting = Accounting
browser-format-duration = Duration
browser-format-distance = Distance
browser-format-calendar = Calendar
browser-statistics-empty = Empty
browser-statistics-values = Values
browser-statistics-distinct = Distinct
browser-statistics-average = Average
browser-statistics-deviation = Standard deviation
browser-statistics-minimum = Minimum
browser-statistics-lower = 25th percentile
browser-statistics-upper = 75th percentile
browser-statistics-maximum = Maximum
browser-statistics-shortest = Minimum length
browser-statistics-longest = Maximum length
browser-statistics-length = Average length
browser-statistics-range = Range
browser-statistics-count = Count
browser-statistics-chart = Top values frequency chart
browser-statistics-none = No data
browser-statistics-sample = Based on sample
browser-kind-text = text
browser-kind-number = number
browser-kind-date = date
browser-table-wide = Scrollable table
browser-table-empty = empty

# When contact breaks

browser-running = Running...
browser-stop = Stop
browser-stopping = Stopping...
browser-changed = File change.
browser-connecting = Connecting
browser-connecting-to = Connecting to Streamlit server
browser-not-connected = Error
browser-not-connected-to = Unable to connect to Streamlit server
browser-lost = Connection error
browser-lost-here = Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:
browser-lost-command = streamlit run yourscript.py
browser-lost-there = Streamlit server is not responding. Are you connected to the internet?
browser-lost-slow = Connection timed out.
browser-lost-status = Connection failed with status { $code }.
browser-lost-answer = Connection failed with status { $code }, and response:
browser-no-page = Page not found
browser-no-page-there = The page that you have requested does not seem to exist. Running the app's main page.
browser-no-page-named = You have requested page /{ $name }, but no corresponding file was found in the app's pages/ directory. Running the app's main page.
browser-fault = This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).
browser-fault-title = Script execution error
browser-fault-silent = No message
browser-old-title = Network issue
browser-old = Cannot load Streamlit frontend code. This can happen when you update Streamlit while a Streamlit app is running.
browser-old-reload = To fix this, simply reload this app by pressing
browser-old-or = , or
browser-old-again = If the error persists, try force-clearing your browser's cache as described
browser-old-here = here

# The signs in the badges, read aloud

browser-sign-reached = check_circle icon
browser-sign-sure = trending_up icon
browser-sign-unsure = contrast icon
browser-sign-off-unsure = change_history icon
browser-sign-off = dangerous icon
browser-sign-unjudged = help icon
browser-sign-add = add icon

# When the unexpected happens: our own words instead of Streamlit's

fault-unexpected = Something went wrong on our side, not yours. Reload the page. If it happens again, tell whoever runs Samspill.
