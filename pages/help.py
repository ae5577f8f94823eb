"""Hjelp: a short guide for whoever coordinates, leads, or writes the minutes."""

from dashboard.screen import guide, head

head("help")
guide.guides()
