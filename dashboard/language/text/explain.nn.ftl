## Kvar kjem talet frå?
explain-title = Kvar kjem talet frå?
explain-counted = Det som blir talt: { $above }.
explain-divided = Delt på: { $below }.
explain-closed = Perioden varer til og med { $last }. { $days ->
        [0] Talet kan publiserast når alle har levert.
       *[other] Talet kan tidlegast publiserast { $days } dagar seinare, når alle har levert.
    }
explain-batches = Om lag { $count } opplastingar ligg bak.
explain-batches-few = Nokre få opplastingar ligg bak.
explain-shown = Talet blir vist: inga gruppe på færre enn { $threshold } personar kan lesast ut av det.
explain-clamped = Talet blir vist som ei grense, fordi den eine sida er lita. Grensa for å vise personar er { $threshold }.
explain-hidden = Talet er skjult av omsyn til personvernet: det gjeld færre enn { $threshold } personar, eller nokon kunne ha rekna seg fram til eit slikt tal.
explain-impossible = Talet kan ikkje reknast ut: det er ingenting å dele på, eller det er ikkje ført i filene. Grensa for å vise personar er { $threshold }.
explain-open = Perioden er ikkje over enno. Grensa for å vise personar er { $threshold }.
explain-waiting = Perioden er over, men talet er ikkje publisert. Grensa for å vise personar er { $threshold }.
explain-edition = Utgåve { $edition }, publisert { $day }.
explain-used = Blir brukt i: { $where }.
