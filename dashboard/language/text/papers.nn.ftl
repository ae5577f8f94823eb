## Tala for andre verktøy

tidy-title = Publiserte tal frå { $region }
tidy-description = Berre publiserte tal. Eit teikn står der eit tal manglar: «:» skjult av omsyn til personvernet, «..» manglar, «.» kan ikkje reknast ut. Utgåve { $edition }.
tidy-cube = { $family }, { $region }
tidy-indicator = Kva som er målt
tidy-indicator-name = Kva som er målt, i ord
tidy-unit = Eining: count er tal, percent er ein del frå 0 til 1, rate er per 100 eller 1 000, weeks er veker
tidy-period = Periode: 2026, 2026Q3, 2026T2 eller 2026-03
tidy-period-kind = Slags periode: year, quarter, tertial eller month
tidy-first-day = Første dagen i perioden
tidy-last-day = Siste dagen i perioden
tidy-municipality = Kommune; all er heile regionen
tidy-municipality-name = Namnet på kommunen
tidy-municipality-number = Kommunenummer
tidy-origin = Tenesta forløpet kom frå; all er alle
tidy-level = Tilbodsform; all er alle
tidy-outcome = Korleis det gjekk; all er alle
tidy-service = Teneste; all er alle
tidy-source = Kven som viste til; all er alle
tidy-destination = Kvar forløpet gjekk vidare; all er alle
tidy-question = Spørsmålet i brukarundersøkinga; all er alle
tidy-response = Svaret på spørsmålet; all er alle
tidy-number = Tal
tidy-value = Verdi
tidy-low = Nedre grense for uvissa
tidy-high = Øvre grense for uvissa
tidy-base = Det verdien er rekna av; talet på timar er avrunda til næraste ti
tidy-bound = Om verdien er ei grense: at_least, at_most eller not_reached
tidy-sign = Teikn der talet manglar
tidy-without = Kommunane som ikkje hadde levert då tala for regionen vart publiserte
sign-hidden = Skjult av omsyn til personvernet
sign-missing = Manglar
sign-impossible = Kan ikkje reknast ut
sign-not-offered = Blir ikkje tilbode
bound-at-least = Minst så mykje
bound-at-most = Høgst så mykje
bound-not-reached = Over halvparten ventar framleis
outcome-in-time = Starta innan fristen
outcome-later = Starta seinare
outcome-waiting = Venta framleis
outcome-withdrawn = Trekt eller avslått før start
outcome-improved = Påliteleg betring
outcome-measured = Målt, utan påliteleg betring
outcome-too-few = Målt for få gonger
destination-to-local = Lokalt nettverk
destination-nowhere = Ikkje vidare
tidy-list = Publiserte tal, utgåve { $edition }. Adressene kan opnast frå Excel, Power BI og R. Legg til ?sett= og ei utgåve for å feste tala.
tidy-no-such-file = Det finst inga slik fil her. Desse finst: { $names }.

## Når eit papir ikkje kan lagast

paper-fault-nothing-published = Ingenting er publisert enno, så det er ingen tal å setje i papiret. Last opp filer og publiser først.
paper-fault-unknown-edition = Vi finn inga utgåve som heiter «{ $edition }». Kopier lenkja på nytt frå skjermen, eller la utgåva stå tom for dei nyaste tala.
paper-fault-unwritable = Vi får ikkje skrive til mappa { $folder }. Sjekk at ho finst og at du har lov til å skrive der, og prøv igjen. Ingen filer er endra.
paper-fault-disk-full = Det er ikkje plass på disken til filene i { $folder }. Frigjer plass, og prøv igjen. Ingen filer er endra.
paper-fault-broken-off = Noko gjekk gale medan papiret vart laga. Ingenting er lagra. Prøv igjen, og sei frå til den som driv Samspill om det skjer på nytt.
paper-fault-cancelled = Avbrote. Ingenting er lagra.
paper-fault-too-much-memory = Papiret vart for stort for minnet på denne maskina. Ingenting er lagra. Vel færre kommunar eller mål, og prøv igjen.
paper-fault-store = Databasen kan ikkje opnast no. Ingenting er lagra. Prøv igjen om litt.

## På kommandolinja

cli-export = Skriv dei publiserte tala til filer som andre verktøy les: CSV, Parquet og JSON-stat. Sluttar med 2 når det ikkje går.
cli-to = Mappa filene blir lagde i.
cli-format = Berre dette formatet; kan givast fleire gonger. Elles alle.
cli-pin = UTGÅVE
cli-pin-help = Utgåva tala er henta frå, slik ho står i ei festa lenkje (sett=). Elles den nyaste.
cli-lang = Språket i filene.

