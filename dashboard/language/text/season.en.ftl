## Beside

chart-before-text = Same period the year before
chart-tip-before-text = The year before
chart-year-before = Open ring: the same period the year before.
chart-reference = Not a target: { $label }, { $value }
chart-year-before-bar = Line behind the bar: the same period the year before.
