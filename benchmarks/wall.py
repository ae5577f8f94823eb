"""How much the wall leaves in sight, and what it costs: made-up regions of several kinds.

    python -m benchmarks.wall [--seeds 5] [--years 1] [--unknown 0]

Each seed is published in order, a quarter with its months, a year with its last quarter, with people from elsewhere
and without: a region of the Gjøvik region's size, a very small one, and a single municipality. Seconds are of the
processor. The first seed is published once more while another process keeps the other core busy. Exit status 1 when
less is shown than is promised, a year costs more than 40 seconds, or a busy machine changes what is shown.

`--unknown`: the part of rows that do not say the level; who said it on another day of the period is at that one. Few
who never said it are people like others, and cost a level beside them.
"""

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import polars as pl

from dashboard.counting.cells import ALL, ELSEWHERE
from dashboard.wall import ladder
from dashboard.wall.lattice import KEY, Key, Shape
from dashboard.wall.search import Depth
from dashboard.wall.suppression import Question

K, SECONDS = 5, 40.0
# Of the cells that hold K persons or more, in the ordinary region.
PROMISED = {
    "municipality × quarter": 0.92,
    "municipality × year": 0.90,
    "region × level × quarter": 1.0,
    "region × month": 1.0,
    "region × service × quarter": 0.80,
    "municipality × level × quarter": 0.45,
}
LEVELS = ("individual", "group", "open", "unknown")
SERVICES = ("fact", "dps", "culture", "municipal", "unknown")
# How often a person at each level is in each service; 0 is not offered. Everybody's service is written: few under
# "unknown" are people like others, and cost a cell beside them.
OFFERED = np.array([[0.45, 0.3, 0, 0.25, 0], [0.3, 0.2, 0.3, 0.2, 0], [0, 0, 0.6, 0.4, 0], [0.3, 0.2, 0.2, 0.2, 0.1]])


@dataclass(frozen=True)
class Kind:
    """A kind of region: so many people a year, in these municipalities by size."""

    name: str
    people: int
    sizes: tuple[float, ...]


KINDS = (
    Kind("ordinary", 250, (0.43, 0.21, 0.19, 0.08, 0.09)),
    Kind("very small", 32, (0.5, 0.3, 0.2)),
    Kind("one municipality", 60, (1.0,)),
)
Visit = tuple[int, int, str, str, str]  # person, month, municipality, level, service


def visits(kind: Kind, elsewhere: float, unknown: float, chance: np.random.Generator) -> Iterator[Visit]:
    """A year of attendance: people who come, stay some months, and move from individual towards open."""
    places = [f"m{number}" for number in range(len(kind.sizes))]
    for person in range(kind.people):
        place = ELSEWHERE if chance.random() < elsewhere else places[chance.choice(len(places), p=kind.sizes)]
        level = int(chance.choice(4, p=(0.45, 0.4, 0.15, 0)))
        service = chance.choice(5, p=OFFERED[level])
        start, months = int(chance.integers(-8, 13)), max(1, int(chance.gamma(1.6, 3.5)))
        if start + months <= 1:  # gone before the year began
            start = int(chance.integers(1, 13))
        for month in range(max(1, start), min(13, start + months)):
            if level < 2 and chance.random() < 0.08:
                level += 1
                service = chance.choice(5, p=OFFERED[level])
            if chance.random() < 0.85:
                # Some come once a month and some every week; each time a row may fail to say the level.
                silent = chance.random() < unknown ** int(chance.integers(1, 4))
                yield person, month, place, "unknown" if silent else LEVELS[level], SERVICES[service]


def counted(came: list[Visit], shape: Shape) -> pl.DataFrame:
    """Each person once in every period: at the last level, in its service most used."""
    spans = {shape.year: range(1, 13)} | {p: range(3 * q + 1, 3 * q + 4) for q, p in enumerate(shape.periods)}
    counts: Counter[Key] = Counter()
    for period, span in spans.items():
        last: dict[int, tuple[str, str]] = {}
        used: Counter[tuple[int, str, str]] = Counter()
        for person, month, place, level, service in came:
            if month in span:
                said = last.get(person, (place, level))[1]  # the last level that was said
                last[person] = place, said if level == "unknown" else level
                used[person, level, service] += 1
        for person, (place, level) in last.items():
            if place == ELSEWHERE:
                counts[period, ELSEWHERE, ALL, ALL] += 1
                continue
            service = max(SERVICES, key=lambda each: used[person, level, each])
            for where, at, of in product((place, ALL), (level, ALL), (service, ALL)):
                counts[period, where, at, of] += 1
    for number, name in enumerate(shape.months, start=1):
        counts[name, ALL, ALL, ALL] = len({v[0] for v in came if v[1] == number and v[2] != ELSEWHERE})
    rows = [(*key, persons) for key, persons in counts.items()]
    return pl.DataFrame(rows, schema=[*KEY, "persons"], orient="row")


