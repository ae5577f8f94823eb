"""A paper's own process. Run as a script by `making`, never imported by it.

One order comes on standard input. How far the work has come, and then the files or the fault, go out on standard
output.
"""

import os
import pickle
import sys
import threading
import traceback
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))


def _end_with_whoever_asked() -> None:
    """When standard input is closed, nobody waits for the paper any more."""
    while os.read(0, 1):
        pass
    os._exit(1)


def main() -> None:
    """Answer one order."""
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # whatever else is printed is not an answer
        with os.fdopen(0, "rb", closefd=False) as asked:
            order, settings = pickle.load(asked)
        threading.Thread(target=_end_with_whoever_asked, daemon=True).start()

        def tell(*what: object) -> None:
            pickle.dump(what, out, protocol=5)
            out.flush()

        from dashboard.papers.order import PaperFault  # noqa: PLC0415 - the ear is open first
        from dashboard.papers.paper_of import paper_of  # noqa: PLC0415

        try:
            tell("made", paper_of(order, settings, lambda stage, share: tell("at", stage, share)))
        except PaperFault as fault:
            tell("fault", fault)
        except Exception as fault:
            traceback.print_tb(fault.__traceback__)  # where, and not what: a message may quote what somebody wrote
            tell("broke", type(fault).__name__)


if __name__ == "__main__":
    main()
