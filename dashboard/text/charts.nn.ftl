## Bilete

chart-nothing = Ingen tal er publiserte her for dette valet.
chart-table = Vis tala
chart-target = Mål { $value }
chart-value = Verdi
chart-interval = Uvisse
chart-plan-text = Plan
chart-period = Periode
chart-municipality = Kommune
chart-level = Tilbodsform
chart-service = Teneste
chart-source = Tilvist frå
chart-outcome = Avslutning
chart-tip-label = Kvar og når
chart-tip-text = Verdi
chart-tip-interval = Uvisse
chart-tip-plan-text = Plan
signs = «:» er skjult av omsyn til personvernet. «..» manglar. «.» kan ikkje reknast ut. «–» blir ikkje tilbode her.
