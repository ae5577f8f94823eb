## Hvor kommer tallet fra?
explain-title = Hvor kommer tallet fra?
explain-counted = Det som telles: { $above }.
explain-divided = Delt på: { $below }.
explain-closed = Perioden varer til og med { $last }. { $days ->
        [0] Tallet kan publiseres når alle har levert.
       *[other] Tallet kan tidligst publiseres { $days } dager senere, når alle har levert.
    }
explain-batches = Om lag { $count } opplastinger ligger bak.
explain-batches-few = Noen få opplastinger ligger bak.
explain-shown = Tallet vises: ingen grupper på færre enn { $threshold } personer kan leses ut av det.
explain-clamped = Tallet vises som en grense, fordi den ene siden er liten. Grensen for å vise personer er { $threshold }.
explain-hidden = Tallet er skjult av hensyn til personvernet: det gjelder færre enn { $threshold } personer, eller noen kunne ha regnet seg fram til et slikt tall.
explain-impossible = Tallet kan ikke regnes ut: det er ingenting å dele på, eller det er ikke ført i filene. Grensen for å vise personer er { $threshold }.
explain-open = Perioden er ikke over ennå. Grensen for å vise personer er { $threshold }.
explain-waiting = Perioden er over, men tallet er ikke publisert. Grensen for å vise personer er { $threshold }.
explain-edition = Utgave { $edition }, publisert { $day }.
explain-used = Brukes i: { $where }.
