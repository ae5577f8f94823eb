"""Oversikt: how the collaboration stands against its goals, in one look, and what is new."""

from dashboard.screen import guide, here, overview, title, with_numbers

now = here()
title("overview")
guide.tour()
with_numbers()
overview.board(now.desk.matrix())
overview.below(now.desk.news())
