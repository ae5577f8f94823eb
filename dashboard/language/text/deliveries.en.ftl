model-deliverer-who = The model file { $file } does not say clearly who delivers: “{ $key }”. Write one of municipality, team and source.
model-deliverer-column = The model file { $file } lets somebody deliver rows that do not carry their name: “{ $key }”. Use source.
model-unknown-team = The model file { $file } speaks of a team that is not in it: “{ $key }”. Correct the name.

## Who has delivered

goal-cannot-not-delivered = Cannot be judged: { $who } did not deliver.
goal-cannot-not-recorded = Cannot be judged: { $what } are hardly ever recorded in the files from { $who }.
without = The number leaves out { $who }, who had not delivered.
without-aside = without { $who }
deliveries-lacking = { $period }: without { $who }, who had not delivered.
figure-not-delivered = Not delivered: { $who }.
delivery-title = Has everybody delivered?
delivery-all = Yes. Everybody who should have delivered, has.
delivery-not-all = No, not yet. This is missing: { $what }.
delivery-owed = { $who } ({ $table }, { $period })
delivery-owed-more = And { $count } more, see the tables below.
delivery-rule = The model file says who is to deliver what. Where rows are about people, “delivered” also means that somebody has said there was nothing to deliver.
delivery-delivered = delivered
delivery-partial = in part
delivery-late = delivered late
delivery-missing = missing
delivery-nothing = nothing happened
delivery-awaited = awaited
delivery-who = Delivers
delivery-state = Status
delivery-when = When
delivery-by = By
delivery-due = Due
delivery-details = { $table }: who said so, and when
delivery-never = Nobody has delivered yet: { $tables }. So no numbers are shown for this, not even zero.
delivery-overtaken = { $who } said there was nothing to report for { $period } ({ $table }). Rows have come since, and they are what counts.
delivery-say = Say that there was nothing to report
deliveries-title = Is anything missing?
deliveries-none = Everybody who should have delivered has delivered.
deliveries-open = **{ $who }** · { $table } · { $period } · { $state }
deliveries-nothing = Nothing to report
deliveries-whole = This is all
deliveries-more = { $count ->
        [one] One more
       *[other] { $count } more
    }
deliveries-which = What is it about?
deliveries-said = { $count ->
        [one] One message has been given
       *[other] { $count } messages have been given
    }
deliveries-nothing-said = Nothing to report: **{ $who }** · { $table } · { $period }
deliveries-whole-said = All is delivered: **{ $who }** · { $table } · { $period }
deliveries-without-said = Published without **{ $who }** · { $period }
publish-will = This is what publishing does:
publish-column-period = Period
publish-column-numbers = Numbers
publish-column-region = Whole region
publish-column-missing = Not delivered
publish-region-yes = yes
publish-region-without = yes, without those missing
publish-region-waits = waits; only municipalities that have delivered
publish-hidden = Numbers of fewer than { $threshold } people are shown as “:”. Some others are hidden too, so that nobody can work those out. You will see how many afterwards.
publish-came-hidden = { $count ->
        [0] No number was hidden.
        [one] One of { $every } numbers is hidden.
       *[other] { $count } of { $every } numbers are hidden.
    }
publish-do-without = Publish { $period } without { $who }
publish-do-without-help = The region's numbers will then be without { $who }, and every number says so. If the rows come later, the period can be published again.
undo-behind = Published numbers rest on these rows: { $periods }. If you undo, they stand as they are until somebody makes a new edition of the year.
undo-sure = Undo all the same
undo-keep = Let it stand

typing-title = Type in without Excel
typing-what = What do you want to type in?
typing-concerts = Concerts
typing-activities = Activities
typing-heads = Head counts at open sessions
typing-help = One row each time. Write dates as 17.05.2026. You can paste from Excel too.
typing-look = See what will be saved
typing-file-concerts = Typed in: concerts
typing-file-activities = Typed in: activities
typing-file-heads = Typed in: head counts at open sessions

reminder-subject = { $who }: something is missing in Samspill
reminder-hello = Hello { $who }! We are missing this from you for { $model }:
reminder-how = Upload it on the page “{ $page }”, or type it in there. If there was nothing to report, press “Nothing to report” on the same page.
reminder-automatic = This is an automatic reminder. It comes at most once a month, and not when everything is delivered.
calendar-deliveries = Samspill: deliveries from { $who }
calendar-deliver = Deliver to Samspill: { $table }, { $period }
calendar-measures = Samspill: measures due
calendar-measure = Measure due, { $where } { $case }
calendar-case = (case { $number })
calendar-unknown = There is no such calendar. See the list at /kalender/.
cli-remind = Remind whoever has not delivered, at most once a month: by mail (SAMSPILL_SMTP=host:port and SAMSPILL_SMTP_FROM), else here.
cli-remind-lang = The language of the reminder.
mail-sent = { $who } has been reminded.
mail-reminded = { $who } was reminded earlier this month.
mail-address = We cannot read SAMSPILL_SMTP or SAMSPILL_SMTP_FROM. Write host:port and a mail address.
mail-unreachable = { $who } has not been reminded: the mail server does not answer. We try again next time.
mail-refused = { $who } has not been reminded: the mail server did not take it. Check the address in the model file, the user and the password.
deliveries-waiting = { $period }: numbers for the whole region are waiting for { $who }, who have not delivered.
minute-fault-twice = This was written a moment ago. Should it be there twice? Press Save once more.
upload-remain = { $file }: { $count ->
        [one] One row is not taken in and must be corrected. Here it is, with the reason. Correct it and upload the workbook.
       *[other] { $count } rows are not taken in and must be corrected. Here they are, with reasons. Correct them and upload the workbook.
    }
upload-remain-done = Remove
cli-worker = Do what is handed over to workers: keeping files, publishing and papers. As many as you like, on as many machines.
cli-worker-remind = Remind whoever has not delivered, on the morning of every working day (SAMSPILL_SMTP).
cli-worker-file = Workers are needed only where the database is a server. With the database in a file, Samspill does the work itself.
cli-region = Which region, of those in the folder SAMSPILL_REGIONS.
cli-region-unknown = There is no region called “{ $name }” in the folder SAMSPILL_REGIONS. There are: { $names }. A name has small letters from a to z, digits and _.
cli-region-which = Say which region it is about, with --region. There are: { $names }.
