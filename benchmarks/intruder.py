"""What an intruder learns from all that can be read of made-up regions of three kinds: it should be nothing.

    python -m benchmarks.intruder [--seeds 3] [--years 2]

Each seed's rows are taken in as files, published, and everything that can be read is attacked: every edition, family
and period at once. A line a kind: how many hidden counts below the threshold were attacked, how many fell, and seconds
of the processor. Exit status 1 when one fell, or a period was stuck, or withdrawn by the attack after its publication.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.regions import KINDS, desk_of
from dashboard.publishing.notice import Outcome

LAST_YEAR = 2025


def main() -> int:
    """Print a line a kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--years", type=int, default=2)
    wanted = parser.parse_args()
    safe = True
    for kind in KINDS:
        attacked = fell = withdrawn = less = stuck = 0
        publishing = attacking = 0.0
        for seed in range(wanted.seeds):
            with tempfile.TemporaryDirectory() as folder:
                desk = desk_of(kind, seed, Path(folder), (LAST_YEAR - wanted.years + 1, LAST_YEAR))
                start = time.process_time()
                notices = desk.publish()
                published = time.process_time()
                audits = desk.audit()
                publishing, attacking = publishing + published - start, attacking + time.process_time() - published
            withdrawn += sum(notice.outcome is Outcome.WITHDRAWN for notice in notices)
            stuck += sum(notice.outcome is Outcome.BLOCKED for notice in notices)
            less += sum(notice.outcome is Outcome.SHOWN_LESS for notice in notices)
            attacked += sum(audit.tried for audit in audits)
            for audit in audits:
                fell += len(audit.breaches)
                for breach in audit.breaches:
                    print(f"  seed {seed}: {breach.family} {breach.period} {breach.how} {breach.low}–{breach.high}")
        print(
            f"{kind.name}: {attacked} hidden counts attacked, {fell} fell; {withdrawn} withdrawn, {stuck} stuck,"
            f" {less} periods show less; {publishing:.0f} s to publish, {attacking:.0f} s to attack",
            flush=True,
        )
        safe &= not fell and not withdrawn and not stuck and attacked > 0
    return 0 if safe else 1


if __name__ == "__main__":
    sys.exit(main())
