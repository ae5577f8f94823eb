## The command line

cli-help = Samspill: the steering group’s dashboard. With no command, it opens at http://localhost:8501.
cli-demo = Open Samspill with made-up numbers.
cli-import = Take in files, as on the page Numbers in. Exits with 0 when every row was included, 1 when some had errors, 2 when a file was refused.
cli-publish = Publish periods that are complete.
cli-audit = Try to work hidden numbers out from what is published.
audit-line = { $family } { $year }: { $breaches ->
        [0] safe. { $tried } hidden numbers were tried, none can be worked out.
        [one] one hidden number can be worked out.
       *[other] { $breaches } hidden numbers can be worked out.
    }
audit-older = From { $day } stricter rules hold. { $count ->
        [one] One number published before is
       *[other] { $count } numbers published before are
    } no longer shown as before.
cli-edition = Publish this year again as a new edition.
cli-year = YEAR
cli-reason = Why the year is published again.
cli-json = Write one line of JSON for each file and table.
cli-database = The database, as an SQLAlchemy address. Otherwise SAMSPILL_DATABASE.
cli-model = The model’s name or file. Otherwise SAMSPILL_MODEL.
cli-port = The port the dashboard opens on.
cli-then-publish = Publish the complete periods afterwards, or leave them for later.
cli-reading = Reading
cli-open = Samspill is open at { $url }. Stop it with Ctrl+C.
cli-version = Show which version this is.
cli-key-belongs = It belongs here: { $file }
cli-backup = Make a backup of the database while it is in use.
cli-key-to = Copy the key to this folder, which cannot be the one the backup is in.
cli-recipient = Seal the copy for whoever has this public key (age). May be given several times.
cli-backup-unwritable = We cannot read or write { $file }. Check the folder, and that the disk is not full.
cli-backup-done = The backup is in { $file }. All { $rows } rows have been read back and agree.
cli-backup-key = The key is in { $file }. Keep it somewhere other than the copy.
cli-backup-no-key = The key is not included. Without it the copy is of no use: keep it somewhere else (--key-to).
cli-keep = Remove copies older than this many days once the new one is whole. Without it, all of them stay.
cli-days = DAYS
cli-backup-open = The copy is not sealed: whoever gets hold of the file can read it. Seal it with --recipient.
cli-backup-cleared = { $count ->
    [one] One older copy has been removed.
   *[other] { $count } older copies have been removed.
}
cli-restore = Bring a backup back to an empty database.
cli-restore-key = The key that belongs to the copy. Otherwise the one already in place.
cli-identity = The file with the private key (age) that opens a sealed copy.
cli-restore-done = { $rows } rows have been brought back, and all agree with the copy.
cli-log = Check that the log is whole (verify), or write it out (export).
cli-log-head = A seal that was written down before: it must still be in the log.
cli-log-gone = The line with this seal is gone from the log. Tell whoever answers for privacy.
cli-grant = Give somebody a role. The first administrator gets theirs here.
cli-grant-place = For this municipality only. May be given several times.
cli-grant-unknown = The model has no municipality “{ $name }”. It has: { $names }.
cli-host = The address on this machine to listen on. Any other than the machine’s own needs a sign-in.
cli-host-name = A name Samspill answers to, besides the one in the sign-in file. May be given several times.
cli-metrics = Port for Prometheus’ numbers, for this machine only. 0 is none.
cli-open-to-network = Open to the network without anybody signing in. Whoever reaches the machine can then see and change everything.
cli-host-refused = Samspill does not open to the network at { $host } without a sign-in. Set one up (see docs/drift.md), or write --open-to-network-without-sign-in if whoever reaches the machine is to be able to see and change everything.
cli-this-machine = Nobody has to sign in: only this machine reaches Samspill.
cli-everybody = Nobody has to sign in, and the network reaches Samspill: whoever reaches the machine can see and change everything.
cli-sign-in-fault = The sign-in file { $file } cannot be used. Correct “{ $key }”, and start again.
cli-explain = Say where one number comes from: indicator, period (2025Q1) and place.
cli-explain-unknown = We do not know “{ $asked }”. These exist: { $known }.
cli-explain-period = “{ $asked }” is not a period. Write for example 2025, 2025Q1, 2025T1 or 2025-03.
cli-survey-key = KEY
cli-survey-question = Which question of the user survey the number is about.
cli-token = Reading codes that let Excel, Power BI and R fetch the published numbers without anybody signing in.
cli-token-make = Make a reading code. NAME is what it is for. The code is printed once.
cli-token-last = The last day it works. A year from now otherwise.
cli-token-made = Reading code #{ $number } works to the end of { $day }. It is not shown again.
cli-token-list = Show the reading codes: who made them, how long they work, and when they were last used.
cli-token-revoke = Take a reading code back. NUMBER is in the list.
cli-token-revoked = Reading code #{ $number } is taken back.
cli-token-unknown = No reading code number { $number } works now. See “samspill token list”.
cli-email = EMAIL
cli-as = Do it on behalf of this person, and no further than their role goes. As administrator otherwise.
cli-as-unknown = Nobody with the address { $email } has access here. Give them a role with “samspill grant”.