## Statusrapporten

paper-report-title = Statusrapport for { $period }
paper-meeting = Til møtet { $day }
paper-made-up = Oppdikta tal. Dette er ein prøveversjon. Ingen av menneska bak tala finst.
paper-source = Publiserte tal, utgåve { $edition }. Dei same tala står på skjermen når adressa sluttar med sett={ $pin }.
paper-foot = { $region } · tal frå { $edition }
paper-page = Side
paper-page-of = av
paper-contents = Innhald
paper-summary = Kort sagt
paper-summary-short = «{ $goal }»: { $status }.
paper-numbers = Tala i perioden
paper-goals = Måla
paper-places = Kommunane
paper-picture-numbers = Tala i diagrammet
paper-sentence = Vurdering
paper-now = No
paper-target = Målet
paper-known-title = Det vi veit
paper-known = { $place }, { $days }: { $text }
paper-note = { $days }: { $text }
paper-drawn = I diagrammet
paper-measures = Tiltak
paper-measure = Tiltak
paper-about = Gjeld
paper-number = Nr.
paper-next = Neste steg
paper-next-measures = { $count ->
        [one] Eitt tiltak er i gang:
       *[other] { $count } tiltak er i gang:
    }
paper-next-decide = Ingen tiltak er bestemte. Møtet bør ta stilling til kva som skal gjerast, av kven og når.
paper-next-follow = Ingen tiltak trengst no. Vi følgjer med.
paper-uncertainty = Uvisse
paper-deviations = Avvik og tiltak
paper-no-deviations = Ingen mål er på feil side av det som er avtalt.
paper-no-measures = Ingen tiltak ventar.
paper-wanted = Vedtak vi ønskjer
paper-wanted-goals = { $count ->
        [one] Vedta målet som framleis er eit framlegg: { $names }.
       *[other] Vedta måla som framleis er framlegg: { $names }.
    }
paper-wanted-measure = Bestem tiltak, ansvarleg og frist for «{ $goal }».
paper-wanted-date = Bestem ny frist, eller avslutt tiltaket: { $text }
paper-wanted-note = Ta statusrapporten til orientering.
paper-undelivered = Har ikkje levert
paper-fault-unknown-period = Perioden { $period } er ikkje publisert. Vel ein periode som står på skjermen, til dømes 2026Q3.
paper-fault-unknown-place = Vi kjenner ingen kommune som heiter «{ $key }». Skriv ein av desse: { $keys }.
paper-fault-unknown-goal = Vi kjenner ikkje noko mål som heiter «{ $key }». Skriv eitt av desse: { $keys }.
paper-fault-broken-template = Malen kan ikkje lesast. Han må vere eit Word-dokument (.docx) som kan opnast i Word. Lagre han på nytt derfrå, og prøv igjen.
cli-report = Lag møtepapira: statusrapport (PDF), lysbilete, rekneark, saksliste og referat. Sluttar med 2 når det ikkje går.
cli-kinds = SLAG
cli-kind = Kva som blir laga, med komma imellom: pdf, pptx, xlsx, docx (saksliste og referat), agenda, minutes, grant (årsrapporten til Statsforvaltaren).
cli-unknown-kind = Vi lagar ikkje noko som heiter «{ $kind }». Vel blant desse: { $kinds }.
cli-period = PERIODE
cli-period-help = Perioden papira gjeld, til dømes 2026-Q3. Elles den nyaste.
cli-day = ÅÅÅÅ-MM-DD
cli-meeting = Dagen møtet blir halde.
cli-key = NØKKEL
cli-place = Berre denne kommunen får ei eiga side; kan givast fleire gonger. Elles alle.
cli-goal = Berre dette målet; kan givast fleire gonger. Elles alle.
cli-template = Eit Word-dokument med dykkar eigne stilar, til saksliste og referat.
cli-contrast = Svart på kvitt, for den som ser dårleg.
cli-large = Større skrift.
paper-lacking = Tala for regionen i { $period } er publiserte utan { $names }.
paper-owing = { $name }: { $what }

## Sida Papir

