model-deliverer-who = Modellfilen { $file } sier ikke klart hvem som leverer: «{ $key }». Skriv ett av municipality, team og source.
model-deliverer-column = Modellfilen { $file } lar noen levere det som ikke har deres navn i radene: «{ $key }». Bruk source.
model-unknown-team = Modellfilen { $file } viser til et team som ikke står i den: «{ $key }». Rett navnet.

## Hvem har levert

goal-cannot-not-delivered = Kan ikke vurderes: { $who } har ikke levert.
goal-cannot-not-recorded = Kan ikke vurderes: { $what } føres nesten ikke i filene fra { $who }.
without = Tallet er uten { $who }, som ikke hadde levert.
without-aside = uten { $who }
deliveries-lacking = { $period }: uten { $who }, som ikke hadde levert.
figure-not-delivered = { $who } har ikke levert.
delivery-title = Har alle levert?
delivery-all = Ja. Alle som skulle ha levert, har levert.
delivery-not-all = Nei, ikke ennå. Dette mangler: { $what }.
delivery-owed = { $who } ({ $table }, { $period })
delivery-owed-more = Og { $count } til, se tabellene under.
delivery-rule = Hvem som skal levere hva, står i modellfilen. Der radene er om personer, betyr «levert» også at noen har sagt fra om at det ikke var noe å levere.
delivery-delivered = levert
delivery-partial = delvis
delivery-late = levert sent
delivery-missing = mangler
delivery-nothing = ingenting skjedde
delivery-awaited = ventes
delivery-who = Leverer
delivery-state = Status
delivery-when = Når
delivery-by = Av
delivery-due = Frist
delivery-details = { $table }: hvem sa det, og når
delivery-never = Ingen har levert ennå: { $tables }. Derfor vises det ingen tall om dette, heller ikke null.
delivery-overtaken = { $who } sa at det ikke var noe å melde for { $period } ({ $table }). Siden er det kommet rader, og det er de som gjelder.
delivery-say = Si fra om at det ikke var noe å melde
deliveries-title = Mangler noe?
deliveries-none = Alle som skulle ha levert, har levert.
deliveries-open = **{ $who }** · { $table } · { $period } · { $state }
deliveries-nothing = Ingenting å melde
deliveries-whole = Dette er alt
deliveries-more = { $count ->
        [one] Én til
       *[other] { $count } til
    }
deliveries-which = Hva gjelder det?
deliveries-said = { $count ->
        [one] Én beskjed er gitt
       *[other] { $count } beskjeder er gitt
    }
deliveries-nothing-said = Ingenting å melde: **{ $who }** · { $table } · { $period }
deliveries-whole-said = Alt er levert: **{ $who }** · { $table } · { $period }
deliveries-without-said = Publiseres uten **{ $who }** · { $period }
publish-will = Dette skjer når du publiserer:
publish-column-period = Periode
publish-column-numbers = Tall
publish-column-region = Hele regionen
publish-column-missing = Har ikke levert
publish-region-yes = ja
publish-region-without = ja, uten dem som mangler
publish-region-waits = venter, bare kommunene som har levert
publish-hidden = Tall på færre enn { $threshold } personer vises som «:». Noen andre tall skjules også, så ingen kan regne seg fram til dem. Hvor mange det ble, ser du etterpå.
publish-came-hidden = { $count ->
        [0] Ingen tall ble skjult.
        [one] Ett av { $every } tall er skjult.
       *[other] { $count } av { $every } tall er skjult.
    }
publish-do-without = Publiser { $period } uten { $who }
publish-do-without-help = Tallene for hele regionen blir da uten { $who }, og det står ved hvert tall. Kommer radene senere, kan perioden publiseres på nytt.
undo-behind = Det er publisert tall som bygger på disse radene: { $periods }. Angrer du, står de publiserte tallene som før til noen lager en ny utgave av året.
undo-sure = Angre likevel
undo-keep = La det stå

typing-title = Skriv inn uten Excel
typing-what = Hva vil du skrive inn?
typing-concerts = Konserter
typing-activities = Aktiviteter
typing-heads = Antall i åpent tilbud
typing-help = En rad for hver gang. Datoer skrives som 17.05.2026. Du kan også lime inn fra Excel.
typing-look = Se hva som blir lagret
typing-file-concerts = Skrevet inn: konserter
typing-file-activities = Skrevet inn: aktiviteter
typing-file-heads = Skrevet inn: antall i åpent tilbud

reminder-subject = { $who }: noe mangler i Samspill
reminder-hello = Hei, { $who }! Vi savner dette fra dere til { $model }:
reminder-how = Last det opp på siden «{ $page }», eller skriv det inn der. Var det ikke noe å melde, trykker du «Ingenting å melde» på samme side.
reminder-automatic = Dette er en automatisk påminnelse. Den kommer høyst én gang i måneden, og ikke når alt er levert.
calendar-deliveries = Samspill: leveranser fra { $who }
calendar-deliver = Lever til Samspill: { $table }, { $period }
calendar-measures = Samspill: frister for tiltak
calendar-measure = Frist for tiltak, { $where } { $case }
calendar-case = (sak { $number })
calendar-unknown = Det finnes ingen slik kalender. Se listen på /kalender/.
cli-remind = Minn dem som ikke har levert, høyst én gang i måneden: på e-post (SAMSPILL_SMTP=vert:port og SAMSPILL_SMTP_FROM), ellers her.
cli-remind-lang = Språket i påminnelsen.
mail-sent = { $who } er påminnet.
mail-reminded = { $who } er påminnet tidligere denne måneden.
mail-address = Vi forstår ikke SAMSPILL_SMTP eller SAMSPILL_SMTP_FROM. Skriv vert:port og en e-postadresse.
mail-unreachable = { $who } er ikke påminnet: e-posttjeneren svarer ikke. Vi prøver igjen neste gang.
mail-refused = { $who } er ikke påminnet: e-posttjeneren tok ikke imot. Sjekk adressen i modellfilen, brukeren og passordet.
deliveries-waiting = { $period }: tall for hele regionen venter på { $who }, som ikke har levert.
minute-fault-twice = Dette ble skrevet for et øyeblikk siden. Skal det stå to ganger? Trykk Lagre en gang til.
upload-remain = { $file }: { $count ->
        [one] Én rad er ikke tatt inn og må rettes. Her er den, med forklaring. Rett den og last opp arbeidsboken.
       *[other] { $count } rader er ikke tatt inn og må rettes. Her er de, med forklaring. Rett dem og last opp arbeidsboken.
    }
upload-remain-done = Fjern
cli-worker = Gjør det som er overlatt til arbeidere: lagring, publisering og papirer. Så mange dere vil, på så mange maskiner dere vil.
cli-worker-remind = Minn dem som ikke har levert, hver hverdagsmorgen (SAMSPILL_SMTP).
cli-worker-file = Arbeidere trengs bare når databasen er en server. Med databasen i en fil gjør Samspill arbeidet selv.
cli-region = Hvilken region, av dem som ligger i mappen SAMSPILL_REGIONS.
cli-region-unknown = Det er ingen region som heter «{ $name }» i mappen SAMSPILL_REGIONS. Der ligger: { $names }. Et navn har små bokstaver fra a til z, tall og _.
cli-region-which = Si hvilken region det gjelder, med --region. Her er: { $names }.
