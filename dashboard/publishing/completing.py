"""Owns what a publication leaves out because it has not come, and what the edition that completes it may add."""

from collections.abc import Mapping

import polars as pl

from dashboard.counting.cells import ALL, CELL, whole
from dashboard.counting.indicator import Family
from dashboard.counting.period import Period, PeriodKind
from dashboard.counting.tally import Tallies
from dashboard.publishing.deliveries import Turnout
from data_sources.declared.model import Model

_OF_A_PLACE = whole()
_TOTAL = whole(but=())


def may_close(turnout: Turnout, family: Family, period: Period, model: Model) -> bool:
    """Is there anything of a period to publish? The region's when all have delivered or somebody has decided to do
    without; else that of the municipalities that have, where the family tells of them at all."""
    if turnout.blocked:
        return False
    some = len(turnout.missing) < len(model.municipality)
    if turnout.missing <= turnout.without:
        return some
    return some and family.by_municipality and period.kind is not PeriodKind.MONTH


def left_out(turnout: Turnout) -> frozenset[str]:
    """Whose numbers a publication does not have; "all": nor the region's."""
    return turnout.missing | (frozenset() if turnout.region else {ALL})


def facts(
    turnouts: Mapping[str, Turnout], tallies: Tallies
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """(period, place) of whom nothing has come and nobody is counted, and of whom something has that is not published.

    A person who moved may still be counted in a municipality of which nothing has come: then it is no certain zero.
    """
    somebody = tallies.counts.filter(_OF_A_PLACE, pl.col("persons") > 0)
    counted = set(somebody.select("period", "municipality").iter_rows())
    absent = {(code, place) for code, turnout in turnouts.items() for place in turnout.absent}
    nobody = absent - counted
    every = {(code, place) for code, turnout in turnouts.items() for place in left_out(turnout)}
    return frozenset(nobody), frozenset(every - nobody)


def without_places(frame: pl.DataFrame, places: frozenset[str]) -> pl.DataFrame:
    """A frame of cells or numbers without those of some places."""
    return frame.filter(~pl.col("municipality").is_in(sorted(places)))


def completed(decided: pl.DataFrame, before: pl.DataFrame, lacked: frozenset[str], least: int) -> pl.DataFrame:
    """What an edition that completes another may show: period, the cell's keys, shown, persons, of one period.

    `before`: the same of the edition that lacked somebody, which can still be read. What that one told of the places
    it had is told again, and nothing more of them. Of the region:
    - where it told nothing, all that is decided, but only if all the other told holds, and would be told now;
    - where it told numbers without those who lacked, the difference is theirs: only the whole, where it is `least`
      or more, and no part of it, for parts give parts away.
    """
    keys = ["period", *CELL]
    then = before.select(*keys, then="shown", told="persons")
    joined = decided.join(then, on=keys, how="left")
    had = pl.col("then").is_not_null() & (pl.col("municipality") != ALL)
    differs = ~pl.col("shown") | (pl.col("persons") != pl.col("told"))
    hides = joined.filter(had & pl.col("then") & differs).height > 0
    if ALL in lacked:
        region = pl.col("shown") & pl.lit(not hides)
    else:
        more = pl.col("persons").fill_null(0) - pl.col("told").fill_null(0)
        region = pl.col("shown") & _TOTAL & (more >= least)
    of_region = pl.col("municipality") == ALL
    shown = pl.when(of_region).then(region).when(had).then(pl.col("then")).otherwise(pl.col("shown"))
    persons = pl.when(had & pl.col("then")).then("told").otherwise("persons")
    retold = joined.with_columns(shown=shown, persons=persons)
    return retold.select(*keys, "shown", persons=pl.when(pl.col("shown")).then(pl.col("persons")))
