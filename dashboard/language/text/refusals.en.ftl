## Files we do not accept

refused-empty = The file is empty. Export it again from the system it comes from, and try again.
refused-locked = The file is locked with a password. Open it in Excel, remove the password under File → Info → Protect Workbook, and upload it again.
refused-damaged = We cannot open the file. It may have been damaged on the way. Open it in Excel, save a copy as .xlsx, and upload the copy.
refused-pdf = This is a PDF file. Upload the Excel file the numbers come from.
refused-image = This is a picture. Upload the Excel file the numbers come from.
refused-program = This is a program, not a spreadsheet. Upload the Excel file the numbers come from.
refused-word = This is a text document. Paste the table into our template, and upload that.
refused-presentation = This is a presentation. Upload the Excel file the numbers come from.
refused-apple-numbers = The file was made in Numbers. Choose File → Export To → Excel, and upload that file.
refused-database = This is a database file. Export the table to Excel, and upload that file.
refused-archive = This is a zipped folder. Unzip it, and upload the spreadsheets inside.
refused-html = The file looks like Excel, but contains a web page. Some systems export this way. Open it in Excel, choose Save As → Excel Workbook (.xlsx), and upload that.
refused-xml-2003 = The file is in an old Excel format. Open it in Excel, choose Save As → Excel Workbook (.xlsx), and upload that.
refused-old-xls = The file is from a very old version of Excel. Open it in Excel, save it as .xlsx, and upload that.
refused-not-a-spreadsheet = This is not a spreadsheet we can read. Save it as .xlsx in Excel, and upload that file.
refused-has-dtd = The file contains something that ordinary Excel files do not, so we do not open it. Save a new copy from Excel, and upload that.
refused-no-sheets = We found no sheets in the file. Open it in Excel, save a copy as .xlsx, and upload the copy.
refused-rows-lost = We cannot read all the rows of the file. Open it in Excel, save a copy as .xlsx, and upload the copy.
refused-too-big = The file is { $megabytes } MB. We accept up to { $limit } MB. Split it into smaller files, for example one for each month.
refused-too-big-unpacked = The file grows to more than { $limit } MB when it is unpacked. The cause is often formatting far below the table. Delete empty rows and columns after the table, save, and try again.
refused-too-many-parts = The file is made up of more than { $limit } parts. Copy the table into a new workbook, and upload that.
refused-too-much-memory = The file is too large to open safely. Copy the table into a new workbook, and upload that.
refused-cell-far-away = There is something in { $column }{ $row }, far outside the table. Delete it, save the file, and upload it again.
refused-too-many-rows = The sheet has more than { $limit } rows. Delete empty rows after the table, or split the file, and try again.
refused-too-many-columns = The sheet has more than { $limit } columns. Delete empty columns after the table, and try again.
refused-too-slow = We spent more than { $seconds } seconds reading the file, so we stopped. Try with fewer rows, for example one month at a time.
refused-cancelled = The reading was stopped. Drop the file again when you want to try once more.
refused-nul-bytes = Line { $line } contains characters that do not belong in a text file. Save the file as “CSV UTF-8” from Excel, and try again.
refused-unreadable-text = We cannot read the characters in line { $line }. Save the file as “CSV UTF-8” from Excel, and try again.
refused-mac-roman = The file was saved the way old Macs write text (line { $line }). Save it as “CSV UTF-8” from Excel, and try again.
refused-unclosed-quote = A quotation mark in line { $line } is never closed. Correct the line, and try again.
refused-cell-too-long = A cell in line { $line } has more than { $limit } characters. Often a quotation mark is missing. Correct the line, and try again.
refused-identity-numbers = The file contains { $count ->
        [one] a number that looks like a national identity number
       *[other] { $count } numbers that look like national identity numbers
    }: { $where }. Nothing has been saved. Use participant numbers instead, and upload the file again. Bank account numbers must come out too.
refused-identity-number-in-name = The file's name has a number that looks like a national identity number. Nothing has been saved. Rename the file and upload it again.
refused-headings-missing = This looks like “{ $table }”, but we did not find { $missing } in row { $row }. Use exactly those column names in Excel, or use the template, and upload again.
refused-no-table = We found no table we know in the file. The table needs a row of column names, for example Dato, Deltaker, Kommune and Status. The easiest way is to use the template.
refused-only-hidden = The sheet “{ $sheet }” is hidden and not read. Show it in Excel, or choose it here.
refused-days-without-year = The days in row { $row } lack a year. Write for example “March 2026” above the table, and upload again.
refused-several-in-cell = Column { $column } has several participants in one cell. Write a row for each participant, and upload again.
refused-pivot = The sheet “{ $sheet }” is a pivot table of sums. Upload the sheet with the rows it is made from.
refused-no-marks = The register has participants and days, but no marks. We cannot read colours: write for example x, attended or cancelled in the cells.
refused-no-rows = The table has column names, but no rows. Fill in the file, and upload it again.
refused-unreadable-file = We cannot find the file, or are not allowed to read it. Check the name and try again.
refused-other = We could not read the file. Save it as .xlsx in Excel, and try again.
spot = sheet “{ $sheet }” row { $row } column { $column }
spot-sheet-name = in the name of sheet number { $number }
refused-other-municipality = The file has rows from municipalities you do not upload for. Upload a file with your municipalities only, or ask the coordinator for help.
