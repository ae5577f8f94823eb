"""Owns how a published number behaves over time: the chart that fits it, its limits, and what its points say.

Everything here is computed from what is published, so from rounded numbers: shares in whole per cent, numbers
of appointments to the nearest ten. A limit is therefore good to about half a per cent, and gives nothing away.
"""

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dashboard.counting.indicator import Indicator, Measure
from dashboard.counting.period import Period, from_code
from dashboard.statistics import ewma, runs, signals
from dashboard.statistics.dispersion import overdispersion
from dashboard.statistics.exact_limits import c_chart, p_chart, p_prime, u_chart
from dashboard.statistics.signals import Assurance, Change, Point, Presentation
from dashboard.statistics.xmr import Lines, rebase_groups, xmr
from dashboard.wall.published import Published
from data_sources.declared.model import ModelFault
from data_sources.declared.model_parts import Rebase


class Basis(StrEnum):
    """What the limits rest on. INDIVIDUALS: the points' own movement (XmR). SAME_PERSONS: that of shares of
    periods that differ in size, the same persons again and again (Laney's p′). SHARE: so many of so many persons
    (exact binomial). COUNT: events that come by themselves (exact Poisson). RATE: such events per 100 years."""

    INDIVIDUALS = "individuals"
    SAME_PERSONS = "same-persons"
    SHARE = "share"
    COUNT = "count"
    RATE = "rate"


@dataclass(frozen=True)
class Moment:
    """One period as published: its number, or why there is none. `value` is None unless it can carry a point."""

    period: Period
    value: float | None
    shown: float | None
    bound: str
    sign: str


@dataclass(frozen=True, eq=False)
class ControlChart:
    """A published series read as a control chart.

    `points` stand beside `moments`; their lines are those to be drawn: none in a rebase group of fewer than 6
    points, about the median below 12 (`presentations` says which, point by point), and special points are
    marked from 12 on only. `variation` and `assurance` as in `control.Chart`, for the last group. `phi`: how
    many times more the periods vary than independent appointments would (1 or more; None where it is not
    asked). `runs` is the last group's, where it can be judged. `rebases` by the code of their first period.
    `lately`: a small lasting shift that the newest points together tell of (EWMA), None where nothing is drawn.
    """

    indicator: Indicator
    place: str
    basis: Basis
    months: bool
    moments: tuple[Moment, ...]
    points: tuple[Point, ...]
    presentations: tuple[Presentation, ...]
    variation: Change | None
    assurance: Assurance | None
    targets: Mapping[str, float]
    phi: float | None
    runs: runs.Runs | None
    rebases: dict[str, Rebase]
    lately: Change | None = None

    @property
    def presentation(self) -> Presentation:
        """How much the last group can carry."""
        return self.presentations[-1] if self.presentations else Presentation.NUMBERS

    @property
    def target(self) -> float | None:
        """The target that held in the last period with a value."""
        return None if self.last is None else self.targets.get(self.moments[self.last].period.code)

    @property
    def last(self) -> int | None:
        """Where the last point with a value stands."""
        valued = [i for i, moment in enumerate(self.moments) if moment.value is not None]
        return valued[-1] if valued else None


def basis(indicator: Indicator) -> Basis | None:
    """The chart that fits an indicator; None for what we decide ourselves, which is held against a plan.

    Persons and appointments of the offer are the same people month after month: neither Poisson nor binomial.
    """
    family = indicator.family
    if family.public or family.additive:
        return None
    match indicator.measure:
        case Measure.SHARE_OF_CASES:
            return Basis.SHARE
        case Measure.PER_COURSE_YEARS:
            return Basis.RATE
        case Measure.PERSONS_OF_OUTCOME:
            return Basis.COUNT
        case Measure.PERSONS:
            return Basis.INDIVIDUALS if family.by_month else Basis.COUNT
        case Measure.SHARE_OF_ROWS:
            return Basis.SAME_PERSONS
        case Measure.ROWS | Measure.MEDIAN_WAIT:
            return Basis.INDIVIDUALS
    return None


def check_rebases(rebases: Sequence[Rebase], keys: Sequence[str], file: str) -> None:
    """Every rebase speaks of an indicator of ours. Raises ModelFault."""
    for number, rebase in enumerate(rebases, start=1):
        if rebase.indicator not in keys:
            raise ModelFault(file, f"rebase.{number}.indicator", "unknown-indicator")


