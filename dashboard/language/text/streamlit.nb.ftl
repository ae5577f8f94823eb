## Streamlits egne ord: engelsken i streamlit.en.ftl er det Streamlit selv sier, og det vi ser etter

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
browser-upload-too-small = Filen er for liten. Sjekk at det er riktig fil, og prøv igjen.
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
browser-tabs-left = Bla fanene mot venstre
browser-tabs-right = Bla fanene mot høyre
browser-row-add = Legg til rad
browser-rows-delete = Slett merkede rader
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
browser-sign-overdue = klokke
browser-sign-open = tre prikker
browser-sign-decided = klubbe
browser-sign-done = hake
browser-sign-withdrawn = strek over

# Datofeltet, lest høyt

browser-date-choose = Velg dato
browser-date-choose-in = Velg dato, { $month }
browser-date-day = dag, { $label }
browser-date-month = måned, { $label }
browser-date-year = år, { $label }
browser-date-previous = Forrige måned
browser-date-next = Neste måned
browser-date-clear = Tøm datoen

# Når det uventede skjer: våre egne ord i stedet for Streamlits

fault-unexpected = Noe gikk galt hos oss, ikke hos deg. Last siden på nytt. Skjer det igjen, si fra til den som driver Samspill.
