"""Papirer: what a meeting gets on paper, made from the numbers that are on the screen."""

from dashboard.screen import head, papers

head("papers")
papers.made(papers.asked_for())
