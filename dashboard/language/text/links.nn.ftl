## Lenkjer

link-copy = Kopier lenkje
link-copied = Lenkja er kopiert
link-pin = Fest tala
    .help = Lenkja viser då nøyaktig desse tala, òg når nye er publiserte. Bruk henne i møtereferatet.
link-let-go = Løys tala
    .help = Vis dei nyaste tala att.
edition-pinned = { $day } (utgåve { $number })
