## En fil på vei inn: hva den vil gjøre, hva vi spør om, og hvor langt vi er kommet

upload-folder = Velg en hel mappe
upload-corrections = { $count ->
        [one] Last ned raden med feil
       *[other] Last ned de { $count } radene med feil
    }
upload-corrections-help = Du får en arbeidsbok med bare disse radene. Cellene som må rettes, er merket og forklart. Rett dem i Excel, og last opp arbeidsboken her.
upload-whole = { $table }: Filen er hele oversikten. Fjern { $count ->
        [one] de radene som ikke står i den. Det er færre enn ti.
       *[other] radene som ikke står i den, om lag { $count }.
    }
upload-whole-help = Gjelder bare dagene filen dekker, og bare kommunene, teamene og tilbudene som står i den. Uten haken blir alt som er lagret, stående. Du kan angre etterpå.
upload-removed = Fjernet: { $count ->
        [one] noen rader
       *[other] om lag { $count } rader
    }.
upload-kept-nothing = Ingen rader i { $file } kunne lagres. Rett feilene, og last opp på nytt.
upload-where = Måneder og kommuner
arrival-by-month = rader per måned
arrival-by-municipality = rader per kommune
arrival-what = Hva som skjer
arrival-new = Nye
arrival-changed = Endres
arrival-unchanged = Uendret
arrival-absent = Står ikke i filen
arrival-cell = { $count } { $what }
arrival-table = hver måned i hver kommune
arrival-no-month = Uten dato
job-waiting = { $file } står i kø …
job-reading = Leser { $file } …
job-checking = Sjekker radene i { $file } …
job-comparing = Sammenligner { $file } med det som er lagret …
job-keeping = Lagrer …
job-stop = Avbryt
job-stopping = Avbryter …
store-cancelled = Lagringen ble avbrutt. Filen du avbrøt, er ikke lagret. Slipp den på nytt når du vil prøve igjen.
store-put-away = Det er lenge siden filen ble lest, og radene er ryddet bort. Ta filen ut av listen, og slipp den på nytt.
store-broken-off = Lagringen stoppet før den var ferdig. Slipp filen på nytt: ingenting blir lagret to ganger.
ask-headings = Hjelp oss med kolonnene i «{ $table }»
ask-heading = Hvilken kolonne er { $column }?
ask-heading-perhaps = Er en av disse { $column }?
ask-choose = Velg
ask-alike = { $heading } (ligner)
ask-none = Ingen av dem
ask-use-headings = Bruk kolonnene
ask-unknown = Vet ikke
ask-use-values = Bruk svarene
ask-remembered = { $count ->
        [one] Ett svar vi husker fra før
       *[other] { $count } svar vi husker fra før
    }
problem-value-as-answered = vi leser det slik dere har svart før. Du kan endre svaret over listen.
    .short = Lest slik dere har svart
history-older = { $count ->
        [one] Én eldre opplasting
       *[other] { $count } eldre opplastinger
    }
history-hash = Fingeravtrykk { $hash }
history-undoing = Angrer { $file } …
refused-lock-file = Dette er en midlertidig fil Excel lager mens arbeidsboken er åpen. Lukk Excel, og last opp selve arbeidsboken.
refused-too-many-marks = Arket har mer enn { $limit } kryss og merker. Del det i mindre ark, for eksempel ett per år, og last opp på nytt.
refused-column-not-understood = Nesten ingenting i kolonne { $column } er det overskriften sier. Sjekk at overskriftene står over riktig kolonne, og last opp på nytt.
