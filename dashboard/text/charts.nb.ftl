## Bilder

chart-nothing = Ingen tall er publisert her for dette valget.
chart-table = Vis tallene
chart-target = Mål { $value }
chart-value = Verdi
chart-interval = Usikkerhet
chart-plan-text = Plan
chart-period = Periode
chart-municipality = Kommune
chart-level = Tilbudsform
chart-service = Tjeneste
chart-source = Henvist fra
chart-outcome = Avslutning
chart-tip-label = Hvor og når
chart-tip-text = Verdi
chart-tip-interval = Usikkerhet
chart-tip-plan-text = Plan
signs = «:» er skjult av hensyn til personvernet. «..» mangler. «.» kan ikke regnes ut. «–» tilbys ikke.
