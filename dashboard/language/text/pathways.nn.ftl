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
## Det deltakarane svarer

survey-title = Det deltakarane svarer
survey-none = Inga brukarundersøking er publisert enno. Svara blir publiserte når året er over.
survey-lead = Brukarundersøkinga i { $year }. Eit godt svar er 4 eller 5 på ein skala frå 1 til 5, eller det modellen reknar som godt. Delen blir ikkje vist når færre enn { $threshold } svarte noko anna.
survey-good = Gode svar, { $year }
survey-choose = Spørsmål
survey-responses = Slik svarte dei, { $year }
survey-by-year = Gode svar, år for år
survey-by-level = Gode svar etter tilbodsform, { $year }
survey-answered = Svar på «{ $question }»
survey-well = Gode svar på «{ $question }»
survey-no-good = Ingen av svara på dette spørsmålet er betre enn dei andre, så delen gode svar blir ikkje rekna ut.
