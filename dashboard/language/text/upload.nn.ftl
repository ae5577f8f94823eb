## Opplasting

upload-template = Last ned mal
upload-files = Excel-filer med oppmøte, tilvisingar, konsertar, aktivitetar, FIT-skåringar, brukarundersøkingar eller innbyggjarar
upload-help = Du kan sleppe fleire filer samtidig. Vi les xlsx, xlsm, xls, xlsb, ods, csv, tsv og txt.
upload-seen = Denne fila er lasta opp før. Lagrar du henne igjen, blir ingenting talt to gonger.
upload-will = **{ $table }:** { $new } nye, { $changed } blir endra, { $unchanged } er der frå før.
upload-failed = { $count ->
        [one] Éi rad har feil og blir ikkje med før du har retta henne. Resten blir lagra.
       *[other] { $count } rader har feil og blir ikkje med før du har retta dei. Resten blir lagra.
    }
upload-hidden-sheet = Arket «{ $sheet }» er skjult og ikkje lese. Vis det i Excel, eller vel det her.
upload-causes = { $count ->
        [one] Éin ting å sjå på
       *[other] { $count } ting å sjå på
    }
upload-problems = Vis kvar rad
upload-more-problems = Og { $count } til. Rett dei første, så blir det gjerne færre.
upload-look = Slik forstår vi fila
upload-columns = Ark «{ $sheet }»: { $table }
upload-keep = { $count ->
        [one] Lagre fila
       *[other] Lagre { $count } filer
    }
upload-kept = { $file } er lagra. Nye eller endra rader: { $rows }.
upload-left-out = Ikkje lese: { $cells } av { $held } ruter med innhald:
history-title = Tidlegare opplastingar
history-nothing = Ingenting er lasta opp enno.
history-counts = { $table }: { $new } nye, { $changed } endra, { $unchanged } uendra, { $failed } med feil
rows-few = under 10 rader
rows-about = om lag { $count } rader
rows-some-changed = nokre endra
rows-some-removed = nokre fjerna
rows-some-failed = nokre med feil
history-undo = Angre
history-undone = Angra { $at } av { $by }
history-overtaken = Seinare opplastingar har endra dei same radene. Angre dei først. Byrj med den nyaste.
