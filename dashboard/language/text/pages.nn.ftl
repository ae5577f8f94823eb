## Sidene

overview-title = Oversikt
overview-reached = { $reached ->
        [0] Ingen av { $all } mål er nådde
        [one] { $reached } av { $all } mål er nådd
       *[other] { $reached } av { $all } mål er nådde
    }
overview-off = { $count ->
        [one] eitt er ikkje på veg
       *[other] { $count } er ikkje på veg
    }
overview-not-judged = { $count ->
        [one] eitt kan ikkje vurderast enno
       *[other] { $count } kan ikkje vurderast enno
    }
goals-title = Mål
goals-lead = { $place }: måla, tala og kor sikre dei er.
municipality-title = Kommune
municipality-lead = { $place } ved sida av dei andre. Dette er inga rangering: tala er usikre.
municipality-lead-all = Kommunane ved sida av kvarandre. Vel ein kommune, så blir han løfta fram. Dette er inga rangering.
municipality-over-time = Deltakarar over tid
attendance-title = Oppmøte
attendance-lead = Kjem folk, kvar, og til kva slags tilbod? Her er { $place }.
attendance-by-level = Oppmøte etter tilbodsform
attendance-grid = Deltakarar etter tilbodsform og teneste
attendance-by-service = Oppmøte etter teneste
referrals-title = Inn
referrals-lead = Kven finn vegen inn, kvar frå, og kor lenge ventar dei? Her er { $place }.
referrals-by-source = Tilvist frå
concerts-over-time = Konsertar over tid
concerts-by-place = Konsertar per kommune
upload-title = Tal inn
upload-lead = Slepp Excel-filene her. Ingenting blir lagra før du har sett kva som kjem til å skje.
quality-title = Leveransar og kvalitet
quality-lead = Kva som har kome inn, kor ferskt det er, og kva som var gale.
about-title = Om tala
about-lead = Kva kvart tal tyder, kvifor nokre ikkje blir viste, og kva skjulinga ikkje vernar mot.

## Tomt

empty-title = Her er det ingen tal enno
empty-text =
    Last opp filene for månaden, så kjem tala. Har du inga fil, finn du ein mal på sida Tal inn.
    Vil du berre sjå korleis det blir, kan den som driv Samspill starte ein prøveversjon med oppdikta tal.
empty-upload = Gå til opplasting
unclosed-title = Tala er ikkje publiserte enno
unclosed-text = Radene er lasta opp. Gå til sida Tal inn og publiser periodane som er ferdige, så kjem tala her.
overview-on-track = { $count ->
        [one] eitt er på veg
       *[other] { $count } er på veg
    }
overview-unsure = { $count ->
        [one] eitt er usikkert
       *[other] { $count } er usikre
    }
community-title = I samfunnet
community-lead = Kva som er spelt, for kven, og kva tenesta gjer for andre enn deltakarane: { $place }.
community-activities = Formidling, rettleiing og rådgiving
help-title = Hjelp
help-lead = Ei kort rettleiing for deg som samlar inn tala, leier eller skriv referat.
