# Hva det spørres om: ett spørsmål om gangen, med et forslag og hva det vil gjøre.
asked-title = Spørsmål { $number } av { $count }
asked-lead = Svaret huskes for alle filer med de samme overskriftene.
asked-suggestion = { $answer } (forslag)
asked-use = Bruk svaret
asked-skip = Svar senere
asked-waiting = { $count ->
        [one] Ett spørsmål venter på svar.
       *[other] { $count } spørsmål venter på svar.
    }
asked-again = Svar på dem nå
asked-effect = { $rows } av { $of } blir «{ $meaning }».
asked-effect-unread = { $cells ->
        [one] Én rute blir ikke lest.
       *[other] { $cells } ruter blir ikke lest.
    }
asked-effect-once = { $rows } av { $of } rader telles ikke.
asked-effect-twice = Alle { $of } radene telles.
asked-blank = Hva betyr en tom rute under { $column }?
asked-place = Gjelder alle radene { $written }?
asked-place-unknown = Hvilken kommune gjelder filen?
asked-register-place = Vi fant et register med { $days } dager, men ingen kommune. Hvilken kommune gjelder det?
asked-tabs = Sier navnet på fanen hvilken kommune radene gjelder, som «{ $sheet }»?
asked-team = Gjelder alle radene { $written }?
asked-year = Dagene mangler år. Hvilket år er de fra?
asked-year-of = Dagene i «{ $sheet }» mangler år. Hvilket år er de fra?
asked-hidden = Arket «{ $sheet }» er skjult og ikke lest. Skal vi lese det?
asked-holds = Fanene { $written } forteller om de samme dagene. Hvilken gjelder?
asked-holds-tables = Tabellene { $written } forteller om de samme dagene. Hvilken gjelder?
asked-twice = { $rows ->
        [one] Én rad står to ganger
       *[other] { $rows } rader står to ganger
    }: samme deltaker, dag og svar. Hvordan skal de telle?
asked-person = Er { $written } samme person?
asked-person-before = Er { $written } samme person som en som er skrevet litt annerledes i en tidligere fil?
asked-row = Raden «{ $written }» ser ut som en telling. Skal den telle som en person?
asked-unread = Ikke lest: { $written }. Er det greit?
asked-value = Hva betyr «{ $written }» under { $column }?
asked-value-hidden = Hva betyr et ord vi ikke kjenner under { $column }?
answer-none = Teller ikke
answer-tab = Ja, fanen er kommunen
answer-not-tab = Nei, kommunen er ukjent
answer-read = Ja, les arket
answer-leave = Nei, la det være
answer-both = Begge gjelder
answer-first = Den første
answer-second = Den andre
answer-once = Én gang
answer-twice = To ganger
answer-same = Ja, samme person
answer-different = Nei, to personer
answer-person = Ja, en person
answer-count = Nei, en telling
answer-fine = Ja, det skal ikke leses
given-title = Svar dere har gitt
given-lead = Svarene gjelder alle filer med de samme overskriftene. Ta et svar tilbake, så spør vi på nytt.
given-line = { $what }: { $meaning }
given-by = svart av { $by }
given-take-back = Ta tilbake
given-nothing = Ingen ennå.
given-unknown = Et ord i { $column }
account-all = Alle de { $held } rutene med innhold er lest eller satt til side.
account-held = Filen har { $held } ruter med innhold. { $read } er lest, { $aside } er titler, summer og annet vi har satt til side, og { $unused } er ikke lest.
unused-column = Kolonne { $place } «{ $heading }» er ikke lest.
unused-column-bare = Kolonne { $place } er ikke lest. Den mangler overskrift.
unused-no-day = { $cells ->
        [one] Ett merke i kolonne { $place } er ikke lest.
       *[other] { $cells } merker i kolonne { $place } er ikke lest.
    } Overskriften «{ $heading }» passer ikke med dagene ved siden av. Rett den, og last opp filen på nytt.
unused-no-day-bare = { $cells ->
        [one] Ett merke i kolonne { $place } er ikke lest.
       *[other] { $cells } merker i kolonne { $place } er ikke lest.
    } Det står ingen dag over. Skriv dagen, og last opp filen på nytt.
unused-rows = { $rows ->
        [one] Én rad i { $place } er ikke lest: det står ikke hvem den gjelder.
       *[other] { $rows } rader i { $place } er ikke lest: det står ikke hvem de gjelder.
    }
unused-beside = { $rows ->
        [one] Én rad i { $place } er ikke lest. Flytt den under tabellen.
       *[other] { $rows } rader i { $place } er ikke lest. Flytt dem under tabellen.
    }
unused-sheet = Arket «{ $sheet }» er ikke lest. Vi fant ingen tabell i det.
cli-question = { $question } Svar med --answer { $name }=… ({ $codes }).
cli-answer = Svar på et spørsmål, eller pek ut en kolonne: 3f2a91bc=missed, eller participant=Bruker nr. Svaret huskes.
cli-answers = Svar i en fil, ett på hver linje.
cli-answer-unknown = Vi kjenner ikke svaret «{ $answer }» på spørsmålet { $name }. Velg blant { $codes }.
