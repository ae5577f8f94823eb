## Ei kjelde: spørsmål med namn til ein annan database

cli-name = NAMN
cli-source = Hent det som er nytt frå ei kjelde i sources.toml. Kan givast fleire gonger.
cli-nothing-to-import = Skriv kva filer som skal inn, eller ei kjelde med --source.
source-fetch = Hent frå { $source }
job-fetching = Hentar frå { $file } …
source-fault-none = Ingen kjelder er sette opp. Skriv dei i { $file }; sjå README.
source-fault-unknown = Vi kjenner inga kjelde som heiter «{ $source }». Desse finst: { $names }.
source-fault-file-unreadable = Vi får ikkje lese { $file }. Sjekk at fila er skriven rett, og prøv igjen.
source-fault-file-broken = { $file } har ein feil ved «{ $key }». Rett han, og prøv igjen.
source-fault-address = Adressa til «{ $source }» kan ikkje stemme. Rett henne i fila med kjelder.
source-fault-password-in-file = Passordet til «{ $source }» står i fila med kjelder. Ta det ut, legg det i ein miljøvariabel, og skriv namnet på han under password_from.
source-fault-variable-missing = Miljøvariabelen { $variable } for «{ $source }» er tom. Set han, og prøv igjen.
source-fault-driver = Databasen til «{ $source }» er av eit slag ({ $kind }) som manglar si tilkopling her. Be den som driv Samspill om å leggje henne inn.
source-fault-unreachable = Vi får ikkje kontakt med databasen til «{ $source }». Sjekk at han er i gang og at nettverket er ope, og prøv igjen. Ingenting er lagra.
source-fault-shut-out = Databasen til «{ $source }» slepp oss ikkje inn. Sjekk brukar og passord, og prøv igjen. Ingenting er lagra.
source-fault-not-a-question = Spørjinga til «{ $source }» må vere éi spørjing som berre les: ho skal byrje med SELECT eller WITH.
source-fault-question-refused = Databasen til «{ $source }» forstår ikkje spørjinga, eller lèt oss ikkje lese alt ho spør om. Rett spørjinga. Ingenting er lagra.
source-fault-cursor-missing = Spørjinga til «{ $source }» gir inga kolonne som heiter { $column }. Ta henne med, eller rett namnet under cursor.
source-fault-slow = Databasen til «{ $source }» svarte ikkje i tide. Prøv igjen seinare, eller be om færre rader. Ingenting er lagra.
source-fault-nothing = Spørjinga til «{ $source }» gav ingen rader. Sjekk at ho spør etter det rette.
source-fault-nothing-new = Ingenting nytt i «{ $source }» sidan sist.
