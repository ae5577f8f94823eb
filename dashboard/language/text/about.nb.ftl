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
about-region-title = Hvem tallene gjelder
about-region =
    Regionen er kommunene i modellen. Folk fra andre kommuner, eller uten kommune i filene, er ikke med i summene.
    De står for seg selv, som ett tall, når de er mange nok.

    { "**" }Terskelen** er det minste antallet personer et tall kan gjelde: { $threshold } her. Heves den, skjules tall under
    den nye terskelen med én gang, og det som ville røpet dem. Senkes den, kommer flere tall først med en ny utgave.

    Noen ganger står det **minst** eller **høyst** i stedet for et tall. Da er det så få oppmøter på den ene siden at
    det nøyaktige tallet kunne sagt noe om enkeltpersoner. Den midterste ventetiden (medianen) vises når minst { $median } er henvist.

    Kan en periode ikke vises trygt som vanlig, viser vi mindre av den, og sier fra til den som publiserer.
about-raised = Terskelen er hevet til { $threshold } personer. Det som ble publisert under en lavere terskel, viser derfor bare tall for regionen og kommunene, kvartal for kvartal, til perioden publiseres på nytt.
about-older = Fra { $day } gjelder strengere regler for hva som vises. Tall fra før, som de nye reglene aldri ville vist, vises ikke lenger.
about-signs-title = Tegnene
about-signs =
    - **:** skjult av hensyn til personvernet
    - **..** mangler: perioden er ikke over, eller radene er ikke kommet inn
    - **.** kan ikke regnes ut
    - **–** tilbys ikke her
about-status-title = Når vi sier at et mål er nådd
about-status =
    Vi ser på de siste 12 månedene samlet og hvor usikkert tallet er. Et mål er **nådd** når hele
    usikkerheten er på riktig side. Er tallet på riktig side, men usikkert, sier vi **på vei, men usikkert**.
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
defined-by-fit = Miller og Duncan: ORS og SRS
defined-by-population = Folketall: SSB, tabell 07459
defined-by-survey = Spørsmålene i modellen
