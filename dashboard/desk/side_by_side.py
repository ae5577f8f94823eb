"""Owns the goals in every municipality side by side, and what has changed since the numbers before these."""

import functools
from dataclasses import dataclass
from typing import Self

from dashboard.counting.cells import ALL
from dashboard.counting.period import Period, PeriodKind, from_code
from dashboard.desk.answers.recent import Recent
from dashboard.desk.editions import Editions
from dashboard.desk.goals import Goals
from dashboard.goals.standing import Judged, Standing, course
from dashboard.goals.verdict import Status, Verdict

_MOST_COURSES = 400


@dataclass(frozen=True, eq=False)
class Row:
    """A goal: how it stands in the region, and in every municipality where it can be held against anything.

    `cells`: "all" and municipalities' keys; None where the goal, or its number, is the whole region's alone.
    """

    standing: Standing
    cells: dict[str, Standing | None]


@dataclass(frozen=True)
class Moved:
    """A goal of which something else is said than before, and where."""

    goal: str
    place: str
    before: Verdict
    after: Verdict

    @property
    def is_change(self) -> bool:
        """Is the status another, or is its due date over now?"""
        return _said(self.before) != _said(self.after)


@dataclass(frozen=True, eq=False)
class News:
    """What these numbers have that those before had not. `anew`: periods in a new edition, and why."""

    since: str
    periods: list[Period]
    anew: list[tuple[Period, str]]
    moved: list[Moved]


class SideBySide(Goals, Editions):
    """Side by side and never in order: municipalities keep the model's order, whatever their numbers."""

    def matrix(self) -> list[Row]:
        """Every goal of the region, and of single municipalities, in every place. Judged once for all readers."""
        return self._judged.of(self._judged_on(), self._matrix)

    def _matrix(self) -> list[Row]:
        places = [ALL, *(place.key for place in self.model.municipality)]
        stood = {place: {standing.entry.key: standing for standing in self.standings(place)} for place in places}
        first: dict[str, Standing] = {}
        for place in places:
            first = {**stood[place], **first}
        return [
            Row(standing, {place: _own(stood[place].get(key), place) for place in places})
            for key, standing in first.items()
        ]

    def course(self, key: str, place: str = ALL) -> list[Judged]:
        """How a goal stood in a place at the end of each period; empty where it is not judged there."""
        row = next((row for row in self.matrix() if row.standing.entry.key == key), None)
        if row is None:
            return []
        judged = row.cells.get(place) or row.standing
        # The row is kept with its answer, so that no other row ever has its place in memory.
        return self._courses.of((id(row), judged.place), lambda: (row, course(judged)))[1]

    @functools.cached_property
    def _courses(self) -> Recent:
        return Recent(_MOST_COURSES)

    def before(self) -> Self | None:
        """This desk as it was before the last time something was published; None where that was the first time.

        That is the day before the last one, or where everything came on one day, the upload before the last.
        """
        every = [
            publication
            for publication in self._ledger.publications()
            if self._upto is None or publication.id <= self._upto
        ]
        seen = [
            publication
            for publication in every
            if self._until is None or self.is_pinned or publication.at.date() <= self._until
        ]
        days = sorted({publication.at.date() for publication in seen})
        if len(days) > 1:
            return self.at(days[-2].isoformat())
        earlier = [publication for publication in seen if publication.data_version < seen[-1].data_version]
        return self.at(f"{earlier[-1].at.date().isoformat()}.{earlier[-1].id}") if earlier else None

    def news(self) -> News | None:
        """What is new since the numbers before these; None where these are the first."""
        before = self.before()
        if before is None:
            return None
        latest = self._ledger.latest(self._until, self._upto)
        then = self._ledger.latest(before._until, before._upto)
        fresh = {period for _, period in latest} - {period for _, period in then}
        again = {
            period: entry.reason
            for (family, period), entry in latest.items()
            if (family, period) in then and entry.edition > then[family, period].edition
        }
        stood = {
            (row.standing.entry.key, place): cell.verdict
            for row in before.matrix()
            for place, cell in row.cells.items()
            if cell is not None
        }
        moved = [
            Moved(row.standing.entry.key, place, stood[row.standing.entry.key, place], cell.verdict)
            for row in self.matrix()
            for place, cell in row.cells.items()
            if cell is not None and (row.standing.entry.key, place) in stood
        ]
        return News(
            before.pin(),
            _told(fresh),
            [(period, again[period.code]) for period in _told(set(again))],
            [change for change in moved if change.is_change],
        )


def _own(standing: Standing | None, place: str) -> Standing | None:
    """A verdict that is this place's own: not the region's number under a municipality's name, nor its plan."""
    if standing is None or standing.place != place:
        return None
    shared_plan = standing.goal.kind == "deliver" and standing.entry.municipality is None
    return None if shared_plan and place != ALL else standing


def _said(verdict: Verdict) -> tuple[Status, bool]:
    """What a status is called rests on these two: what is reached is so before and after its due date."""
    return verdict.status, verdict.settled and verdict.status is not Status.REACHED


def _told(codes: set[str]) -> list[Period]:
    """The years and reporting periods among them, newest first."""
    periods = [period for code in codes if (period := from_code(code)) and period.kind is not PeriodKind.MONTH]
    return sorted(periods, key=lambda period: (period.last, period.first), reverse=True)
