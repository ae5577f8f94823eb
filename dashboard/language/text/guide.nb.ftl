## Første gang, og tilgjengelighet

tour-title = Ny her? Fem setninger, så er du i gang
tour-text =
    1. Øverst på **Oversikt** står det hvor mange mål som er nådd, og hva som trenger oppmerksomhet.
    2. Velg **kommune** og **periode** øverst på siden. Valget følger med fra side til side, og i lenken du kopierer.
    3. Tegnet **:** betyr at et tall er skjult, fordi det gjelder for få mennesker.
    4. Under hvert diagram finner du **Vis tallene**, og der kan du ta dem med til Excel.
    5. Månedens filer slipper du under **Tall inn**. Ingenting lagres før du har sett hva som vil skje.
tour-done = Takk, da vet jeg det
accessibility-title = Tilgjengelighet
accessibility-lead = Alle skal kunne bruke Samspill. Her står det hva som virker, hva som ikke virker ennå, og hvem du sier fra til.
accessibility-status-title = Hvor langt vi er kommet
accessibility-status = Samspill skal følge WCAG 2.1 på nivå A og AA, slik forskriften om universell utforming av ikt krever. I dag oppfyller Samspill kravene **delvis**: det som står under, gjenstår.
accessibility-unmet-title = Det som ikke er oppfylt
accessibility-unmet =
    - **Enkelte ord er på engelsk (3.1.2).** Noen få meldinger, som dukker opp når noe bryter sammen, kommer fra verktøyet Samspill er laget med. De blir oversatt etter hvert som vi finner dem.
    - **Punktene i diagrammene (2.1.1).** Det som vises når du peker på et punkt, kan ikke nås med tastaturet. De samme tallene står i tabellen under «Vis tallene». På Oversikt, Mål, Kommune og i møtet står tallene i selve diagrammet, og leses opp.
    - **Lange vedtak på møtebildene (1.4.12).** Et vedtak som er lengre enn en linje, blir kortet ned med «…» på møtebildet. Hele teksten står på kortet til målet og på Vedtak og tiltak.
    - **Prøvd av brukere (ikke et krav, men en mangel).** Samspill er ennå ikke prøvd sammen med folk som bruker skjermleser til daglig.
accessibility-tried-title = Slik er det prøvd
accessibility-tried = Hver side er prøvd med testverktøyet axe i lyst og mørkt utseende, på stor skjerm, på telefon og i 320 bildepunkters bredde, som svarer til 400 % forstørring. Større avstand mellom linjer, avsnitt, ord og bokstaver er prøvd på hver side. Veien fra forsiden til opplasting er gått med bare tastatur. Diagrammer har en setning som sier hva de viser, og de samme tallene som tabell. Ingen farge står alene: den har alltid et ord, et tegn eller en form ved siden av seg.
accessibility-feedback-title = Si fra
accessibility-feedback = Er det noe du ikke får brukt, lest eller hørt? Si fra, så retter vi det eller gir deg det på en annen måte.
accessibility-no-contact = Ta kontakt med den som driver Samspill for { $model }.
accessibility-supervision-title = Tilsyn
accessibility-supervision = Tilsynet for universell utforming av ikt i Digitaliseringsdirektoratet fører tilsyn. Du kan melde fra til dem på [uutilsynet.no](https://www.uutilsynet.no).
accessibility-registered = Den offisielle erklæringen ligger hos Uutilsynet: { $link }
accessibility-reviewed = Sist gjennomgått { $day }.
