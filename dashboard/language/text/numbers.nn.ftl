## Tal

value-not-reached = Over halvparten ventar framleis
value-weeks = { $amount ->
        [one] { $count } veke
       *[other] { $count } veker
    }
value-just-under = Knapt { $value }
value-just-over = Drygt { $value }
value-at-least = ≥ { $value }
value-at-most = ≤ { $value }
figure-what = Kva betyr «{ $name }»?
figure-last-year = Same periode året før: { $value }
figure-between = Uvisse: { $between }
figure-region-only = Gjeld heile regionen
reference = Til samanlikning: { $label } oppgav { $value }. Det er ikkje eit mål. Kjelde: { $source }.
interval-from-to = frå { $low } til { $high }
