"""How much a cached drawing saves: a control chart's rows on a spec built once, against building the spec each time.

`python benchmarks/drawing.py`; a few seconds. Both are done in turn in one run, so that a slow machine slows both;
times are medians of processor seconds, and the ratio is what to look at.
"""

import datetime as dt
import statistics
import time
from collections.abc import Callable

import polars as pl

from dashboard.charts.control import control_specs
from dashboard.charts.control.control import control
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.tally import ALL, CELL
from dashboard.findings import control_chart
from dashboard.language.words import words
from dashboard.wall import published as privacy

ROUNDS, MONTHS = 15, 36


def published() -> privacy.Published:
    """Three years of a made-up rate, by month."""
    codes = [f"{dt.date(2023 + n // 12, n % 12 + 1, 1):%Y-%m}" for n in range(MONTHS)]
    keys = {"period": codes} | {name: [ALL] * MONTHS for name in CELL}
    found = pl.DataFrame(
        keys
        | {"indicator": ["attendance_rate"] * MONTHS, "bound": [""] * MONTHS}
        | {name: [0.9 + n % 5 / 100 for n in range(MONTHS)] for name in ("value", "low", "high", "finer")}
        | {"base": [300.0] * MONTHS}
    )
    cells = pl.DataFrame(keys | {"shown": [True] * MONTHS, "family": ["participants"] * MONTHS})
    return privacy.publish(found, cells).where(pl.col("indicator") == "attendance_rate")


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of one go."""
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    """Print the medians and their ratio."""
    series, spoken = published(), words("nb")

    def read() -> None:
        control_chart.read(BY_KEY["attendance_rate"], ALL, series)

    found = control_chart.read(BY_KEY["attendance_rate"], ALL, series)

    def cached() -> None:
        control(found, spoken)

    def anew() -> None:
        control_specs.control.cache_clear()
        control(found, spoken)

    cached()
    times: dict[str, list[float]] = {"limits and signals": [], "cached spec": [], "spec built anew": []}
    for _ in range(ROUNDS):
        for name, work in zip(times, (read, cached, anew), strict=True):
            times[name].append(seconds(work))
            cached()
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:20} {median * 1000:7.1f} ms")
    print(f"a cached spec is {medians['spec built anew'] / medians['cached spec']:.1f} times as quick")


if __name__ == "__main__":
    main()
