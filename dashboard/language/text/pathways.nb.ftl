## Veien videre

pathways-title = Veien videre
pathways-lead = Hvor forløpene kommer fra, hvor de går videre, og hvem som faller fra. Her er hele regionen.
pathways-fit = Fulgt med FIT
activities-title = Formidling og veiledning
activities-lead = Det vi gjør for andre enn deltakerne: foredrag, praksis, hospitering og råd. Her er { $place }.
flow-services-title = Fra tjeneste til lokalsamfunn, { $year }
flow-forms-title = Fra individuelt til gruppe og åpent, { $year }
flow-from = Fra
flow-to = Til
flow-way = Vei
flow-heard = Fra { $origin } til { $destination }: { $count }.
flow-hidden = { $count ->
        [one] Én vei er skjult av hensyn til personvernet og ikke tegnet.
       *[other] { $count } veier er skjult av hensyn til personvernet og ikke tegnet.
    }
destination-to-open = Åpent eller kommunalt tilbud
destination-other = Avsluttet på annen måte
destination-dropped = Falt fra
