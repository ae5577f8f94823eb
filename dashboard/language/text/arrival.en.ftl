## A file on its way in: what it will do, what we ask, and how far we have come

upload-folder = Choose a whole folder
upload-corrections = { $count ->
        [one] Download the row with errors
       *[other] Download the { $count } rows with errors
    }
upload-corrections-help = You get a workbook with these rows only. The cells to correct are marked and explained. Correct them in Excel, and upload the workbook here.
upload-whole = { $table }: The file is the full list. Remove { $count ->
        [one] the rows that are not in it. There are fewer than ten.
       *[other] the rows that are not in it, about { $count }.
    }
upload-whole-help = Only for the days the file covers, and only for the municipalities, teams and kinds of session in it. Without the tick, everything stored stays. You can undo it afterwards.
upload-removed = Removed: { $count ->
        [one] some rows
       *[other] about { $count } rows
    }.
upload-kept-nothing = No rows in { $file } could be saved. Correct the errors, and upload it again.
upload-where = Months and municipalities
arrival-by-month = rows per month
arrival-by-municipality = rows per municipality
arrival-what = What happens
arrival-new = New
arrival-changed = Changed
arrival-unchanged = Unchanged
arrival-absent = Not in the file
arrival-cell = { $count } { $what }
arrival-table = each month in each municipality
arrival-no-month = No date
job-waiting = { $file } is waiting …
job-reading = Reading { $file } …
job-checking = Checking the rows in { $file } …
job-comparing = Comparing { $file } with what is stored …
job-keeping = Saving …
job-stop = Cancel
job-stopping = Cancelling …
store-cancelled = Saving was cancelled. The file you cancelled has not been saved. Drop it again when you want to retry.
store-put-away = It is a long time since the file was read, and its rows have been cleared away. Take the file off the list, and drop it again.
store-broken-off = Saving stopped before it was finished. Drop the file again: nothing is saved twice.
ask-headings = Help us with the columns in “{ $table }”
ask-heading = Which column is { $column }?
ask-heading-perhaps = Is one of these { $column }?
ask-choose = Choose
ask-alike = { $heading } (similar)
ask-none = None of them
ask-use-headings = Use the columns
ask-unknown = I do not know
ask-use-values = Use the answers
ask-remembered = { $count ->
        [one] One answer we remember
       *[other] { $count } answers we remember
    }
problem-value-as-answered = we read it the way you answered before. You can change the answer above the list.
    .short = Read the way you answered
history-older = { $count ->
        [one] One earlier upload
       *[other] { $count } earlier uploads
    }
history-hash = Fingerprint { $hash }
history-undoing = Undoing { $file } …
refused-lock-file = This is a temporary file Excel makes while the workbook is open. Close Excel, and upload the workbook itself.
refused-too-many-marks = The sheet has more than { $limit } marks. Split it into smaller sheets, for example one for each year, and upload it again.
refused-column-not-understood = Almost nothing in column { $column } is what the heading says. Check that the headings are above the right columns, and upload it again.
