"""Tilgang: administrators say who may come in, with which role, for which municipalities, and which tools may read."""

from dashboard.screen import head, people, tools

head("access")
people.letting_in()
tools.letting_tools_in()
