"""Two hundred processes killed at moments of chance: imports, publishings, papers, migrations, workers and servers.

    python -m benchmarks.killing [--kills 200] [--seed 1] [--deed share …]

Each is killed with signal 9 somewhere between its start and its usual end, on SQLite and on a PostgreSQL of its own.
What it leaves must be whole: the database's own check, the chain of the audit log, every upload with all its rows or
none, no publishing of which some is read, no paper that does not open. Then it is done again, and must come to the
same as one that nobody killed. A line a deed: how many were killed, how long they had lived, and what was broken. Two
hundred took 55 minutes on two cores that others wanted too (load 10 to 40). Exit status 1 when something was
half-written or lost.
"""

import argparse
import random
import signal
import sys
import tempfile
from pathlib import Path

from tests.killed.rounds import DEEDS, Ground, Rounds
from tests.servers import running

ON_A_SERVER, ON_A_FILE = {"worker", "stand_in"}, {"migration", "share", "publisher"}


def main() -> int:
    """Print a line a deed and database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deed", action="append", choices=DEEDS, help="only these")
    parser.add_argument("--port", type=int, default=18399)
    wanted = parser.parse_args()
    dice, broken = random.Random(wanted.seed), 0
    stopped: list[int] = []  # told to end, it tells how far it has come
    signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))
    lived: dict[tuple[str, str], list[float]] = {}
    with running() as server, tempfile.TemporaryDirectory() as folder:
        grounds = {"sqlite": Ground(Path(folder) / "file", None), "postgresql": Ground(Path(folder) / "server", server)}
        rounds = {}
        for kind, ground in grounds.items():
            ground.folder.mkdir()
            rounds[kind] = Rounds(ground, dice, wanted.port)
        kinds = [
            (deed, kind)
            for deed in wanted.deed or DEEDS
            for kind in grounds
            if not (deed in ON_A_SERVER and kind == "sqlite") and not (deed in ON_A_FILE and kind != "sqlite")
        ]
        for number in range(wanted.kills):
            if stopped:
                break
            deed, kind = kinds[number % len(kinds)]
            try:
                lived.setdefault((deed, kind), []).append(rounds[kind].kill(deed))
            except AssertionError as fault:
                broken += 1
                print(f"{deed} on {kind}: BROKEN: {str(fault)[:200]}", flush=True)
    for (deed, kind), seconds in ((key, times) for key, times in lived.items() if times):
        print(f"{deed:10} {kind:11} {len(seconds):4} killed after {min(seconds):5.2f} to {max(seconds):5.2f} s")
    print(f"{sum(map(len, lived.values()))} killed, {broken} left something half-written or lost")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
