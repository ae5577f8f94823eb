"""What papers cost: each is made in processes of its own, as on the page *Papirer*.

    python -m benchmarks.papers [--database sqlite:////…/demo.sqlite] [--rounds 3]

Without a database, the demo's years are lived first, a minute or two. Each paper is made once, then so many times by a
process that waits with the numbers open, as while somebody chooses on the page: the least wall seconds from the order
to the finished bytes, and the least CPU seconds meanwhile; the most memory that any one process of it came to (its own
high-water mark). On a machine with other work a second of the wall is less than one of ours: the lesser of wall and CPU
is held against the limits, since a paper does one thing at a time. Exit status 1 where a limit is passed.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dashboard import demonstration
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.papers import making
from dashboard.papers.order import Kind, Order

LIMITS = {
    Kind.REPORT: 5.0,
    Kind.SLIDES: 5.0,
    Kind.WORKBOOK: 3.0,
    Kind.AGENDA: 5.0,
    Kind.MINUTES: 1.0,
    Kind.GRANT: 5.0,
    Kind.GRANT_TEXT: 5.0,
    Kind.NUMBERS: 5.0,
}
MEMORY = 400  # megabytes of one process
_LOOK = 0.01  # seconds between two looks at the processes


@dataclass
class Peak:
    """The most memory, in megabytes, that a child of ours has come to by its own account."""

    megabytes: float = 0.0
    over: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Until it is over."""
        tasks = Path(f"/proc/{os.getpid()}/task")
        while not self.over.wait(_LOOK):
            for children in tasks.glob("*/children"):
                for child in _read(children).split():
                    for line in _read(Path(f"/proc/{child}/status")).splitlines():
                        if line.startswith("VmHWM:"):
                            self.megabytes = max(self.megabytes, int(line.split()[1]) / 1024)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""  # it has ended meanwhile


def spent() -> float:
    """CPU seconds of our children: those that have ended, and those that wait."""
    times, ticks = os.times(), os.sysconf("SC_CLK_TCK")
    waiting = 0
    for children in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        for child in _read(children).split():
            fields = _read(Path(f"/proc/{child}/stat")).rpartition(")")[2].split()
            waiting += sum(int(field) for field in fields[11:13])
    return times.children_user + times.children_system + waiting / ticks


def rest() -> None:
    """Until the process that waits has opened the numbers, as it does while somebody chooses on the page."""
    before = -1.0
    while before != (before := spent()):
        time.sleep(1.5)


@contextmanager
def watched() -> Iterator[Peak]:
    """Looks after the memory of every process that is started meanwhile."""
    peak = Peak()
    watcher = threading.Thread(target=peak.watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        peak.over.set()
        watcher.join()


def measured(order: Order, settings: Settings, rounds: int) -> tuple[float, float, float, int]:
    """Wall seconds and CPU seconds, the least of the rounds; megabytes; bytes of the files."""
    files = making.made(order, settings)
    walls, processors = [], []
    with watched() as peak:
        for _ in range(rounds):
            making.make_ready(settings)
            rest()
            began, before = time.perf_counter(), spent()
            files = making.made(order, settings)
            walls.append(time.perf_counter() - began)
            processors.append(spent() - before)
    return min(walls), min(processors), peak.megabytes, sum(map(len, files.values()))


def main() -> int:
    """Print a line a paper."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", default="")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    passed = False
    with tempfile.TemporaryDirectory() as folder:
        database = wanted.database or f"sqlite:///{folder}/demo.sqlite"
        file = Path(database.removeprefix("sqlite:///"))
        settings = Settings(database, "gjovik", file.with_suffix(".key"), demo=True)
        desk = Desk(settings)
        if desk.is_empty():
            demonstration.fill(desk)
        print(
            f"{'paper':>16}{'wall':>9}{'CPU':>9}{'limit':>8}{'memory':>10}{'size':>9}   load {os.getloadavg()[0]:.1f}"
        )
        for kind, limit in LIMITS.items():
            wall, processor, megabytes, size = measured(Order(kind), settings, wanted.rounds)
            over = min(wall, processor) > limit or megabytes > MEMORY
            passed |= over
            print(
                f"{kind.value:>16}{wall:>8.2f}s{processor:>8.2f}s{limit:>7.1f}s{megabytes:>7.0f} MB{size // 1024:>6} kB"
                f"{'   over' if over else ''}",
                flush=True,
            )
    return 1 if passed else 0


if __name__ == "__main__":
    sys.exit(main())
