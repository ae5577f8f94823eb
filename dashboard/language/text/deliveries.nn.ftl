model-deliverer-who = Modellfila { $file } seier ikkje klart kven som leverer: «{ $key }». Skriv éin av municipality, team og source.
model-deliverer-column = Modellfila { $file } lèt nokon levere det som ikkje har namnet deira i radene: «{ $key }». Bruk source.
model-unknown-team = Modellfila { $file } viser til eit team som ikkje står i henne: «{ $key }». Rett namnet.

## Kven har levert

goal-cannot-not-delivered = Kan ikkje vurderast: { $who } har ikkje levert.
goal-cannot-not-recorded = Kan ikkje vurderast: { $what } blir nesten ikkje førte i filene frå { $who }.
without = Talet er utan { $who }, som ikkje hadde levert.
without-aside = utan { $who }
deliveries-lacking = { $period }: utan { $who }, som ikkje hadde levert.
figure-not-delivered = { $who } har ikkje levert.
delivery-title = Har alle levert?
delivery-all = Ja. Alle som skulle ha levert, har levert.
delivery-not-all = Nei, ikkje enno. Dette manglar: { $what }.
delivery-owed = { $who } ({ $table }, { $period })
delivery-owed-more = Og { $count } til, sjå tabellane under.
delivery-rule = Kven som skal levere kva, står i modellfila. Der radene er om personar, tyder «levert» òg at nokon har sagt frå om at det ikkje var noko å levere.
delivery-delivered = levert
delivery-partial = delvis
delivery-late = levert seint
delivery-missing = manglar
delivery-nothing = ingenting hende
delivery-awaited = blir venta
delivery-who = Leverer
delivery-state = Status
delivery-when = Når
delivery-by = Av
delivery-due = Frist
delivery-details = { $table }: kven sa det, og når
delivery-never = Ingen har levert enno: { $tables }. Difor viser vi ingen tal om dette, heller ikkje null.
delivery-overtaken = { $who } sa at det ikkje var noko å melde for { $period } ({ $table }). Sidan er det kome rader, og det er dei som gjeld.
delivery-say = Sei frå om at det ikkje var noko å melde
deliveries-title = Manglar noko?
deliveries-none = Alle som skulle ha levert, har levert.
deliveries-open = **{ $who }** · { $table } · { $period } · { $state }
deliveries-nothing = Ingenting å melde
deliveries-whole = Dette er alt
deliveries-more = { $count ->
        [one] Éin til
       *[other] { $count } til
    }
deliveries-which = Kva gjeld det?
deliveries-said = { $count ->
        [one] Éi melding er gitt
       *[other] { $count } meldingar er gitt
    }
deliveries-nothing-said = Ingenting å melde: **{ $who }** · { $table } · { $period }
deliveries-whole-said = Alt er levert: **{ $who }** · { $table } · { $period }
deliveries-without-said = Blir publisert utan **{ $who }** · { $period }
publish-will = Dette skjer når du publiserer:
publish-column-period = Periode
publish-column-numbers = Tal
publish-column-region = Heile regionen
publish-column-missing = Har ikkje levert
publish-region-yes = ja
publish-region-without = ja, utan dei som manglar
publish-region-waits = ventar, berre kommunane som har levert
publish-hidden = Tal på færre enn { $threshold } personar blir viste som «:». Nokre andre tal blir òg skjulte, så ingen kan rekne seg fram til dei. Kor mange det vart, ser du etterpå.
publish-came-hidden = { $count ->
        [0] Ingen tal vart skjulte.
        [one] Eitt av { $every } tal er skjult.
       *[other] { $count } av { $every } tal er skjulte.
    }
publish-do-without = Publiser { $period } utan { $who }
publish-do-without-help = Tala for heile regionen blir då utan { $who }, og det står ved kvart tal. Kjem radene seinare, kan perioden publiserast på nytt.
undo-behind = Det er publisert tal som byggjer på desse radene: { $periods }. Angrar du, står dei publiserte tala som før til nokon lagar ei ny utgåve av året.
undo-sure = Angre likevel
undo-keep = La det stå

typing-title = Skriv inn utan Excel
typing-what = Kva vil du skrive inn?
typing-concerts = Konsertar
typing-activities = Aktivitetar
typing-heads = Tal på frammøtte i ope tilbod
typing-help = Éi rad for kvar gong. Datoar blir skrivne som 17.05.2026. Du kan òg lime inn frå Excel.
typing-look = Sjå kva som blir lagra
typing-file-concerts = Skrive inn: konsertar
typing-file-activities = Skrive inn: aktivitetar
typing-file-heads = Skrive inn: tal på frammøtte i ope tilbod

reminder-subject = { $who }: noko manglar i Samspill
reminder-hello = Hei, { $who }! Vi saknar dette frå dykk til { $model }:
reminder-how = Last det opp på sida «{ $page }», eller skriv det inn der. Var det ikkje noko å melde, trykkjer du «Ingenting å melde» på same sida.
reminder-automatic = Dette er ei automatisk påminning. Ho kjem høgst éin gong i månaden, og ikkje når alt er levert.
calendar-deliveries = Samspill: leveransar frå { $who }
calendar-deliver = Lever til Samspill: { $table }, { $period }
calendar-measures = Samspill: fristar for tiltak
calendar-measure = Frist for tiltak, { $where } { $case }
calendar-case = (sak { $number })
calendar-unknown = Det finst ingen slik kalender. Sjå lista på /kalender/.
cli-remind = Minn dei som ikkje har levert, høgst éin gong i månaden: på e-post (SAMSPILL_SMTP=vert:port og SAMSPILL_SMTP_FROM), elles her.
cli-remind-lang = Språket i påminninga.
mail-sent = { $who } er påmint.
mail-reminded = { $who } er påmint tidlegare denne månaden.
mail-address = Vi forstår ikkje SAMSPILL_SMTP eller SAMSPILL_SMTP_FROM. Skriv vert:port og ei e-postadresse.
mail-unreachable = { $who } er ikkje påmint: e-posttenaren svarer ikkje. Vi prøver igjen neste gong.
mail-refused = { $who } er ikkje påmint: e-posttenaren tok ikkje imot. Sjekk adressa i modellfila, brukaren og passordet.
deliveries-waiting = { $period }: tal for heile regionen ventar på { $who }, som ikkje har levert.
minute-fault-twice = Dette vart skrive for ein augneblink sidan. Skal det stå to gonger? Trykk Lagre éin gong til.
upload-remain = { $file }: { $count ->
        [one] Éi rad er ikkje teken inn og må rettast. Her er ho, med forklaring. Rett henne og last opp arbeidsboka.
       *[other] { $count } rader er ikkje tekne inn og må rettast. Her er dei, med forklaring. Rett dei og last opp arbeidsboka.
    }
upload-remain-done = Fjern
cli-worker = Gjer det som er overlate til arbeidarar: lagring, publisering og papir. Så mange de vil, på så mange maskiner de vil.
cli-worker-remind = Minn dei som ikkje har levert, kvar kvardagsmorgon (SAMSPILL_SMTP).
cli-worker-file = Arbeidarar trengst berre når databasen er ein tenar. Med databasen i ei fil gjer Samspill arbeidet sjølv.
cli-region = Kva region, av dei som ligg i mappa SAMSPILL_REGIONS.
cli-region-unknown = Det er ingen region som heiter «{ $name }» i mappa SAMSPILL_REGIONS. Der ligg: { $names }. Eit namn har små bokstavar frå a til z, tal og _.
cli-region-which = Sei kva region det gjeld, med --region. Her er: { $names }.
