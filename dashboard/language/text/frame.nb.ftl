# Samspill på bokmål. Kort, varmt og nøyaktig. Ingen tekniske ord; hver feil sier hva du gjør nå.

app-name = Samspill
language-name = Bokmål
demo-banner = **Oppdiktede tall.** Dette er en prøveversjon. Ingen av menneskene bak tallene finnes.
link-unknown = Lenken viser til noe vi ikke finner lenger. Vi viser det nærmeste i stedet.

## Menyen og valgene

foot-label = Mer om Samspill
menu-look = Se
menu-work = Legg inn tall
choose-place = Kommune
choose-period = Periode
choose-edition = Tallene slik de var
edition-newest = Nyeste
edition-seen = Du ser tallene slik de var { $edition }. De kan være rettet siden.
choose-language = Språk
place-all = Hele regionen
place-all-inside = hele regionen

## Perioder

period-quarter = { $number }. kvartal { $year }
period-quarter-short = { $number }. kv. { $year }
period-tertial = { $number }. tertial { $year }
period-tertial-short = { $number }. tert. { $year }
period-with-days = { $name } ({ $first }–{ $last })

## Når noe står i veien

store-unreachable = Vi får ikke kontakt med databasen. Sjekk at den er i gang og at adressen er riktig, og prøv igjen. Filene dine er ikke borte.
store-locked = Databasen er opptatt akkurat nå. Vent et øyeblikk og prøv igjen. Filene dine er ikke borte.
store-unwritable = Vi klarer ikke å skrive til databasen. Sjekk at det går an å skrive til mappen og at disken ikke er full, og prøv igjen. Filene dine er ikke borte.
store-other-key = Nøkkelfilen hører til en annen database. Finn den riktige nøkkelfilen, og start på nytt.
store-disk-full = Disken er full. Gjør plass, og prøv igjen. Filene dine er ikke borte.
store-replaced = Databasefilen er flyttet eller byttet ut mens Samspill var åpen. Ingenting er lagret. Start Samspill på nytt, og last opp filen igjen.
store-key-missing = Nøkkelfilen til denne databasen mangler. Hent den fra sikkerhetskopien, legg den tilbake der den lå, og start på nytt. En ny nøkkel ville gjort alle deltakere til nye personer.
store-from-later = Databasen er laget av en nyere versjon av Samspill. Oppdater Samspill, og start på nytt.
store-not-empty = Databasen er i bruk fra før. Velg en tom database å hente sikkerhetskopien tilbake til.
store-backup-damaged = Filen er ikke en hel sikkerhetskopi. Bruk en annen kopi.
store-backup-sealed = Sikkerhetskopien er forseglet. Oppgi filen med den private nøkkelen (--identity) som hører til.
store-key-beside = Databasen og nøkkelen skal ikke ligge sammen: den som har begge, har opplysningene. Velg en annen mappe til nøkkelen.
store-recipient-unreadable = Mottakeren er ikke en offentlig nøkkel fra age. Skriv nøkkelen som begynner med «age1».
store-not-allowed = Det har du ikke tilgang til. Be administratoren for Samspill om hjelp hvis du trenger det.
store-own-role = Din egen rolle må en annen administrator endre.
model-no-file = Vi finner ikke modellfilen { $file }. Sjekk navnet og hvor den ligger.
model-unreadable = Vi klarer ikke å lese modellfilen { $file }. Sjekk at den er lagret som UTF-8.
model-not-toml = Modellfilen { $file } har en skrivefeil på linje { $key }. Rett linjen og start på nytt.
model-not-toml-at-end = Modellfilen { $file } slutter midt i noe. Sjekk de siste linjene og start på nytt.
model-missing = Modellfilen { $file } mangler «{ $key }». Skriv det inn og start på nytt.
model-unknown-key = Modellfilen { $file } har et felt vi ikke kjenner: «{ $key }». Rett navnet eller fjern det.
model-wrong-value = Modellfilen { $file } har en verdi vi ikke kan bruke: «{ $key }». Rett den og start på nytt.
model-taken-key = Modellfilen { $file } bruker samme nøkkel to ganger, eller et navn som er opptatt: «{ $key }». Velg et annet.
model-unknown-municipality = Modellfilen { $file } viser til en kommune som ikke står i den: «{ $key }». Rett navnet.
model-unknown-principle = Modellfilen { $file } viser til et prinsipp som ikke står i den: «{ $key }». Rett navnet.
model-wrong-kind-of-goal = Modellfilen { $file } har et mål som ikke passer til tallet det viser til: «{ $key }». Bruk en andel, eller kind = "deliver" for det som telles opp.
model-unknown-indicator = Modellfilen { $file } viser til et tall vi ikke kjenner: «{ $key }». Se navnene under Om tallene.
page-title = { $page } – { $app }
period-newest = Nyeste: { $period }
