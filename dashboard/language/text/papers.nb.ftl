## Tallene for andre verktøy

tidy-title = Publiserte tall fra { $region }
tidy-description = Bare publiserte tall. Et tegn står der et tall mangler: «:» skjult av hensyn til personvernet, «..» mangler, «.» kan ikke regnes ut. Utgave { $edition }.
tidy-cube = { $family }, { $region }
tidy-indicator = Hva som er målt
tidy-indicator-name = Hva som er målt, i ord
tidy-unit = Enhet: count er antall, percent er en andel fra 0 til 1, rate er per 100 eller 1 000, weeks er uker
tidy-period = Periode: 2026, 2026Q3, 2026T2 eller 2026-03
tidy-period-kind = Slags periode: year, quarter, tertial eller month
tidy-first-day = Periodens første dag
tidy-last-day = Periodens siste dag
tidy-municipality = Kommune; all er hele regionen
tidy-municipality-name = Kommunens navn
tidy-municipality-number = Kommunenummer
tidy-origin = Tjenesten forløpet kom fra; all er alle
tidy-level = Tilbudsform; all er alle
tidy-outcome = Hvordan det gikk; all er alle
tidy-service = Tjeneste; all er alle
tidy-source = Hvem som henviste; all er alle
tidy-destination = Hvor forløpet gikk videre; all er alle
tidy-question = Spørsmålet i brukerundersøkelsen; all er alle
tidy-response = Svaret på spørsmålet; all er alle
tidy-number = Tall
tidy-value = Verdi
tidy-low = Nedre grense for usikkerheten
tidy-high = Øvre grense for usikkerheten
tidy-base = Det verdien er regnet av; antall timer er avrundet til nærmeste ti
tidy-bound = Om verdien er en grense: at_least, at_most eller not_reached
tidy-sign = Tegn der tallet mangler
tidy-without = Kommunene som ikke hadde levert da regionens tall ble publisert
sign-hidden = Skjult av hensyn til personvernet
sign-missing = Mangler
sign-impossible = Kan ikke regnes ut
sign-not-offered = Tilbys ikke
bound-at-least = Minst så mye
bound-at-most = Høyst så mye
bound-not-reached = Over halvparten venter fortsatt
outcome-in-time = Startet innen fristen
outcome-later = Startet senere
outcome-waiting = Ventet fortsatt
outcome-withdrawn = Trukket eller avslått før start
outcome-improved = Pålitelig bedring
outcome-measured = Målt, uten pålitelig bedring
outcome-too-few = Målt for få ganger
destination-to-local = Lokalt nettverk
destination-nowhere = Ikke videre
tidy-list = Publiserte tall, utgave { $edition }. Adressene kan åpnes fra Excel, Power BI og R. Legg til ?sett= og en utgave for å feste tallene.
tidy-no-such-file = Det finnes ingen slik fil her. Disse finnes: { $names }.

## Når et papir ikke kan lages

paper-fault-nothing-published = Ingenting er publisert ennå, så det er ingen tall å sette i papiret. Last opp filer og publiser først.
paper-fault-unknown-edition = Vi finner ingen utgave som heter «{ $edition }». Kopier lenken på nytt fra skjermen, eller utelat utgaven for de nyeste tallene.
paper-fault-unwritable = Vi får ikke skrevet til mappen { $folder }. Sjekk at den finnes og at du har lov til å skrive der, og prøv igjen. Ingen filer er endret.
paper-fault-disk-full = Det er ikke plass på disken til filene i { $folder }. Frigjør plass, og prøv igjen. Ingen filer er endret.
paper-fault-broken-off = Noe gikk galt mens papiret ble laget. Ingenting er lagret. Prøv igjen, og si fra til den som driver Samspill om det skjer på nytt.
paper-fault-cancelled = Avbrutt. Ingenting er lagret.
paper-fault-too-much-memory = Papiret ble for stort for minnet på denne maskinen. Ingenting er lagret. Velg færre kommuner eller mål, og prøv igjen.
paper-fault-store = Databasen kan ikke åpnes nå. Ingenting er lagret. Prøv igjen om litt.

## På kommandolinjen

cli-export = Skriv de publiserte tallene til filer som andre verktøy leser: CSV, Parquet og JSON-stat. Avslutter med 2 når det ikke går.
cli-to = Mappen filene legges i.
cli-format = Bare dette formatet; kan gis flere ganger. Ellers alle.
cli-pin = UTGAVE
cli-pin-help = Utgaven tallene hentes fra, slik den står i en festet lenke (sett=). Ellers den nyeste.
cli-lang = Språket i filene.

