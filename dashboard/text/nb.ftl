# Samspill på bokmål. Kort, varmt og nøyaktig. Ingen tekniske ord; hver feil sier hva du gjør nå.

app-name = Samspill
language-name = Norsk
demo-banner = **Oppdiktede tall.** Dette er en prøveversjon. Ingen av menneskene bak tallene finnes.
link-unknown = Lenken viser til noe vi ikke finner lenger. Vi viser det nærmeste i stedet.

## Menyen og valgene

menu-look = Se
menu-work = Legg inn tall
choose-place = Kommune
choose-period = Periode
choose-edition = Tallene slik de var
edition-newest = Nyeste
edition-seen = Du ser tallene slik de var { $day }. De kan være rettet siden.
choose-language = Språk
place-all = Hele regionen
place-all-inside = hele regionen

## Perioder

period-quarter = { $number }. kvartal { $year }
period-quarter-short = { $number }. kv. { $year }
period-tertial = { $number }. tertial { $year }
period-tertial-short = { $number }. tert. { $year }
period-with-days = { $name } ({ $first }–{ $last })

## Sidene

overview-title = Oversikt
overview-lead = Slik ligger vi an mot målene: { $place }.
overview-reached = { $reached ->
        [0] Ingen av { $all } mål er nådd.
       *[other] { $reached } av { $all } mål er nådd.
    }
overview-off = { $count ->
        [one] Ett mål er ikke på vei.
       *[other] { $count } mål er ikke på vei.
    }
overview-not-judged = { $count ->
        [one] Ett kan ikke vurderes ennå.
       *[other] { $count } kan ikke vurderes ennå.
    }
goals-title = Mål
goals-lead = Hvert mål med tall, usikkerhet og hva vi tør å si: { $place }.
municipality-title = Kommune
municipality-lead = { $place } ved siden av de andre. Dette er ingen rangering: tallene har usikkerhet.
municipality-lead-all = Kommunene ved siden av hverandre. Velg en kommune i menyen, så løftes den fram. Dette er ingen rangering.
municipality-over-time = Deltakere over tid
attendance-title = Oppmøte
attendance-lead = Kommer folk, hvor, og til hva slags tilbud? Her er { $place }.
attendance-by-month = Oppmøte måned for måned, hele regionen
attendance-by-level = Oppmøte etter tilbudsform
attendance-by-service = Oppmøte etter tjeneste
referrals-title = Henvisninger og overganger
referrals-lead = Hvem finner veien inn, hvor lenge venter de, og hvor går de videre? Her er { $place }.
referrals-by-source = Henvist fra
referrals-by-outcome = Slik endte forløpene
referrals-transition-by-year = Gikk videre til lokalsamfunnet, år for år
concerts-title = Konserter
concerts-lead = Hva som er spilt, og hvor langt planen er kommet: { $place }.
concerts-plan = Konserter mot planen
concerts-over-time = Konserter over tid
concerts-by-place = Konserter per kommune
upload-title = Last opp
upload-lead = Slipp Excel-filene her. Ingenting lagres før du har sett hva som vil skje.
quality-title = Datakvalitet
quality-lead = Hva som er kommet inn, hvor ferskt det er, og hva som var galt.
about-title = Om tallene
about-lead = Hva hvert tall betyr, hvorfor noen ikke vises, og hva det ikke beskytter mot.

## Tomt

empty-title = Her er det ingen tall ennå
empty-text =
    Last opp månedens filer, så kommer tallene. Har du ingen fil, finner du en mal på opplastingssiden.
    Vil du bare se hvordan det blir, kan den som driver Samspill starte en prøveversjon med oppdiktede tall.
empty-upload = Gå til opplasting
unclosed-title = Tallene er ikke publisert ennå
unclosed-text = Radene er lastet opp. Gå til opplastingssiden og publiser periodene som er ferdige, så vises tallene her.

## Tall

value-not-reached = Over halvparten venter fortsatt
value-weeks = { $amount ->
        [one] { $count } uke
       *[other] { $count } uker
    }
value-just-under = Knapt { $value }
value-just-over = Drøyt { $value }
value-at-least = ≥ { $value }
value-at-most = ≤ { $value }
figure-last-year = Samme periode året før: { $value }
figure-between = Usikkerhet: { $between }
figure-region-only = Gjelder hele regionen
per-inhabitants = { $rate } deltakere per 1 000 innbyggere som er 18 år eller eldre ({ $adults } innbyggere).
reference = Til sammenligning: { $label } oppga { $value }. Det er ikke et mål.

## Bilder

chart-nothing = Ingen tall er publisert her for dette valget.
chart-table = Vis tallene
chart-target = Mål { $value }
chart-value = Verdi
chart-interval = Usikkerhet
chart-plan-text = Plan
chart-period = Periode
chart-municipality = Kommune
chart-level = Tilbudsform
chart-service = Tjeneste
chart-source = Henvist fra
chart-outcome = Avslutning
chart-tip-label = Hvor og når
chart-tip-text = Verdi
chart-tip-interval = Usikkerhet
chart-tip-plan-text = Plan
signs = «:» er skjult av hensyn til personvernet. «..» mangler. «.» kan ikke regnes ut. «–» tilbys ikke.

