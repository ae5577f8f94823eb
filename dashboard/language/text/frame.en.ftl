# Samspill in English. Short, warm and exact. No technical words; every error says what to do now.

app-name = Samspill
language-name = English
demo-banner = **Made-up numbers.** This is a trial version. None of the people behind the numbers exist.
link-unknown = The link points to something we can no longer find. We are showing the nearest thing instead.

## The menu and the choices

foot-label = More about Samspill
menu-look = View
menu-work = Add numbers
choose-place = Municipality
choose-period = Period
choose-edition = The numbers as they were
edition-newest = Newest
edition-seen = You are looking at the numbers as they were on { $edition }. They may have been corrected since.
choose-language = Language
place-all = The whole region
place-all-inside = the whole region

## Periods

period-quarter = Quarter { $number } { $year }
period-quarter-short = Q{ $number } { $year }
period-tertial = Tertial { $number } { $year }
period-tertial-short = T{ $number } { $year }
period-with-days = { $name } ({ $first } – { $last })

## When something is in the way

store-unreachable = We cannot reach the database. Check that it is running and that the address is right, and try again. Your files are not lost.
store-locked = The database is busy just now. Wait a moment and try again. Your files are not lost.
store-unwritable = We cannot write to the database. Check that the folder can be written to and that the disk is not full, and try again. Your files are not lost.
store-other-key = The key file belongs to another database. Find the right key file, and start again.
store-disk-full = The disk is full. Make room, and try again. Your files are not lost.
store-replaced = The database file was moved or replaced while Samspill was open. Nothing has been saved. Start Samspill again, and upload the file once more.
store-key-missing = The key file of this database is missing. Fetch it from the backup, put it back where it was, and start again. A new key would make every participant a new person.
store-from-later = A later version of Samspill made this database. Update Samspill, and start again.
store-not-empty = The database is in use already. Choose an empty one to bring the backup back to.
store-backup-damaged = The file is not a whole backup. Use another copy.
store-backup-sealed = The backup is sealed. Name the file with the private key (--identity) that belongs to it.
store-key-beside = The database and its key must not be kept together: whoever has both has the data. Choose another folder for the key.
store-recipient-unreadable = The recipient is not a public key from age. Write the key that begins with “age1”.
store-not-allowed = You may not do that. Ask the administrator of Samspill for help if you need it.
store-own-role = Another administrator has to change your own role.
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
page-title = { $page } – { $app }
period-newest = Newest: { $period }
