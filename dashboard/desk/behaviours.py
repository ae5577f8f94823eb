"""Owns the questions about change and difference: a number as a control chart, municipalities as a funnel."""

from dashboard.counting.cells import ALL
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import Period
from dashboard.desk.goals import Goals
from dashboard.findings import control_chart as behaviour
from dashboard.findings import funnel as comparison
from dashboard.findings.control_chart import Behaviour
from dashboard.findings.funnel import Comparison
from dashboard.goals.goal import GoalKind


class Behaviours(Goals):
    """Is it change or chance, and is a municipality really different? Published numbers only."""

    def behaviour(self, indicator: str, place: str = ALL) -> Behaviour:
        """One indicator in one place as its control chart, by month where months are published."""
        return self._behaviour(indicator, place, self._goal_of(place).get(indicator))

    def behaviours(self, place: str = ALL) -> list[Behaviour]:
        """Every indicator that has a control chart, in the order they are declared."""
        goals = self._goal_of(place)
        return [
            self._behaviour(indicator.key, place, goals.get(indicator.key))
            for indicator in INDICATORS
            if behaviour.basis(indicator) is not None
        ]

    def comparison(self, indicator: str, period: Period) -> Comparison:
        """The municipalities beside each other in one period: shares as they are, counts per 1 000 adults."""
        asked = BY_KEY[indicator]
        order = [place.key for place in self.model.municipality]
        published = self.places(indicator, period)
        if asked.measure is Measure.PERSONS:
            adults = {key: self.adults(period.year, key) for key in order}
            return comparison.of_rates(asked, published, order, adults)
        phi = self._behaviour(indicator, ALL, None).phi if behaviour.basis(asked) else None
        return comparison.of_shares(asked, published, order, phi or 1.0)

    def _behaviour(self, indicator: str, place: str, goal: str | None) -> Behaviour:
        asked, where = BY_KEY[indicator], self._place_of(indicator, place)
        months = asked.family.by_month and where == ALL
        series = self.series(indicator, where, months=months)
        targets = self._targets(goal, series.frame["period"]) if goal else {}
        rebases = self.rebases(indicator, where)
        return behaviour.read(asked, where, series, rebases=rebases, targets=targets, months=months)

    def _goal_of(self, place: str) -> dict[str, str]:
        """The goal that gives each indicator its target in a place: one to be held, or to be reached."""
        found = (g for g in self.goals_for(place) if GoalKind(g.kind) is not GoalKind.DELIVER)
        return {goal.indicator: goal.key for goal in reversed(list(found))}
