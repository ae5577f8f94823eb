## Styringsdiagram: endring eller slump

changes-title = Alle tala: endring eller slump?
changes-choose = Vel eit tal
changes-indicator = Tal
changes-latest = Siste
changes-variation = Endring
changes-assurance = Når vi målet slik vi arbeider no?
changes-target = mål { $value }
changes-help = Endring les vi av det siste talet. Om vi når målet, les vi av kvar talet plar svinge: ligg heile svinginga på rett side, når vi målet slik vi arbeider no. Følgjer vi mange tal, vil nokre bli merkte av rein slump.
changes-read-title = Slik les du diagrammet
changes-read =
    - Den blå linja er talet, periode for periode. Midtlinja er snittet, og mellom øvre og nedre grense ligg det som er vanleg for dette talet.
    - Trekant opp er betring, trekant ned er forverring. Der inga retning er betre enn den andre, er teiknet ei rute: høgare eller lågare.
    - Eit tal blir merkt når det ligg utanfor grensene, når to av tre ligg langt ute på same side, eller når sju på rad ligg på same side av midtlinja.
    - Eit kvadrat vil seie at sju på rad har stige eller søkke. Det er verdt å følgje med på, men ikkje nok til å seie at noko er endra.
    - Med 6 til 11 periodar er grensene førebelse (prikka, rundt det midtarste talet), og ingen tal blir merkte. Med færre er det for lite å byggje grenser på.
    - Ei loddrett, prikka linje er ei kjend endring. Der byrjar grensene på nytt.
    - Teiknet nedst i diagrammet viser ein periode utan tal. «≥» og «≤» er minst og høgst: talet står i tabellen. «…» tyder at over halvparten ventar enno.
changes-none = Ingen tal er publiserte her enno.
control-heading = { $name }: endring eller slump?
control-by-month = { $name }, månad for månad
control-period = Periode
control-municipality = Kommune
control-value = Verdi
control-centre-line = Midtlinje
control-lower = Nedre grense
control-upper = Øvre grense
control-seen = Sett som
control-by-chance = Reint tilfeldig
control-rebase = Ny start: { $reason }
control-rounded = Grensene er rekna ut av dei publiserte, avrunda tala.
control-individuals = Grensene følgjer kor mykje talet plar svinge frå gong til gong.
control-share = Mellom grensene ligg det som kan skje av rein slump med så mange personar.
control-count = Mellom grensene ligg det vi må rekne med av tilfeldig variasjon.
control-rate = Mellom grensene ligg det som kan skje av rein slump på så lang tid med så mange forløp.
line-upper = Øvre { $value }
line-lower = Nedre { $value }
line-centre = Snitt { $value }
line-median = Midten { $value }
line-together = Kommunane samla { $value }
line-target = Mål { $value }
mark-improvement = Betring
mark-deterioration = Forverring
mark-higher = Høgare
mark-lower = Lågare
variation-improvement = Betring
variation-deterioration = Forverring
variation-higher = Høgare enn før
variation-lower = Lågare enn før
variation-none = Inga sikker endring
variation-too-few = For få periodar
assurance-will-reach = Ja
assurance-sometimes = Nokre gonger
assurance-will-miss = Nei
assurance-no-target = Utan mål
assurance-too-few = For få periodar
signal-none = Vanleg svinging
signal-above-limit = Over øvre grense
signal-below-limit = Under nedre grense
signal-rising = Stig sju på rad
signal-falling = Søkk sju på rad
signal-two-in-three-above = To av tre langt over midtlinja
signal-two-in-three-below = To av tre langt under midtlinja
signal-shift-above = Sju på rad over midtlinja
signal-shift-below = Sju på rad under midtlinja
seen-nothing = Det er ingen tal å vise.
seen-last = Siste tal er { $period }: { $value }.
seen-points-few = { $count ->
        [one] Berre éin periode: for få til å skilje endring frå slump.
       *[other] Berre { $count } periodar: for få til å skilje endring frå slump.
    }
seen-points-trial = Berre { $count } periodar: grensene er førebelse, og ingen tal er merkte.
seen-change-none = Inga sikker endring: talet svingar som det plar.
seen-change-improvement = Siste tal viser betring ({ $signal }).
seen-change-deterioration = Siste tal viser forverring ({ $signal }).
seen-change-higher = Siste tal er høgare enn slump forklarer ({ $signal }).
seen-change-lower = Siste tal er lågare enn slump forklarer ({ $signal }).
seen-trend = { $signal }, men innanfor grensene: følg med.
seen-target-will-reach = Vi når målet på { $target } slik vi arbeider no.
seen-target-sometimes = Slik vi arbeider no, når vi målet på { $target } nokre gonger, andre gonger ikkje.
seen-target-will-miss = Vi når ikkje målet på { $target } slik vi arbeider no: noko må gjerast annleis.
seen-marked = { $count ->
        [one] Eitt av { $all } tal er merkt i diagrammet.
       *[other] { $count } av { $all } tal er merkte i diagrammet.
    }
seen-runs = Tala held seg lenger på same side av midten enn slump skulle tilseie: nivået har truleg flytta seg undervegs.
seen-phi = Talet svingar litt meir enn venta, fordi dei same kjem att.
compared-heading = { $name }: skil nokre kommunar seg ut?
compared-heading-rate = { $name } per 1 000 innbyggjarar: skil nokre kommunar seg ut?
compared-period = Her er { $period }.
compared-too-few = Færre enn tre kommunar har tal som kan visast, så dei blir ikkje samanlikna.
compared-alike = Ingen kommunar skil seg ut: skilnadene kan vere tilfeldige.
compared-different = Skil seg ut: { $who }.
compared-centre = Den stipla linja er kommunane samla, { $value }.
compared-phi = Grensene tek høgd for at dei same personane kjem att.
compared-not-adjusted = Tala er ikkje justerte for alder eller behov.
compared-reading = Det breie bandet er der kommunen ville liggje av rein slump (99,8 %), den tynne streken det same med 95 %. Små kommunar har breie band. Rekkjefølgja er modellen si, ikkje ei rangering.
standing-within = Kan vere tilfeldig
standing-above = Høgare enn tilfeldig
standing-below = Lågare enn tilfeldig
chart-tip-limits = Grenser
chart-tip-seen = Sett som
control-same-persons = Mellom grensene ligg det vi må rekne med av tilfeldig variasjon. Dei er breiare i månader med få timar.
seen-lately-improvement = Dei siste månadene samla ligg litt betre an enn før: det kan vere starten på ei varig betring.
seen-lately-deterioration = Dei siste månadene samla ligg litt dårlegare an enn før: det kan vere starten på ei varig forverring.
seen-year-before = Same månad året før: { $value }.
