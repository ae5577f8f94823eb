model-deliverer-who = Modellfila { $file } seier ikkje klart kven som leverer: «{ $key }». Skriv éin av municipality, team og source.
model-deliverer-column = Modellfila { $file } lèt nokon levere det som ikkje har namnet deira i radene: «{ $key }». Bruk source.
model-unknown-team = Modellfila { $file } viser til eit team som ikkje står i henne: «{ $key }». Rett namnet.
