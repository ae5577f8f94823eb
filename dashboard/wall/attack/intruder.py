"""Owns the attack on all that can be read at once: whoever reads every page and is good at sums, what do they learn?

Written apart from the suppression on purpose, and sharing no code with it. It reads what the screen shows, of every
edition and family, and thinks in leaves (one member of each dimension, one period): a world a reader may believe in is
a whole-number choice of leaves that agrees with every number on the screen and with every rule that is public.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import polars as pl

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.families import FAMILIES
from dashboard.counting.indicator import Family, Measure
from dashboard.counting.indicators import BY_KEY
from dashboard.wall.attack.shares import shares_that_are_missing, shares_that_tell_more
from dashboard.wall.attack.sums import Cell, Named, Sums, sums_of
from dashboard.wall.attack.worlds import Worlds
from data_sources.declared.model import Model
from data_sources.declared.table import UNKNOWN

HIDDEN = ":"


@dataclass(frozen=True, eq=False)
class Screen:
    """What one publication shows. `frame`: indicator, period, the columns of CELL, value, low, high, base, bound, sign.

    `number` orders publications: a later one of the same family and period is a newer edition. `without`: whose numbers
    are not in it, as it says; `absent`: those of them of whom nothing had come, so that nobody is counted there.
    """

    number: int
    family: str
    period: str
    frame: pl.DataFrame = field(repr=False)
    without: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Breach:
    """What a reader learns of a count below k: that it lies between `low` and `high`. `how`: a code for the way."""

    family: str
    period: str
    cell: Cell
    how: str
    low: int
    high: int


@dataclass(frozen=True)
class Attack:
    """What came of it: how many hidden cells were tried, and what fell."""

    tried: int
    breaches: tuple[Breach, ...]


def attack(
    screens: Sequence[Screen],
    model: Model,
    k: int,
    truth: Mapping[str, pl.DataFrame],
    adults: pl.DataFrame | None = None,
    *,
    until_first: bool = False,
) -> Attack:
    """Read everything, then try every hidden cell; `until_first`: only until one of them falls.

    `truth`: family → period, the columns of CELL, persons. It says only which hidden counts are below `k`, so worth
    attacking; the attack itself never sees it. `adults`: municipality, year, adults, as they are public.
    """
    tried = 0
    breaches: list[Breach] = []
    newest = {(screen.family, screen.period): screen.number for screen in sorted(screens, key=lambda s: s.number)}
    for screen in screens:
        breaches += shares_that_tell_more(screen.family, screen.period, screen.frame, k, Breach)
        breaches += _medians_that_tell(screen, k)
        if screen.number == newest[screen.family, screen.period]:
            breaches += shares_that_are_missing(screen.family, screen.period, screen.frame, k, Breach)
    for together in _that_bear_on_each_other(screens):
        for year in sorted({screen.period[:4] for screen in together}):
            of_the_year = [screen for screen in together if screen.period.startswith(year)]
            if until_first and breaches:
                break
            count, fallen = _attacked(of_the_year, model, k, truth, adults, until_first)
            tried += count
            breaches += fallen
    return Attack(tried, tuple(dict.fromkeys(breaches)))


def _that_bear_on_each_other(screens: Sequence[Screen]) -> Iterator[list[Screen]]:
    """Families of the same persons, or of people at the same events, in one attack."""
    root = {family.key: family.persons_of or family.held_by or family.key for family in FAMILIES}
    for key in dict.fromkeys(root.values()):
        together = [screen for screen in screens if root[screen.family] == key]
        if together:
            yield together


def _attacked(
    screens: Sequence[Screen],
    model: Model,
    k: int,
    truth: Mapping[str, pl.DataFrame],
    adults: pl.DataFrame | None,
    until_first: bool,
) -> tuple[int, list[Breach]]:
    newest = {(screen.family, screen.period): screen for screen in sorted(screens, key=lambda read: read.number)}
    families = [family for family in FAMILIES if any(key == family.key for key, _ in newest)]
    true: dict[Named, int] = {
        (key, row[0], tuple(row[1:-1])): int(row[-1])
        for key, frame in truth.items()
        for row in frame.select("period", *CELL, "persons").iter_rows()
    }
    readings = [_reading(newest.values(), families, model, k, adults)]
    older = [
        _of_the_same_places(screen, newest[screen.family, screen.period])
        for screen in screens
        if newest[screen.family, screen.period] is not screen
    ]
    if older:
        # What older editions show and the newest do not: a reader takes it that nothing has changed there.
        readings.append(_reading([*newest.values(), *older], families, model, k, adults))
        readings.append(
            _reading([*older, *(s for s in newest.values() if _only(s, older))], families, model, k, adults)
        )
    tried = 0
    breaches: list[Breach] = []
    for at, reading in enumerate(readings):
        worlds = Worlds(reading)
        if not worlds.possible():
            if not at:
                breaches.append(Breach(families[0].key, screens[0].period, (), "contradiction", 0, 0))
            continue
        hidden = sorted(cell for cell in reading.hidden if _is_worth_attacking(cell, true, k))
        exposed = [cell for cell, n in reading.shown.items() if 0 < n < k and cell[0] != "events"]
        breaches += [Breach(*cell, "shown", reading.shown[cell], reading.shown[cell]) for cell in exposed if not at]
        tried += len(hidden) if not at else 0
        how = "cell" if not at else "editions"
        counted = {**reading.shown, **true}
        left = [each for each in reading.differences() if 0 < _true_difference(each, counted) < k]
        sums = [*(reading.row([cell], []) for cell in hidden), *(reading.row(*each) for each in left)]
        counts = [*(true[cell] for cell in hidden), *(_true_difference(each, counted) for each in left)]
        names = [*((cell, how) for cell in hidden), *((more[0], "difference") for more, _ in left)]
        narrowed = ((*names[at], low, high) for at, low, high in worlds.narrow(sums, k) if low <= counts[at] <= high)
        fallen = islice(narrowed, 1 if until_first else None)
        breaches += [Breach(*cell, way, low, high) for cell, way, low, high in fallen]
    return tried, breaches


def _is_worth_attacking(cell: Named, true: Mapping[Named, int], k: int) -> bool:
    """Is a hidden count small? That nobody's level or service is unknown is no secret."""
    persons = true.get(cell, k)
    return persons < k and (persons > 0 or UNKNOWN not in cell[2])


