## The numbers for other tools

tidy-title = Published numbers from { $region }
tidy-description = Published numbers only. There is a sign where a number is missing: “:” hidden to protect privacy, “..” missing, “.” cannot be worked out. Edition { $edition }.
tidy-cube = { $family }, { $region }
tidy-indicator = What is measured
tidy-indicator-name = What is measured, in words
tidy-unit = Unit: count is a number, percent a share from 0 to 1, rate is per 100 or 1,000, weeks are weeks
tidy-period = Period: 2026, 2026Q3, 2026T2 or 2026-03
tidy-period-kind = Kind of period: year, quarter, tertial or month
tidy-first-day = First day of the period
tidy-last-day = Last day of the period
tidy-municipality = Municipality; all is the whole region
tidy-municipality-name = The municipality’s name
tidy-municipality-number = Municipality number
tidy-origin = The service a course came from; all is all of them
tidy-level = Kind of session; all is all of them
tidy-outcome = How it ended; all is all of them
tidy-service = Service; all is all of them
tidy-source = Who referred; all is all of them
tidy-destination = Where a course went on to; all is all of them
tidy-question = The question of the user survey; all is all of them
tidy-response = The answer to the question; all is all of them
tidy-number = Number
tidy-value = Value
tidy-low = Lower limit of the uncertainty
tidy-high = Upper limit of the uncertainty
tidy-base = What the value is worked out from; sessions are rounded to the nearest ten
tidy-bound = Whether the value is a bound: at_least, at_most or not_reached
tidy-sign = Sign where the number is missing
tidy-without = The municipalities that had not delivered when the number of the region was published
sign-hidden = Hidden to protect privacy
sign-missing = Missing
sign-impossible = Cannot be worked out
sign-not-offered = Not offered
bound-at-least = At least this much
bound-at-most = At most this much
bound-not-reached = More than half are still waiting
outcome-in-time = Started in time
outcome-later = Started later
outcome-waiting = Still waiting
outcome-withdrawn = Withdrawn or rejected before a start
outcome-improved = Reliably better
outcome-measured = Measured, not reliably better
outcome-too-few = Measured too few times
destination-to-local = Local network
destination-nowhere = No further
tidy-list = Published numbers, edition { $edition }. The addresses can be opened from Excel, Power BI and R. Add ?sett= and an edition to pin the numbers.
tidy-no-such-file = There is no such file here. These are: { $names }.

## When a paper cannot be made

paper-fault-nothing-published = Nothing is published yet, so there are no numbers for the paper. Upload files and publish first.
paper-fault-unknown-edition = We find no edition called “{ $edition }”. Copy the link from the screen again, or leave the edition out for the newest numbers.
paper-fault-unwritable = We cannot write to the folder { $folder }. Check that it exists and that you may write there, and try again. No file is changed.
paper-fault-disk-full = There is no room on the disk for the files in { $folder }. Make room, and try again. No file is changed.
paper-fault-broken-off = Something went wrong while the paper was made. Nothing has been saved. Try again, and tell whoever runs Samspill if it happens again.
paper-fault-cancelled = Cancelled. Nothing has been saved.
paper-fault-too-much-memory = The paper was too large for this machine’s memory. Nothing has been saved. Choose fewer municipalities or goals, and try again.
paper-fault-store = The database cannot be opened right now. Nothing has been saved. Try again in a moment.

## On the command line

cli-export = Write the published numbers to files that other tools read: CSV, Parquet and JSON-stat. Ends with 2 when that cannot be done.
cli-to = The folder the files are put in.
cli-format = This format only; may be given several times. Otherwise all.
cli-pin = EDITION
cli-pin-help = The edition the numbers are from, as it stands in a pinned link (sett=). Otherwise the newest.
cli-lang = The language in the files.

## The status report