## Navn på det som telles

municipality-all = Hele regionen
municipality-other = Andre kommuner
municipality-unknown = Ukjent kommune
level-all = I alt
level-individual = Individuelt forløp
level-group = Gruppetilbud
level-open = Åpent tilbud
level-unknown = Ukjent tilbud
service-all = I alt
service-unknown = Ukjent tjeneste
source-all = I alt
source-fact = FACT-team
source-dps = DPS
source-reinsvoll = SI Reinsvoll
source-culture = Kulturnettverket
source-doctor = Fastlege
source-municipal = Kommunal psykisk helse og rus
source-nav = NAV
source-self = Egenhenvendelse
source-other = Annet
source-unknown = Ukjent
outcome-all = I alt
outcome-continued = Gikk videre lokalt
outcome-dropped = Falt fra
outcome-other = Avsluttet på annen måte
family-participants = Deltakere og oppmøte
family-referred = Henvisninger og ventetid
family-waited = Startet i tide
family-ended = Avsluttede forløp
family-performers = Medvirkende på scenen
family-events = Konserter
table-attendance = Oppmøte
table-referrals = Henvisninger
table-concerts = Konserter
table-population = Innbyggere

## Indikatorene

indicator-participants = Deltakere
    .definition = Unike personer som har møtt minst én gang i perioden. Kan ikke legges sammen på tvers av perioder.
indicator-attendance-rate = Oppmøte
    .definition = Møtt delt på møtt, ikke møtt og avlyst av deltaker. Timer terapeuten avlyste, er ikke med.
indicator-attendance-rate-uncancelled = Oppmøte av ikke-avlyste
    .definition = Møtt delt på møtt og ikke møtt. Avlyste timer er ikke med.
indicator-no-show-rate = Ikke møtt
    .definition = Ikke møtt delt på møtt og ikke møtt. Avlyste timer er ikke med.
indicator-cancelled-by-service-rate = Avlyst av tjenesten
    .definition = Timer terapeuten avlyste, delt på alle avtalte timer.
indicator-participations = Deltakelser
    .definition = Ganger noen har møtt, også de som bare er talt i åpne tilbud. Avrundet til nærmeste ti.
indicator-referred = Nye henviste
    .definition = Unike personer med en henvisning mottatt i perioden.
indicator-waiting-median = Ventetid
    .definition = Halvparten av de henviste har startet innen så mange uker (Kaplan–Meier). De som fortsatt venter, er regnet med.
indicator-started-in-time-rate = Startet i tide
    .definition = Andel av de henviste som startet innen modellens frist. De som trakk seg før start, er ikke med.
indicator-ended = Avsluttede forløp
    .definition = Unike personer med et forløp avsluttet i perioden. Publiseres 90 dager etter at perioden er over.
indicator-transition-rate = Gikk videre til lokalsamfunnet
    .definition = Andel av avsluttede forløp der personen fortsatte i Kulturnettverket eller et åpent eller kommunalt tilbud. Vi ser på avslutningsårsak, eller på oppmøte der innen 90 dager.
indicator-dropout-rate = Falt fra
    .definition = Andel av avsluttede forløp der personen ikke ønsket å fortsette eller sluttet å komme.
indicator-concerts = Konserter
    .definition = Konserter og arrangementer som er holdt.
indicator-audience = Publikum
    .definition = Publikum i alt. Anslag som «ca. 30» er regnet med.
indicator-co-arranged-rate = Arrangert sammen med andre
    .definition = Andel av konsertene som har en samarbeidspartner.
indicator-performers = Medvirkende på scenen
    .definition = Medvirkende i alt. Den som er med på to konserter, telles to ganger.

## Mål

status-reached = Nådd
status-on-track-sure = På vei, sikkert
status-on-track-unsure = På vei, usikkert
status-below-target-unsure = Under mål, usikkert
status-above-target-unsure = Over mål, usikkert
status-off-track = Ikke på vei
status-cannot-judge = Kan ikke vurderes
trend-improvement = ▲ Bedring
trend-deterioration = ▼ Forverring
trend-none = ● Ingen sikker endring
trend-too-few = – For få punkter til å se endring
trend-improvement-sentence = Siste punkt viser bedring.
trend-deterioration-sentence = Siste punkt viser forverring.
trend-none-sentence = Ingen sikker endring.
trend-too-few-sentence = For få punkter til å si om det endrer seg.
goal-now = Nå
goal-target = { $direction ->
        [up] minst { $value }
       *[down] høyst { $value }
    }
goal-target-due = { $direction ->
        [up] minst { $value } innen { $due }
       *[down] høyst { $value } innen { $due }
    }
