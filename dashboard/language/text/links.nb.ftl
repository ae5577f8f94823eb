## Lenker

link-copy = Kopier lenke
link-copied = Lenken er kopiert
link-pin = Fest tallene
    .help = Lenken viser da nøyaktig disse tallene, også når nye er publisert. Bruk den i møtereferatet.
link-let-go = Løsne tallene
    .help = Vis de nyeste tallene igjen.
edition-pinned = { $day } (utgave { $number })
