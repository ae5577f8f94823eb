"""Owns the questions about goals: which hold, how each of them stands, and how one is changed."""

import functools
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.counting.indicator import Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import PeriodKind, from_code
from dashboard.desk.answers.index import kept
from dashboard.desk.answers.recent import Recent
from dashboard.desk.deliveries import Deliveries
from dashboard.desk.identity.person import Action
from dashboard.findings.control_chart import ControlChart, basis, read
from dashboard.goals import standing
from dashboard.goals.goal import Goal
from dashboard.goals.recorded import UNRECORDED, Unwritten, unwritten
from dashboard.goals.standing import Standing
from dashboard.goals.verdict import Trend
from dashboard.goals.window import Reason
from data_sources.declared.model_parts import GoalEntry, Rebase
from data_sources.storing.books.goal_book import GoalBook, GoalFault, GoalState, GoalVersion, coming, valid

_MOST_JUDGED = 200  # places, and all of them side by side, of a few editions
# What may be the reason that a goal cannot be judged while the true one is that somebody has not delivered.
_LACKS_NUMBERS = {
    Reason.TOO_FEW_PERIODS,
    Reason.TOO_FEW_CASES,
    Reason.TOO_OLD,
    Reason.TOO_MANY_MISSING,
    Reason.NO_ESTIMATE,
}


