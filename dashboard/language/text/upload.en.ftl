## Upload

upload-template = Download template
upload-files = Excel files with attendance, referrals, concerts, activities, FIT scores, user surveys or inhabitants
upload-help = You can drop several files at once. We read xlsx, xlsm, xls, xlsb, ods, csv, tsv and txt.
upload-seen = This file has been uploaded before. If you save it again, nothing is counted twice.
upload-will = **{ $table }:** { $new } new, { $changed } will change, { $unchanged } already here.
upload-failed = { $count ->
        [one] One row has an error and is left out until you have corrected it. The rest will be saved.
       *[other] { $count } rows have errors and are left out until you have corrected them. The rest will be saved.
    }
upload-hidden-sheet = The sheet “{ $sheet }” is hidden and not read. Show it in Excel, or choose it here.
upload-causes = { $count ->
        [one] One thing to look at
       *[other] { $count } things to look at
    }
upload-problems = Show each row
upload-more-problems = And { $count } more. Correct the first ones, and there will often be fewer.
upload-look = How we understand the file
upload-columns = Sheet “{ $sheet }”: { $table }
upload-keep = { $count ->
        [one] Save the file
       *[other] Save { $count } files
    }
upload-kept = { $file } is saved. Rows new or changed: { $rows }.
upload-left-out = Not read: { $cells } of { $held } cells with content:
history-title = Earlier uploads
history-nothing = Nothing has been uploaded yet.
history-counts = { $table }: { $new } new, { $changed } changed, { $unchanged } unchanged, { $failed } with errors
rows-few = fewer than 10 rows
rows-about = about { $count } rows
rows-some-changed = some changed
rows-some-removed = some removed
rows-some-failed = some with errors
history-undo = Undo
history-undone = Undone { $at } by { $by }
history-overtaken = Later uploads have changed the same rows. Undo those first, starting with the newest.
