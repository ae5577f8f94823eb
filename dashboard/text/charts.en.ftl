## Charts

chart-nothing = No numbers are published here for this choice.
chart-table = Show the numbers
chart-target = Target { $value }
chart-value = Value
chart-interval = Uncertainty
chart-plan-text = Plan
chart-period = Period
chart-municipality = Municipality
chart-level = Kind of session
chart-service = Service
chart-source = Referred from
chart-outcome = How it ended
chart-tip-label = Where and when
chart-tip-text = Value
chart-tip-interval = Uncertainty
chart-tip-plan-text = Plan
signs = “:” is hidden to protect privacy. “..” is missing. “.” cannot be worked out. “–” is not offered.
