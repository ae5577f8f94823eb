## Orda Streamlit seier sjølv: engelsken i streamlit.en.ftl er det Streamlit seier, og det vi ser etter

browser-no-script = Slå på JavaScript i nettlesaren, så opnar Samspill seg.
browser-skip = Hopp til innhaldet
browser-sidebar = Sidemeny
browser-sidebar-hide = Skjul menyen
browser-sidebar-show = Vis menyen
browser-pages = Sider
browser-pages-more = Vis { $count } til
browser-pages-fewer = Vis færre
browser-home = Gå til framsida
browser-new-tab = (opnar i ny fane)
browser-messages = Meldingar
browser-message-more = vis meir
browser-message-less = vis mindre
browser-close = Lukk
browser-dismiss = Lukk
browser-cancel = Avbryt
browser-link-here = Lenkje hit
browser-help = Forklaring
browser-help-for = Forklaring: { $label }
browser-progress = framdrift
browser-picture-unnamed = Diagram
browser-picture = diagram

# Hovudmenyen

browser-menu = Hovudmeny
browser-theme = Utsjånad
browser-theme-system = Som maskina
browser-theme-light = Lys
browser-theme-dark = Mørk
browser-print = Skriv ut
browser-rerun = Hent på nytt
browser-rerun-always = Hent alltid på nytt
browser-rerun-auto = Hent på nytt av seg sjølv
browser-clear-cache = Tøm mellomlageret
browser-record = Ta opp skjermen
browser-get-help = Få hjelp
browser-report-bug = Meld frå om ein feil
browser-about = Om
browser-made-with = Laga med Streamlit v
browser-copy-version = Kopier versjonsnummeret
browser-copy = Kopier
browser-copied = Kopiert

# Val og felt

browser-choose = Vel
browser-choose-many = Vel
browser-choose-nothing = Ingenting å velje mellom
browser-no-match = Ingen treff
browser-options-one = { $count } val å velje mellom.
browser-options = { $count } val å velje mellom.
browser-option-chosen = { $name }, vald
browser-open = Opne
browser-clear = Tøm
browser-select-all = Vel alle
browser-select-matches = Vel { $count } treff
browser-enter-apply = Trykk Enter for å bruke
browser-enter-submit = Trykk Enter for å sende inn
browser-required = Fyll ut feltet.

# Filer

browser-upload = Vel filer
browser-upload-more = Legg til filer
browser-upload-input = vel filer
browser-upload-drop = Slepp filene her
browser-upload-drop-one = Slepp fila her
browser-upload-size = Inntil { $size } per fil
browser-upload-remove = Fjern { $name }
browser-upload-stop = Avbryt opplastinga av { $name }
browser-upload-again = Klikk for å prøve igjen
browser-upload-fault = Feil:
browser-upload-too-big = Fila er for stor. Ho kan vere på inntil { $size }. Del henne i mindre filer.
browser-upload-too-small = Fila er for lita. Sjekk at det er rett fil, og prøv igjen.
browser-upload-kind = Vi les ikkje filer av typen { $kind }. Lagre tabellen som Excel eller CSV.
browser-upload-unknown-kind = Vi les ikkje denne filtypen. Lagre tabellen som Excel eller CSV.
browser-upload-only-one = Vel berre éi fil.
browser-upload-unexpected = Noko gjekk gale. Prøv igjen.
browser-upload-failed = Fila kom ikkje fram. Prøv igjen.
browser-upload-refused = Fila kom ikkje fram (kode { $code }). Last sida på nytt, og prøv igjen.
browser-upload-no-network = Vi mista kontakten. Fila er ikkje lasta opp. Prøv igjen om litt.
browser-upload-lost = Vi mista kontakten. Vent til Samspill er tilbake, og prøv igjen.
browser-file-and-size = { $name }, { $size }
browser-size = { $size }
browser-download-failed = Vi fekk ikkje laga fila. Prøv igjen.
browser-download-not-made = Vi fekk ikkje laga fila. Prøv igjen.
browser-download-closed = Vi mista kontakten. Prøv igjen om litt.
browser-download-slow = Det tok for lang tid. Prøv igjen.

# Diagram og tabellar

