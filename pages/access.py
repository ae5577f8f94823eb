"""Tilgang: administrators say who may come in, with which role, and for which municipalities."""

from dashboard.screen import head, people

head("access")
people.letting_in()
