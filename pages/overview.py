"""Oversikt: how the collaboration stands against its goals, in one look, and what is new."""

from dashboard.screen import guide, here, overview, title, with_numbers

view = here()
title("overview")
if view.period is None:
    guide.tour()
with_numbers()
overview.board(view.desk.matrix())
guide.tour()
overview.below(view.desk.news())
