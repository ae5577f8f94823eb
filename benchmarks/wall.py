"""How much the wall leaves in sight, how long it takes, and whether an attack finds a hole: made-up regions.

    python -m benchmarks.wall [--seeds 5] [--years 2] [--people 250] [--guesses] [--no-audit]

Each seed is a region of the Gjøvik region's size, published in order: a quarter with its months, a year with
its last quarter. `--guesses` reckons also with readers who take it that people keep their level and service
all year. Exit status 1 when the audit finds a breach, or less is shown than is promised.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import product

import numpy as np
import polars as pl

from dashboard.wall.intruder import audit
from dashboard.wall.lattice import ALL, KEY, Key, Shape
from dashboard.wall.suppression import protect

K = 5
PROMISED = 0.88  # of the five municipalities' quarters
OWN = ("gjovik", "ostre_toten", "vestre_toten", "sondre_land", "nordre_land")
PLACES = (*OWN, "other", "unknown")
POPULATION = (0.39, 0.19, 0.17, 0.075, 0.085, 0.06, 0.03)
LEVELS = ("individual", "group", "open")
SERVICES = ("fact", "dps", "culture", "municipal", "school")
# How often a person at each level is in each service; 0 is not offered.
OFFERED = np.array([[0.45, 0.3, 0, 0.1, 0.15], [0.3, 0.2, 0.3, 0.2, 0], [0, 0, 0.6, 0.4, 0]])
Visit = tuple[int, int, str, str, str]  # person, month, municipality, level, service


def visits(people: int, chance: np.random.Generator) -> Iterator[Visit]:
    """A year of attendance: people who come, stay some months, and move from individual towards open."""
    for person in range(people):
        place = PLACES[chance.choice(len(PLACES), p=POPULATION)]
        level = int(chance.choice(3, p=(0.45, 0.4, 0.15)))
        service = chance.choice(5, p=OFFERED[level])
        start, months = int(chance.integers(-8, 13)), max(1, int(chance.gamma(1.6, 3.5)))
        if start + months <= 1:  # gone before the year began
            start = int(chance.integers(1, 13))
        for month in range(max(1, start), min(13, start + months)):
            if level < 2 and chance.random() < 0.08:
                level += 1
                service = chance.choice(5, p=OFFERED[level])
            if chance.random() < 0.85:
                yield person, month, place, LEVELS[level], SERVICES[service]


def counted(came: list[Visit], shape: Shape) -> pl.DataFrame:
    """Each person once in every period: at the last level, in its service most used."""
    spans = {shape.year: range(1, 13)} | {p: range(3 * q + 1, 3 * q + 4) for q, p in enumerate(shape.periods)}
    counts: Counter[Key] = Counter()
    for period, span in spans.items():
        last: dict[int, tuple[str, str]] = {}
        used: Counter[tuple[int, str, str]] = Counter()
        for person, month, place, level, service in came:
            if month in span:
                last[person] = place, level
                used[person, level, service] += 1
        for person, (place, level) in last.items():
            service = max(SERVICES, key=lambda each: used[person, level, each])
            for where, at, of in product((place, ALL), (level, ALL), (service, ALL)):
                counts[period, where, at, of] += 1
    for number, name in enumerate(shape.months, start=1):
        counts[name, ALL, ALL, ALL] = len({visit[0] for visit in came if visit[1] == number})
    rows = [(*key, persons) for key, persons in counts.items()]
    return pl.DataFrame(rows, schema=[*KEY, "persons"], orient="row")


def shape_of(year: int, guesses: bool) -> Shape:
    """The region's lattice in a year."""
    nobody = [(LEVELS[a], SERVICES[b]) for a, b in product(range(3), range(5)) if not OFFERED[a, b]]
    return Shape(
        year=str(year),
        periods=tuple(f"{year}Q{quarter}" for quarter in range(1, 5)),
        first=PLACES,
        second=LEVELS,
        third=SERVICES,
        months=tuple(f"{year}-{month:02d}" for month in range(1, 13)),
        not_offered=frozenset(nobody),
        staying=guesses,
    )


