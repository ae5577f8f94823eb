## Veiledningene: én for hver av tre lesere

guide-intro = Velg det som ligner mest på jobben din. Alt står også i tre korte dokumenter som kan skrives ut.
guide-coordinator-title = For deg som samler inn tallene
guide-coordinator-first =
    { "" }**Én gang i måneden**
    { "" }
    1. Åpne **Tall inn** og slipp filene der: oppmøte, henvisninger og konserter, slik de er. Malen på siden passer hvis du ikke har en fil.
    2. Se på forhåndsvisningen. Den sier hvor mange rader som er nye, endret og uendret, og hvilke som har feil, med rad og kolonne.
    3. Er det ord vi ikke kjenner, spør vi én gang hva de betyr. Svaret huskes til neste måned.
    4. Trykk **Lagre filen**. Radene med feil kan du laste ned, rette og slippe inn igjen. Ingenting er ødelagt om du tar feil: hver opplasting kan angres.
    5. Når en periode er ferdig, står den klar til å **publiseres** lenger ned på siden. Først da ser andre tallene.
guide-coordinator-then =
    { "" }**Én gang i året**
    { "" }
    Slipp brukerundersøkelsen på samme sted, slik skjemaverktøyet gir den: én rad for hvert skjema, med spørsmålene som overskrifter og en kolonne for dagen. Spørsmålene står i modellfilen. Uten deltakernummer telles hvert skjema som én person. Svarene publiseres når året er over.
    { "" }
    { "" }**Når noe mangler**
    { "" }
    Siden **Leveranser og kvalitet** viser måned for måned hva som er kommet, hva som kom sent, og hvilke tall det går ut over. Et tall som mangler, er aldri null: det står som **..**
    { "" }
    { "" }**Husk**
    { "" }
    - Filene skal ikke ha navn eller fødselsnumre. Finner vi et, stopper filen, og du får vite hvilken celle det gjelder.
    - Tegnet **:** betyr at tallet gjelder for få mennesker til å bli vist. Det gjør vi for deg, også i Excel-filene du laster ned.
    - Ser noe rart ut? Skriv en **merknad** på siden til kommunen («Terapeut sykmeldt»). Den følger tallet overalt der kommunen vises.
guide-leader-title = For deg som leder
guide-leader-first =
    { "" }**Ett blikk: Oversikt**
    { "" }
    Hver rad er et mål. Det store tallet er der vi er nå. Streken rundt punktet er usikkerheten, den lodrette streken er målet, og i det grønne feltet er målet nådd. De små merkene er kommunene. De målene som trenger oppmerksomhet, står øverst.
    { "" }
    Statusen er forsiktig med vilje: «Nådd» betyr at vi kan stå inne for det også når vi tar høyde for tilfeldigheter. Kan det ikke sies ennå, står det.
    { "" }
    Trykk på et mål, så åpnes kortet: tallet over tid, kommunene ved siden av hverandre, og vedtakene som nummererte merker i diagrammet.
guide-leader-then =
    { "" }**Din kommune**
    { "" }
    På **Kommune** velger du kommunen din øverst på siden. Der står målene, merknadene, tallene ved siden av de andre og vedtakene. Dette er ingen rangering: der strekene overlapper, kan forskjellen være tilfeldig.
    { "" }
    { "" }**Følg veien**
    { "" }
    { "" }**Inn** viser hvem som finner veien hit og hvor lenge de venter. **Oppmøte** viser om de kommer. **Videre** viser hvor de går etterpå. **I samfunnet** viser konsertene og arbeidet utad.
    { "" }
    { "" }**Del det du ser**
    { "" }
    { "" }*Kopier lenke* gir kollegaen din nøyaktig samme bilde. *Fest tallene* gjør at lenken viser de samme tallene også om et år.
guide-secretary-title = For deg som skriver referat
guide-secretary-first =
    { "" }**Før møtet**
    { "" }
    Lag sakspapirene på **Papirer**: velg periode og språk, se på første side og ta filene med deg. Tallene i papirene er festet, så de er de samme i møtet.
    { "" }
    { "" }**I møtet**
    { "" }
    1. Åpne **Møte** og fyll skjermen (F11). Velg kommunene dere skal se på.
    2. **→** eller mellomrom går videre, **←** går tilbake.
    3. Trykk **V** når noe blir vedtatt. Skriv «Sak 14/26: Vi …», hvem som følger opp, og fristen slik dere sier den: «1. mars», «31.12». Enter lagrer.
    4. Er et mål ikke på vei, trykker du **Skriv hvorfor** og skriver årsaken i én setning.
    5. Bildet beholder størrelsen uansett hvor mange vedtak det er.
guide-secretary-then =
    { "" }**Etter møtet**
    { "" }
    Det siste bildet har alle dagens vedtak som tekst, klare til å kopieres, **Lag referat** som gjør dem til et dokument, og en lenke som viser tallene slik møtet så dem.
    { "" }
    På **Vedtak og tiltak** står alt som venter, det som er over fristen først. Trykk **Gjort** når noe er gjort. Det som endres, beholder sin historie, og det som trekkes, sier hvorfor.
    { "" }
    { "" }**Husk**
    { "" }
    Skriv aldri noe en deltaker kan kjennes igjen på: ingen navn, fødselsdatoer eller numre.
guide-picture-upload = Siden Tall inn, med plass til å slippe filer og malen.
guide-picture-quality = Siden Leveranser og kvalitet, med hva som er kommet inn måned for måned.
guide-picture-overview = Oversikten: hvert mål som en rad med tall, skala, kurve, status og neste tiltak.
guide-picture-goal = Et mål som kort, med tallet over tid, kommunene og vedtakene.
guide-picture-meeting = Et mål i møtet: stort tall, diagram og feltene for et nytt vedtak.
guide-picture-measures = Vedtak og tiltak, det som er over fristen først.
