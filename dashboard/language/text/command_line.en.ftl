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
