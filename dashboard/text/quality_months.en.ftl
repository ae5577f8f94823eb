## Data quality month by month

quality-months = Month by month
quality-months-rule = Share of each month's rows, in coarse steps. No share is shown for fewer than 20 rows.
quality-month = Month
quality-asked = Question
quality-about-timely = Came in
quality-about-failed = With errors
quality-about-unknown = Unknown municipality
quality-about-incomplete = Details missing
quality-chart = { $table }: how good each month is
quality-grade-missing = missing
quality-grade-few = few rows
quality-days-good = in time
quality-days-watch = a bit late
quality-days-weak = late
quality-days-bad = late
quality-share-good = under 1%
quality-share-watch = 1–5%
quality-share-weak = 5–20%
quality-share-bad = over 20%
quality-no-indicator = none of the goals
quality-finding-timely = **Late ({ $months }).** The rows came more than a month after the month ended, so these numbers had to wait: { $indicators }. Agree on a fixed day for uploading.
quality-finding-failed = **Errors ({ $months }).** Rows with errors are not counted, so these numbers may be too low: { $indicators }. Correct the rows, and upload them again.
quality-finding-unknown = **Unknown municipality ({ $months }).** The rows count for the region, but for no municipality. This concerns { $indicators }. Fill in the municipality at the source.
quality-finding-incomplete = **Details missing ({ $months }).** Rows without status, offer or service are under unknown. This concerns { $indicators }. Fill in what is missing at the source.
quality-finding-missing = **No rows ({ $months }).** Is that right? If not, these numbers are too low: { $indicators }. Upload the months that are missing.
quality-finding-none = Nothing here makes the numbers unsure.
