## The way on

pathways-title = Onward
pathways-lead = Where therapy comes from, where it goes on to, and how many drop out. This is the whole region.
pathways-fit = Followed with FIT
flow-services-title = From service to local community, { $year }
flow-forms-title = From individual to group and open, { $year }
flow-from = From
flow-to = To
flow-way = Way
flow-heard = From { $origin } to { $destination }: { $count }.
flow-hidden = { $count ->
        [one] One way is hidden to protect privacy; it is part of the pale ends.
       *[other] { $count } ways are hidden to protect privacy; they are the pale ends.
    }
destination-to-open = Open or municipal service
destination-other = Ended in another way
destination-dropped = Dropped out
pathways-by-outcome = How courses ended
pathways-transition-by-year = Continued into the community, year by year
## What participants answer

survey-title = What participants answer
survey-none = No user survey has been published yet. Answers are published when the year is over.
survey-lead = The user survey of { $year }. A good answer is 4 or 5 on a scale from 1 to 5, or what the model calls good. The share is not shown where fewer than { $threshold } answered something else.
survey-good = Good answers, { $year }
survey-choose = Question
survey-responses = What they answered, { $year }
survey-by-year = Good answers, year by year
survey-by-level = Good answers by kind of session, { $year }
survey-answered = Answers to “{ $question }”
survey-well = Good answers to “{ $question }”
survey-no-good = None of the answers to this question is better than the others, so there is no share of good answers.