goal-the-target = Målet er { $target }.
goal-measured-share-of-rows = { $value } de siste 12 månedene fram til { $until } (om lag { $cases } avtaler, usikkerhet { $between }).
goal-measured-share-of-persons = { $value } de siste 12 månedene fram til { $until } (om lag { $cases } personer, usikkerhet { $between }).
goal-measured-share-of-events = { $value } de siste 12 månedene fram til { $until } (om lag { $cases } konserter, usikkerhet { $between }).
goal-delivered = { $done } er gjennomført til og med { $until }.
goal-verdict-reached = Målet er nådd, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-sure = Vi er på vei, også når vi tar høyde for tilfeldigheter.
goal-verdict-on-track-unsure = Vi er på riktig side, men det kan være tilfeldig.
goal-verdict-below-target-unsure = Under mål, men forskjellen kan være tilfeldig.
goal-verdict-above-target-unsure = Over mål, men forskjellen kan være tilfeldig.
goal-verdict-off-track = Vi er ikke på vei, og det er neppe tilfeldig.
quoted = «{ $text }»
goal-delivery-reached = Målet er nådd.
goal-delivery-on-track-sure = Vi er på vei etter planen.
goal-delivery-on-track-unsure = Vi er på vei etter planen.
goal-delivery-below-target-unsure = Vi ligger etter planen, men kan ta det igjen.
goal-delivery-above-target-unsure = Vi ligger over planen, men kan ta det igjen.
goal-delivery-off-track = Vi ligger så langt etter planen at vi neppe tar det igjen.
goal-cannot-target-outside-unit = Kan ikke vurderes: målet er satt til noe tallet aldri kan bli. Rett målet i modellfilen.
goal-cannot-no-due-date = Kan ikke vurderes: målet mangler frist. Skriv den inn i modellfilen.
goal-cannot-hidden = Kan ikke vurderes: tall bak målet er skjult av hensyn til personvernet.
goal-cannot-too-few-periods = Kan ikke vurderes: færre enn tre perioder har tall.
goal-cannot-too-few-cases = Kan ikke vurderes: færre enn 20 tilfeller ligger bak.
goal-cannot-too-old = Kan ikke vurderes: de nyeste tallene er for gamle. Last opp nye.
goal-cannot-too-many-missing = Kan ikke vurderes: mer enn en fjerdedel av periodene mangler.
goal-cannot-no-estimate = Kan ikke vurderes: ingen tall er publisert for dette ennå.
goal-too-few-to-prove = Det er for få til å bevise målet (det trengs { $needed }).
goal-indicator = Måles med: { $name }
goal-baseline = Nullpunkt: { $value } per { $on }
goal-responsible = Ansvarlig: { $name }
goal-decided = Vedtatt: { $where }
goal-proposed = Forslag, ikke vedtatt ennå
goal-principles = Prinsipper: { $names }

## Opplasting

upload-template = Last ned mal
upload-files = Excel-filer med oppmøte, henvisninger, konserter eller innbyggere
upload-help = Du kan slippe flere filer samtidig. Vi leser xlsx, xlsm, xls, xlsb, ods, csv, tsv og txt.
upload-reading = Leser { $file } …
upload-seen = Denne filen er lastet opp før. Lagrer du den igjen, blir ingenting talt to ganger.
upload-will = **{ $table }:** { $new } nye, { $changed } endres, { $unchanged } er der fra før.
upload-failed = { $count ->
        [one] Én rad har feil og blir ikke med før du har rettet den. Resten lagres.
       *[other] { $count } rader har feil og blir ikke med før du har rettet dem. Resten lagres.
    }
upload-hidden-sheet = Arket «{ $sheet }» er skjult i Excel og er ikke lest. Vis arket i Excel hvis det skal med.
upload-skipped-sheet = Arket «{ $sheet }» har ingen tabell vi kjenner, og er hoppet over.
upload-problems = { $count ->
        [one] Én ting å se på
       *[other] { $count } ting å se på
    }
upload-more-problems = Og { $count } til. Rett de første, så blir det gjerne færre.
upload-look = Slik forstår vi filen
upload-columns = Ark «{ $sheet }»: { $table }
upload-keep = { $count ->
        [one] Lagre filen
       *[other] Lagre { $count } filer
    }
upload-kept = { $file } er lagret. Nye eller endrede rader: { $rows }.
history-title = Tidligere opplastinger
history-nothing = Ingenting er lastet opp ennå.
history-counts = { $table }: { $new } nye, { $changed } endret, { $unchanged } uendret, { $failed } med feil
history-undo = Angre
history-undone = Angret { $at }
history-overtaken = Senere opplastinger har endret de samme radene. Angre dem først. Begynn med den nyeste.

## Publisering

