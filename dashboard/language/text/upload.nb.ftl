## Opplasting

upload-template = Last ned mal
upload-files = Excel-filer med oppmøte, henvisninger, konserter, aktiviteter, FIT-skåringer, brukerundersøkelser eller innbyggere
upload-help = Du kan slippe flere filer samtidig. Vi leser xlsx, xlsm, xls, xlsb, ods, csv, tsv og txt.
upload-seen = Denne filen er lastet opp før. Lagrer du den igjen, blir ingenting talt to ganger.
upload-will = **{ $table }:** { $new } nye, { $changed } endres, { $unchanged } er der fra før.
upload-failed = { $count ->
        [one] Én rad har feil og blir ikke med før du har rettet den. Resten lagres.
       *[other] { $count } rader har feil og blir ikke med før du har rettet dem. Resten lagres.
    }
upload-hidden-sheet = Arket «{ $sheet }» er skjult og ikke lest. Vis det i Excel, eller velg det her.
upload-causes = { $count ->
        [one] Én ting å se på
       *[other] { $count } ting å se på
    }
upload-problems = Vis hver rad
upload-more-problems = Og { $count } til. Rett de første, så blir det gjerne færre.
upload-look = Slik forstår vi filen
upload-columns = Ark «{ $sheet }»: { $table }
upload-keep = { $count ->
        [one] Lagre filen
       *[other] Lagre { $count } filer
    }
upload-kept = { $file } er lagret. Nye eller endrede rader: { $rows }.
upload-left-out = Ikke lest: { $cells } av { $held } ruter med innhold:
history-title = Tidligere opplastinger
history-nothing = Ingenting er lastet opp ennå.
history-counts = { $table }: { $new } nye, { $changed } endret, { $unchanged } uendret, { $failed } med feil
rows-few = under 10 rader
rows-about = om lag { $count } rader
rows-some-changed = noen endret
rows-some-removed = noen fjernet
rows-some-failed = noen med feil
history-undo = Angre
history-undone = Angret { $at } av { $by }
history-overtaken = Senere opplastinger har endret de samme radene. Angre dem først. Begynn med den nyeste.
