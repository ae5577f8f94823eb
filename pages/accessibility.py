"""Tilgjengelighet: what everybody can use here, what not yet, and whom to tell."""

from dashboard.screen import guide, head

head("accessibility")
guide.statement()
