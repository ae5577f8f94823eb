## Om tala

about-privacy-title = Kvifor nokre tal ikkje blir viste
about-privacy =
    Bak tala er det menneske med alvorleg psykisk liding i små kommunar. Styringsgruppa skal sjå korleis
    modellen verkar, ikkje kven han gjeld. Difor viser vi aldri eit tal som byggjer på færre enn
    { $threshold } personar, heller ikkje null.

    Det held ikkje å skjule det vesle talet åleine: veit du summen og dei andre tala, kan du trekkje dei frå.
    Difor skjuler vi nokre større tal òg, akkurat så mange som trengst. Dei to slaga ser like ut.

    Tala blir publiserte éin gong, når perioden er over. Etterpå blir dei ikkje endra i det stille. Ei retting
    blir ei ny utgåve, og begge kan lesast.

    { "**" }Dette vernar ikkje mot alt.** Den som kjenner folk på staden, kan vite ting ingen tabell kan skjule.
    Og sjølv når { $threshold } personar ligg bak eit tal, er det ei lita gruppe.
about-region-title = Kven tala gjeld
about-region =
    Regionen er kommunane i modellen. Folk frå andre kommunar, eller utan kommune i filene, er ikkje med i summane.
    Dei står for seg sjølve, som eitt tal, når dei er mange nok.

    { "**" }Terskelen** er det minste talet på personar eit tal kan gjelde: { $threshold } her. Blir han heva, blir tal under
    den nye terskelen skjulte med ein gong, og det som ville røpt dei. Blir han senka, kjem fleire tal først med ei ny utgåve.

    Nokre gonger står det **minst** eller **høgst** i staden for eit tal. Då er det så få oppmøte på den eine sida at
    det nøyaktige talet kunne sagt noko om enkeltpersonar. Den midtarste ventetida (medianen) blir vist når minst { $median } er tilviste.

    Kan ein periode ikkje visast trygt som vanleg, viser vi mindre av han, og seier frå til den som publiserer.
about-raised = Terskelen er heva til { $threshold } personar. Det som vart publisert under ein lågare terskel, viser difor berre tal for regionen og kommunane, kvartal for kvartal, til perioden blir publisert på nytt.
about-older = Frå { $day } gjeld strengare reglar for kva som blir vist. Tal frå før, som dei nye reglane aldri ville vist, blir ikkje lenger viste.
about-signs-title = Teikna
about-signs =
    - **:** skjult av omsyn til personvernet
    - **..** manglar: perioden er ikkje over, eller radene har ikkje kome inn
    - **.** kan ikkje reknast ut
    - **–** blir ikkje tilbode her
about-status-title = Når vi seier at eit mål er nådd
about-status =
    Vi ser på dei siste 12 månadene samla og kor usikkert talet er. Eit mål er **nådd** når heile
    uvissa er på rett side. Er talet på rett side, men usikkert, seier vi **på veg, men usikkert**.
    Er heile uvissa på feil side, seier vi **ikkje på veg**. Er det for lite å byggje på, seier vi
    at det **ikkje kan vurderast**, og kvifor. Med førti mål der alt går som det skal, må vi likevel rekne med om
    lag éin falsk alarm.
about-definitions-title = Kva tala tyder
about-name = Tal
about-definition = Slik reknar vi det ut
about-source = Kjelde
about-dictionary-title = Kolonnene i filene
defined-by-model = Samarbeidsmodellen
defined-by-hospital = Norsk pasientregister, «ikkje møtt»
defined-by-survival = Kaplan og Meier, 1958
defined-by-pathways = Nasjonale pasientforløp, rettleiande fristar
defined-by-fact = FACT-evalueringa
about-principles-title = Prinsippa i modellen, og kva som måler dei
about-principle = Prinsipp
about-goals = Mål som seier noko om det
about-unmeasured = Blir ikkje målt enno
defined-by-fit = Miller og Duncan: ORS og SRS
defined-by-population = Folketal: SSB, tabell 07459
defined-by-survey = Spørsmåla i modellen
