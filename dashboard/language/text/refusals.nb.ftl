## Filer vi ikke tar imot

refused-empty = Filen er tom. Eksporter den på nytt fra fagsystemet, og prøv igjen.
refused-locked = Filen er låst med passord. Åpne den i Excel, fjern passordet under Fil → Informasjon → Beskytt arbeidsbok, og last den opp på nytt.
refused-damaged = Vi får ikke åpnet filen. Den kan ha blitt ødelagt på veien. Åpne den i Excel, lagre en kopi som .xlsx, og last opp kopien.
refused-pdf = Dette er en PDF-fil. Last opp Excel-filen tallene kommer fra.
refused-image = Dette er et bilde. Last opp Excel-filen tallene kommer fra.
refused-program = Dette er et program, ikke et regneark. Last opp Excel-filen tallene kommer fra.
refused-word = Dette er et tekstdokument. Lim tabellen inn i malen vår, og last opp den.
refused-presentation = Dette er en presentasjon. Last opp Excel-filen tallene kommer fra.
refused-apple-numbers = Filen er laget i Numbers. Velg Arkiv → Eksporter til → Excel, og last opp den filen.
refused-database = Dette er en databasefil. Eksporter tabellen til Excel, og last opp den filen.
refused-archive = Dette er en pakket mappe. Pakk den ut, og last opp regnearkene i den.
refused-html = Filen ser ut som Excel, men inneholder en nettside. Slik eksporterer noen fagsystemer. Åpne den i Excel, velg Lagre som → Excel-arbeidsbok (.xlsx), og last opp den.
refused-xml-2003 = Filen er i et gammelt Excel-format. Åpne den i Excel, velg Lagre som → Excel-arbeidsbok (.xlsx), og last opp den.
refused-old-xls = Filen er fra en svært gammel utgave av Excel. Åpne den i Excel, lagre den som .xlsx, og last opp den.
refused-not-a-spreadsheet = Dette er ikke et regneark vi kan lese. Lagre det som .xlsx i Excel, og last opp den filen.
refused-has-dtd = Filen inneholder noe vanlige Excel-filer ikke har, og vi åpner den derfor ikke. Lagre en ny kopi fra Excel, og last opp den.
refused-no-sheets = Vi fant ingen ark i filen. Åpne den i Excel, lagre en kopi som .xlsx, og last opp kopien.
refused-rows-lost = Vi får ikke lest alle radene i filen. Åpne den i Excel, lagre en kopi som .xlsx, og last opp kopien.
refused-too-big = Filen er på { $megabytes } MB. Vi tar imot opptil { $limit } MB. Del den i mindre filer, for eksempel én per måned.
refused-too-big-unpacked = Filen blir over { $limit } MB når den pakkes ut. Ofte skyldes det formatering langt nedenfor tabellen. Slett tomme rader og kolonner etter tabellen, lagre, og prøv igjen.
refused-too-many-parts = Filen består av mer enn { $limit } deler. Kopier tabellen til en ny arbeidsbok, og last opp den.
refused-too-much-memory = Filen er for stor til at vi kan åpne den trygt. Kopier tabellen til en ny arbeidsbok, og last opp den.
refused-cell-far-away = Det står noe i { $column }{ $row }, langt utenfor tabellen. Slett det, lagre filen, og last opp på nytt.
refused-too-many-rows = Arket har mer enn { $limit } rader. Slett tomme rader etter tabellen, eller del filen, og prøv igjen.
refused-too-many-columns = Arket har mer enn { $limit } kolonner. Slett tomme kolonner etter tabellen, og prøv igjen.
refused-too-slow = Vi brukte over { $seconds } sekunder på å lese filen, og stoppet da. Prøv med færre rader, for eksempel én måned om gangen.
refused-cancelled = Lesingen ble avbrutt. Slipp filen på nytt når du vil prøve igjen.
refused-nul-bytes = Linje { $line } inneholder tegn som ikke hører hjemme i en tekstfil. Lagre filen som «CSV UTF-8» fra Excel, og prøv igjen.
refused-unreadable-text = Vi klarer ikke å lese tegnene på linje { $line }. Lagre filen som «CSV UTF-8» fra Excel, og prøv igjen.
refused-mac-roman = Filen er lagret med et gammelt Mac-tegnsett (på linje { $line }). Lagre den som «CSV UTF-8» fra Excel, og prøv igjen.
refused-unclosed-quote = Et anførselstegn på linje { $line } blir aldri lukket. Rett linjen, og prøv igjen.
refused-cell-too-long = En celle på linje { $line } har mer enn { $limit } tegn. Ofte mangler det et anførselstegn. Rett linjen, og prøv igjen.
refused-identity-numbers = Filen inneholder { $count ->
        [one] et tall som ser ut som et fødselsnummer
       *[other] { $count } tall som ser ut som fødselsnumre
    }: { $where }. Ingenting er lagret. Bytt dem ut med deltakernummer, og last opp filen på nytt. Er det kontonumre, må de også ut.
refused-identity-number-in-name = Filnavnet inneholder et tall som ser ut som et fødselsnummer. Ingenting er lagret. Gi filen et annet navn, og last den opp på nytt.
refused-headings-missing = Dette ligner på «{ $table }», men vi fant ikke { $missing } i rad { $row }. Bruk akkurat de kolonnenavnene i Excel, eller bruk malen, og last opp på nytt.
refused-no-table = Vi fant ingen tabell vi kjenner i filen. Tabellen må ha en rad med kolonnenavn, for eksempel Dato, Deltaker, Kommune og Status. Bruk gjerne malen.
refused-only-hidden = Arket «{ $sheet }» er skjult og ikke lest. Vis det i Excel, eller velg det her.
refused-days-without-year = Dagene i rad { $row } mangler år. Skriv for eksempel «Mars 2026» over tabellen, og last opp på nytt.
refused-several-in-cell = I kolonne { $column } står det flere deltakere i samme rute. Skriv én rad for hver deltaker, og last opp på nytt.
refused-pivot = Arket «{ $sheet }» er en pivottabell med summer. Last opp arket med radene den er laget av.
refused-no-marks = Registeret har deltakere og dager, men ingen merker. Farger kan vi ikke lese: skriv for eksempel x, møtt eller avbud i rutene.
refused-no-rows = Tabellen har kolonnenavn, men ingen rader. Fyll ut filen, og last den opp på nytt.
refused-unreadable-file = Vi finner ikke filen, eller får ikke lov til å lese den. Sjekk navnet og prøv igjen.
refused-other = Vi kunne ikke lese filen. Lagre den som .xlsx i Excel, og prøv igjen.
spot = ark «{ $sheet }» rad { $row } kolonne { $column }
spot-sheet-name = i navnet på ark nummer { $number }
refused-other-municipality = Filen har rader fra kommuner du ikke laster opp for. Last opp en fil med bare dine kommuner, eller be koordinatoren om hjelp.