class Goals(Deliveries):
    """The goals of the model file and those decided since, in every version, and the verdict on each."""

    def goals(self) -> list[GoalVersion]:
        """Every goal that holds today (or on the day that is looked back to), as it stands."""
        versions_seen = (valid(versions, self.seen_on()) for versions in self._versions().values())
        return [version for version in versions_seen if version is not None]

    def standings(self, place: str = ALL) -> list[Standing]:
        """The region's goals judged for a place, and the place's own. A plan of the region's is nobody else's. Judged
        once for all readers."""
        return self._judged.of((self._judged_on(), place), lambda: self._standings(place))

    def _judged_on(self) -> Hashable:
        """Another whenever a verdict may be: what has been delivered since is a reason not to judge, too."""
        return self._store.turn.once(
            ("judged on", self._until, self._upto),
            lambda: (self.readable_state(), self.seen_on(), self.deliveries_state(), repr(self._versions())),
        )

    @functools.cached_property
    def _judged(self) -> Recent:
        return Recent(_MOST_JUDGED)

    def _standings(self, place: str) -> list[Standing]:
        places = {
            entry.key: ALL if entry.kind == "deliver" and entry.municipality is None else entry.municipality or place
            for entry in self.goals_for(place)
        }
        return [
            self._standing(entry, self._place_of(entry.indicator, places[entry.key])) for entry in self.goals_for(place)
        ]

    def goals_for(self, place: str = ALL) -> list[GoalEntry]:
        """The goals a place is held to: its own for a number takes the place of the region's."""
        measured = [version.entry for version in self.goals() if not standing.misfit(version.entry)]
        own = {entry.indicator for entry in measured if entry.municipality == place}
        return [
            entry
            for entry in measured
            if entry.municipality == place or (entry.municipality is None and entry.indicator not in own)
        ]

    def rebases(self, indicator: str, place: str) -> list[Rebase]:
        """The known changes in how a number comes about in a place, the region's included, until today."""
        return [
            rebase
            for rebase in self.model.rebase
            if rebase.indicator == indicator and rebase.municipality in {None, place} and rebase.since <= self.seen_on()
        ]

    def broken_goals(self) -> list[tuple[GoalVersion, str]]:
        """Goals that no number can be held against, and why: theirs is not there any more, or of another kind."""
        misfits = [(version, standing.misfit(version.entry)) for version in self.goals()]
        return [(version, reason) for version, reason in misfits if reason]

    def coming_goals(self, place: str = ALL) -> list[GoalVersion]:
        """What is decided and holds from a day to come, the first first."""
        versions_coming = [v for versions in self._versions().values() for v in coming(versions, self.seen_on())]
        of_place = [version for version in versions_coming if version.entry.municipality in {None, place}]
        return sorted(of_place, key=lambda version: version.valid_from or date.max)

    def history_of_goal(self, key: str) -> Sequence[GoalVersion]:
        """Every version of a goal, oldest first; empty where there is no such goal."""
        return self._versions().get(key, [])

    def change_goal(
        self,
        before: GoalVersion,
        entry: GoalEntry,
        *,
        valid_from: date | None,
        case_number: str = "",
        decided_on: date | None = None,
    ) -> GoalVersion:
        """A new version of a goal, after the one that was read. Raises GoalFault, StoreFault."""
        return self._write(before, GoalVersion(entry.key, 0, entry, valid_from, case_number.strip(), decided_on))

    def add_goal(
        self, entry: GoalEntry, *, valid_from: date | None, case_number: str = "", decided_on: date | None = None
    ) -> GoalVersion:
        """A goal nobody had before; its key is made here. Raises GoalFault, StoreFault."""
        taken = self._versions()
        names = (f"{entry.indicator}_{number}" for number in range(1, len(taken) + 2))
        named = entry.model_copy(update={"key": next(name for name in names if name not in taken)})
        return self._write(None, GoalVersion(named.key, 0, named, valid_from, case_number.strip(), decided_on))

    def end_goal(self, before: GoalVersion, reason: str) -> GoalVersion:
        """Let a goal hold no longer, from today; it can still be read. Raises GoalFault, StoreFault."""
        ended = replace(before, state=GoalState.ENDED, reason=reason.strip(), valid_from=self.seen_on())
        return self._write(before, ended)

    def plan_periods(self, goal: Goal) -> list[str]:
        """The codes of the reporting periods from a delivery goal's start to its due date."""
        return standing.plan_periods(goal, PeriodKind(self.model.reporting_period), self.seen_on())

    # --- how it is done ------------------------------------------------------------------------------

    def _write(self, before: GoalVersion | None, after: GoalVersion) -> GoalVersion:
        if after.entry.municipality not in {None, *(place.key for place in self.model.municipality)}:
            raise GoalFault("unknown-municipality")
        if after.state == GoalState.STANDING and (reason := standing.misfit(after.entry)):
            raise GoalFault(reason)
        if after.state == GoalState.STANDING and standing.outside_unit(after.entry):
            raise GoalFault("target-outside-unit")
        with self.acting(Action.CHANGE_GOAL, after.entry.key, [after.entry.municipality or ALL]):
            return self._goal_book.write(before, after, self.who)

    def _standing(self, entry: GoalEntry, place: str) -> Standing:
        series = self.series(entry.indicator, place)
        rebased = max((rebase.since for rebase in self.rebases(entry.indicator, place)), default=None)
        targets = self._targets(entry.key, series.frame["period"])
        indicator, years = BY_KEY[entry.indicator], self.years(entry.indicator, place)
        charted = basis(indicator) is not None and entry.kind != "deliver"
        judged = standing.judge(
            entry,
            place,
            series,
            self.seen_on(),
            targets,
            rebased,
            years=years,
            trend=_trend(self._control_chart(entry.indicator, place, entry.key)) if charted else None,
            lag=indicator.family.lag(self.model),
            until=newest.last if (newest := self.newest_period(entry.indicator)) else None,
        )
        if who := self.not_recording(entry.indicator, place, series, years):
            return standing.unjudged(judged, Reason.NOT_RECORDED, who)
        if judged.verdict.reason in _LACKS_NUMBERS and (who := self.not_delivered(entry.indicator, place, series)):
            return standing.unjudged(judged, Reason.NOT_DELIVERED, who)
        without = tuple(self.published_without(entry.indicator, series))
        return replace(judged, lacking=without, unwritten=self._unwritten(judged))

    def _unwritten(self, judged: Standing) -> Unwritten | None:
        """What a share of appointments could be, where the outcome of many in its window is not written."""
        verdict = judged.verdict
        if judged.indicator.measure is not Measure.SHARE_OF_ROWS or judged.indicator.key == UNRECORDED:
            return None
        by_period = self.series(UNRECORDED, judged.place).frame.filter(pl.col("value").is_not_null())
        of_years = self.years(UNRECORDED, judged.place).frame.filter(pl.col("value").is_not_null())
        window, year = judged.window, str(verdict.end.year) if verdict.end else ""
        inside = by_period.filter(pl.col("period").is_in(window))
        if inside.height < max(len(window), 1):
            inside = of_years.filter(pl.col("period") == year)
        return unwritten(verdict.numerator, verdict.n, inside)

    def _control_chart(self, indicator: str, place: str, goal: str | None) -> ControlChart:
        """A number as its control chart, with the targets of a goal; by month where months are published."""
        asked, where = BY_KEY[indicator], self._place_of(indicator, place)
        months = asked.family.by_month and where == ALL
        series = self.series(indicator, where, months=months)
        targets = self._targets(goal, series.frame["period"]) if goal else {}
        rebases = tuple(self.rebases(indicator, where))
        return self._charted(indicator, where, months, tuple(targets.items()), rebases)

    @kept
    def _charted(
        self,
        indicator: str,
        where: str,
        months: bool,
        targets: tuple[tuple[str, float], ...],
        rebases: tuple[Rebase, ...],
    ) -> ControlChart:
        series = self.series(indicator, where, months=months)
        return read(BY_KEY[indicator], where, series, rebases=rebases, targets=dict(targets), months=months)

    def _targets(self, key: str, codes: Iterable[str]) -> Mapping[str, float]:
        """The target that held on each period's last day."""
        versions = self.history_of_goal(key)
        held = {code: valid(versions, period.last) for code in codes if (period := from_code(code)) is not None}
        return {code: version.entry.target for code, version in held.items() if version is not None}

    def _versions(self) -> dict[str, list[GoalVersion]]:
        return self._store.turn.once(
            ("goals", self._until), lambda: self._goal_book.versions(self.model.goal, self._until)
        )

    @property
    def _goal_book(self) -> GoalBook:
        return GoalBook(self._store.engine, self.moment)


def _trend(charted: ControlChart) -> Trend:
    """What a control chart says of the last point, as a goal says it: one answer on every page."""
    return Trend.TOO_FEW if charted.variation is None else Trend(charted.variation.value)
