## Veien videre

pathways-title = Videre
pathways-lead = Hvor forløpene kommer fra, hvor de går videre, og hvem som faller fra. Her er hele regionen.
pathways-fit = Fulgt med FIT
flow-services-title = Fra tjeneste til lokalsamfunn, { $year }
flow-forms-title = Fra individuelt til gruppe og åpent, { $year }
flow-from = Fra
flow-to = Til
flow-way = Vei
flow-heard = Fra { $origin } til { $destination }: { $count }.
flow-hidden = { $count ->
        [one] Én vei er skjult av hensyn til personvernet og er en del av de bleke endene.
       *[other] { $count } veier er skjult av hensyn til personvernet og er de bleke endene.
    }
destination-to-open = Åpent eller kommunalt tilbud
destination-other = Avsluttet på annen måte
destination-dropped = Falt fra
pathways-by-outcome = Slik endte forløpene
pathways-transition-by-year = Gikk videre til lokalsamfunnet, år for år
