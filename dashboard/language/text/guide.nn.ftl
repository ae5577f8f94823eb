## Første gongen, og tilgjenge

tour-title = Ny her? Fem setningar, så er du i gang
tour-text =
    1. Øvst på **Oversikt** står det kor mange mål som er nådde, og kva som treng merksemd.
    2. Vel **kommune** og **periode** øvst på sida. Valet følgjer med frå side til side, og i lenkja du kopierer.
    3. Teiknet **:** tyder at eit tal er skjult, fordi det gjeld for få menneske.
    4. Under kvart diagram finn du **Vis tala**, og der kan du ta dei med til Excel.
    5. Filene for månaden slepper du under **Tal inn**. Ingenting blir lagra før du har sett kva som kjem til å skje.
tour-done = Takk, då veit eg det
accessibility-title = Tilgjenge
accessibility-lead = Alle skal kunne bruke Samspill. Her står det kva som verkar, kva som ikkje verkar enno, og kven du seier frå til.
accessibility-status-title = Kor langt vi er komne
accessibility-status = Samspill skal følgje WCAG 2.1 på nivå A og AA, slik forskrifta om universell utforming av ikt krev. I dag oppfyller Samspill krava **delvis**: det som står under, står att.
accessibility-unmet-title = Det som ikkje er oppfylt
accessibility-unmet =
    - **Enkelte ord er på engelsk (3.1.2).** Nokre få meldingar, som dukkar opp når noko bryt saman, kjem frå verktøyet Samspill er laga med. Vi omset dei etter kvart som vi finn dei.
    - **Punkta i diagramma (2.1.1).** Det som viser seg når du peikar på eit punkt, kan ikkje nåast med tastaturet. Dei same tala står i tabellen under «Vis tala». På Oversikt, Mål, Kommune og i møtet står tala i sjølve diagrammet, og blir lesne opp.
    - **Lange vedtak på møtebileta (1.4.12).** Eit vedtak som er lengre enn ei linje, blir korta ned med «…» på møtebiletet. Heile teksten står på kortet til målet og på Vedtak og tiltak.
    - **Prøvd av brukarar (ikkje eit krav, men ein mangel).** Samspill er enno ikkje prøvd saman med folk som bruker skjermlesar til dagleg.
accessibility-tried-title = Slik er det prøvd
accessibility-tried = Kvar side er prøvd med testverktøyet axe i lys og mørk utsjånad, på stor skjerm, på telefon og i 320 bildepunkts breidd, som svarer til 400 % forstørring. Større avstand mellom linjer, avsnitt, ord og bokstavar er prøvd på kvar side. Vegen frå framsida til opplasting er gått med berre tastatur. Diagram har ei setning som seier kva dei viser, og dei same tala som tabell. Ingen farge står åleine: han har alltid eit ord, eit teikn eller ei form ved sida av seg.
accessibility-feedback-title = Sei frå
accessibility-feedback = Er det noko du ikkje får brukt, lese eller høyrt? Sei frå, så rettar vi det eller gir deg det på ein annan måte.
accessibility-no-contact = Ta kontakt med den som driv Samspill for { $model }.
accessibility-supervision-title = Tilsyn
accessibility-supervision = Tilsynet for universell utforming av ikt i Digitaliseringsdirektoratet fører tilsyn. Du kan melde frå til dei på [uutilsynet.no](https://www.uutilsynet.no).
accessibility-registered = Den offisielle erklæringa ligg hos Uutilsynet: { $link }
accessibility-reviewed = Sist gjennomgått { $day }.
