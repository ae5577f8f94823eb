## Tall

value-not-reached = Over halvparten venter fortsatt
value-weeks = { $amount ->
        [one] { $count } uke
       *[other] { $count } uker
    }
value-just-under = Knapt { $value }
value-just-over = Drøyt { $value }
value-at-least = ≥ { $value }
value-at-most = ≤ { $value }
figure-what = Hva betyr «{ $name }»?
figure-last-year = Samme periode året før: { $value }
figure-between = Usikkerhet: { $between }
figure-region-only = Gjelder hele regionen
reference = Til sammenligning: { $label } oppga { $value }. Det er ikke et mål. Kilde: { $source }.
interval-from-to = fra { $low } til { $high }