paper-report-title = Status report for { $period }
paper-meeting = For the meeting on { $day }
paper-made-up = Made-up numbers. This is a demonstration. None of the people behind the numbers exist.
paper-source = Published numbers, edition { $edition }. The same numbers are on the screen when the address ends with sett={ $pin }.
paper-foot = { $region } · numbers from { $edition }
paper-page = Page
paper-page-of = of
paper-contents = Contents
paper-summary = In short
paper-summary-short = “{ $goal }”: { $status }.
paper-numbers = Numbers of the period
paper-goals = Goals
paper-places = Municipalities
paper-picture-numbers = Numbers in the chart
paper-sentence = Assessment
paper-now = Now
paper-target = Target
paper-known-title = What we know
paper-known = { $place }, { $days }: { $text }
paper-note = { $days }: { $text }
paper-drawn = In the chart
paper-measures = Measures
paper-measure = Measure
paper-about = About
paper-number = No.
paper-next = Next step
paper-next-measures = { $count ->
        [one] One measure is under way:
       *[other] { $count } measures are under way:
    }
paper-next-decide = No measure is decided. The meeting should say what is to be done, by whom and when.
paper-next-follow = No measure is needed now. We keep an eye on it.
paper-uncertainty = Uncertainty
paper-deviations = Deviations and measures
paper-no-deviations = No goal is on the wrong side of what was agreed.
paper-no-measures = No measures are waiting.
paper-wanted = Decisions wanted
paper-wanted-goals = { $count ->
        [one] Decide on the goal that is still a proposal: { $names }.
       *[other] Decide on the goals that are still proposals: { $names }.
    }
paper-wanted-measure = Decide on a measure, somebody responsible and a date for “{ $goal }”.
paper-wanted-date = Decide on a new date, or end the measure: { $text }
paper-wanted-note = Take note of the status report.
paper-undelivered = Have not delivered
paper-fault-unknown-period = The period { $period } is not published. Choose one that is on the screen, for example 2026Q3.
paper-fault-unknown-place = We know no municipality called “{ $key }”. Write one of these: { $keys }.
paper-fault-unknown-goal = We know no goal called “{ $key }”. Write one of these: { $keys }.
paper-fault-broken-template = The template cannot be read. It must be a Word document (.docx) that opens in Word. Save it again from there, and try once more.
cli-report = Make the papers of a meeting: status report (PDF), slides, workbook, agenda and minutes. Ends with 2 when that cannot be done.
cli-kinds = KINDS
cli-kind = What is made, separated by commas: pdf, pptx, xlsx, docx (agenda and minutes), agenda, minutes, grant (the yearly report to the County Governor).
cli-unknown-kind = We make nothing called “{ $kind }”. Choose among these: { $kinds }.
cli-period = PERIOD
cli-period-help = The period the papers are about, for example 2026-Q3. Otherwise the newest.
cli-day = YYYY-MM-DD
cli-meeting = The day of the meeting.
cli-key = KEY
cli-place = Only this municipality gets a page of its own; may be given several times. Otherwise all.
cli-goal = Only this goal; may be given several times. Otherwise all.
cli-template = A Word document with your own styles, for agenda and minutes.
cli-contrast = Black on white, for readers who see less.
cli-large = Larger type.
paper-lacking = The region’s numbers for { $period } are published without { $names }.
paper-owing = { $name }: { $what }

## The page Papers

