"""Owns the questions about goals: how each of them stands, judged on published numbers."""

from dashboard import standing
from dashboard.desk.lookup import Lookup
from dashboard.goal import Goal
from dashboard.measure import ALL
from dashboard.period import PeriodKind
from dashboard.standing import Standing


class Goals(Lookup):
    """The model's goals, and the verdict on each."""

    def standings(self, place: str = ALL) -> list[Standing]:
        """Every goal of the region judged for a place, and the place's own goals."""
        entries = [entry for entry in self.model.goal if entry.municipality in {None, place}]
        places = {
            entry.key: self._place_of(entry.indicator, entry.municipality or place) for entry in entries
        }
        return [
            standing.judge(
                entry, places[entry.key], self.series(entry.indicator, places[entry.key]), self.seen_on()
            )
            for entry in entries
        ]

    def plan_periods(self, goal: Goal) -> list[str]:
        """The codes of the reporting periods from a delivery goal's start to its due date."""
        return standing.plan_periods(goal, PeriodKind(self.model.reporting_period), self.seen_on())