papers-title = Papir
papers-lead = Papira til møtet, laga av dei same tala som på skjermen. Kvart papir seier kva utgåve tala er frå.
papers-kind = Kva skal lagast?
papers-kind-report-pdf = Statusrapport (PDF)
papers-kind-slides-pptx = Lysbilete (PowerPoint)
papers-kind-workbook-xlsx = Rekneark (Excel)
papers-kind-agenda-docx = Innkalling og saksliste (Word)
papers-kind-minutes-docx = Referat (Word)
papers-kind-grant-pdf = Årsrapport til Statsforvaltaren (PDF)
papers-kind-grant-docx = Årsrapport til Statsforvaltaren (Word)
papers-about-report-pdf = Kort sagt, måla, ei side for kvar kommune, tiltak og vedtak vi ønskjer. Kan lesast opp av skjermlesarar.
papers-about-slides-pptx = Eitt mål på kvart bilete. Diagram og tabellar kan redigerast, og i notata står definisjon og kjelde.
papers-about-workbook-xlsx = Tala med diagram, eitt ark for kvart emne. Teikna står som tekst.
papers-about-agenda-docx = Blir send ut før møtet: saker, tala slik dei er no, og vedtak vi ønskjer.
papers-about-minutes-docx = Etter møtet: vedtaka med ansvarleg og frist, og tala slik møtet såg dei.
papers-about-grant-pdf = Måloppnåing og avvik, kor mange som er nådde, spørjeskjema, FIT og konsertar for eitt år.
papers-about-grant-docx = Det same, som eit dokument de kan skrive vidare i.
papers-meeting = Møtedato
papers-places = Kommunar med eiga side
papers-all = Alle
papers-goals = Mål
papers-language = Språk i papiret
papers-contrast = Svart på kvitt
papers-large = Større skrift
papers-template = Eigen Word-mal (valfritt)
papers-template-help = Papiret får skrifter, topptekst og botntekst frå malen.
papers-more = Fleire val
papers-make = Lag papiret
papers-ordered = Hent { $name }, tinga { $at }
papers-ready = { $name } er klar.
papers-download = Last ned { $name }
papers-preview = Første side
papers-size = { $size } kB, tal frå { $edition }
paper-stage-waiting = Ventar på tur
paper-stage-opening = Opnar tala
paper-stage-reading = Les tala
paper-stage-drawing = Teiknar diagramma
paper-stage-setting = Set sidene

## Lysbilete

paper-layout-front = Framside
paper-layout-page = Side med tittel
plot-value = Verdi
plot-low = Uvisse, nedre
plot-high = Uvisse, øvre
plot-target = Mål
plot-plan = Plan

## Saksliste og referat

paper-agenda-title = Innkalling til møte { $day }
paper-minutes-title = Referat frå møte { $day }
paper-day-open = (dato blir sett inn)
paper-notice = Styringsgruppa for { $region } blir med dette kalla inn til møte { $day }. Meld frå om forfall og om saker som skal takast opp.
paper-cases = Saksliste
paper-case-agenda = Godkjenning av innkalling og saksliste
paper-case-last = Oppfølging av tiltak
paper-case-status = Status på måla
paper-case-goal = Avvik: { $goal }
paper-case-other = Eventuelt
paper-present = Til stades
paper-present-write = (Skriv kven som var til stades, og kven som hadde meldt forfall.)
paper-decided = Saker og vedtak
paper-nothing-decided = Ingen vedtak er skrivne ned for { $day }.
paper-seen = Tala slik møtet såg dei

## Årsrapporten

paper-grant-title = Rapport om bruk av tilskot i { $year }
paper-grant-to = Til { $name }
paper-grant-goals = Måloppnåing
paper-grant-goals-text = Måla frå søknaden, kva { $year } enda på, korleis målet stod då, og korleis det står no.
paper-grant-result = Resultat { $year }
paper-grant-then = Status ved utgangen av { $year }
paper-grant-deviation = Ved utgangen av { $year }: { $then }. No: { $now }.
paper-grant-now = Status no
paper-grant-deviations = Avvik, og kva som forklarer dei
paper-grant-explain = (Skriv kva styringsgruppa meiner er årsaka, og kva som blir gjort.)
paper-grant-reached = Kven vi har nådd
paper-grant-surveys = Brukarundersøkingar og FIT
paper-grant-survey-question = Spørsmål
paper-grant-survey-answered = Svarte
paper-grant-survey-none = Inga brukarundersøking er publisert for { $year }.
paper-grant-surveys-text = (Skriv kor mange som vart spurde, kva de lærte av svara, og kva de gjer med det.)
paper-grant-public = Konsertar, formidling og rettleiing
paper-grant-accounts = Rekneskap
paper-grant-accounts-text = Rekneskapen blir lagd ved, underskriven av den som er økonomiansvarleg.
paper-fault-unpublished-year = Året er ikkje publisert enno, så årsrapporten kan ikkje lagast. Vel eit år som står på skjermen, eller publiser året først.
papers-present = Til stades
papers-size-only = { $size } kB
cli-names = NAMN
cli-present = Kven som var til stades, til referatet.
paper-cause = Årsak: { $text }
