## Filer vi ikkje tek imot

refused-empty = Fila er tom. Eksporter henne på nytt frå fagsystemet, og prøv igjen.
refused-locked = Fila er låst med passord. Opne henne i Excel, fjern passordet under Fil → Informasjon → Beskytt arbeidsbok, og last henne opp på nytt.
refused-damaged = Vi får ikkje opna fila. Ho kan ha vorte øydelagd på vegen. Opne henne i Excel, lagre ein kopi som .xlsx, og last opp kopien.
refused-pdf = Dette er ei PDF-fil. Last opp Excel-fila tala kjem frå.
refused-image = Dette er eit bilete. Last opp Excel-fila tala kjem frå.
refused-program = Dette er eit program, ikkje eit rekneark. Last opp Excel-fila tala kjem frå.
refused-word = Dette er eit tekstdokument. Lim tabellen inn i malen vår, og last opp han.
refused-presentation = Dette er ein presentasjon. Last opp Excel-fila tala kjem frå.
refused-apple-numbers = Fila er laga i Numbers. Vel Arkiv → Eksporter til → Excel, og last opp den fila.
refused-database = Dette er ei databasefil. Eksporter tabellen til Excel, og last opp den fila.
refused-archive = Dette er ei pakka mappe. Pakk henne ut, og last opp reknearka i henne.
refused-html = Fila ser ut som Excel, men inneheld ei nettside. Slik eksporterer nokre fagsystem. Opne henne i Excel, vel Lagre som → Excel-arbeidsbok (.xlsx), og last opp den.
refused-xml-2003 = Fila er i eit gammalt Excel-format. Opne henne i Excel, vel Lagre som → Excel-arbeidsbok (.xlsx), og last opp den.
refused-old-xls = Fila er frå ei svært gammal utgåve av Excel. Opne henne i Excel, lagre henne som .xlsx, og last opp den.
refused-not-a-spreadsheet = Dette er ikkje eit rekneark vi kan lese. Lagre det som .xlsx i Excel, og last opp den fila.
refused-has-dtd = Fila inneheld noko vanlege Excel-filer ikkje har, og difor opnar vi henne ikkje. Lagre ein ny kopi frå Excel, og last opp han.
refused-no-sheets = Vi fann ingen ark i fila. Opne henne i Excel, lagre ein kopi som .xlsx, og last opp kopien.
refused-rows-lost = Vi får ikkje lese alle radene i fila. Opne henne i Excel, lagre ein kopi som .xlsx, og last opp kopien.
refused-too-big = Fila er på { $megabytes } MB. Vi tek imot opptil { $limit } MB. Del henne i mindre filer, til dømes éi per månad.
refused-too-big-unpacked = Fila blir over { $limit } MB når ho blir pakka ut. Ofte kjem det av formatering langt nedanfor tabellen. Slett tomme rader og kolonner etter tabellen, lagre, og prøv igjen.
refused-too-many-parts = Fila har meir enn { $limit } delar. Kopier tabellen til ei ny arbeidsbok, og last opp den.
refused-too-much-memory = Fila er for stor til at vi kan opne henne trygt. Kopier tabellen til ei ny arbeidsbok, og last opp den.
refused-cell-far-away = Det står noko i { $column }{ $row }, langt utanfor tabellen. Slett det, lagre fila, og last opp på nytt.
refused-too-many-rows = Arket har meir enn { $limit } rader. Slett tomme rader etter tabellen, eller del fila, og prøv igjen.
refused-too-many-columns = Arket har meir enn { $limit } kolonner. Slett tomme kolonner etter tabellen, og prøv igjen.
refused-too-slow = Vi brukte over { $seconds } sekund på å lese fila, og stoppa då. Prøv med færre rader, til dømes éin månad om gongen.
refused-cancelled = Lesinga vart avbroten. Slepp fila på nytt når du vil prøve igjen.
refused-nul-bytes = Linje { $line } inneheld teikn som ikkje høyrer heime i ei tekstfil. Lagre fila som «CSV UTF-8» frå Excel, og prøv igjen.
refused-unreadable-text = Vi klarer ikkje å lese teikna på linje { $line }. Lagre fila som «CSV UTF-8» frå Excel, og prøv igjen.
refused-mac-roman = Fila er lagra med eit gammalt Mac-teiknsett (på linje { $line }). Lagre henne som «CSV UTF-8» frå Excel, og prøv igjen.
refused-unclosed-quote = Eit hermeteikn på linje { $line } blir aldri lukka. Rett linja, og prøv igjen.
refused-cell-too-long = Ei celle på linje { $line } har meir enn { $limit } teikn. Ofte manglar det eit hermeteikn. Rett linja, og prøv igjen.
refused-identity-numbers = Fila inneheld { $count ->
        [one] eit tal som ser ut som eit fødselsnummer
       *[other] { $count } tal som ser ut som fødselsnummer
    }: { $where }. Ingenting er lagra. Byt dei ut med deltakarnummer, og last opp fila på nytt. Er det kontonummer, må dei òg ut.
refused-identity-number-in-name = Filnamnet inneheld eit tal som ser ut som eit fødselsnummer. Ingenting er lagra. Gi fila eit anna namn, og last henne opp på nytt.
refused-headings-missing = Dette liknar på «{ $table }», men vi fann ikkje { $missing } i rad { $row }. Bruk akkurat dei kolonnenamna i Excel, eller bruk malen, og last opp på nytt.
refused-no-table = Vi fann ingen tabell vi kjenner i fila. Tabellen må ha ei rad med kolonnenamn, til dømes Dato, Deltakar, Kommune og Status. Bruk gjerne malen.
refused-only-hidden = Arket «{ $sheet }» er skjult og ikkje lese. Vis det i Excel, eller vel det her.
refused-days-without-year = Dagane i rad { $row } manglar år. Skriv til dømes «Mars 2026» over tabellen, og last opp på nytt.
refused-several-in-cell = I kolonne { $column } står det fleire deltakarar i same rute. Skriv éi rad for kvar deltakar, og last opp på nytt.
refused-pivot = Arket «{ $sheet }» er ein pivottabell med summar. Last opp arket med radene han er laga av.
refused-no-marks = Registeret har deltakarar og dagar, men ingen merke. Fargar kan vi ikkje lese: skriv til dømes x, møtt eller avbod i rutene.
refused-no-rows = Tabellen har kolonnenamn, men ingen rader. Fyll ut fila, og last henne opp på nytt.
refused-unreadable-file = Vi finn ikkje fila, eller får ikkje lov til å lese henne. Sjekk namnet og prøv igjen.
refused-other = Vi kunne ikkje lese fila. Lagre henne som .xlsx i Excel, og prøv igjen.
spot = ark «{ $sheet }» rad { $row } kolonne { $column }
spot-sheet-name = i namnet på ark nummer { $number }
refused-other-municipality = Fila har rader frå kommunar du ikkje lastar opp for. Last opp ei fil med berre dine kommunar, eller be koordinatoren om hjelp.