browser-show-data = Vis tala bak
browser-show-chart = Vis diagrammet
browser-picture-file = Last ned som bilete
browser-picture-recipe = Kopier oppskrifta på diagrammet
browser-picture-copied = Kopiert
browser-fullscreen = Fyll skjermen
browser-fullscreen-close = Tilbake til sida
browser-columns = Vis eller skjul kolonner
browser-table-file = Last ned som CSV
browser-search = Søk
browser-tabs-left = Bla fanene mot venstre
browser-tabs-right = Bla fanene mot høgre
browser-row-add = Legg til rad
browser-rows-delete = Slett merkte rader
browser-search-what = Skriv for å søkje
browser-search-before = Førre treff
browser-search-after = Neste treff
browser-search-close = Lukk søket
browser-search-one = { $count } treff
browser-search-many = { $count } treff
browser-search-one-of = { $count } av { $all } treff
browser-search-many-of = { $count } av { $all } treff
browser-search-most-of = { $count } av over 1000
browser-column-menu = Meny for kolonna
browser-column-copy = Kopier namnet på kolonna
browser-column-up = Sorter stigande
browser-column-down = Sorter fallande
browser-column-statistics = Statistikk
browser-column-format = Vis tala som
browser-column-width = Tilpass breidda
browser-column-pin = Fest kolonna
browser-column-unpin = Løys kolonna
browser-column-hide = Skjul kolonna
browser-format-automatic = Automatisk
browser-format-localized = Norsk
browser-format-plain = Utan tusenskilje
browser-format-compact = Kort
browser-format-percent = Prosent
browser-format-scientific = Vitskapleg
browser-format-accounting = Rekneskap
browser-format-duration = Tidsbruk
browser-format-distance = Tid frå no
browser-format-calendar = Kalender
browser-statistics-empty = Tomme
browser-statistics-values = Verdiar
browser-statistics-distinct = Ulike
browser-statistics-average = Gjennomsnitt
browser-statistics-deviation = Standardavvik
browser-statistics-minimum = Minste
browser-statistics-lower = Nedre kvartil
browser-statistics-upper = Øvre kvartil
browser-statistics-maximum = Største
browser-statistics-shortest = Kortaste
browser-statistics-longest = Lengste
browser-statistics-length = Gjennomsnittleg lengd
browser-statistics-range = Spenn
browser-statistics-count = Tal på rader
browser-statistics-chart = Dei vanlegaste verdiane
browser-statistics-none = Ingen tal
browser-statistics-sample = Byggjer på eit utval
browser-kind-text = tekst
browser-kind-number = tal
browser-kind-date = dato
browser-table-wide = Tabell du kan rulle i
browser-table-empty = tom

# Når kontakten blir broten

browser-running = Hentar …
browser-stop = Stopp
browser-stopping = Stoppar …
browser-changed = Samspill er oppdatert.
browser-connecting = Koplar til
browser-connecting-to = Koplar til Samspill
browser-not-connected = Feil
browser-not-connected-to = Vi får ikkje kontakt med Samspill
browser-lost = Vi mista kontakten
browser-lost-here = Er Samspill stoppa? Start det igjen i terminalen, så koplar sida seg til av seg sjølv:
browser-lost-command = samspill
browser-lost-there = Samspill svarer ikkje. Sjekk at du er på nett, og at Samspill er i gang. Sida koplar seg til av seg sjølv.
browser-lost-slow = Samspill bruker for lang tid på å svare. Vi prøver igjen av oss sjølve.
browser-lost-status = Samspill svarte ikkje som venta (kode { $code }). Last sida på nytt om litt.
browser-lost-answer = Samspill svarte ikkje som venta (kode { $code }):
browser-no-page = Sida finst ikkje
browser-no-page-there = Lenkja viser til ei side som ikkje finst. Her er oversikta i staden.
browser-no-page-named = Sida «{ $name }» finst ikkje. Her er oversikta i staden.
browser-fault = Noko gjekk gale hos oss, ikkje hos deg. Last sida på nytt. Skjer det igjen, sei frå til den som driv Samspill.
browser-fault-title = Noko gjekk gale hos oss
browser-fault-silent = Last sida på nytt. Skjer det igjen, sei frå til den som driv Samspill.
browser-old-title = Sida er gammal
browser-old = Samspill er oppdatert sidan du opna sida.
browser-old-reload = Last sida på nytt med
browser-old-or = , eller
browser-old-again = Hjelper ikkje det, kan du tømme mellomlageret i nettlesaren slik det er forklart
browser-old-here = her

# Teikna i merkelappane, lesne høgt

browser-sign-reached = hake
browser-sign-sure = pil opp
browser-sign-unsure = halv sirkel
browser-sign-off-unsure = trekant
browser-sign-off = kryss
browser-sign-unjudged = spørjeteikn
browser-sign-add = pluss
browser-sign-overdue = klokke
browser-sign-open = tre prikkar
browser-sign-decided = klubbe
browser-sign-done = hake
browser-sign-withdrawn = strek over

# Datofeltet, lese høgt

browser-date-choose = Vel dato
browser-date-choose-in = Vel dato, { $month }
browser-date-day = dag, { $label }
browser-date-month = månad, { $label }
browser-date-year = år, { $label }
browser-date-previous = Førre månad
browser-date-next = Neste månad
browser-date-clear = Tøm datoen

# Når det uventa skjer: våre eigne ord i staden for Streamlits

fault-unexpected = Noko gjekk gale hos oss, ikkje hos deg. Last sida på nytt. Skjer det igjen, sei frå til den som driv Samspill.
