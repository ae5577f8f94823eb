## Sidene

overview-title = Oversikt
overview-lead = Slik ligg vi an mot måla: { $place }.
overview-reached = { $reached ->
        [0] Ingen av { $all } mål er nådde.
        [one] Eitt av { $all } mål er nådd.
       *[other] { $reached } av { $all } mål er nådde.
    }
overview-off = { $count ->
        [one] Eitt mål er ikkje på veg.
       *[other] { $count } mål er ikkje på veg.
    }
overview-not-judged = { $count ->
        [one] Eitt kan ikkje vurderast enno.
       *[other] { $count } kan ikkje vurderast enno.
    }
goals-title = Mål
goals-lead = Kvart mål med tal, uvisse og kva vi torer å seie: { $place }.
municipality-title = Kommune
municipality-lead = { $place } ved sida av dei andre. Dette er inga rangering: tala er usikre.
municipality-lead-all = Kommunane ved sida av kvarandre. Vel ein kommune i menyen, så lyfter vi han fram. Dette er inga rangering.
municipality-over-time = Deltakarar over tid
attendance-title = Oppmøte
attendance-lead = Kjem folk, kvar, og til kva slags tilbod? Her er { $place }.
attendance-by-level = Oppmøte etter tilbodsform
attendance-grid = Deltakarar etter tilbodsform og teneste
attendance-by-service = Oppmøte etter teneste
referrals-title = Tilvisingar og overgangar
referrals-lead = Kven finn vegen inn, kor lenge ventar dei, og kvar går dei vidare? Her er { $place }.
referrals-by-source = Tilvist frå
referrals-by-outcome = Slik enda forløpa
referrals-transition-by-year = Gjekk vidare til lokalsamfunnet, år for år
concerts-title = Konsertar
concerts-lead = Kva som er spelt, og kor langt vi er komne med planen: { $place }.
concerts-plan = Konsertar mot planen
concerts-over-time = Konsertar over tid
concerts-by-place = Konsertar per kommune
upload-title = Last opp
upload-lead = Slepp Excel-filene her. Ingenting blir lagra før du har sett kva som kjem til å skje.
quality-title = Datakvalitet
quality-lead = Kva som har kome inn, kor ferskt det er, og kva som var gale.
about-title = Om tala
about-lead = Kva kvart tal tyder, kvifor nokre ikkje blir viste, og kva det ikkje vernar mot.

## Tomt

empty-title = Her er det ingen tal enno
empty-text =
    Last opp filene for månaden, så kjem tala. Har du inga fil, finn du ein mal på opplastingssida.
    Vil du berre sjå korleis det blir, kan den som driv Samspill starte ein prøveversjon med oppdikta tal.
empty-upload = Gå til opplasting
unclosed-title = Tala er ikkje publiserte enno
unclosed-text = Radene er lasta opp. Gå til opplastingssida og publiser periodane som er ferdige, så kjem tala her.
