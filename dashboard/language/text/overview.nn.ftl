## Oversikta

news-title = Nytt sidan sist
news-first = Dette er dei første tala som er publiserte. Neste gong står det her kva som er endra.
news-periods = Nye tal sidan { $since }: { $periods }.
news-completed = { $period } er publisert på nytt, no med dei som ikkje hadde levert.
news-anew = { $period } er publisert på nytt: { $reason }
news-unmoved = Ingen mål har endra status sidan { $since }.
news-moved = { $count ->
        [one] Eitt mål har endra status sidan { $since }:
       *[other] { $count } mål har endra status sidan { $since }:
    }
news-more = { $count ->
        [one] … og eitt til.
       *[other] … og { $count } til.
    }
board-caption = Måla i heile regionen, dei som treng merksemd først. I kvar rad: talet no, kor det ligg mot målet, korleis det har gått, status og neste tiltak.
board-goal = Mål
board-now = No
board-scale = Mot målet, med kommunane
board-curve = Utvikling
board-status = Status
board-next = Neste tiltak
board-target = Mål: { $target }
board-no-measure = Ingen ventar
board-due = Frist { $day }
board-late = Fristen gjekk ut { $day }
board-good = Målet er nådd i det grøne feltet
goals-none = Ingen mål er sette opp. Legg inn det første på sida Mål.
late-title = Over fristen
late-none = Ingen tiltak er over fristen.
picture-between = Uvisse { $between }.
picture-place = { $name }: { $value }, { $status }
picture-moved = Frå { $before } ved utgangen av { $since } til { $value } ved utgangen av { $at }.
picture-over-time = Tala i diagrammet:
picture-where = Kvar?
board-scale-own = Mot målet
matrix-by-chance = Låg alle { $all } vurderte tal akkurat på målet, ville om lag { $count } av dei likevel vore raude av rein slump.
