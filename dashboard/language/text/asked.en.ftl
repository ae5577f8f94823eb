# What is asked: one question at a time, with a suggestion and what it will do.
asked-title = Question { $number } of { $count }
asked-lead = The answer is remembered for all files with the same headings.
asked-suggestion = { $answer } (suggested)
asked-use = Use the answer
asked-skip = Answer later
asked-waiting = { $count ->
        [one] One question is waiting for an answer.
       *[other] { $count } questions are waiting for an answer.
    }
asked-again = Answer them now
asked-effect = { $rows } of { $of } become “{ $meaning }”.
asked-effect-unread = { $cells ->
        [one] One cell is not read.
       *[other] { $cells } cells are not read.
    }
asked-effect-once = { $rows } of { $of } rows are not counted.
asked-effect-twice = All { $of } rows are counted.
asked-blank = What does an empty cell under { $column } mean?
asked-place = Are all the rows from { $written }?
asked-place-unknown = Which municipality is this file from?
asked-register-place = We found a register of { $days } days, but no municipality. Which one is it from?
asked-tabs = Does the name of the tab say which municipality the rows are from, as “{ $sheet }”?
asked-team = Are all the rows from { $written }?
asked-year = The days have no year. Which year are they from?
asked-year-of = The days in “{ $sheet }” lack a year. Which year are they from?
asked-hidden = The sheet “{ $sheet }” is hidden and was not read. Shall we read it?
asked-holds = The tabs { $written } cover the same days. Which one counts?
asked-holds-tables = The tables { $written } cover the same days. Which one counts?
asked-twice = { $rows ->
        [one] One row appears twice
       *[other] { $rows } rows appear twice
    }: the same participant, day and answer. How should this be counted?
asked-person = Are { $written } the same person?
asked-person-before = Is { $written } the same person as one written a little differently in an earlier file?
asked-row = The row “{ $written }” looks like a count. Should it count as a person?
asked-unread = Not read: { $written }. Is that right?
asked-value = What does “{ $written }” under { $column } mean?
asked-value-hidden = What does a word we do not know under { $column } mean?
answer-none = Does not count
answer-tab = Yes, the tab is the municipality
answer-not-tab = No, the municipality is unknown
answer-read = Yes, read the sheet
answer-leave = No, leave it
answer-both = Both count
answer-first = The first
answer-second = The second
answer-once = Once
answer-twice = Twice
answer-same = Yes, the same person
answer-different = No, two people
answer-person = Yes, a person
answer-count = No, a count
answer-fine = Yes, it should not be read
given-title = Answers you have given
given-lead = The answers apply to all files with the same headings. Take an answer back, and we ask again.
given-line = { $what }: { $meaning }
given-by = answered by { $by }
given-take-back = Take back
given-nothing = None yet.
given-unknown = A word in { $column }
account-all = All { $held } cells that hold something were read or set aside.
account-held = The file has { $held } cells with content. Read: { $read }. Set aside, such as titles and totals: { $aside }. Not read: { $unused }.
unused-column = Column { $place } “{ $heading }” was not read.
unused-column-bare = Column { $place } was not read. It has no heading.
unused-no-day = { $cells ->
        [one] One mark in column { $place } is not read.
       *[other] { $cells } marks in column { $place } are not read.
    } The heading “{ $heading }” does not fit the days beside it. Correct it, and upload the file again.
unused-no-day-bare = { $cells ->
        [one] One mark in column { $place } is not read.
       *[other] { $cells } marks in column { $place } are not read.
    } There is no day above it. Write the day, and upload the file again.
unused-rows = { $rows ->
        [one] One row in { $place } is not read: it does not say whom it is about.
       *[other] { $rows } rows in { $place } are not read: they do not say whom they are about.
    }
unused-beside = { $rows ->
        [one] One row in { $place } is not read. Move it below the table.
       *[other] { $rows } rows in { $place } are not read. Move them below the table.
    }
unused-sheet = The sheet “{ $sheet }” was not read. We found no table in it.
cli-question = { $question } Answer with --answer { $name }=… ({ $codes }).
cli-answer = Answer a question, or point out a column: 3f2a91bc=missed, or participant=Bruker nr. The answer is remembered.
cli-answers = Answers in a file, one on each line.
cli-answer-unknown = We do not know the answer “{ $answer }” to question { $name }. Choose one of { $codes }.