publish-title = Publisering
publish-looking = Ser etter hva som er klart …
publish-ready = Klart til å publiseres: { $periods }.
publish-rule = Er alle filene for periodene lastet opp? Publiserte tall endres ikke i det stille.
publish-now = Publiser
publish-nothing = Alt som er ferdig, er publisert.
publish-first = Gjør de første tallene trygge å vise. Siden kommer av seg selv, ofte innen et minutt.
publish-working = Gjør tallene trygge å vise …
publish-published = Publisert nå: { $periods }.
publish-not-reported = Venter på rader: { $periods }. Last opp en fil som når fram til periodens siste dag, så kommer tallene.
publish-not-reported-rule = En periode publiseres én gang, når den er over og radene for hele perioden er kommet inn. Senere rettinger endrer den ikke uten en ny utgave.
publish-corrected = Rettet etter publisering: { $periods }. De publiserte tallene står til du lager en ny utgave.
publish-blocked = Ikke publisert: { $periods }. Radene stemmer ikke lenger med det som er publisert tidligere samme år. Lag en ny utgave av året først.
publish-unprotected = Ikke publisert: { $periods }. Vi klarte ikke å gjøre tallene trygge å vise. Tallene fra forrige periode blir stående. Si fra til den som driver Samspill.
edition-ask = Rader i **{ $year }** er endret etter at tallene ble publisert. De publiserte tallene står fast til du lager en ny utgave. Den gamle utgaven blir ikke borte.
edition-reason = Hvorfor trengs en ny utgave?
edition-publish = Lag ny utgave av { $year }
edition-needs-reason = Skriv hvorfor tallene skal publiseres på nytt.

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
refused-too-big = Filen er på { $megabytes } MB. Vi tar imot opptil { $limit } MB. Del den i mindre filer, for eksempel én per måned.
refused-too-big-unpacked = Filen blir over { $limit } MB når den pakkes ut. Ofte skyldes det formatering langt nedenfor tabellen. Slett tomme rader og kolonner etter tabellen, lagre, og prøv igjen.
refused-too-many-parts = Filen består av mer enn { $limit } deler. Kopier tabellen til en ny arbeidsbok, og last opp den.
refused-too-much-memory = Filen er for stor å åpne trygt. Kopier tabellen til en ny arbeidsbok, og last opp den.
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
refused-no-rows = Tabellen har kolonnenavn, men ingen rader. Fyll ut filen, og last den opp på nytt.
refused-unreadable-file = Vi finner ikke filen, eller får ikke lov til å lese den. Sjekk navnet og prøv igjen.
refused-other = Vi kunne ikke lese filen. Lagre den som .xlsx i Excel, og prøv igjen.
spot = ark «{ $sheet }» rad { $row } kolonne { $column }
spot-sheet-name = i navnet på ark nummer { $number }

## Det som kan være galt i en rad

problem-weight = Vekt
problem-sheet = Ark
problem-row = Rad
problem-column = Kolonne
problem-what = Hva
problem-perhaps = Mente du «{ $suggestion }»?
severity-stops = Stopper raden
severity-warns = Advarsel
severity-notes = Merknad
problem-empty = { $column } mangler. Fyll ut cellen.
    .short = Tom celle som må fylles ut
problem-cell-error = Excel viser en feil i cellen. Rett formelen, eller skriv inn verdien.
    .short = Feil fra Excel i cellen
problem-cell-uncomputed = Cellen har en formel uten lagret svar. Åpne filen i Excel, lagre den, og last opp på nytt.
    .short = Formel uten lagret svar
problem-date-unreadable = vi forstår ikke datoen. Skriv den som dd.mm.åååå, for eksempel 05.03.2026.
    .short = Dato vi ikke forstår
problem-date-without-year = datoen mangler år. Skriv den som dd.mm.åååå.
    .short = Dato uten år
problem-date-not-in-calendar = datoen finnes ikke i kalenderen. Rett den.
    .short = Dato som ikke finnes
problem-date-out-of-range = årstallet kan ikke stemme. Rett datoen.
    .short = Dato med umulig årstall
problem-date-from-serial = er Excels eget tall for en dato. Vi har lest det som en dato.
    .short = Dato lest fra Excels tall
problem-date-in-future = { $column } er fram i tid. Sjekk datoen.
    .short = Dato fram i tid
problem-count-unreadable = vi forstår ikke tallet. Skriv et helt tall, for eksempel 30.
    .short = Tall vi ikke forstår
problem-count-not-whole = tallet må være helt. Skriv det uten desimaler.
    .short = Tall som ikke er helt
problem-count-out-of-range = tallet er utenfor det som er mulig. Rett det.
    .short = Umulig tall
problem-number-unreadable = vi forstår ikke tallet. Skriv det med sifre.
    .short = Tall vi ikke forstår
problem-estimate = er et anslag. Vi regner med tallet og merker det som anslag.
    .short = Anslag
problem-code-unknown = vi kjenner ikke denne skrivemåten. Bruk et av valgene i malen.
    .short = Ukjent skrivemåte
problem-municipality-unknown = vi kjenner ikke denne kommunen. Skriv navnet helt ut, eller «Annen kommune».
    .short = Ukjent kommune
problem-municipality-ambiguous = kan være flere kommuner. Skriv hvilken.
    .short = Kommune som kan være flere
