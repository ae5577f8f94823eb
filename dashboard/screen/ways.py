"""Owns which ways are drawn: between services when a course ends, and between forms of offer during it."""

from dashboard.charts.flow import Cell, Ways, flow
from dashboard.desk import ALL
from dashboard.period import Period
from dashboard.screen import Here, here, show

_FORMS = ("individual", "group", "open")
_ENDS = {
    "to_local": (ALL, "to_local"),
    "to_open": (ALL, "to_open"),
    "other": ("other", ALL),
    "dropped": ("dropped", ALL),
}


def between_services(period: Period) -> None:
    """FACT, DPS and Reinsvoll to the local network, an open offer, or elsewhere, of courses that ended."""
    now = here()

    def cell(origin: str, destination: str) -> Cell:
        return (origin, *_ENDS.get(destination, (ALL, ALL)))

    ways = Ways(_origins(now), _destinations(now), cell, lambda _, destination: destination.startswith("to_"))
    show(flow(now.desk.cells("ended", period), now.words, ways), now.words("flow-services-title"))


def between_forms(period: Period) -> None:
    """Individual to group to open: the form a course began with, and the one it ended with."""
    now = here()
    forms = {form: now.words(f"level-{form}") for form in _FORMS}
    ways = Ways(
        forms, forms, lambda origin, destination: (ALL, destination, origin),
        lambda origin, destination: _FORMS.index(destination) > _FORMS.index(origin),
    )  # fmt: skip
    show(flow(now.desk.cells("stepped", period), now.words, ways), now.words("flow-forms-title"))


def _origins(now: Here) -> dict[str, str]:
    teams = {team.key: team.name for team in now.desk.model.team if not team.local}
    return teams | {"unknown": now.words("service-unknown")}


def _destinations(now: Here) -> dict[str, str]:
    """The local network is called by its own name; a model without one has no such way."""
    local = [team.name for team in now.desk.model.team if team.local]
    named = {"to_local": ", ".join(local)} if local else {}
    ends = {end: now.words(f"destination-{end.replace('_', '-')}") for end in ("to_open", "other", "dropped")}
    return named | ends
