## Vedtak, tiltak og merknader

menu-meet = Møte
measures-title = Vedtak og tiltak
measures-lead = Kva vi har bestemt, kva som ventar, og kva som er over fristen. Det som ikkje er gjort, følgjer med til neste møte.
measures-open = { $count ->
        [0] Ingen tiltak ventar.
        [one] Eitt tiltak ventar.
       *[other] { $count } tiltak ventar.
    }
measures-overdue = { $count ->
        [one] Eitt er over fristen.
       *[other] { $count } er over fristen.
    }
measures-decided = Vedteke og gjort
measures-withdrawn = { $count ->
        [one] Eitt trekt vedtak
       *[other] { $count } trekte vedtak
    }
decision-new = Nytt vedtak
decision-text = Vedtak
decision-example = Sak 14/26: Vi …
decision-responsible = Ansvarleg
decision-due = Frist
decision-due-example = 31.12 eller mars
decision-goal = Mål
decision-no-goal = Ikkje knytt til eit mål
decision-case = Saksnummer
decision-on = Vedtaksdato
decision-state = Status
decision-reason = Grunngiving (må fyllast ut når vedtaket blir trekt)
decision-becomes-standing = Står
decision-becomes-done = Gjort
decision-becomes-withdrawn = Trekt
decision-state-open = Ventar
decision-state-overdue = Over fristen
decision-state-done = Gjort
decision-state-decided = Vedteke
decision-state-withdrawn = Trekt
decision-withdrawn-because = Trekt: { $reason }
decision-of-case = Sak { $number }
decision-of = Ansvarleg: { $name }
decision-by = Frist: { $day }
decision-done = Gjort
decision-change = Endre
minutes-keep = Lagre
minutes-leave = Avbryt
minutes-kept = Lagra
minutes-no-persons = Skriv aldri noko ein deltakar kan kjennast att på: ingen namn, fødselsdatoar eller nummer.
minutes-newer = { $who } endra dette { $at }. No står det: { $text }
minutes-history = { $count ->
        [one] Historikk (éin versjon)
       *[other] Historikk ({ $count } versjonar)
    }
minute-fault-empty = Skriv noko i tekstfeltet først, så kan det lagrast.
minute-fault-too-long = Teksten er for lang. Gjer han kortare enn 1 000 teikn.
minute-fault-identity-number = Her ser det ut til å stå eit fødselsnummer. Ta det bort, så kan resten lagrast. Ingenting er lagra.
minute-fault-reason-missing = Skriv kvifor det blir trekt, så dei som les det seinare, forstår.
minute-fault-backwards = Perioden sluttar før han byrjar. Byt om månadene.
minute-fault-due = Vi forstår ikkje fristen. Skriv han som 31.12.2026, 31.12 eller mars 2027.
minute-fault-gone = Vi finn ikkje dette vedtaket lenger. Opne sida på nytt.
minute-fault-overtaken = Nokon andre har endra dette medan du skreiv. Det du skreiv, står framleis i felta. Les det nye, og lagre éin gong til dersom ditt skal gjelde.
