"""Oversikt: how the collaboration stands against its goals, in one look, and what is new."""

from dashboard.screen import guide, head, here, overview, with_numbers

now = here()
head("overview", lead=None)
guide.tour()
with_numbers()
overview.board(now.desk.matrix())
overview.below(now.desk.news())
