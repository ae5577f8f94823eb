## Vegen vidare

pathways-title = Vidare
pathways-lead = Kvar forløpa kjem frå, kvar dei går vidare, og kven som fell frå. Her er heile regionen.
pathways-fit = Følgde med FIT
flow-services-title = Frå teneste til lokalsamfunn, { $year }
flow-forms-title = Frå individuelt til gruppe og ope, { $year }
flow-from = Frå
flow-to = Til
flow-way = Veg
flow-heard = Frå { $origin } til { $destination }: { $count }.
flow-hidden = { $count ->
        [one] Éin veg er skjult av omsyn til personvernet og er ein del av dei bleike endane.
       *[other] { $count } vegar er skjulte av omsyn til personvernet og er dei bleike endane.
    }
destination-to-open = Ope eller kommunalt tilbod
destination-other = Avslutta på annan måte
destination-dropped = Fall frå
pathways-by-outcome = Slik enda forløpa
pathways-transition-by-year = Gjekk vidare til lokalsamfunnet, år for år
