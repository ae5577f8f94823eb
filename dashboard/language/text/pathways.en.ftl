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
        [one] One way is hidden for privacy; it is part of the pale ends.
       *[other] { $count } ways are hidden for privacy; they are the pale ends.
    }
destination-to-open = Open or municipal service
destination-other = Ended in another way
destination-dropped = Dropped out
pathways-by-outcome = How courses ended
pathways-transition-by-year = Continued into the community, year by year
