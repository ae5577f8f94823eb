## About the numbers

about-privacy-title = Why some numbers are not shown
about-privacy =
    Behind the numbers are people with severe mental illness in small municipalities. The steering group should
    see how the model works, not who it is about. So we never show a number that rests on fewer than
    { $threshold } people, not even zero.

    Hiding the small number alone is not enough: if you know the total and the other numbers, you can subtract them.
    So we also hide some larger numbers, exactly as many as it takes. The two kinds look the same.

    The numbers are published once, when the period is over. After that they are never changed quietly. A correction
    becomes a new edition, and both can be read.

    { "**" }This does not protect against everything.** Anyone who knows people locally may know things no table
    can hide. And even when { $threshold } people are behind a number, that is a small group.
about-region-title = Who the numbers are about
about-region =
    The region is the model's municipalities. People from other municipalities, or with none in the files, are in none
    of the totals. They are shown separately, as one number, when there are enough of them.

    { "**" }The threshold** is the smallest number of people a number may be about: { $threshold } here. When it is raised, numbers
    under the new one, and what could reveal something about individuals, are hidden at once. When it is lowered, more numbers come only with a new edition.

    Sometimes it says **at least** or **at most** instead of a number. Then there are so few sessions on one side that
    the exact number could say something about individuals. The middle waiting time (the median) is shown when at least { $median } are referred.

    Where a period cannot be shown safely as usual, we show less of it, and tell whoever publishes it.
about-raised = The threshold has been raised to { $threshold } people. What was published under a lower one therefore shows only the region and its municipalities, quarter by quarter, until the period is published again.
about-older = From { $day } stricter rules hold for what is shown. Earlier numbers that the new rules would never have shown are shown no longer.
about-signs-title = The signs
about-signs =
    - **:** hidden to protect privacy
    - **..** missing: the period is not over, or the rows have not come in
    - **.** cannot be worked out
    - **–** not offered here
about-status-title = When we say that a goal is reached
about-status =
    We look at the last 12 months together, and at how uncertain the number is. A goal is **reached** when the
    whole range of uncertainty is on the right side. If the number is on the right side but uncertain, we say
    { "**" }on track, but uncertain**. If the whole range is on the wrong side, we say **not on track**. If there is too
    little to go on, we say that it **cannot be judged**, and why. With forty goals where all is well, we must
    still expect about one false alarm.
about-definitions-title = What the numbers mean
about-name = Number
about-definition = How it is worked out
about-source = Source
about-dictionary-title = The columns of the files
defined-by-model = The collaboration model
defined-by-hospital = Norwegian Patient Registry, “did not attend”
defined-by-survival = Kaplan and Meier, 1958
defined-by-pathways = National patient pathways, advisory limits
defined-by-fact = The FACT evaluation
about-principles-title = The principles in the model, and what measures them
about-principle = Principle
about-goals = Goals that say something about it
about-unmeasured = Not measured yet
defined-by-fit = Miller and Duncan: ORS and SRS
defined-by-population = Population: Statistics Norway, table 07459
defined-by-survey = The questions in the model
