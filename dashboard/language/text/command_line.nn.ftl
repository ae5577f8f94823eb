## Kommandolinja

cli-help = Samspill: dashbord for styringsgruppa. Utan kommando opnar det seg på http://localhost:8501.
cli-demo = Opne Samspill med oppdikta tal.
cli-import = Ta inn filer, som på sida Tal inn. Sluttar med 0 når alle radene kom med, 1 når nokre hadde feil, 2 når ei fil vart avvist.
cli-publish = Publiser periodar som er ferdige.
cli-audit = Prøv å rekne ut skjulte tal frå det som er publisert.
audit-line = { $family } { $year }: { $breaches ->
        [0] trygt. { $tried } skjulte tal er forsøkte, ingen kan reknast ut.
        [one] eitt skjult tal kan reknast ut.
       *[other] { $breaches } skjulte tal kan reknast ut.
    }
audit-older = Frå { $day } gjeld strengare reglar. { $count ->
        [one] Eitt tal
       *[other] { $count } tal
    } som var publisert før, ser de ikkje lenger slik som før.
cli-edition = Publiser dette året på nytt som ei ny utgåve.
cli-year = ÅR
cli-reason = Kvifor året blir publisert på nytt.
cli-json = Skriv éi JSON-linje per fil og tabell.
cli-database = Databasen, som ei SQLAlchemy-adresse. Elles SAMSPILL_DATABASE.
cli-model = Namnet på modellen, eller modellfila. Elles SAMSPILL_MODEL.
cli-port = Porten skjermen opnar seg på.
cli-then-publish = Publiser dei ferdige periodane etterpå, eller vent med det.
cli-reading = Les
cli-open = Samspill køyrer på { $url }. Stopp med Ctrl+C.
cli-version = Vis kva versjon dette er.
cli-key-belongs = Ho skal liggje her: { $file }
cli-backup = Ta ein tryggingskopi av databasen medan han er i bruk.
cli-key-to = Kopier nøkkelen til denne mappa, som ikkje kan vere den kopien ligg i.
cli-recipient = Forsegl kopien for den som har denne offentlege nøkkelen (age). Kan givast fleire gonger.
cli-backup-unwritable = Vi får ikkje lese eller skrive { $file }. Sjekk mappa, og at disken ikkje er full.
cli-backup-done = Tryggingskopien ligg i { $file }. Alle { $rows } rader er lesne tilbake og stemmer.
cli-backup-key = Nøkkelen ligg i { $file }. Ta vare på han ein annan stad enn kopien.
cli-backup-no-key = Nøkkelen er ikkje med. Utan han kan kopien ikkje brukast: ta vare på han ein annan stad (--key-to).
cli-keep = Fjern kopiar som er eldre enn så mange døgn, når den nye er heil. Utan valet blir alle liggjande.
cli-days = DØGN
cli-backup-open = Kopien er ikkje forsegla: den som får tak i fila, kan lese henne. Forsegl kopien med --recipient.
cli-backup-cleared = { $count ->
    [one] Éin eldre kopi er fjerna.
   *[other] { $count } eldre kopiar er fjerna.
}
cli-restore = Hent ein tryggingskopi tilbake til ein tom database.
cli-restore-key = Nøkkelen som høyrer til kopien. Elles den som alt ligg på plass.
cli-identity = Fila med den private nøkkelen (age) som opnar ein forsegla kopi.
cli-restore-done = { $rows } rader er henta tilbake, og alle stemmer med kopien.
cli-log = Kontroller at loggen er heil (verify), eller skriv han ut (export).
cli-log-head = Eit segl som vart skrive ned før: det skal stå i loggen enno.
cli-log-gone = Linja med dette seglet er borte frå loggen. Sei frå til den som har ansvar for personvernet.
cli-grant = Gi nokon ei rolle. Den første administratoren får si her.
cli-grant-place = Berre for denne kommunen. Kan givast fleire gonger.
cli-grant-unknown = Modellen har ingen kommune «{ $name }». Han har: { $names }.
cli-host = Adressa på denne maskina som det blir lytta på. Ei anna enn maskina si eiga krev innlogging.
cli-host-name = Eit namn Samspill svarer på, i tillegg til det i innloggingsfila. Kan givast fleire gonger.
cli-metrics = Port for Prometheus-tal, berre for denne maskina. 0 er ingen.
cli-open-to-network = Opne for nettverket utan at nokon må logge inn. Alle som når maskina, kan då sjå og endre alt.
cli-host-refused = Samspill opnar seg ikkje for nettverket på { $host } utan innlogging. Set opp innlogging (sjå docs/drift.md), eller skriv --open-to-network-without-sign-in om alle som når maskina, skal kunne sjå og endre alt.
cli-this-machine = Ingen må logge inn: berre denne maskina når Samspill.
cli-everybody = Ingen må logge inn, og nettverket når Samspill: alle som når maskina, kan sjå og endre alt.
cli-sign-in-fault = Innloggingsfila { $file } kan ikkje brukast. Rett «{ $key }», og start på nytt.
cli-explain = Sei kvar eitt tal kjem frå: indikator, periode (2025Q1) og stad.
cli-explain-unknown = Vi kjenner ikkje «{ $asked }». Desse finst: { $known }.
cli-explain-period = «{ $asked }» er ingen periode. Skriv til dømes 2025, 2025Q1, 2025T1 eller 2025-03.
cli-survey-key = NØKKEL
cli-survey-question = Kva spørsmål i brukarundersøkinga talet gjeld.
cli-token = Lesekodar som lèt Excel, Power BI og R hente dei publiserte tala utan at nokon loggar inn.
cli-token-make = Lag ein lesekode. NAME er kva han skal brukast til. Koden blir skriven ut éin gong.
cli-token-last = Siste dag han verkar. Elles om eit år.
cli-token-made = Lesekode #{ $number } verkar til og med { $day }. Han blir ikkje vist att.
cli-token-list = Vis lesekodane: kven som laga dei, til når dei verkar, og når dei sist vart brukte.
cli-token-revoke = Trekk ein lesekode tilbake. NUMBER står i lista.
cli-token-revoked = Lesekode #{ $number } er trekt tilbake.
cli-token-unknown = Ingen lesekode med nummer { $number } verkar no. Sjå «samspill token list».
cli-email = E-POST
cli-as = Gjer det på vegner av denne personen, og ikkje meir enn rolla gir lov til. Elles som administrator.
cli-as-unknown = Ingen med adressa { $email } har tilgang her. Gi ei rolle med «samspill grant».
