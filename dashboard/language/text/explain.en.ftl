## Where does the number come from?
explain-title = Where does the number come from?
explain-counted = What is counted: { $above }.
explain-divided = Divided by: { $below }.
explain-closed = The period lasts until { $last }. { $days ->
        [0] The number can be published once everybody has delivered.
       *[other] The number can be published { $days } days later at the earliest, once everybody has delivered.
    }
explain-batches = About { $count } uploads are behind it.
explain-batches-few = A few uploads are behind it.
explain-shown = The number is shown: no group of fewer than { $threshold } people can be read from it.
explain-clamped = The number is shown as a bound, because one side of it is small. The threshold for showing people is { $threshold }.
explain-hidden = The number is hidden to protect privacy: it is about fewer than { $threshold } people, or somebody could have worked such a number out.
explain-impossible = The number cannot be worked out: there is nothing to divide by, or the files do not say it. The threshold for showing people is { $threshold }.
explain-open = The period is not over yet. The threshold for showing people is { $threshold }.
explain-waiting = The period is over, but the number is not published. The threshold for showing people is { $threshold }.
explain-edition = Edition { $edition }, published { $day }.
explain-used = Used in: { $where }.
