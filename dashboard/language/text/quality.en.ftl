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