def published(shape: Shape, counts: pl.DataFrame, before: pl.DataFrame | None) -> tuple[pl.DataFrame, list[float]]:
    """A year published in order, and the seconds of each closing. `before`: what earlier years showed."""
    years, seconds = before, []
    for quarter in shape.periods:
        closing = [*(month for month in shape.months if shape.part_of(month) == quarter), quarter]
        closing += [shape.year] * (quarter == shape.periods[-1])
        start = time.perf_counter()
        decided = protect(counts, shape, closing=closing, published=years, k=K, seconds=600)
        seconds.append(time.perf_counter() - start)
        numbers = decided.join(counts, on=KEY, how="left")
        numbers = numbers.with_columns(persons=pl.when("shown").then(pl.col("persons")))
        years = numbers if years is None else pl.concat([years, numbers])
    assert years is not None
    return years, seconds


def kind_of(period: str, municipality: str, level: str, service: str) -> str:
    """What kind of cell it is, in words."""
    if municipality in {"other", "unknown"}:
        return "other and unknown municipalities"
    over = "month" if "-" in period else "quarter" if "Q" in period else "year"
    parts = [name for name, key in (("level", level), ("service", service)) if key != ALL]
    return " × ".join(["region" if municipality == ALL else "municipality", *parts, over])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--years", type=int, default=2)
    parser.add_argument("--people", type=int, default=250)
    parser.add_argument("--guesses", action="store_true")
    parser.add_argument("--no-audit", action="store_true")
    wanted = parser.parse_args()
    shown, large, cells = Counter[str](), Counter[str](), Counter[str]()
    holes = 0
    for seed in range(wanted.seeds):
        chance = np.random.default_rng(seed)
        screen: pl.DataFrame | None = None
        total = attack = 0.0
        for year in range(2024, 2024 + wanted.years):
            shape = shape_of(year, wanted.guesses)
            counts = counted(list(visits(wanted.people, chance)), shape)
            screen, seconds = published(shape, counts, screen)
            total += sum(seconds)
            print(f"seed {seed} {year}: " + " ".join(f"{each:.1f}" for each in seconds) + " s", flush=True)
            if not wanted.no_audit:
                start = time.perf_counter()
                breaches = audit(screen, counts, shape, k=K, seconds=3600)
                attack += time.perf_counter() - start
                holes += len(breaches)
                for breach in breaches:
                    print("  BREACH", breach)
            persons = {(p, m, lv, s): n for p, m, lv, s, n in counts.iter_rows()}
            for p, m, lv, s, is_shown, _ in screen.filter(pl.col("period").str.starts_with(shape.year)).iter_rows():
                kind = kind_of(p, m, lv, s)
                cells[kind] += 1
                shown[kind] += is_shown
                large[kind] += persons.get((p, m, lv, s), 0) >= K
        print(f"seed {seed}: published in {total:.1f} s, attacked in {attack:.1f} s", flush=True)
    print(f"\n{'kind of cell':42}{'cells':>7}{'shown':>7}{'':>8}{f'of those ≥ {K}':>14}")
    for kind in sorted(cells, key=lambda kind: -shown[kind] / cells[kind]):
        of_large = shown[kind] / large[kind] if large[kind] else 1.0
        print(f"{kind:42}{cells[kind]:7}{shown[kind]:7}{shown[kind] / cells[kind]:8.1%}{of_large:14.1%}")
    print(f"\nbreaches: {holes if not wanted.no_audit else 'not looked for'}")
    kept = shown["municipality × quarter"] / cells["municipality × quarter"] >= PROMISED
    always = all(shown[kind] == cells[kind] for kind in ("region × quarter", "region × level × quarter"))
    return 0 if kept and always and not holes else 1


if __name__ == "__main__":
    sys.exit(main())
