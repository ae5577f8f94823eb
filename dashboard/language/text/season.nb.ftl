## Ved siden av

chart-before-text = Samme periode året før
chart-tip-before-text = Året før
chart-year-before = Åpen ring: samme periode året før.
chart-reference = Ikke et mål: { $label }, { $value }
chart-year-before-bar = Strek bak søylen: samme periode året før.
