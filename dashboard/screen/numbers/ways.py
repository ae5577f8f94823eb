"""Owns which ways are drawn: between services when a course ends, and between forms of offer during it."""

from dashboard.charts.flow import Cell, Ways, flow
from dashboard.counting.period import Period, PeriodKind
from dashboard.counting.period import period as numbered
from dashboard.screen import View, here, show

_FORMS = ("individual", "group", "open")
_ENDS = {
    "to_local": {"destination": "to_local"},
    "to_open": {"destination": "to_open"},
    "other": {"outcome": "other"},
    "dropped": {"outcome": "dropped"},
}


def between_services(period: Period) -> None:
    """FACT, DPS and Reinsvoll to the local network, an open offer, or elsewhere, of courses that ended in a year."""
    view, year = here(), _year("ended", period)

    def cell(origin: str, destination: str) -> Cell:
        return {"origin": origin, **_ENDS.get(destination, {})}

    ways = Ways(_origins(view), _destinations(view), cell, lambda _, destination: destination.startswith("to_"))
    cells = view.desk.cells("ended", year)
    show(flow(cells, view.words, ways), view.words("flow-services-title", year=str(year.year)), of=cells)


def between_forms(period: Period) -> None:
    """Individual to group to open: the form a course began with, and the most open one it came to."""
    view, year = here(), _year("stepped", period)
    forms = {form: view.words(f"level-{form}") for form in _FORMS}
    ways = Ways(
        forms,
        forms,
        lambda origin, destination: {"origin": origin, "destination": destination},
        lambda origin, destination: _FORMS.index(destination) > _FORMS.index(origin),
    )
    cells = view.desk.cells("stepped", year)
    show(flow(cells, view.words, ways), view.words("flow-forms-title", year=str(year.year)), of=cells)


def _year(indicator: str, asked: Period) -> Period:
    """The year that was asked for, or the newest before it that is published: a year is known when it is over."""
    years = [numbered(PeriodKind.YEAR, asked.year - back) for back in range(3)]
    return next((year for year in years if not here().desk.cells(indicator, year).frame.is_empty()), years[0])


def _origins(view: View) -> dict[str, str]:
    teams = {team.key: team.name for team in view.desk.model.team if not team.local}
    return teams | {"unknown": view.words("service-unknown")}


def _destinations(view: View) -> dict[str, str]:
    """The local network is called by its own name; a model without one has no such way."""
    local = [team.name for team in view.desk.model.team if team.local]
    named = {"to_local": ", ".join(local)} if local else {}
    ends = {end: view.words(f"destination-{end.replace('_', '-')}") for end in ("to_open", "other", "dropped")}
    return named | ends
