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
publish-not-reported = Not everything is published yet for { $periods }. Numbers come when rows have been uploaded up to the last day of the period. Numbers on what happened afterwards come when enough time has passed to know.
publish-not-reported-rule = A period is published once, when it is over and the rows for all of it have come in. Later corrections do not change it without a new edition.
publish-corrected = Corrected after publishing: { $periods }. The published numbers stand until you make a new edition.
publish-blocked = Not published: { $periods }. The rows no longer agree with what was published earlier that year. Make a new edition of the year first.
publish-unprotected = Not published: { $periods }. We could not make the numbers safe to show. The numbers from the period before stay as they are. Try again later. If that does not help, tell whoever runs Samspill.
publish-again = Try again
publish-tried = { $name } (tried { $at })
publish-leave = You may safely go to other pages meanwhile.
edition-other = Make a new edition of a year
edition-year = Year
edition-ask = Rows in **{ $year }** have changed since the numbers were published. The published numbers stand until you make a new edition. The old edition will not be lost.
edition-reason = Why is a new edition needed?
edition-publish = Make a new edition of { $year }
edition-publish-chosen = Make a new edition
edition-needs-reason = Write why the numbers should be published again.
