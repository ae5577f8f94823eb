"""Owns the questions about change and difference: a number as a control chart, municipalities as a funnel."""

import polars as pl

from dashboard.counting.cells import ALL, whole
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import Period
from dashboard.desk.answers.index import kept
from dashboard.desk.goals import Goals
from dashboard.findings.control_chart import ControlChart, basis
from dashboard.findings.funnel import Funnel, of_rates, of_shares
from dashboard.goals.goal import GoalKind


class ControlCharts(Goals):
    """Is it change or chance, and is a municipality really different? Published numbers only."""

    def control_chart(self, indicator: str, place: str = ALL) -> ControlChart:
        """One indicator in one place as its control chart, by month where months are published."""
        return self._control_chart(indicator, place, self._goal_of(place).get(indicator))

    def control_charts(self, place: str = ALL) -> list[ControlChart]:
        """Every indicator that has a control chart, in the order they are declared."""
        goals = self._goal_of(place)
        return [
            self._control_chart(indicator.key, place, goals.get(indicator.key))
            for indicator in INDICATORS
            if basis(indicator) is not None
        ]

    def funnel(self, indicator: str, period: Period) -> Funnel:
        """The municipalities beside each other in one period: shares as they are, counts per 1 000 adults."""
        is_share = BY_KEY[indicator].measure is not Measure.PERSONS
        return self._compared(indicator, period, self._spread(indicator, period) if is_share else None)

    @kept
    def _compared(self, indicator: str, period: Period, spread: float | None) -> Funnel:
        asked, published = BY_KEY[indicator], self.places(indicator, period)
        order = [place.key for place in self.model.municipality]
        if spread is not None:
            return of_shares(asked, published, order, spread)
        return of_rates(asked, published, order, {key: self.adults(period.year, key) for key in order})

    def _spread(self, indicator: str, period: Period) -> float:
        """How many times more than independent ones appointments vary: the region's own design effect of persons, as
        every interval beside it has; of a number without one, what the periods before it show."""
        region = (pl.col("period") == period.code) & whole(())
        designs: list[float] = self.index().of(indicator).finer.filter(region)["design"].drop_nulls().to_list()
        if designs:
            return max(1.0, *designs)
        phi = self._control_chart(indicator, ALL, None).phi if basis(BY_KEY[indicator]) else None
        return phi or 1.0

    def _goal_of(self, place: str) -> dict[str, str]:
        """The goal that gives each indicator its target in a place: one to be held, or to be reached."""
        candidates = (g for g in self.goals_for(place) if GoalKind(g.kind) is not GoalKind.DELIVER)
        return {goal.indicator: goal.key for goal in reversed(list(candidates))}
