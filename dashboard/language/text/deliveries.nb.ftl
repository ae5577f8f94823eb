model-deliverer-who = Modellfilen { $file } sier ikke klart hvem som leverer: «{ $key }». Skriv ett av municipality, team og source.
model-deliverer-column = Modellfilen { $file } lar noen levere det som ikke har deres navn i radene: «{ $key }». Bruk source.
model-unknown-team = Modellfilen { $file } viser til et team som ikke står i den: «{ $key }». Rett navnet.