def read(
    indicator: Indicator,
    place: str,
    series: Published,
    *,
    rebases: Sequence[Rebase] = (),
    targets: Mapping[str, float] | None = None,
    months: bool = False,
) -> ControlChart:
    """A published series of one indicator in one place, in any order, as its control chart.

    A rebase begins with the first period on or after its date; one before the series, or after it, does
    nothing. `targets`: by period, the target that held at its end, in the indicator's unit. ValueError for an
    indicator that has no such chart.
    """
    fits = basis(indicator)
    if fits is None:
        raise ValueError(f"{indicator.key} is held against a plan, not against limits")
    moments, sizes = _moments(series)
    starts = _starts(moments, rebases)
    groups = rebase_groups([m.period.first for m in moments], [p.first for p in starts])
    values = [moment.value for moment in moments]
    if per := _PER.get(fits):
        # Judged on the persons themselves: a share rounded to whole per cents could fall off its own limit.
        counts = [None if v is None or not n else round(v * n / per) for v, n in zip(values, sizes, strict=True)]
        lines = _exact_lines(fits, counts, sizes, groups)
        values = [None if x is None or not n else x / n * per for x, n in zip(counts, sizes, strict=True)]
    elif fits is Basis.SAME_PERSONS:
        pairs = [None if v is None or not n else (v * n, n) for v, n in zip(values, sizes, strict=True)]
        lines = p_prime([pair and pair[0] for pair in pairs], [pair and pair[1] for pair in pairs], groups)
        values = [None if pair is None else value for pair, value in zip(pairs, values, strict=True)]
    else:
        lines = c_chart(values, groups) if fits is Basis.COUNT else xmr(values, groups)
    held = [m.period.code for m in moments if m.value is not None]
    target = (targets or {}).get(held[-1]) if held else None
    signals_of = signals.chart(values, lines, indicator.better, target, groups)
    last = [v for v, group in zip(values, groups, strict=True) if group == groups[-1]]
    patterns = runs.anhoej(last)
    presentations = _presentations(values, groups)
    return ControlChart(
        indicator,
        place,
        fits,
        months,
        moments,
        _drawn(signals_of.points, presentations),
        presentations,
        signals_of.variation,
        signals_of.assurance,
        targets or {},
        _phi(indicator, values, sizes),
        patterns if patterns.judged else None,
        {period.code: rebase for period, rebase in starts.items()},
        _lately(signals_of.points, presentations, indicator) if fits is Basis.SAME_PERSONS else None,
    )


def _lately(points: Sequence[Point], presentations: Sequence[Presentation], indicator: Indicator) -> Change | None:
    """What the newest points of the last group say together."""
    if not points or presentations[-1] is not Presentation.FULL:
        return None
    last = [point for point in points if point.group == points[-1].group]
    return signals.change_of(ewma.shifted([p.value for p in last], [p.lines for p in last]), indicator.better)


def _moments(series: Published) -> tuple[tuple[Moment, ...], list[float | None]]:
    """The periods in order of time, and how many each rests on. A clamped number is no point."""
    moments = []
    columns = ("period", "value", "base", "bound", "sign")
    for code, value, base, bound, sign in series.frame.select(columns).iter_rows():
        if period := from_code(code):
            moments.append((Moment(period, None if bound or sign else value, value, bound, sign), base))
    moments.sort(key=lambda pair: pair[0].period.first)
    return tuple(moment for moment, _ in moments), [base for _, base in moments]


def _starts(moments: Sequence[Moment], rebases: Sequence[Rebase]) -> dict[Period, Rebase]:
    starts: dict[Period, Rebase] = {}
    for rebase in sorted(rebases, key=lambda rebase_by_day: rebase_by_day.since):
        later = [m.period for m in moments if m.period.first >= rebase.since]
        if later and later[0] != moments[0].period:
            starts[later[0]] = rebase
    return starts


# What a number is per, where it rests on a size of its own.
_PER = {Basis.SHARE: 1, Basis.RATE: 100}


def _exact_lines(
    fits: Basis, counts: Sequence[float | None], sizes: Sequence[float | None], groups: Sequence[int]
) -> list[Lines]:
    """Exact limits of a share, or of a rate per 100, each period with its own size."""
    if fits is Basis.SHARE:
        return p_chart(counts, sizes, groups)
    return [
        Lines(*(None if edge is None else edge * _PER[fits] for edge in vars(line).values()))
        for line in u_chart(counts, sizes, groups)
    ]


def _presentations(values: Sequence[float | None], groups: Sequence[int]) -> tuple[Presentation, ...]:
    valued = [group for value, group in zip(values, groups, strict=True) if value is not None]
    return tuple(signals.presentation(valued.count(group)) for group in groups)


def _drawn(points: Sequence[Point], presentations: Sequence[Presentation]) -> tuple[Point, ...]:
    """The points with no more lines and marks than their group can carry."""
    of_group: dict[int, list[float]] = defaultdict(list)
    for point in points:
        of_group[point.group] += [] if point.value is None else [point.value]
    moments = []
    for point, shown in zip(points, presentations, strict=True):
        if shown is Presentation.FULL:
            moments.append(point)
            continue
        trial = shown is Presentation.TRIAL_LIMITS
        lines = replace(point.lines, centre=statistics.median(of_group[point.group])) if trial else Lines()
        moments.append(
            replace(point, lines=lines, outside=False, near=False, signal=signals.Signal.NONE, change=Change.NONE)
        )
    return tuple(moments)


def _phi(indicator: Indicator, values: Sequence[float | None], sizes: Sequence[float | None]) -> float | None:
    if indicator.measure is not Measure.SHARE_OF_ROWS:
        return None
    pairs = [(v * n, n) for v, n in zip(values, sizes, strict=True) if v is not None and n]
    return overdispersion([x for x, _ in pairs], [n for _, n in pairs])
