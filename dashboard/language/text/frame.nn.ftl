# Samspill på nynorsk. Kort, varmt og nøyaktig. Ingen tekniske ord; kvar feil seier kva du gjer no.

app-name = Samspill
language-name = Nynorsk
demo-banner = **Oppdikta tal.** Dette er ein prøveversjon. Ingen av menneska bak tala finst.
link-unknown = Lenkja viser til noko vi ikkje finn lenger. Vi viser det næraste i staden.

## Menyen og vala

foot-label = Meir om Samspill
menu-look = Sjå
menu-work = Legg inn tal
choose-place = Kommune
choose-period = Periode
choose-edition = Tala slik dei var
edition-newest = Nyaste
edition-seen = Du ser tala slik dei var { $edition }. Dei kan vere retta sidan.
choose-language = Språk
place-all = Heile regionen
place-all-inside = heile regionen

## Periodar

period-quarter = { $number }. kvartal { $year }
period-quarter-short = { $number }. kv. { $year }
period-tertial = { $number }. tertial { $year }
period-tertial-short = { $number }. tert. { $year }
period-with-days = { $name } ({ $first }–{ $last })

## Når noko står i vegen

store-unreachable = Vi får ikkje kontakt med databasen. Sjekk at han er i gang og at adressa er rett, og prøv igjen. Filene dine er ikkje borte.
store-locked = Databasen er oppteken akkurat no. Vent litt og prøv igjen. Filene dine er ikkje borte.
store-unwritable = Vi klarer ikkje å skrive til databasen. Sjekk at det går an å skrive til mappa og at disken ikkje er full, og prøv igjen. Filene dine er ikkje borte.
store-other-key = Nøkkelfila høyrer til ein annan database. Finn den rette nøkkelfila, og start på nytt.
store-disk-full = Disken er full. Gjer plass, og prøv igjen. Filene dine er ikkje borte.
store-replaced = Databasefila er flytta eller bytt ut medan Samspill var open. Ingenting er lagra. Start Samspill på nytt, og last opp fila igjen.
store-key-missing = Nøkkelfila til denne databasen manglar. Hent henne frå tryggingskopien, legg henne tilbake der ho låg, og start på nytt. Ein ny nøkkel ville gjort alle deltakarar til nye personar.
store-from-later = Databasen er laga av ein nyare versjon av Samspill. Oppdater Samspill, og start på nytt.
store-not-empty = Databasen er i bruk frå før. Vel ein tom database å hente tryggingskopien tilbake til.
store-backup-damaged = Fila er ikkje ein heil tryggingskopi. Bruk ein annan kopi.
store-backup-sealed = Tryggingskopien er forsegla. Oppgi fila med den private nøkkelen (--identity) som høyrer til.
store-key-beside = Databasen og nøkkelen skal ikkje liggje saman: den som har begge, har opplysningane. Vel ei anna mappe til nøkkelen.
store-recipient-unreadable = Mottakaren er ikkje ein offentleg nøkkel frå age. Skriv nøkkelen som byrjar med «age1».
store-not-allowed = Det har du ikkje tilgang til. Be administratoren for Samspill om hjelp om du treng det.
store-own-role = Di eiga rolle må ein annan administrator endre.
model-no-file = Vi finn ikkje modellfila { $file }. Sjekk namnet og kvar ho ligg.
model-unreadable = Vi klarer ikkje å lese modellfila { $file }. Sjekk at ho er lagra som UTF-8.
model-not-toml = Modellfila { $file } har ein skrivefeil på linje { $key }. Rett linja og start på nytt.
model-not-toml-at-end = Modellfila { $file } sluttar midt i noko. Sjekk dei siste linjene og start på nytt.
model-missing = Modellfila { $file } manglar «{ $key }». Skriv det inn og start på nytt.
model-unknown-key = Modellfila { $file } har eit felt vi ikkje kjenner: «{ $key }». Rett namnet eller fjern det.
model-wrong-value = Modellfila { $file } har ein verdi vi ikkje kan bruke: «{ $key }». Rett han og start på nytt.
model-taken-key = Modellfila { $file } bruker same nøkkelen to gonger, eller eit namn som er oppteke: «{ $key }». Vel eit anna.
model-unknown-municipality = Modellfila { $file } viser til ein kommune som ikkje står i henne: «{ $key }». Rett namnet.
model-unknown-principle = Modellfila { $file } viser til eit prinsipp som ikkje står i henne: «{ $key }». Rett namnet.
model-wrong-kind-of-goal = Modellfila { $file } har eit mål som ikkje passar til talet det viser til: «{ $key }». Bruk ein prosentdel, eller kind = "deliver" for det som blir talt opp.
model-unknown-indicator = Modellfila { $file } viser til eit tal vi ikkje kjenner: «{ $key }». Sjå namna under Om tala.
page-title = { $page } – { $app }
period-newest = Nyaste: { $period }
