"""Where the design breaks first as it grows: the first working day after a month's end, simulated.

    uv run --with simpy python -m benchmarks.breaking [--click 0.05] [--seed 1]

What a part of a publishing costs is measured first, on made-up regions of five and nineteen municipalities (the
whole takes some minutes). Then SimPy lives a day, from eight to four, of an installation: every municipality
delivers three files, most of them before noon; a file is taken in and its region published, part by part, by
workers with a core each; for an hour, readers click every ten seconds, and a click waits for its process and for a
core. From Norway (nineteen regions on three machines of eight cores, eight workers) four things grow, each alone,
twice as many at a time, until a limit is broken: regions, a region's municipalities with all that is theirs, rows,
and readers.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import simpy

from benchmarks import regions
from dashboard.publishing.parts import Order, parts, publish_part
from dashboard.publishing.situation import Situation

DAY, HOUR = 8 * 3600.0, 3600.0  # seconds
EVERY = 10.0  # seconds between a reader's clicks
FILES = 3  # of a municipality in a month: attendance, referrals, concerts
YEAR = 2025
# Measured by `benchmarks.growth` and `benchmarks.service`: processor seconds of a file and a row that is taken in, of a
# row when its year is published; gigabytes of a process that shows, a session, a worker, and a row that is published.
FILE, TAKEN_IN, COUNTED = 0.1, 44e-6, 20e-6
SHOWING, SESSION, WORKING, COUNTED_IN = 0.3, 0.4e-3, 0.25, 0.36e-6
MACHINE = 24.0  # gigabytes
YEARS_READ = 3  # by a publishing


@dataclass(frozen=True)
class Installation:
    """What is to be carried, and by what. `rows`: attendance of a region in a year; `readers`: of a region at once."""

    regions: int = 19
    municipalities: int = 19
    rows: int = 105_000
    readers: int = 8
    machines: int = 3
    cores: int = 8
    workers: int = 8
    processes: int = 2  # that show, of a region


@dataclass
class Day:
    """Seconds from a click to its answer, and from a file to its numbers."""

    clicks: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)


def of_showing(of: Installation) -> float:
    """Gigabytes of a machine that shows."""
    return of.regions * (of.processes * SHOWING + of.readers * SESSION) / of.machines


def of_working(of: Installation) -> float:
    """Gigabytes of a machine's workers."""
    return of.cores * (WORKING + YEARS_READ * of.rows * COUNTED_IN)


LIMITS: dict[str, tuple[float, Callable[[Installation, Day], float]]] = {
    "click, p95 s": (0.25, lambda _, day: p95(day.clicks)),
    "file to numbers, p95 min": (15.0, lambda _, day: p95(day.files) / 60),
    "showing, GB a machine": (MACHINE, lambda of, _: of_showing(of)),
    "working, GB a machine": (MACHINE, lambda of, _: of_working(of)),
}
GROWTH: dict[str, Callable[[Installation, int], Installation]] = {
    "regions": lambda of, times: replace(of, regions=of.regions * times),
    "municipalities of a region, their rows and readers": lambda of, times: replace(
        of, municipalities=of.municipalities * times, rows=of.rows * times, readers=of.readers * times
    ),
    "rows": lambda of, times: replace(of, rows=of.rows * times),
    "readers": lambda of, times: replace(of, readers=of.readers * times),
}


def p95(seconds: list[float]) -> float:
    """What 95 of 100 are within."""
    return sorted(seconds)[int(0.95 * len(seconds))]


def parts_of(places: int) -> dict[str, float]:
    """Processor seconds of each part of a region's newest year: the key of its families' root → seconds."""
    kind = regions.Kind("growing", 44 * places, tuple(1 / places for _ in range(places)))
    with tempfile.TemporaryDirectory() as folder:
        desk = regions.desk_of(kind, 5, Path(folder) / "region", (YEAR, YEAR))
        situation = Situation.read(desk._store, desk._ledger, desk.model, desk.today())
        at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        order = Order(desk.today(), "benchmark", at, desk._store.version())
        seconds = {}
        for part in parts(situation, desk._ledger, desk.today()):
            if part.year == YEAR:
                begun = time.process_time()
                publish_part(desk._ledger, desk.model, situation, part, order)
                seconds[part.root] = time.process_time() - begun
        desk._store.engine.dispose()
    return seconds