problem-municipality-empty = Kommune mangler. Raden telles under ukjent kommune.
    .short = Kommune mangler
problem-municipality-elsewhere = er ikke i modellen. Raden telles under andre kommuner.
    .short = Annen kommune
problem-team-unknown = vi kjenner ikke dette teamet. Raden telles under ukjent tjeneste.
    .short = Ukjent team
problem-not-offered = Teamet gir ikke denne tilbudsformen etter modellen. Rett raden eller modellen.
    .short = Tilbud som ikke finnes
problem-id-broken-by-excel = Excel har gjort nummeret om til noe avrundet, så flere personer kan ha fått samme nummer. Sett kolonnen til tekst i Excel, og eksporter på nytt. Antall personer fra denne filen er usikkert.
    .short = Deltakernummer ødelagt av Excel
problem-id-is-a-date = Deltakernummeret ser ut som en fødselsdato. Bruk et nummer som ikke sier noe om personen.
    .short = Deltakernummer som ligner en dato
problem-id-is-a-name = Deltakernummeret ser ut som et navn. Bruk et nummer som ikke sier noe om personen.
    .short = Deltakernummer som ligner et navn
problem-nobody = Raden har verken deltaker eller antall. Fyll ut ett av dem.
    .short = Verken deltaker eller antall
problem-attended-in-future = Raden er registrert som møtt eller ikke møtt på en dag som ikke har vært. Rett datoen.
    .short = Oppmøte fram i tid
problem-start-before-received = Oppstart er før henvisningen ble mottatt. Rett den ene datoen.
    .short = Oppstart før henvisning
problem-end-before-start = Avslutning er før oppstart. Rett den ene datoen.
    .short = Avslutning før oppstart
problem-end-before-received = Avslutning er før henvisningen ble mottatt. Rett den ene datoen.
    .short = Avslutning før henvisning
problem-reason-without-end = Raden har en avslutningsårsak, men ingen sluttdato. Fyll ut datoen hvis forløpet er avsluttet.
    .short = Årsak uten sluttdato
problem-heading-twice = kolonnene har samme navn. Vi har lest den første. Gi den andre et eget navn.
    .short = Samme kolonnenavn to ganger
problem-hidden-rows = så mange rader er skjult i Excel. De er lest. Vis dem, og se om de skal med.
    .short = Skjulte rader er lest
problem-errors-unseen = Vi kunne ikke se etter feil fra Excel i dette arket. Lagre filen som .xlsx, og last opp på nytt.
    .short = Kunne ikke se etter feil fra Excel
problem-mixed-encodings = Filen blander to tegnsett. Sjekk at æ, ø og å er riktige, eller lagre den som «CSV UTF-8».
    .short = To tegnsett i samme fil
problem-row-in-earlier-sheet = Nummeret står i et tidligere ark også. Bare den første raden er tatt med.
    .short = Samme nummer i to ark
problem-row-twice = Nummeret står også på en rad lenger opp. Bare den første er tatt med.
    .short = Samme nummer to ganger

## Kolonnene, som i malen og datakatalogen

column-date = Dato
    .meaning = Dagen timen eller konserten var.
column-participant = Deltaker
    .meaning = Deltakernummer. Aldri navn, fødselsdato eller fødselsnummer. Lagres bare som en kode ingen kan lese tilbake.
column-municipality = Kommune
    .meaning = Kommunen deltakeren bor i, eller der konserten var. Navn eller kommunenummer.
column-team = Team
    .meaning = Tjenesten som gir tilbudet.
column-level = Tilbudsform
    .meaning = Individuelt forløp, gruppetilbud eller åpent tilbud.
column-status = Status
    .meaning = Møtt, ikke møtt, avlyst av deltaker, avlyst av terapeut eller planlagt.
column-heads = Antall
    .meaning = Hvor mange som var der, når dere teller hoder og ikke personer. La Deltaker stå tom da.
column-late = Sent avbud
    .meaning = Ja hvis timen ble avlyst mindre enn 24 timer før.
column-number = Henvisning
    .meaning = Henvisningens nummer i fagsystemet. Brukes til å kjenne raden igjen, og lagres bare som en kode.
column-received = Mottatt
    .meaning = Dagen henvisningen ble mottatt.
column-source = Henvist fra
    .meaning = Hvem som henviste.
column-started = Oppstart
    .meaning = Dagen for første time. Tom hvis personen fortsatt venter.
column-ended = Avsluttet
    .meaning = Dagen forløpet ble avsluttet. Tom hvis det pågår.
column-end_reason = Avslutningsårsak
    .meaning = Hvorfor forløpet ble avsluttet, eller hvor personen gikk videre.
column-title = Arrangement
    .meaning = Hva konserten het.
column-place = Sted
    .meaning = Hvor konserten var.
column-audience = Publikum
    .meaning = Hvor mange som hørte på. Anslag som «ca. 30» går bra.
column-performers = Medvirkende
    .meaning = Hvor mange som sto på scenen.
