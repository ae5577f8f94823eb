"""Owns `samspill demo`: the dashboard on made-up data, marked as such on every page.

The made-up years are lived in a process of their own: nobody's click waits while they are.
"""

import contextlib
import importlib
import os
import pickle
import queue
import threading
from datetime import date
from typing import TYPE_CHECKING, Unpack

import click

from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.opening import serve
from dashboard.commands.options import options
from dashboard.installation.settings import Settings, database_file
from data_sources.reading import own_process
from data_sources.reading.own_process import Cancel, Ended, Fault, Notify

if TYPE_CHECKING:
    from dashboard.desk import Desk

NEWEST, OLDER = "newest", "older"  # which numbers are being made


@click.command(help=SAID("cli-demo"))
@options
@network_options
def demo(**network: Unpack[Network]) -> None:
    """The dashboard on made-up data. It is open at once; numbers come as their periods are made safe to show."""
    os.environ["SAMSPILL_DEMO"] = "1"
    living = Living(Settings.here())
    serve(**network, first=living.begin, then=living.follow)


class Living:
    """The made-up years, lived in a process of their own that makes itself ready while the server does.

    Where there is a file already, the process begins when the desk says that nothing is in it; where nobody but this
    process could read what it would write, this process lives them.
    """

    def __init__(self, settings: Settings) -> None:
        file = database_file(settings.database)
        self._settings, self._apart = settings, file is not None
        self._told: queue.SimpleQueue[tuple[str, float] | None] = queue.SimpleQueue()
        self._begun = file is not None and not file.exists()
        self._process = own_process.begin(lived, ready=(ready, settings)) if self._begun else None

    def begin(self) -> None:
        """The server is about to answer: the process that is ready lives the years."""
        if self._begun:
            threading.Thread(target=self._live, daemon=True).start()

    def _live(self) -> None:
        request = (self._settings, date.today())
        try:
            with contextlib.suppress(Ended, Fault):  # they are lived as far as it came
                own_process.run(lived, request, notify=lambda *stage: self._told.put(stage), waiting=self._process)
        finally:
            self._told.put(None)

    def follow(self, desk: "Desk") -> None:
        """Tell of it at the desk until the years are lived."""
        if not self._begun and not desk.is_empty():
            return
        if not self._apart:
            from dashboard import demonstration  # noqa: PLC0415 - only a new demo makes up data

            demonstration.fill(desk)
            return
        desk.publishing, desk.newest_to_come = 0.0, True
        if not self._begun:
            threading.Thread(target=self._live, daemon=True).start()
        for stage, share in iter(self._told.get, None):
            desk.publishing, desk.newest_to_come = share, stage == NEWEST
        desk.publishing, desk.newest_to_come = None, False


# --- inside the process ------------------------------------------------------------------------------------------


def ready(settings: Settings) -> None:
    """Load everything that will be needed, and make the database."""
    for module in ("dashboard.demonstration", "dashboard.wall.attack.intruder", "highspy", "scipy.optimize"):
        importlib.import_module(module)
    from dashboard.desk import Desk, StoreFault  # noqa: PLC0415

    with contextlib.suppress(StoreFault):  # the server, which opens it as well, says so
        Desk(settings)


def lived(request: tuple[Settings, date], cancel: Cancel, notify: Notify) -> bytes:
    """Live the years of a day's demo. Raises StoreFault."""
    from dashboard import demonstration  # noqa: PLC0415
    from dashboard.desk import Desk  # noqa: PLC0415

    settings, today = request

    def tell(share: float, newest_there: bool) -> None:
        notify(OLDER if newest_there else NEWEST, share)

    demonstration.fill(Desk(settings, today=lambda: today), cancel, tell)
    return pickle.dumps(None)