papers-title = Papers
papers-lead = The papers for the meeting, made from the same numbers as on the screen. Every paper names the edition of its numbers.
papers-kind = What do you want to make?
papers-kind-report-pdf = Status report (PDF)
papers-kind-slides-pptx = Slides (PowerPoint)
papers-kind-workbook-xlsx = Workbook (Excel)
papers-kind-agenda-docx = Notice and agenda (Word)
papers-kind-minutes-docx = Minutes (Word)
papers-kind-grant-pdf = Yearly report to the County Governor (PDF)
papers-kind-grant-docx = Yearly report to the County Governor (Word)
papers-about-report-pdf = In short, the goals, a page for each municipality, measures and decisions wanted. Can be read aloud by screen readers.
papers-about-slides-pptx = One goal on each slide. Charts and tables can be edited, and the notes hold definition and source.
papers-about-workbook-xlsx = The numbers with charts, a sheet for each subject. Signs are text.
papers-about-agenda-docx = Sent before the meeting: cases, the numbers as they are now, and decisions wanted.
papers-about-minutes-docx = After the meeting: decisions with somebody responsible and a date, and the numbers as the meeting saw them.
papers-about-grant-pdf = Goal attainment and deviations, how many were reached, surveys, FIT and concerts of a year.
papers-about-grant-docx = The same, as a document you can go on writing in.
papers-meeting = Day of the meeting
papers-places = Municipalities with a page of their own
papers-all = All
papers-goals = Goals
papers-language = Language of the paper
papers-contrast = Black on white
papers-large = Larger type
papers-template = Your own Word template (optional)
papers-template-help = The paper gets its fonts, header and footer from the template.
papers-more = More choices
papers-make = Make the paper
papers-ordered = Get { $name }, ordered { $at }
papers-ready = { $name } is ready.
papers-download = Download { $name }
papers-preview = First page
papers-size = { $size } kB, numbers from { $edition }
paper-stage-waiting = Waiting its turn
paper-stage-opening = Opening the numbers
paper-stage-reading = Reading the numbers
paper-stage-drawing = Drawing the charts
paper-stage-setting = Setting the pages

## Slides

paper-layout-front = Front
paper-layout-page = Page with a title
plot-value = Value
plot-low = Uncertainty, lower
plot-high = Uncertainty, upper
plot-target = Target
plot-plan = Plan

## Agenda and minutes

paper-agenda-title = Notice of meeting { $day }
paper-minutes-title = Minutes of meeting { $day }
paper-day-open = (date to be set)
paper-notice = The steering group of { $region } is invited to a meeting { $day }. Let us know if you cannot come, and what you want to bring up.
paper-cases = Agenda
paper-case-agenda = Approval of notice and agenda
paper-case-last = Measures since last time
paper-case-status = How the goals stand
paper-case-goal = Deviation: { $goal }
paper-case-other = Any other business
paper-present = Present
paper-present-write = (Write who was present, and who had sent apologies.)
paper-decided = Cases and decisions
paper-nothing-decided = No decisions are written down for { $day }.
paper-seen = The numbers as the meeting saw them

## The yearly report

paper-grant-title = Report on the use of the grant in { $year }
paper-grant-to = To { $name }
paper-grant-goals = Goal attainment
paper-grant-goals-text = The goals of the application, what { $year } came to, how the goal stood then, and how it stands now.
paper-grant-result = Result { $year }
paper-grant-then = Status at the end of { $year }
paper-grant-deviation = At the end of { $year }: { $then }. Now: { $now }.
paper-grant-now = Status now
paper-grant-deviations = Deviations, and what explains them
paper-grant-explain = (Write what the steering group thinks is the cause, and what is being done.)
paper-grant-reached = Whom we have reached
paper-grant-surveys = User surveys and FIT
paper-grant-survey-question = Question
paper-grant-survey-answered = Answered
paper-grant-survey-none = No user survey is published for { $year }.
paper-grant-surveys-text = (Write how many were asked, what you learned from the answers, and what you do about it.)
paper-grant-public = Concerts, outreach and guidance
paper-grant-accounts = Accounts
paper-grant-accounts-text = The accounts are attached, signed by whoever is responsible for them.
paper-fault-unpublished-year = The year is not published yet, so the yearly report cannot be made. Choose a year that is on the screen, or publish the year first.
papers-present = Present
papers-size-only = { $size } kB
cli-names = NAMES
cli-present = Who was present, for the minutes.
paper-cause = Cause: { $text }
