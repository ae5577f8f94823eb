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
## Det deltakerne svarer

survey-title = Det deltakerne svarer
survey-none = Ingen brukerundersøkelse er publisert ennå. Svarene publiseres når året er over.
survey-lead = Brukerundersøkelsen i { $year }. Et godt svar er 4 eller 5 på en skala fra 1 til 5, eller det modellen regner som godt. Andelen vises ikke når færre enn { $threshold } svarte noe annet.
survey-good = Gode svar, { $year }
survey-choose = Spørsmål
survey-responses = Slik svarte de, { $year }
survey-by-year = Gode svar, år for år
survey-by-level = Gode svar etter tilbudsform, { $year }
survey-answered = Svar på «{ $question }»
survey-well = Gode svar på «{ $question }»
survey-no-good = Ingen av svarene på dette spørsmålet er bedre enn de andre, så andelen gode svar regnes ikke.
