## Kommandolinjen

cli-help = Samspill: dashbord for styringsgruppa. Uten kommando åpnes det på http://localhost:8501.
cli-demo = Åpne Samspill med oppdiktede tall.
cli-import = Ta inn filer, som på siden Tall inn. Avslutter med 0 når alle rader kom med, 1 når noen hadde feil, 2 når en fil ble avvist.
cli-publish = Publiser perioder som er ferdige.
cli-audit = Prøv å regne ut skjulte tall fra det som er publisert.
audit-line = { $family } { $year }: { $breaches ->
        [0] trygt. { $tried } skjulte tall er forsøkt, ingen kan regnes ut.
        [one] ett skjult tall kan regnes ut.
       *[other] { $breaches } skjulte tall kan regnes ut.
    }
audit-older = Fra { $day } gjelder strengere regler. { $count ->
        [one] Ett tall
       *[other] { $count } tall
    } som var publisert før, vises ikke lenger som før.
cli-edition = Publiser dette året på nytt som en ny utgave.
cli-year = ÅR
cli-reason = Hvorfor året publiseres på nytt.
cli-json = Skriv én JSON-linje per fil og tabell.
cli-database = Databasen, som en SQLAlchemy-adresse. Ellers SAMSPILL_DATABASE.
cli-model = Modellens navn eller fil. Ellers SAMSPILL_MODEL.
cli-port = Porten skjermen åpnes på.
cli-then-publish = Publiser de ferdige periodene etterpå, eller vent med det.
cli-reading = Leser
cli-open = Samspill kjører på { $url }. Stopp med Ctrl+C.
cli-version = Vis hvilken versjon dette er.
cli-key-belongs = Den skal ligge her: { $file }
cli-backup = Ta en sikkerhetskopi av databasen mens den er i bruk.
cli-key-to = Kopier nøkkelen til denne mappen, som ikke kan være den kopien ligger i.
cli-recipient = Forsegl kopien for den som har denne offentlige nøkkelen (age). Kan gis flere ganger.
cli-backup-unwritable = Vi får ikke lest eller skrevet { $file }. Sjekk mappen, og at disken ikke er full.
cli-backup-done = Sikkerhetskopien ligger i { $file }. Alle { $rows } rader er lest tilbake og stemmer.
cli-backup-key = Nøkkelen ligger i { $file }. Oppbevar den et annet sted enn kopien.
cli-backup-no-key = Nøkkelen er ikke med. Uten den kan kopien ikke brukes: ta vare på den et annet sted (--key-to).
cli-keep = Fjern kopier som er eldre enn så mange døgn, når den nye er hel. Uten valget blir alle liggende.
cli-days = DØGN
cli-backup-open = Kopien er ikke forseglet: den som får tak i filen, kan lese den. Forsegl den med --recipient.
cli-backup-cleared = { $count ->
    [one] Én eldre kopi er fjernet.
   *[other] { $count } eldre kopier er fjernet.
}
cli-restore = Hent en sikkerhetskopi tilbake til en tom database.
cli-restore-key = Nøkkelen som hører til kopien. Ellers den som allerede ligger på plass.
cli-identity = Filen med den private nøkkelen (age) som åpner en forseglet kopi.
cli-restore-done = { $rows } rader er hentet tilbake, og alle stemmer med kopien.
cli-log = Kontroller at loggen er hel (verify), eller skriv den ut (export).
cli-log-head = Et segl som ble skrevet ned før: det skal stå i loggen ennå.
cli-log-gone = Linjen med dette seglet er borte fra loggen. Si fra til den som har ansvar for personvernet.
cli-grant = Gi noen en rolle. Den første administratoren får sin her.
cli-grant-place = Bare for denne kommunen. Kan gis flere ganger.
cli-grant-unknown = Modellen har ingen kommune «{ $name }». Den har: { $names }.
cli-host = Adressen på denne maskinen som det lyttes på. En annen enn maskinens egen krever innlogging.
cli-host-name = Et navn Samspill svarer på, i tillegg til det i innloggingsfilen. Kan gis flere ganger.
cli-metrics = Port for Prometheus-tall, bare for denne maskinen. 0 er ingen.
cli-open-to-network = Åpne for nettverket uten at noen må logge inn. Alle som når maskinen, kan da se og endre alt.
cli-host-refused = Samspill åpner seg ikke for nettverket på { $host } uten innlogging. Sett opp innlogging (se docs/drift.md), eller skriv --open-to-network-without-sign-in hvis alle som når maskinen, skal kunne se og endre alt.
cli-this-machine = Ingen må logge inn: bare denne maskinen når Samspill.
cli-everybody = Ingen må logge inn, og nettverket når Samspill: alle som når maskinen, kan se og endre alt.
cli-sign-in-fault = Innloggingsfilen { $file } kan ikke brukes. Rett «{ $key }», og start på nytt.
cli-explain = Si hvor ett tall kommer fra: indikator, periode (2025Q1) og sted.
cli-explain-unknown = Vi kjenner ikke «{ $asked }». Disse finnes: { $known }.
cli-explain-period = «{ $asked }» er ingen periode. Skriv for eksempel 2025, 2025Q1, 2025T1 eller 2025-03.
cli-survey-key = NØKKEL
cli-survey-question = Hvilket spørsmål i brukerundersøkelsen tallet gjelder.
cli-token = Lesekoder som lar Excel, Power BI og R hente de publiserte tallene uten at noen logger inn.
cli-token-make = Lag en lesekode. NAME er hva den skal brukes til. Koden skrives ut én gang.
cli-token-last = Siste dag den virker. Ellers om et år.
cli-token-made = Lesekode #{ $number } virker til og med { $day }. Den vises ikke igjen.
cli-token-list = Vis lesekodene: hvem som laget dem, til når de virker, og når de sist ble brukt.
cli-token-revoke = Trekk en lesekode tilbake. NUMBER står i listen.
cli-token-revoked = Lesekode #{ $number } er trukket tilbake.
cli-token-unknown = Ingen lesekode med nummer { $number } virker nå. Se «samspill token list».
cli-email = E-POST
cli-as = Gjør det på vegne av denne personen, og ikke mer enn rollen gir lov til. Ellers som administrator.
cli-as-unknown = Ingen med adressen { $email } har tilgang her. Gi en rolle med «samspill grant».