column-partner = Samarbeid med
    .meaning = Organisasjonen som var med på å arrangere.
column-public = Åpent for alle
    .meaning = Ja hvis hvem som helst kunne komme.
column-year = År
    .meaning = Året folketallet gjelder, per 1. januar.
column-inhabitants = Innbyggere
    .meaning = Innbyggere i alt.
column-adults = Voksne 18+
    .meaning = Innbyggere som er 18 år eller eldre.
template-sheet = Les først
template-title = Mal for Samspill
template-how = Fyll ut arkene du trenger, ett for hver tabell. Mørkeblå kolonner må være med. Lagre og last opp.
template-where = Ark
template-column = Kolonne
template-needed = Må med
template-meaning = Hva
template-example = Eksempel
template-yes = ja

## Datakvalitet

quality-nothing = Ingenting er lastet opp ennå. Når det første er lastet opp, ser du her hvor godt det er.
quality-uploads = Opplastinger
quality-file = Fil
quality-table = Tabell
quality-when = Når
quality-span = Dager radene dekker
quality-kept = Rader tatt med
quality-failed = Rader med feil
quality-problems = Det som var galt
quality-no-problems = Ingen feil eller advarsler i det som er lastet opp.
quality-rows = Rader
quality-published = Det som er publisert
quality-show-published = { $count ->
        [one] Vis den ene publiserte perioden
       *[other] Vis alle { $count } publiserte perioder
    }
quality-family = Tall
quality-period = Periode
quality-edition = Utgave

## Om tallene

about-privacy-title = Hvorfor noen tall ikke vises
about-privacy =
    Bak tallene er mennesker med alvorlig psykisk lidelse i små kommuner. Styringsgruppa skal se hvordan
    modellen virker, ikke hvem den gjelder. Derfor viser vi aldri et tall som bygger på færre enn
    { $threshold } personer, heller ikke null.

    Det holder ikke å skjule det lille tallet alene: vet du summen og de andre tallene, kan du trekke dem fra.
    Derfor skjuler vi noen større tall også, akkurat så mange som trengs. De to slagene ser like ut.

    Tallene publiseres én gang, når perioden er over. Etterpå endres de ikke i det stille. En retting blir en
    ny utgave, og begge kan leses.

    { "**" }Dette beskytter ikke mot alt.** Den som kjenner folk på stedet, kan vite ting ingen tabell kan skjule.
    Og selv når { $threshold } personer ligger bak et tall, er det en liten gruppe.
about-signs-title = Tegnene
about-signs =
    - **:** skjult av hensyn til personvernet
    - **..** mangler: perioden er ikke over, eller radene er ikke kommet inn
    - **.** kan ikke regnes ut
    - **–** tilbys ikke her
about-status-title = Når vi sier at et mål er nådd
about-status =
    Vi ser på de siste 12 månedene samlet og hvor usikkert tallet er. Et mål er **nådd** når hele
    usikkerheten er på riktig side. Er tallet på riktig side, men usikkert, sier vi **på vei, usikkert**.
    Er hele usikkerheten på feil side, sier vi **ikke på vei**. Er det for lite å bygge på, sier vi
    at det **ikke kan vurderes**, og hvorfor. Med førti mål der alt går som det skal, må vi likevel regne med om lag
    én falsk alarm.
about-definitions-title = Hva tallene betyr
about-name = Tall
about-definition = Slik regnes det
about-source = Kilde
about-dictionary-title = Kolonnene i filene
defined-by-model = Samarbeidsmodellen
defined-by-hospital = Norsk pasientregister, «ikke møtt»
defined-by-survival = Kaplan og Meier, 1958
defined-by-pathways = Nasjonale pasientforløp, veiledende frister
defined-by-fact = FACT-evalueringen
about-principles-title = Prinsippene i modellen, og hva som måler dem
about-principle = Prinsipp
about-goals = Mål som sier noe om det
about-unmeasured = Måles ikke ennå

## Når noe står i veien

