"""What publishing costs as the years go by: the newest quarter and year of a region with 1, 5 and 10 years of rows.

    python -m benchmarks.publishing [--years 1 5 10]

Every run makes up rows for so many whole years, publishes all but the last year's last quarter, then times the rest:
looking for what is ready, and publishing it. Times are wall seconds of one process; the last column is the cost
against that of the first line. Exit status 1 when the longest history costs more than half as much again.
"""

import argparse
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from dashboard import demonstration
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.publishing.publish import Outcome

LAST = date(2025, 12, 31)
BEFORE, AFTER = date(2025, 12, 20), date(2026, 4, 20)


def measured(years: int, folder: Path) -> tuple[int, float, float, float]:
    """Rows, seconds to publish all but the newest, to look for what is ready, and to publish the newest."""
    now = [BEFORE]
    settings = Settings(f"sqlite:///{folder / f'{years}.sqlite'}", "gjovik", folder / f"{years}.key")
    desk = Desk(settings, today=lambda: now[0])
    demonstration.YEARS_BACK = years - 1
    rows = 0
    for name, made in demonstration.tables(desk.model, LAST).items():
        batch = desk.keep(desk.typed(made(LAST), f"{name}.csv"))
        rows += sum(counts.new for counts in batch.counts)
    start = time.perf_counter()
    desk.publish()
    earlier = time.perf_counter()
    now[0] = AFTER
    ready = [notice for notice in desk.survey() if notice.outcome is Outcome.READY]
    looked = time.perf_counter()
    published = [notice for notice in desk.publish() if notice.outcome is Outcome.PUBLISHED]
    done = time.perf_counter()
    left = {(n.family, n.period.code) for n in ready} - {(n.family, n.period.code) for n in published}
    assert not left, left
    return rows, earlier - start, looked - earlier, done - looked


def main() -> int:
    """Print a line a history."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--years", type=int, nargs="+", default=[1, 5, 10])
    wanted = parser.parse_args()
    print(f"{'years':>6}{'rows':>9}{'all before':>12}{'looking':>10}{'newest':>9}{'against first':>15}")
    first = ratio = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for years in wanted.years:
            rows, before, looking, newest = measured(years, Path(folder))
            first = first or newest
            ratio = newest / first
            print(f"{years:>6}{rows:>9}{before:>11.1f}s{looking:>9.2f}s{newest:>8.1f}s{ratio:>14.2f}×", flush=True)
    return 0 if ratio <= 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
