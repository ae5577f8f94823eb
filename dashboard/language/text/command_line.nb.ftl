## Kommandolinjen

cli-help = Samspill: dashbord for styringsgruppa. Uten kommando åpnes det på http://localhost:8501.
cli-demo = Åpne Samspill med oppdiktede tall.
cli-import = Ta inn filer, som på opplastingssiden. Avslutter med 0 når alle rader kom med, 1 når noen hadde feil, 2 når en fil ble avvist.
cli-publish = Publiser perioder som er ferdige.
cli-audit = Prøv å regne ut skjulte tall fra det som er publisert.
audit-line = { $family } { $year }: { $breaches ->
        [0] trygt. Ingen skjulte tall kan regnes ut.
        [one] ett skjult tall kan regnes ut.
       *[other] { $breaches } skjulte tall kan regnes ut.
    }
cli-edition = Publiser dette året på nytt som en ny utgave.
cli-year = ÅR
cli-reason = Hvorfor året publiseres på nytt.
cli-json = Skriv én JSON-linje per fil og tabell.
cli-database = Databasen, som en SQLAlchemy-adresse. Ellers SAMSPILL_DATABASE.
cli-model = Modellens navn eller fil. Ellers SAMSPILL_MODEL.
cli-port = Porten skjermen åpnes på.
cli-then-publish = Publiser periodene som er ferdige etterpå, eller vent med det.
cli-reading = Leser
cli-open = Samspill kjører på { $url }. Stopp med Ctrl+C.