store-unreachable = Vi får ikke kontakt med databasen. Sjekk at den er i gang og at adressen er riktig, og prøv igjen. Filene dine er ikke borte.
store-locked = Databasen er opptatt akkurat nå. Vent et øyeblikk og prøv igjen. Filene dine er ikke borte.
store-unwritable = Vi klarer ikke å skrive til databasen. Sjekk at det går an å skrive til mappen og at disken ikke er full, og prøv igjen. Filene dine er ikke borte.
store-other-key = Nøkkelfilen hører til en annen database. Finn den riktige nøkkelfilen, og start på nytt.
model-no-file = Vi finner ikke modellfilen { $file }. Sjekk navnet og hvor den ligger.
model-unreadable = Vi klarer ikke å lese modellfilen { $file }. Sjekk at den er lagret som UTF-8.
model-not-toml = Modellfilen { $file } har en skrivefeil på linje { $key }. Rett linjen og start på nytt.
model-not-toml-at-end = Modellfilen { $file } slutter midt i noe. Sjekk de siste linjene og start på nytt.
model-missing = Modellfilen { $file } mangler «{ $key }». Skriv det inn og start på nytt.
model-unknown-key = Modellfilen { $file } har et felt vi ikke kjenner: «{ $key }». Rett navnet eller fjern det.
model-wrong-value = Modellfilen { $file } har en verdi vi ikke kan bruke: «{ $key }». Rett den og start på nytt.
model-taken-key = Modellfilen { $file } bruker samme nøkkel to ganger, eller et navn som er opptatt: «{ $key }». Velg et annet.
model-unknown-municipality = Modellfilen { $file } viser til en kommune som ikke står i den: «{ $key }». Rett navnet.
model-unknown-principle = Modellfilen { $file } viser til et prinsipp som ikke står i den: «{ $key }». Rett navnet.
model-wrong-kind-of-goal = Modellfilen { $file } har et mål som ikke passer til tallet det viser til: «{ $key }». Bruk en andel, eller kind = "deliver" for det som telles opp.
model-unknown-indicator = Modellfilen { $file } viser til et tall vi ikke kjenner: «{ $key }». Se navnene under Om tallene.

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

## Streamlits egne ord: engelsken i en.ftl er det Streamlit selv sier, og det vi ser etter

browser-no-script = Slå på JavaScript i nettleseren, så åpner Samspill seg.
browser-skip = Hopp til innholdet
browser-sidebar = Sidemeny
browser-sidebar-hide = Skjul menyen
browser-sidebar-show = Vis menyen
browser-pages = Sider
browser-pages-more = Vis { $count } til
browser-pages-fewer = Vis færre
browser-home = Gå til forsiden
browser-new-tab = (åpnes i ny fane)
browser-messages = Beskjeder
browser-message-more = vis mer
browser-message-less = vis mindre
browser-close = Lukk
browser-dismiss = Lukk
browser-cancel = Avbryt
browser-link-here = Lenke hit
browser-help = Forklaring
browser-help-for = Forklaring: { $label }
browser-progress = framdrift
browser-picture-unnamed = Diagram
browser-picture = diagram

# Hovedmenyen

browser-menu = Hovedmeny
browser-theme = Utseende
browser-theme-system = Som maskinen
browser-theme-light = Lyst
browser-theme-dark = Mørkt
browser-print = Skriv ut
browser-rerun = Hent på nytt
browser-rerun-always = Hent alltid på nytt
browser-rerun-auto = Hent på nytt av seg selv
browser-clear-cache = Tøm mellomlageret
browser-record = Ta opp skjermen
browser-get-help = Få hjelp
browser-report-bug = Meld fra om en feil
browser-about = Om
browser-made-with = Laget med Streamlit v
browser-copy-version = Kopier versjonsnummeret
browser-copy = Kopier
browser-copied = Kopiert

# Valg og felter

browser-choose = Velg
browser-choose-many = Velg
browser-choose-nothing = Ingenting å velge mellom
browser-no-match = Ingen treff
browser-options-one = { $count } valg å velge mellom.
browser-options = { $count } valg å velge mellom.
browser-option-chosen = { $name }, valgt
browser-open = Åpne
browser-clear = Tøm
browser-select-all = Velg alle
browser-select-matches = Velg { $count } treff
browser-enter-apply = Trykk Enter for å bruke
browser-enter-submit = Trykk Enter for å sende inn
browser-required = Fyll ut feltet.

# Filer

browser-upload = Velg filer
browser-upload-more = Legg til filer
browser-upload-input = velg filer
browser-upload-drop = Slipp filene her
browser-upload-drop-one = Slipp filen her
browser-upload-size = Inntil { $size } per fil
browser-upload-remove = Fjern { $name }
browser-upload-stop = Avbryt opplastingen av { $name }
browser-upload-again = Klikk for å prøve igjen
browser-upload-fault = Feil:
browser-upload-too-big = Filen er for stor. Den kan være på inntil { $size }. Del den i mindre filer.
browser-upload-too-small = Filen er for liten.
browser-upload-kind = Vi leser ikke filer av typen { $kind }. Lagre tabellen som Excel eller CSV.
browser-upload-unknown-kind = Vi leser ikke denne filtypen. Lagre tabellen som Excel eller CSV.
browser-upload-only-one = Velg bare én fil.
browser-upload-unexpected = Noe gikk galt. Prøv igjen.
browser-upload-failed = Filen kom ikke fram. Prøv igjen.
browser-upload-refused = Filen kom ikke fram (kode { $code }). Last siden på nytt, og prøv igjen.
browser-upload-no-network = Vi mistet kontakten. Filen er ikke lastet opp. Prøv igjen om litt.
browser-upload-lost = Vi mistet kontakten. Vent til Samspill er tilbake, og prøv igjen.
browser-file-and-size = { $name }, { $size }
browser-size = { $size }
browser-download-failed = Filen kunne ikke lages. Prøv igjen.
browser-download-not-made = Filen kunne ikke lages. Prøv igjen.
browser-download-closed = Vi mistet kontakten. Prøv igjen om litt.
browser-download-slow = Det tok for lang tid. Prøv igjen.