def _true_difference(difference: tuple[Sequence[Named], Sequence[Named]], true: Mapping[Named, int]) -> int:
    """How many people are in truth left of some counts less others; nobody where not all of them are counted."""
    more, less = difference
    if not all(cell in true for cell in (*more, *less)):
        return 0
    return sum(true[cell] for cell in more) - sum(true[cell] for cell in less)


def _of_the_same_places(screen: Screen, newest: Screen) -> Screen:
    """An edition of fewer places tells of another region: its own totals say nothing of the newest one's."""
    if screen.without == newest.without:
        return screen
    return replace(screen, frame=screen.frame.filter(pl.col("municipality") != ALL))


def _only(screen: Screen, older: Collection[Screen]) -> bool:
    return not any((other.family, other.period) == (screen.family, screen.period) for other in older)


def _reading(
    screens: Collection[Screen], families: Sequence[Family], model: Model, k: int, adults: pl.DataFrame | None
) -> Sums:
    """All that is said in numbers by these publications, the first of a cell's numbers standing."""
    public = {
        (period, place): value
        for screen in screens
        if screen.family == "events"
        for period, place, value in screen.frame.filter(pl.col("indicator") == "concerts")
        .select("period", "municipality", "value")
        .iter_rows()
    }
    reading = sums_of([family for family in families if not family.public], screens, model, public)
    good = {question.key: question.good for question in model.survey_question}
    for screen in screens:
        for row in screen.frame.filter(pl.col("sign") != HIDDEN, pl.col("value").is_not_null()).iter_rows(named=True):
            indicator = BY_KEY[row["indicator"]]
            cell = (screen.family, row["period"], tuple(row[name] for name in CELL))
            if indicator.measure is Measure.PER_INHABITANTS and adults is not None:
                reading.between(cell, *_persons_behind(row, adults))
            elif indicator.measure is Measure.SHARE_OF_CASES and row["base"] is not None:
                reading.share(cell, indicator, row["value"], row["base"])
            elif indicator.measure is Measure.SHARE_OF_RESPONSES:
                reading.good_answers(cell, good.get(row["question"], ()), row["value"])
            elif indicator.measure is Measure.PERSONS_OF_OUTCOME:
                reading.outcome(cell, indicator, row["value"])
    return reading


def _persons_behind(row: Mapping[str, float], adults: pl.DataFrame) -> tuple[float, float]:
    """The counts that a rate per 1 000 can come from, as it is rounded to a tenth."""
    place = adults.filter(pl.col("municipality") == row["municipality"], pl.col("year") == int(str(row["period"])[:4]))
    number = float(place["adults"].sum() or 0)
    return (row["value"] - 0.05) * number / 1000 - 1e-6, (row["value"] + 0.05) * number / 1000 + 1e-6


def _medians_that_tell(screen: Screen, k: int) -> Iterator[Breach]:
    """Among n referred a median says that half have started, or have not; a missing one says whatever hid it. So do
    the middle and the longest wait of those who still wait."""
    rows = screen.frame.select("indicator", *CELL, "value", "low", "bound", "sign").rows(named=True)
    for key, persons in _waits(screen.family):
        shown = {tuple(row[name] for name in CELL): row for row in rows if row["indicator"] == key}
        counted = {tuple(row[name] for name in CELL): row["value"] for row in rows if row["indicator"] == persons}
        for cell in {**counted, **shown}:
            if any(part != ALL for part in cell[1:]):
                continue
            n, median = int(counted.get(cell) or 0), shown.get(cell)
            is_told = median is not None and (median["value"] is not None or median["bound"] != "")
            if is_told and n <= 2 * k:
                yield Breach(screen.family, screen.period, cell, "median", 0, n // 2)
            elif is_told and median is not None and median["low"] is not None and n < (k + 2) ** 2:
                yield Breach(screen.family, screen.period, cell, "interval", 0, n // 2)
            elif not is_told and n > 2 * k and cell[0] != ELSEWHERE:  # of whom no wait is ever told
                yield Breach(screen.family, screen.period, cell, "median missing", 0, k - 1)


def _waits(family: str) -> Iterator[tuple[str, str]]:
    """Each number of a family that is made of people's waits, and the one that says how many people they are."""
    own = {key: indicator for key, indicator in BY_KEY.items() if indicator.family.key == family}
    for key, indicator in own.items():
        if indicator.measure is Measure.MEDIAN_WAIT:
            yield key, next(name for name, each in own.items() if each.measure is Measure.PERSONS)
        elif indicator.measure in {Measure.WAITED_SO_FAR, Measure.LONGEST_SO_FAR}:
            yield (
                key,
                next(
                    name
                    for name, each in own.items()
                    if each.measure is Measure.PERSONS_OF_OUTCOME and each.outcome == indicator.outcome
                ),
            )