def shape_of(kind: Kind, year: int) -> Shape:
    """The region's lattice in a year."""
    nobody = [(LEVELS[a], SERVICES[b]) for a, b in product(range(3), range(4)) if not OFFERED[a, b]]
    return Shape(
        year=str(year),
        periods=tuple(f"{year}Q{quarter}" for quarter in range(1, 5)),
        first=tuple(f"m{number}" for number in range(len(kind.sizes))),
        second=LEVELS,
        third=SERVICES,
        months=tuple(f"{year}-{month:02d}" for month in range(1, 13)),
        not_offered=frozenset(nobody),
        apart=ELSEWHERE,
    )


def published(shape: Shape, counts: pl.DataFrame) -> tuple[pl.DataFrame, float, list[str]]:
    """A year published in order, the seconds it cost, and the periods that had to step down the ladder."""
    question, years, low = Question(counts, shape, K), None, []
    start = time.process_time()
    for quarter in shape.periods:
        closing = [*(month for month in shape.months if shape.part_of(month) == quarter), quarter]
        closing += [shape.year] * (quarter == shape.periods[-1])
        decided, depth = ladder.protect(question, closing, years)
        low += [f"{code} ({step.name})" for code, step in depth.items() if step is not Depth.FULL]
        numbers = decided.join(counts, on=KEY, how="left").with_columns(
            persons=pl.when("shown").then(pl.col("persons").fill_null(0))
        )
        years = numbers if years is None else pl.concat([years, numbers])
    assert years is not None
    return years, time.process_time() - start, low


def same_when_busy(shape: Shape, counts: pl.DataFrame, screen: pl.DataFrame) -> bool:
    """Is the same shown while another process keeps a core busy?"""
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        again, _, _ = published(shape, counts)
    finally:
        busy.kill()
        busy.wait()
    if same := again.equals(screen):
        return same
    print("  another process changed what is shown")
    return same


def kind_of(period: str, municipality: str, level: str, service: str) -> str:
    """What kind of cell it is, in words."""
    if municipality == ELSEWHERE:
        return "elsewhere"
    over = "month" if "-" in period else "quarter" if "Q" in period else "year"
    parts = [name for name, key in (("level", level), ("service", service)) if key != ALL]
    return " × ".join(["region" if municipality == ALL else "municipality", *parts, over])


def rule_that_hides(shape: Shape, persons: dict[Key, int], period: str) -> str:
    """Which rule hides a region's total."""
    total = persons.get((period, ALL, ALL, ALL), 0)
    if total < K:
        return f"fewer than {K}"
    return "a difference to its year, its quarters or its months would be 1 to 4"


def main() -> int:
    """Print what is shown of every kind of cell, and which totals of small regions are hidden by what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--years", type=int, default=1)
    parser.add_argument("--unknown", type=float, default=0.0)
    wanted = parser.parse_args()
    kept = True
    for kind, elsewhere in product(KINDS, (0.0, 0.09)):
        shown, large, slowest = Counter[str](), Counter[str](), 0.0
        for seed, year in product(range(wanted.seeds), range(2024, 2024 + wanted.years)):
            shape, chance = shape_of(kind, year), np.random.default_rng([seed, year])
            counts = counted(list(visits(kind, elsewhere, wanted.unknown, chance)), shape)
            screen, seconds, low = published(shape, counts)
            if not seed:
                kept &= same_when_busy(shape, counts, screen)
            slowest = max(slowest, seconds)
            persons = {(p, m, lv, s): n for p, m, lv, s, n in counts.iter_rows()}
            for p, m, lv, s, is_shown in screen.select(*KEY, "shown").iter_rows():
                if persons.get((p, m, lv, s), 0) >= K:
                    large[kind_of(p, m, lv, s)] += 1
                    shown[kind_of(p, m, lv, s)] += is_shown
            totals = {
                p: is_shown
                for p, *_, is_shown in screen.filter(*(pl.col(n) == ALL for n in KEY[1:]))
                .select(*KEY, "shown")
                .iter_rows()
            }
            hidden = [p for p in (*shape.periods, shape.year) if not totals[p]]
            for period in hidden if kind is not KINDS[0] else []:
                print(f"  seed {seed}: {period} is hidden: {rule_that_hides(shape, persons, period)}")
            kept &= totals[shape.year] or all(totals[p] for p in shape.periods)
            for step in low:
                print(f"  seed {seed}: {step}")
        print(f"{kind.name}, {elsewhere:.0%} from elsewhere; a year costs at most {slowest:.1f} s")
        for name in sorted(large, key=lambda name: -shown[name] / large[name]):
            print(f"  {name:44}{shown[name]:6} of {large[name]:5}{shown[name] / large[name]:9.1%}", flush=True)
        short = (
            [name for name, part in PROMISED.items() if shown[name] < part * large[name]] if kind is KINDS[0] else []
        )
        kept &= not short and slowest <= SECONDS
        if short:
            print(f"  less than promised: {', '.join(short)}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