# Diagrammer og tabeller

browser-show-data = Vis tallene bak
browser-show-chart = Vis diagrammet
browser-picture-file = Last ned som bilde
browser-picture-recipe = Kopier oppskriften på diagrammet
browser-picture-copied = Kopiert
browser-fullscreen = Fyll skjermen
browser-fullscreen-close = Tilbake til siden
browser-columns = Vis eller skjul kolonner
browser-table-file = Last ned som CSV
browser-search = Søk
browser-search-what = Skriv for å søke
browser-search-before = Forrige treff
browser-search-after = Neste treff
browser-search-close = Lukk søket
browser-search-one = { $count } treff
browser-search-many = { $count } treff
browser-search-one-of = { $count } av { $all } treff
browser-search-many-of = { $count } av { $all } treff
browser-search-most-of = { $count } av over 1000
browser-column-menu = Meny for kolonnen
browser-column-copy = Kopier navnet på kolonnen
browser-column-up = Sorter stigende
browser-column-down = Sorter synkende
browser-column-statistics = Statistikk
browser-column-format = Vis tallene som
browser-column-width = Tilpass bredden
browser-column-pin = Fest kolonnen
browser-column-unpin = Løsne kolonnen
browser-column-hide = Skjul kolonnen
browser-format-automatic = Automatisk
browser-format-localized = Norsk
browser-format-plain = Uten tusenskiller
browser-format-compact = Kort
browser-format-percent = Prosent
browser-format-scientific = Vitenskapelig
browser-format-accounting = Regnskap
browser-format-duration = Varighet
browser-format-distance = Tid fra nå
browser-format-calendar = Kalender
browser-statistics-empty = Tomme
browser-statistics-values = Verdier
browser-statistics-distinct = Ulike
browser-statistics-average = Gjennomsnitt
browser-statistics-deviation = Standardavvik
browser-statistics-minimum = Minste
browser-statistics-lower = Nedre kvartil
browser-statistics-upper = Øvre kvartil
browser-statistics-maximum = Største
browser-statistics-shortest = Korteste
browser-statistics-longest = Lengste
browser-statistics-length = Gjennomsnittlig lengde
browser-statistics-range = Spenn
browser-statistics-count = Antall
browser-statistics-chart = De vanligste verdiene
browser-statistics-none = Ingen tall
browser-statistics-sample = Bygger på et utvalg
browser-kind-text = tekst
browser-kind-number = tall
browser-kind-date = dato
browser-table-wide = Tabell du kan rulle i
browser-table-empty = tom

# Når kontakten brytes

browser-running = Henter …
browser-stop = Stopp
browser-stopping = Stopper …
browser-changed = Samspill er oppdatert.
browser-connecting = Kobler til
browser-connecting-to = Kobler til Samspill
browser-not-connected = Feil
browser-not-connected-to = Vi får ikke kontakt med Samspill
browser-lost = Vi mistet kontakten
browser-lost-here = Er Samspill stoppet? Start det igjen i terminalen, så kobler siden seg til av seg selv:
browser-lost-command = samspill
browser-lost-there = Samspill svarer ikke. Sjekk at du er på nett, og at Samspill er i gang. Siden kobler seg til av seg selv.
browser-lost-slow = Samspill bruker for lang tid på å svare. Vi prøver igjen av oss selv.
browser-lost-status = Samspill svarte ikke som ventet (kode { $code }). Last siden på nytt om litt.
browser-lost-answer = Samspill svarte ikke som ventet (kode { $code }):
browser-no-page = Siden finnes ikke
browser-no-page-there = Lenken viser til en side som ikke finnes. Her er oversikten i stedet.
browser-no-page-named = Siden «{ $name }» finnes ikke. Her er oversikten i stedet.
browser-fault = Noe gikk galt hos oss, ikke hos deg. Last siden på nytt. Skjer det igjen, si fra til den som driver Samspill.
browser-fault-title = Noe gikk galt hos oss
browser-fault-silent = Last siden på nytt. Skjer det igjen, si fra til den som driver Samspill.
browser-old-title = Siden er gammel
browser-old = Samspill er oppdatert siden du åpnet siden.
browser-old-reload = Last siden på nytt med
browser-old-or = , eller
browser-old-again = Hjelper ikke det, kan du tømme nettleserens mellomlager slik det er forklart
browser-old-here = her

# Tegnene i merkelappene, lest høyt

browser-sign-reached = hake
browser-sign-sure = pil opp
browser-sign-unsure = halv sirkel
browser-sign-off-unsure = trekant
browser-sign-off = kryss
browser-sign-unjudged = spørsmålstegn
browser-sign-add = pluss

# Når det uventede skjer: våre egne ord i stedet for Streamlits

fault-unexpected = Noe gikk galt hos oss, ikke hos deg. Last siden på nytt. Skjer det igjen, si fra til den som driver Samspill.
