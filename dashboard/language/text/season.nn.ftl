## Ved sida av

chart-before-text = Same perioden året før
chart-tip-before-text = Året før
chart-year-before = Open ring: same periode året før.
chart-reference = Ikkje eit mål: { $label }, { $value }
chart-year-before-bar = Strek bak søyla: same periode året før.
