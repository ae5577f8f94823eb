## Oversikten

news-title = Nytt siden sist
news-first = Dette er de første tallene som er publisert. Neste gang står det her hva som er endret.
news-periods = Nye tall siden { $since }: { $periods }.
news-completed = { $period } er publisert på nytt, nå med dem som ikke hadde levert.
news-anew = { $period } er publisert på nytt: { $reason }
news-unmoved = Ingen mål har endret status siden { $since }.
news-moved = { $count ->
        [one] Ett mål har endret status siden { $since }:
       *[other] { $count } mål har endret status siden { $since }:
    }
news-more = { $count ->
        [one] … og ett til.
       *[other] … og { $count } til.
    }
board-caption = Målene i hele regionen, de som trenger oppmerksomhet først. I hver rad: tallet nå, hvor det ligger mot målet, hvordan det har gått, status og neste tiltak.
board-goal = Mål
board-now = Nå
board-scale = Mot målet, med kommunene
board-curve = Utvikling
board-status = Status
board-next = Neste tiltak
board-target = Mål: { $target }
board-no-measure = Ingen venter
board-due = Frist { $day }
board-late = Fristen gikk ut { $day }
board-good = Målet er nådd i det grønne feltet
goals-none = Ingen mål er satt opp. Legg inn det første på siden Mål.
late-title = Over fristen
late-none = Ingen tiltak er over fristen.
picture-between = Usikkerhet { $between }.
picture-place = { $name }: { $value }, { $status }
picture-moved = Fra { $before } ved utgangen av { $since } til { $value } ved utgangen av { $at }.
picture-over-time = Tallene i diagrammet:
picture-where = Hvor?
board-scale-own = Mot målet
matrix-by-chance = Lå alle { $all } vurderte tall akkurat på målet, ville om lag { $count } av dem likevel blitt røde av ren tilfeldighet.