class Simulation:
    """One day. `few` and `many`: seconds of each part with five municipalities and with nineteen."""

    def __init__(
        self, of: Installation, few: dict[str, float], many: dict[str, float], click: float, seed: int
    ) -> None:
        self.of, self.click = of, click
        grown = (of.municipalities - 5) / 14
        counting = of.rows * COUNTED / len(few)
        self.parts = sorted(
            (max(few[root] + (many[root] - few[root]) * grown, 0.0) + counting for root in few), reverse=True
        )
        self.file = FILE + TAKEN_IN * of.rows / 12 / of.municipalities / FILES
        self.chance = random.Random(seed)
        self.world = simpy.Environment()
        self.day = Day()
        self.cores = simpy.Resource(self.world, of.machines * of.cores)
        self.workers = simpy.Resource(self.world, of.workers)
        self.locks = [simpy.Resource(self.world, 1) for _ in range(of.regions)]  # a region is published by itself
        self.unpublished: list[list[float]] = [[] for _ in range(of.regions)]

    def lived(self) -> Day:
        """Every file and every click of it; files that are late are waited for."""
        for region in range(self.of.regions):
            for _ in range(self.of.municipalities * FILES):
                self.world.process(self._file(region))
            processes = [simpy.Resource(self.world, 1) for _ in range(self.of.processes)]
            for reader in range(self.of.readers):
                self.world.process(self._reader(processes[reader % len(processes)]))
        self.world.run()
        return self.day

    def _file(self, region: int) -> Iterator[simpy.Event]:
        """Taken in by whoever is free; then its region is published, unless one that has not begun does it."""
        begun = DAY * self.chance.betavariate(1.5, 3)
        yield self.world.timeout(begun)
        yield from self._worked(self.file)
        self.unpublished[region].append(begun)
        if len(self.unpublished[region]) > 1:
            return
        with self.locks[region].request() as turn:
            yield turn
            taken, self.unpublished[region] = self.unpublished[region], []
            yield simpy.AllOf(self.world, [self.world.process(self._worked(seconds)) for seconds in self.parts])
            self.day.files += [self.world.now - then for then in taken]

    def _worked(self, seconds: float) -> Iterator[simpy.Event]:
        with self.workers.request() as free:
            yield free
            yield self.world.timeout(seconds)

    def _reader(self, process: simpy.Resource) -> Iterator[simpy.Event]:
        yield self.world.timeout(EVERY * self.chance.random())
        while self.world.now < HOUR:
            begun = self.world.now
            with process.request() as turn:
                yield turn
                with self.cores.request() as core:
                    yield core
                    yield self.world.timeout(self.click * self.chance.lognormvariate(-0.1, 0.45))
            self.day.clicks.append(self.world.now - begun)
            yield self.world.timeout(self.chance.expovariate(1 / EVERY))


def main() -> int:
    """A line for each size until a limit is broken, for each thing that grows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--click", type=float, default=0.05, help="processor seconds of a server (benchmarks.service)")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    few, many = parts_of(5), parts_of(19)
    print(
        "seconds of a year's parts:",
        {root: round(s, 1) for root, s in few.items()},
        "and with 19 municipalities",
        {root: round(s, 1) for root, s in many.items()},
    )
    for what, grown in GROWTH.items():
        print(f"\n{what:>10} ×", *(f"{name:>26}" for name in LIMITS))
        times, broken = 1, False
        while not broken and times <= 256:
            of = grown(Installation(), times)
            day = Simulation(of, few, many, wanted.click, wanted.seed).lived()
            values = {name: figure(of, day) for name, (_, figure) in LIMITS.items()}
            broken = any(values[name] > limit for name, (limit, _) in LIMITS.items())
            marked = (f"{v:.2f}{' !' if v > LIMITS[name][0] else ''}" for name, v in values.items())
            print(f"{times:>12}", *(f"{each:>26}" for each in marked), flush=True)
            times *= 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
