## Vedtak, tiltak og merknader

menu-meet = Møte
measures-title = Vedtak og tiltak
measures-lead = Hva vi har bestemt, hva som venter, og hva som er over fristen. Det som ikke er gjort, følger med til neste møte.
measures-open = { $count ->
        [0] Ingen tiltak venter.
        [one] Ett tiltak venter.
       *[other] { $count } tiltak venter.
    }
measures-overdue = { $count ->
        [one] Ett er over fristen.
       *[other] { $count } er over fristen.
    }
measures-decided = Vedtatt og gjort
measures-withdrawn = { $count ->
        [one] Ett trukket vedtak
       *[other] { $count } trukne vedtak
    }
decision-new = Nytt vedtak
decision-text = Vedtak
decision-example = Sak 14/26: Vi …
decision-responsible = Ansvarlig
decision-due = Frist
decision-due-example = 31.12 eller mars
decision-goal = Mål
decision-no-goal = Ikke knyttet til et mål
decision-case = Saksnummer
decision-on = Vedtaksdato
decision-state = Status
decision-reason = Begrunnelse (må fylles ut når vedtaket trekkes)
decision-becomes-standing = Står
decision-becomes-done = Gjort
decision-becomes-withdrawn = Trukket
decision-state-open = Venter
decision-state-overdue = Over fristen
decision-state-done = Gjort
decision-state-decided = Vedtatt
decision-state-withdrawn = Trukket
decision-withdrawn-because = Trukket: { $reason }
decision-of-case = Sak { $number }
decision-of = Ansvarlig: { $name }
decision-by = Frist: { $day }
decision-done = Gjort
decision-change = Endre
minutes-keep = Lagre
minutes-leave = Avbryt
minutes-kept = Lagret
minutes-no-persons = Skriv aldri noe en deltaker kan kjennes igjen på: ingen navn, fødselsdatoer eller numre.
minutes-newer = { $who } endret dette { $at }. Nå står det: { $text }
minutes-history = { $count ->
        [one] Historikk (én versjon)
       *[other] Historikk ({ $count } versjoner)
    }
minute-fault-empty = Skriv noe i tekstfeltet først, så kan det lagres.
minute-fault-too-long = Teksten er for lang. Gjør den kortere enn 1 000 tegn.
minute-fault-identity-number = Her ser det ut til å stå et fødselsnummer. Ta det bort, så kan resten lagres. Ingenting er lagret.
minute-fault-reason-missing = Skriv hvorfor det trekkes, så de som leser det senere, forstår.
minute-fault-backwards = Perioden slutter før den begynner. Bytt om månedene.
minute-fault-due = Vi forstår ikke fristen. Skriv den som 31.12.2026, 31.12 eller mars 2027.
minute-fault-gone = Vi finner ikke dette vedtaket lenger. Åpne siden på nytt.
minute-fault-overtaken = Noen andre har endret dette mens du skrev. Det du skrev, står fortsatt i feltene. Les det nye, og lagre én gang til hvis ditt skal gjelde.