## Statusrapporten

paper-report-title = Statusrapport for { $period }
paper-meeting = Til møtet { $day }
paper-made-up = Oppdiktede tall. Dette er en prøveversjon. Ingen av menneskene bak tallene finnes.
paper-source = Publiserte tall, utgave { $edition }. De samme tallene står på skjermen når adressen slutter med sett={ $pin }.
paper-foot = { $region } · tall fra { $edition }
paper-page = Side
paper-page-of = av
paper-contents = Innhold
paper-summary = Kort sagt
paper-summary-short = «{ $goal }»: { $status }.
paper-numbers = Tallene i perioden
paper-goals = Målene
paper-places = Kommunene
paper-picture-numbers = Tallene i diagrammet
paper-sentence = Vurdering
paper-now = Nå
paper-target = Målet
paper-known-title = Det vi vet
paper-known = { $place }, { $days }: { $text }
paper-note = { $days }: { $text }
paper-drawn = I diagrammet
paper-measures = Tiltak
paper-measure = Tiltak
paper-about = Gjelder
paper-number = Nr.
paper-next = Neste steg
paper-next-measures = { $count ->
        [one] Ett tiltak er i gang:
       *[other] { $count } tiltak er i gang:
    }
paper-next-decide = Ingen tiltak er bestemt. Møtet bør ta stilling til hva som skal gjøres, av hvem og når.
paper-next-follow = Ingen tiltak trengs nå. Vi følger med.
paper-uncertainty = Usikkerhet
paper-deviations = Avvik og tiltak
paper-no-deviations = Ingen mål er på feil side av det som er avtalt.
paper-no-measures = Ingen tiltak venter.
paper-wanted = Vedtak som ønskes
paper-wanted-goals = { $count ->
        [one] Vedta målet som fortsatt er et forslag: { $names }.
       *[other] Vedta målene som fortsatt er forslag: { $names }.
    }
paper-wanted-measure = Bestem tiltak, ansvarlig og frist for «{ $goal }».
paper-wanted-date = Bestem ny frist, eller avslutt tiltaket: { $text }
paper-wanted-note = Ta statusrapporten til orientering.
paper-undelivered = Har ikke levert
paper-fault-unknown-period = Perioden { $period } er ikke publisert. Velg en periode som står på skjermen, for eksempel 2026Q3.
paper-fault-unknown-place = Vi kjenner ingen kommune som heter «{ $key }». Skriv en av disse: { $keys }.
paper-fault-unknown-goal = Vi kjenner ikke noe mål som heter «{ $key }». Skriv ett av disse: { $keys }.
paper-fault-broken-template = Malen kan ikke leses. Den må være et Word-dokument (.docx) som åpnes i Word. Lagre den på nytt derfra, og prøv igjen.
cli-report = Lag møtepapirene: statusrapport (PDF), lysbilder, regneark, saksliste og referat. Avslutter med 2 når det ikke går.
cli-kinds = SLAG
cli-kind = Hva som lages, med komma imellom: pdf, pptx, xlsx, docx (saksliste og referat), agenda, minutes, grant (årsrapporten til Statsforvalteren).
cli-unknown-kind = Vi lager ikke noe som heter «{ $kind }». Velg blant disse: { $kinds }.
cli-period = PERIODE
cli-period-help = Perioden papirene gjelder, for eksempel 2026-Q3. Ellers den nyeste.
cli-day = ÅÅÅÅ-MM-DD
cli-meeting = Dagen møtet holdes.
cli-key = NØKKEL
cli-place = Bare denne kommunen får en egen side; kan gis flere ganger. Ellers alle.
cli-goal = Bare dette målet; kan gis flere ganger. Ellers alle.
cli-template = Et Word-dokument med deres egne stiler, til saksliste og referat.
cli-contrast = Svart på hvitt, for den som ser dårlig.
cli-large = Større skrift.
paper-lacking = Regionens tall for { $period } er publisert uten { $names }.
paper-owing = { $name }: { $what }

## Siden Papirer

