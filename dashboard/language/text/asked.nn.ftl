# Kva det blir spurt om: eitt spørsmål om gongen, med eit framlegg og kva det vil gjere.
asked-title = Spørsmål { $number } av { $count }
asked-lead = Svaret blir hugsa for alle filer med dei same overskriftene.
asked-suggestion = { $answer } (framlegg)
asked-use = Bruk svaret
asked-skip = Svar seinare
asked-waiting = { $count ->
        [one] Eitt spørsmål ventar på svar.
       *[other] { $count } spørsmål ventar på svar.
    }
asked-again = Svar på dei no
asked-effect = { $rows } av { $of } blir «{ $meaning }».
asked-effect-unread = { $cells ->
        [one] Éi rute blir ikkje lesen.
       *[other] { $cells } ruter blir ikkje lesne.
    }
asked-effect-once = { $rows } av { $of } rader blir ikkje talde.
asked-effect-twice = Alle dei { $of } radene blir talde.
asked-blank = Kva tyder ei tom rute under { $column }?
asked-place = Gjeld alle radene { $written }?
asked-place-unknown = Kva kommune gjeld fila?
asked-register-place = Vi fann eit register med { $days } dagar, men ingen kommune. Kva kommune gjeld det?
asked-tabs = Seier namnet på fana kva kommune radene gjeld, som «{ $sheet }»?
asked-team = Gjeld alle radene { $written }?
asked-year = Dagane manglar år. Kva år er dei frå?
asked-year-of = Dagane i «{ $sheet }» manglar år. Kva år er dei frå?
asked-hidden = Arket «{ $sheet }» er skjult og ikkje lese. Skal vi lese det?
asked-holds = Fanene { $written } fortel om dei same dagane. Kva for ei gjeld?
asked-holds-tables = Tabellane { $written } fortel om dei same dagane. Kva for ein gjeld?
asked-twice = { $rows ->
        [one] Éi rad står to gonger
       *[other] { $rows } rader står to gonger
    }: same deltakar, dag og svar. Korleis skal dei telje?
asked-person = Er { $written } same person?
asked-person-before = Er { $written } same person som ein som er skriven litt annleis i ei tidlegare fil?
asked-row = Rada «{ $written }» ser ut som ei teljing. Skal ho telje som ein person?
asked-unread = Ikkje lese: { $written }. Er det greitt?
asked-value = Kva tyder «{ $written }» under { $column }?
asked-value-hidden = Kva tyder eit ord vi ikkje kjenner under { $column }?
answer-none = Tel ikkje
answer-tab = Ja, fana er kommunen
answer-not-tab = Nei, kommunen er ukjend
answer-read = Ja, les arket
answer-leave = Nei, la det vere
answer-both = Begge gjeld
answer-first = Den første
answer-second = Den andre
answer-once = Éin gong
answer-twice = To gonger
answer-same = Ja, same person
answer-different = Nei, to personar
answer-person = Ja, ein person
answer-count = Nei, ei teljing
answer-fine = Ja, det skal ikkje lesast
given-title = Svar de har gitt
given-lead = Svara gjeld alle filer med dei same overskriftene. Ta eit svar tilbake, så spør vi på nytt.
given-line = { $what }: { $meaning }
given-by = svart av { $by }
given-take-back = Ta tilbake
given-nothing = Ingen enno.
given-unknown = Eit ord i { $column }
account-all = Alle dei { $held } rutene med innhald er lesne eller sette til side.
account-held = Fila har { $held } ruter med innhald. { $read } er lesne, { $aside } er titlar, summar og anna vi har sett til side, og { $unused } er ikkje lesne.
unused-column = Kolonne { $place } «{ $heading }» er ikkje lesen.
unused-column-bare = Kolonne { $place } er ikkje lesen. Ho manglar overskrift.
unused-no-day = { $cells ->
        [one] Eitt merke i kolonne { $place } er ikkje lese.
       *[other] { $cells } merke i kolonne { $place } er ikkje lesne.
    } Overskrifta «{ $heading }» passar ikkje med dagane ved sida av. Rett henne, og last opp fila på nytt.
unused-no-day-bare = { $cells ->
        [one] Eitt merke i kolonne { $place } er ikkje lese.
       *[other] { $cells } merke i kolonne { $place } er ikkje lesne.
    } Det står ingen dag over. Skriv dagen, og last opp fila på nytt.
unused-rows = { $rows ->
        [one] Éi rad i { $place } er ikkje lesen: det står ikkje kven ho gjeld.
       *[other] { $rows } rader i { $place } er ikkje lesne: det står ikkje kven dei gjeld.
    }
unused-beside = { $rows ->
        [one] Éi rad i { $place } er ikkje lesen. Flytt henne under tabellen.
       *[other] { $rows } rader i { $place } er ikkje lesne. Flytt dei under tabellen.
    }
unused-sheet = Arket «{ $sheet }» er ikkje lese. Vi fann ingen tabell i det.
cli-question = { $question } Svar med --answer { $name }=… ({ $codes }).
cli-answer = Svar på eit spørsmål, eller peik ut ein kolonne: 3f2a91bc=missed, eller participant=Brukar nr. Svaret blir hugsa.
cli-answers = Svar i ei fil, eitt på kvar linje.
cli-answer-unknown = Vi kjenner ikkje svaret «{ $answer }» på spørsmålet { $name }. Vel mellom { $codes }.
