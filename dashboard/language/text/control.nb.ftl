## Styringsdiagrammer: endring eller tilfeldighet

changes-title = Alle tallene: endring eller tilfeldig?
changes-choose = Velg et tall
changes-indicator = Tall
changes-latest = Siste
changes-variation = Endring
changes-assurance = Når vi målet slik vi arbeider nå?
changes-target = mål { $value }
changes-help = Endring leses av det siste tallet. Om vi når målet, leses av hvor tallet pleier å svinge: ligger hele svingningen på riktig side, når vi målet slik vi arbeider nå. Følger vi mange tall, vil noen bli merket av ren tilfeldighet.
changes-read-title = Slik leser du diagrammet
changes-read =
    - Den blå linjen er tallet, periode for periode. Midtlinjen er snittet, og mellom øvre og nedre grense ligger det som er vanlig for dette tallet.
    - Trekant opp er bedring, trekant ned er forverring. Der ingen retning er bedre enn den andre, er tegnet en rute: høyere eller lavere.
    - Et tall merkes når det ligger utenfor grensene, når to av tre ligger langt ute på samme side, eller når sju på rad ligger på samme side av midtlinjen.
    - Et kvadrat betyr at sju på rad har steget eller sunket. Det er verdt å følge med på, men ikke nok til å si at noe er endret.
    - Med 6 til 11 perioder er grensene foreløpige (prikket, rundt det midterste tallet), og ingen tall merkes. Med færre er det for lite å bygge grenser på.
    - En loddrett, prikket linje er en kjent endring. Der begynner grensene på nytt.
    - Tegnet nederst i diagrammet viser en periode uten tall. «≥» og «≤» er minst og høyst: tallet står i tabellen. «…» betyr at over halvparten venter ennå.
changes-none = Ingen tall er publisert her ennå.
control-heading = { $name }: endring eller tilfeldighet?
control-by-month = { $name }, måned for måned
control-period = Periode
control-municipality = Kommune
control-value = Verdi
control-centre-line = Midtlinje
control-lower = Nedre grense
control-upper = Øvre grense
control-seen = Sett som
control-by-chance = Ved ren tilfeldighet
control-rebase = Ny start: { $reason }
control-rounded = Grensene er regnet ut av de publiserte, avrundede tallene.
control-individuals = Grensene følger hvor mye tallet pleier å svinge fra gang til gang.
control-share = Mellom grensene ligger det som kan skje ved ren tilfeldighet med så mange personer.
control-count = Mellom grensene ligger det vi må regne med av tilfeldig variasjon.
control-rate = Mellom grensene ligger det som kan skje ved ren tilfeldighet på så lang tid med så mange forløp.
line-upper = Øvre { $value }
line-lower = Nedre { $value }
line-centre = Snitt { $value }
line-median = Midten { $value }
line-together = Kommunene samlet { $value }
line-target = Mål { $value }
mark-improvement = Bedring
mark-deterioration = Forverring
mark-higher = Høyere
mark-lower = Lavere
variation-improvement = Bedring
variation-deterioration = Forverring
variation-higher = Høyere enn før
variation-lower = Lavere enn før
variation-none = Ingen sikker endring
variation-too-few = For få perioder
assurance-will-reach = Ja
assurance-sometimes = Noen ganger
assurance-will-miss = Nei
assurance-no-target = Uten mål
assurance-too-few = For få perioder
signal-none = Vanlig svingning
signal-above-limit = Over øvre grense
signal-below-limit = Under nedre grense
signal-rising = Stiger sju på rad
signal-falling = Synker sju på rad
signal-two-in-three-above = To av tre langt over midtlinjen
signal-two-in-three-below = To av tre langt under midtlinjen
signal-shift-above = Sju på rad over midtlinjen
signal-shift-below = Sju på rad under midtlinjen
seen-nothing = Det er ingen tall å vise.
seen-last = Siste tall er { $period }: { $value }.
seen-points-few = { $count ->
        [one] Bare én periode: for få til å skille endring fra tilfeldighet.
       *[other] Bare { $count } perioder: for få til å skille endring fra tilfeldighet.
    }
seen-points-trial = Bare { $count } perioder: grensene er foreløpige, og ingen tall er merket.
seen-change-none = Ingen sikker endring: tallet svinger som det pleier.
seen-change-improvement = Siste tall viser bedring ({ $signal }).
seen-change-deterioration = Siste tall viser forverring ({ $signal }).
seen-change-higher = Siste tall er høyere enn tilfeldigheter forklarer ({ $signal }).
seen-change-lower = Siste tall er lavere enn tilfeldigheter forklarer ({ $signal }).
seen-trend = { $signal }, men innenfor grensene: følg med.
seen-target-will-reach = Vi når målet på { $target } slik vi arbeider nå.
seen-target-sometimes = Slik vi arbeider nå, når vi målet på { $target } noen ganger, andre ganger ikke.
seen-target-will-miss = Vi når ikke målet på { $target } slik vi arbeider nå: noe må gjøres annerledes.
seen-marked = { $count ->
        [one] Ett av { $all } tall er merket i diagrammet.
       *[other] { $count } av { $all } tall er merket i diagrammet.
    }
seen-runs = Tallene holder seg lenger på samme side av midten enn tilfeldigheter tilsier: nivået har trolig flyttet seg underveis.
seen-phi = Tallet svinger litt mer enn ventet, fordi de samme kommer igjen.
compared-heading = { $name }: skiller noen kommuner seg ut?
compared-heading-rate = { $name } per 1 000 innbyggere: skiller noen kommuner seg ut?
compared-period = Her er { $period }.
compared-too-few = Færre enn tre kommuner har tall som kan vises, så de blir ikke sammenlignet.
compared-alike = Ingen kommuner skiller seg ut: forskjellene kan være tilfeldige.
compared-different = Skiller seg ut: { $who }.
compared-centre = Den stiplede linjen er kommunene samlet, { $value }.
compared-phi = Grensene tar høyde for at de samme personene kommer igjen.
compared-not-adjusted = Tallene er ikke justert for alder eller behov.
compared-reading = Det brede båndet er der kommunen ville ligge ved ren tilfeldighet (99,8 %), den tynne streken det samme med 95 %. Små kommuner har brede bånd. Rekkefølgen er modellens, ikke en rangering.
standing-within = Kan være tilfeldig
standing-above = Høyere enn tilfeldig
standing-below = Lavere enn tilfeldig
chart-tip-limits = Grenser
chart-tip-seen = Sett som
control-same-persons = Mellom grensene ligger det vi må regne med av tilfeldig variasjon. De er bredere i måneder med få timer.
seen-lately-improvement = De siste månedene samlet ligger litt bedre an enn før: det kan være starten på en varig bedring.
seen-lately-deterioration = De siste månedene samlet ligger litt dårligere an enn før: det kan være starten på en varig forverring.
seen-year-before = Samme måned året før: { $value }.
