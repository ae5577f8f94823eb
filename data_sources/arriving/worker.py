"""A large file's own process: what it takes in memory and time, it takes here, and gives back when it ends.

Run as a script by `apart`, never imported by it. One request comes on standard input; how far the work has come,
and then its one answer, go out on standard output. When standard input is closed, because somebody called it off
or because whoever asked is gone, the work stops where nothing is left half done.
"""

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[2]))


def answer(request: dict[str, Any], cancel: Callable[[], bool], notify: Callable[[str, float], None]) -> Any:
    """A preview without its rows, or the batch that was stored. Raises StoreFault."""
    # Imported here, while `main` already listens.
    from data_sources.arriving.preview import Reception, put_by  # noqa: PLC0415
    from data_sources.storing.store import Store  # noqa: PLC0415

    store = Store(request["database"], request["secret"])
    reception = Reception(store, request["model"], lambda: request["today"])
    try:
        if request["work"] == "receive":
            preview = reception.receive(request["content"], request["file"], cancel, notify)
            return put_by(preview, request["folder"])
        told = {name: request[name] for name in ("complete", "origin")}
        return reception.keep(request["whole"], request["by"], **told, cancel=cancel)
    finally:
        store.engine.dispose()


def main() -> None:
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # whatever else is printed is not an answer
        with os.fdopen(0, "rb", closefd=False) as asked:
            request = pickle.load(asked)
        called_off = threading.Event()

        def listen() -> None:
            while os.read(0, 1):
                pass
            called_off.set()

        def tell(*what: object) -> None:
            pickle.dump(what, out)
            out.flush()

        threading.Thread(target=listen, daemon=True).start()
        from data_sources.storing.database import StoreFault  # noqa: PLC0415

        try:
            tell("answer", answer(request, called_off.is_set, lambda stage, share: tell("at", stage, share)))
        except StoreFault as fault:
            tell("fault", fault.reason)
        except MemoryError:
            tell("ended")
        except Exception as fault:
            traceback.print_tb(fault.__traceback__)  # where, and not what: a message may quote a cell
            tell("broke", type(fault).__name__)


if __name__ == "__main__":
    main()
