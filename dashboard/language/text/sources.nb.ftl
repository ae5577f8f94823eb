## En kilde: navngitte spørsmål til en annen database

cli-name = NAVN
cli-source = Hent det som er nytt fra en kilde i sources.toml. Kan gis flere ganger.
cli-nothing-to-import = Skriv hvilke filer som skal inn, eller en kilde med --source.
source-fetch = Hent fra { $source }
job-fetching = Henter fra { $file } …
source-fault-none = Ingen kilder er satt opp. Skriv dem i { $file }; se README.
source-fault-unknown = Vi kjenner ingen kilde som heter «{ $source }». Disse finnes: { $names }.
source-fault-file-unreadable = Vi får ikke lest { $file }. Sjekk at filen er skrevet riktig, og prøv igjen.
source-fault-file-broken = { $file } har en feil ved «{ $key }». Rett den, og prøv igjen.
source-fault-address = Adressen til «{ $source }» kan ikke stemme. Rett den i filen med kilder.
source-fault-password-in-file = Passordet til «{ $source }» står i filen med kilder. Ta det ut, legg det i en miljøvariabel, og skriv navnet på den under password_from.
source-fault-variable-missing = Miljøvariabelen { $variable } for «{ $source }» er tom. Sett den, og prøv igjen.
source-fault-driver = Databasen til «{ $source }» er av et slag ({ $kind }) som mangler sin tilkobling her. Be den som driver Samspill om å legge den inn.
source-fault-unreachable = Vi får ikke kontakt med databasen til «{ $source }». Sjekk at den er i gang og at nettverket er åpent, og prøv igjen. Ingenting er lagret.
source-fault-shut-out = Databasen til «{ $source }» slipper oss ikke inn. Sjekk bruker og passord, og prøv igjen. Ingenting er lagret.
source-fault-not-a-question = Spørringen til «{ $source }» må være én spørring som bare leser: den skal begynne med SELECT eller WITH.
source-fault-question-refused = Databasen til «{ $source }» forstår ikke spørringen, eller lar oss ikke lese alt den spør om. Rett spørringen. Ingenting er lagret.
source-fault-cursor-missing = Spørringen til «{ $source }» gir ingen kolonne som heter { $column }. Ta den med, eller rett navnet under cursor.
source-fault-slow = Databasen til «{ $source }» svarte ikke i tide. Prøv igjen senere, eller be om færre rader. Ingenting er lagret.
source-fault-nothing = Spørringen til «{ $source }» ga ingen rader. Sjekk at den spør etter det riktige.
source-fault-nothing-new = Ingenting nytt i «{ $source }» siden sist.
