## Rettleiingane: éi for kvar av tre lesarar

guide-intro = Vel det som liknar mest på jobben din. Alt står òg i tre korte dokument som kan skrivast ut, på bokmål.
guide-coordinator-title = For deg som samlar inn tala
guide-coordinator-first =
    { "" }**Éin gong i månaden**
    { "" }
    1. Opne **Tal inn** og slepp filene der: oppmøte, tilvisingar og konsertar, slik dei er. Malen på sida passar om du ikkje har ei fil.
    2. Sjå på førehandsvisinga. Ho seier kor mange rader som er nye, endra og uendra, og kva for nokre som har feil, med rad og kolonne.
    3. Er det ord vi ikkje kjenner, spør vi éin gong kva dei tyder. Svaret blir hugsa til neste månad.
    4. Trykk **Lagre fila**. Radene med feil kan du laste ned, rette og sleppe inn igjen. Ingenting er øydelagt om du tek feil: kvar opplasting kan angrast.
    5. Når ein periode er ferdig, står han klar til å bli **publisert** lenger nede på sida. Først då ser andre tala.
guide-coordinator-then =
    { "" }**Éin gong i året**
    { "" }
    Slepp brukarundersøkinga på same stad, slik skjemaverktøyet gir ho: éi rad for kvart skjema, med spørsmåla som overskrifter og ei kolonne for dagen. Spørsmåla står i modellfila. Utan deltakarnummer blir kvart skjema talt som éin person. Svara blir publiserte når året er over.
    { "" }
    { "" }**Når noko manglar**
    { "" }
    Sida **Leveransar og kvalitet** viser månad for månad kva som er kome, kva som kom seint, og kva for tal det går ut over. Eit tal som manglar, er aldri null: det står som **..**
    { "" }
    { "" }**Hugs**
    { "" }
    - Filene skal ikkje ha namn eller fødselsnummer. Finn vi eit, stoppar fila, og du får vite kva for ei celle det gjeld.
    - Teiknet **:** tyder at talet gjeld for få menneske til å bli vist. Det gjer vi for deg, òg i Excel-filene du lastar ned.
    - Ser noko rart ut? Skriv ein **merknad** på sida til kommunen («Terapeut sjukmeld»). Han følgjer talet overalt der kommunen blir vist.
guide-leader-title = For deg som leier
guide-leader-first =
    { "" }**Eitt blikk: Oversikt**
    { "" }
    Kvar rad er eit mål. Det store talet er der vi er no. Streken rundt punktet er uvissa, den loddrette streken er målet, og i det grøne feltet er målet nådd. Dei små merka er kommunane. Dei måla som treng merksemd, står øvst.
    { "" }
    Statusen er varsam med vilje: «Nådd» tyder at vi kan stå inne for det òg når vi tek høgd for slump. Kan ein ikkje seie det enno, står det.
    { "" }
    Trykk på eit mål, så opnar kortet seg: talet over tid, kommunane ved sida av kvarandre, og vedtaka som nummererte merke i diagrammet.
guide-leader-then =
    { "" }**Kommunen din**
    { "" }
    På **Kommune** vel du kommunen din øvst på sida. Der står måla, merknadene, tala ved sida av dei andre og vedtaka. Dette er inga rangering: der strekane overlappar, kan skilnaden vere slump.
    { "" }
    { "" }**Følg vegen**
    { "" }
    { "" }**Inn** viser kven som finn vegen hit og kor lenge dei ventar. **Oppmøte** viser om dei kjem. **Vidare** viser kvar dei går etterpå. **I samfunnet** viser konsertane og arbeidet utetter.
    { "" }
    { "" }**Del det du ser**
    { "" }
    { "" }*Kopier lenkje* gir kollegaen din nøyaktig same biletet. *Fest tala* gjer at lenkja viser dei same tala òg om eit år.
guide-secretary-title = For deg som skriv referat
guide-secretary-first =
    { "" }**Før møtet**
    { "" }
    Lag sakspapira på **Papir**: vel periode og språk, sjå på første side og ta filene med deg. Tala i papira er festa, så dei er dei same i møtet.
    { "" }
    { "" }**I møtet**
    { "" }
    1. Opne **Møte** og fyll skjermen (F11). Vel kommunane de skal sjå på.
    2. **→** eller mellomrom går vidare, **←** går tilbake.
    3. Trykk **V** når noko blir vedteke. Skriv «Sak 14/26: Vi …», kven som følgjer opp, og fristen slik de seier han: «1. mars», «31.12». Enter lagrar.
    4. Er eit mål ikkje på veg, trykkjer du **Skriv kvifor** og skriv årsaka i éi setning.
    5. Biletet held på storleiken uansett kor mange vedtak det er.
guide-secretary-then =
    { "" }**Etter møtet**
    { "" }
    Det siste biletet har alle vedtaka frå i dag som tekst, klare til å bli kopierte, **Lag referat** som gjer dei til eit dokument, og ei lenkje som viser tala slik møtet såg dei.
    { "" }
    På **Vedtak og tiltak** står alt som ventar, det som er over fristen først. Trykk **Gjort** når noko er gjort. Det som blir endra, held på historia si, og det som blir trekt, seier kvifor.
    { "" }
    { "" }**Hugs**
    { "" }
    Skriv aldri noko ein deltakar kan kjennast att på: ingen namn, fødselsdatoar eller nummer.
guide-picture-upload = Sida Tal inn, med plass til å sleppe filer og malen.
guide-picture-quality = Sida Leveransar og kvalitet, med kva som er kome inn månad for månad.
guide-picture-overview = Oversikta: kvart mål som ei rad med tal, skala, kurve, status og neste tiltak.
guide-picture-goal = Eit mål som kort, med talet over tid, kommunane og vedtaka.
guide-picture-meeting = Eit mål i møtet: stort tal, diagram og felta for eit nytt vedtak.
guide-picture-measures = Vedtak og tiltak, det som er over fristen først.
