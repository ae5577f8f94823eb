## Ei fil på veg inn: kva ho vil gjere, kva vi spør om, og kor langt vi er komne

upload-folder = Vel ei heil mappe
upload-corrections = { $count ->
        [one] Last ned rada med feil
       *[other] Last ned dei { $count } radene med feil
    }
upload-corrections-help = Du får ei arbeidsbok med berre desse radene. Cellene som må rettast, er merkte og forklarte. Rett dei i Excel, og last opp arbeidsboka her.
upload-whole = { $table }: Fila er heile oversikta. Fjern { $count ->
        [one] dei radene som ikkje står i henne. Det er færre enn ti.
       *[other] radene som ikkje står i henne, om lag { $count }.
    }
upload-whole-help = Gjeld berre dagane fila dekkjer, og berre kommunane, teama og tilboda som står i henne. Utan haken blir alt som er lagra, ståande. Du kan angre etterpå.
upload-removed = Fjerna: { $count ->
        [one] nokre rader
       *[other] om lag { $count } rader
    }.
upload-kept-nothing = Ingen rader i { $file } kunne lagrast. Rett feila, og last opp på nytt.
upload-where = Månader og kommunar
arrival-by-month = rader per månad
arrival-by-municipality = rader per kommune
arrival-what = Kva som skjer
arrival-new = Nye
arrival-changed = Blir endra
arrival-unchanged = Uendra
arrival-absent = Står ikkje i fila
arrival-cell = { $count } { $what }
arrival-table = kvar månad i kvar kommune
arrival-no-month = Utan dato
job-waiting = { $file } står i kø …
job-reading = Les { $file } …
job-checking = Sjekkar radene i { $file } …
job-comparing = Samanliknar { $file } med det som er lagra …
job-keeping = Lagrar …
job-stop = Avbryt
job-stopping = Avbryt …
store-cancelled = Lagringa vart avbroten. Fila du avbraut, er ikkje lagra. Slepp henne på nytt når du vil prøve igjen.
store-put-away = Det er lenge sidan fila vart lesen, og radene er rydda bort. Ta fila ut av lista, og slepp henne på nytt.
store-broken-off = Lagringa stoppa før ho var ferdig. Slepp fila på nytt: ingenting blir lagra to gonger.
ask-headings = Hjelp oss med kolonnene i «{ $table }»
ask-heading = Kva kolonne er { $column }?
ask-heading-perhaps = Er ein av desse { $column }?
ask-choose = Vel
ask-alike = { $heading } (liknar)
ask-none = Ingen av dei
ask-use-headings = Bruk kolonnene
ask-unknown = Veit ikkje
ask-use-values = Bruk svara
ask-remembered = { $count ->
        [one] Eitt svar vi hugsar frå før
       *[other] { $count } svar vi hugsar frå før
    }
problem-value-as-answered = vi les det slik de har svart før. Du kan endre svaret over lista.
    .short = Lese slik de har svart
history-older = { $count ->
        [one] Éi eldre opplasting
       *[other] { $count } eldre opplastingar
    }
history-hash = Fingeravtrykk { $hash }
history-undoing = Angrar { $file } …
refused-lock-file = Dette er ei mellombels fil Excel lagar medan arbeidsboka er open. Lukk Excel, og last opp sjølve arbeidsboka.
refused-too-many-marks = Arket har meir enn { $limit } kryss og merke. Del det i mindre ark, til dømes eitt per år, og last opp på nytt.
refused-column-not-understood = Nesten ingenting i kolonne { $column } er det overskrifta seier. Sjekk at overskriftene står over rett kolonne, og last opp på nytt.