papers-title = Papirer
papers-lead = Papirene til møtet, laget av de samme tallene som på skjermen. Hvert papir sier hvilken utgave tallene er fra.
papers-kind = Hva skal lages?
papers-kind-report-pdf = Statusrapport (PDF)
papers-kind-slides-pptx = Lysbilder (PowerPoint)
papers-kind-workbook-xlsx = Regneark (Excel)
papers-kind-agenda-docx = Innkalling og saksliste (Word)
papers-kind-minutes-docx = Referat (Word)
papers-kind-grant-pdf = Årsrapport til Statsforvalteren (PDF)
papers-kind-grant-docx = Årsrapport til Statsforvalteren (Word)
papers-about-report-pdf = Kort sagt, målene, en side for hver kommune, tiltak og vedtak som ønskes. Kan leses opp av skjermlesere.
papers-about-slides-pptx = Ett mål på hvert bilde. Diagrammer og tabeller kan redigeres, og i notatene står definisjon og kilde.
papers-about-workbook-xlsx = Tallene med diagrammer, ett ark for hvert tema. Tegnene står som tekst.
papers-about-agenda-docx = Sendes ut før møtet: saker, tallene slik de er nå, og vedtak som ønskes.
papers-about-minutes-docx = Etter møtet: vedtakene med ansvarlig og frist, og tallene slik møtet så dem.
papers-about-grant-pdf = Måloppnåelse og avvik, hvor mange som er nådd, spørreskjemaer, FIT og konserter for ett år.
papers-about-grant-docx = Det samme, som et dokument dere kan skrive videre i.
papers-meeting = Møtedato
papers-places = Kommuner med egen side
papers-all = Alle
papers-goals = Mål
papers-language = Språk i papiret
papers-contrast = Svart på hvitt
papers-large = Større skrift
papers-template = Egen Word-mal (valgfritt)
papers-template-help = Papiret får skrifter, topptekst og bunntekst fra malen.
papers-more = Flere valg
papers-make = Lag papiret
papers-ordered = Hent { $name }, bestilt { $at }
papers-ready = { $name } er klar.
papers-download = Last ned { $name }
papers-preview = Første side
papers-size = { $size } kB, tall fra { $edition }
paper-stage-waiting = Venter på tur
paper-stage-opening = Åpner tallene
paper-stage-reading = Leser tallene
paper-stage-drawing = Tegner diagrammene
paper-stage-setting = Setter sidene

## Lysbilder

paper-layout-front = Forside
paper-layout-page = Side med tittel
plot-value = Verdi
plot-low = Usikkerhet, nedre
plot-high = Usikkerhet, øvre
plot-target = Mål
plot-plan = Plan

## Saksliste og referat

paper-agenda-title = Innkalling til møte { $day }
paper-minutes-title = Referat fra møte { $day }
paper-day-open = (dato settes inn)
paper-notice = Styringsgruppa for { $region } kalles med dette inn til møte { $day }. Meld fra om forfall og om saker som skal tas opp.
paper-cases = Saksliste
paper-case-agenda = Godkjenning av innkalling og saksliste
paper-case-last = Oppfølging av tiltak
paper-case-status = Status på målene
paper-case-goal = Avvik: { $goal }
paper-case-other = Eventuelt
paper-present = Til stede
paper-present-write = (Skriv hvem som var til stede, og hvem som hadde meldt forfall.)
paper-decided = Saker og vedtak
paper-nothing-decided = Ingen vedtak er skrevet ned for { $day }.
paper-seen = Tallene slik møtet så dem

## Årsrapporten

paper-grant-title = Rapport om bruk av tilskudd i { $year }
paper-grant-to = Til { $name }
paper-grant-goals = Måloppnåelse
paper-grant-goals-text = Målene fra søknaden, hva { $year } endte på, hvordan målet sto da, og hvordan det står nå.
paper-grant-result = Resultat { $year }
paper-grant-then = Status ved utgangen av { $year }
paper-grant-deviation = Ved utgangen av { $year }: { $then }. Nå: { $now }.
paper-grant-now = Status nå
paper-grant-deviations = Avvik, og hva som forklarer dem
paper-grant-explain = (Skriv hva styringsgruppa mener er årsaken, og hva som gjøres.)
paper-grant-reached = Hvem vi har nådd
paper-grant-surveys = Brukerundersøkelser og FIT
paper-grant-survey-question = Spørsmål
paper-grant-survey-answered = Svarte
paper-grant-survey-none = Ingen brukerundersøkelse er publisert for { $year }.
paper-grant-surveys-text = (Skriv hvor mange som ble spurt, hva dere lærte av svarene, og hva dere gjør med det.)
paper-grant-public = Konserter, formidling og veiledning
paper-grant-accounts = Regnskap
paper-grant-accounts-text = Regnskapet legges ved, underskrevet av den som er økonomiansvarlig.
paper-fault-unpublished-year = Året er ikke publisert ennå, så årsrapporten kan ikke lages. Velg et år som står på skjermen, eller publiser året først.
papers-present = Til stede
papers-size-only = { $size } kB
cli-names = NAVN
cli-present = Hvem som var til stede, til referatet.
paper-cause = Årsak: { $text }
