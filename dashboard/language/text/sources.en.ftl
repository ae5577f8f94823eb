## A source: named questions to another database

cli-name = NAME
cli-source = Fetch what is new from a source in sources.toml. May be given more than once.
cli-nothing-to-import = Say which files to import, or a source with --source.
source-fetch = Fetch from { $source }
job-fetching = Fetching from { $file } …
source-fault-none = No sources are set up. Write them in { $file }; see the README.
source-fault-unknown = We know no source called “{ $source }”. These exist: { $names }.
source-fault-file-unreadable = We cannot read { $file }. Check that it is written correctly, and try again.
source-fault-file-broken = { $file } has an error at “{ $key }”. Correct it, and try again.
source-fault-address = The address of “{ $source }” cannot be right. Correct it in the file of sources.
source-fault-password-in-file = The password of “{ $source }” is in the file of sources. Take it out, put it in an environment variable, and name that under password_from.
source-fault-variable-missing = The environment variable { $variable } for “{ $source }” is empty. Set it, and try again.
source-fault-driver = The database of “{ $source }” is of a kind ({ $kind }) that lacks its driver here. Ask whoever runs Samspill to install it.
source-fault-unreachable = We cannot reach the database of “{ $source }”. Check that it is running and that the network is open, and try again. Nothing has been saved.
source-fault-shut-out = The database of “{ $source }” does not let us in. Check user and password, and try again. Nothing has been saved.
source-fault-not-a-question = The query of “{ $source }” must be one query that only reads: it begins with SELECT or WITH.
source-fault-question-refused = The database of “{ $source }” does not understand the query, or does not let us read all it asks for. Correct the query. Nothing has been saved.
source-fault-cursor-missing = The query of “{ $source }” gives no column called { $column }. Include it, or correct the name under cursor.
source-fault-slow = The database of “{ $source }” did not answer in time. Try again later, or ask for fewer rows. Nothing has been saved.
source-fault-nothing = The query of “{ $source }” gave no rows. Check that it asks for the right thing.
source-fault-nothing-new = Nothing new in “{ $source }” since last time.
