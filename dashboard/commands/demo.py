"""Owns `samspill demo`: the dashboard on made-up data, marked as such on every page.

The made-up years are lived in a process of their own: nobody's click waits while they are.
"""

import contextlib
import importlib
import os
import pickle
from datetime import date
from typing import TYPE_CHECKING, Unpack

import click

from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.opening import serve
from dashboard.commands.options import options
from dashboard.installation.settings import Settings, database_file
from data_sources.reading import own_process
from data_sources.reading.own_process import Cancel, Ended, Notify

if TYPE_CHECKING:
    import subprocess

    from dashboard.desk import Desk

NEWEST, OLDER = "newest", "older"  # which numbers are being made


@click.command(help=SAID("cli-demo"))
@options
@network_options
def demo(**network: Unpack[Network]) -> None:
    """The dashboard on made-up data. It is open at once; numbers come as their periods are made safe to show."""
    os.environ["SAMSPILL_DEMO"] = "1"
    waiting = begun(Settings.here())
    serve(**network, then=lambda desk: fill(desk, waiting))


def begun(settings: Settings) -> "subprocess.Popen[bytes] | None":
    """A process that loads what it needs while the server does; none where there are numbers already, or where nobody
    but this process can read what it would write."""
    file = database_file(settings.database)
    if file is None or file.exists():
        return None
    return own_process.begin(lived, ready=(ready, None))


def fill(desk: "Desk", waiting: "subprocess.Popen[bytes] | None") -> None:
    """Live the years. Where the process is gone, they are as far as it came; what it had not done is not there."""
    if waiting is None:
        if desk.is_empty():
            from dashboard import demonstration  # noqa: PLC0415 - only a new demo makes up data

            demonstration.fill(desk)
        return

    def tell(stage: str, share: float) -> None:
        desk.publishing, desk.newest_to_come = share, stage == NEWEST

    desk.publishing, desk.newest_to_come = 0.0, True
    try:
        with contextlib.suppress(Ended):
            own_process.run(lived, (desk.settings, desk.today()), notify=tell, waiting=waiting)
    finally:
        desk.publishing, desk.newest_to_come = None, False


# --- inside the process ------------------------------------------------------------------------------------------


def ready(_: object) -> None:
    """Load everything that will be needed."""
    for module in ("dashboard.demonstration", "dashboard.wall.attack.intruder", "highspy", "scipy.optimize"):
        importlib.import_module(module)


def lived(request: tuple[Settings, date], cancel: Cancel, notify: Notify) -> bytes:
    """Live the years of a day's demo. Raises StoreFault."""
    from dashboard import demonstration  # noqa: PLC0415
    from dashboard.desk import Desk  # noqa: PLC0415

    settings, today = request

    def tell(share: float, newest_there: bool) -> None:
        notify(OLDER if newest_there else NEWEST, share)

    demonstration.fill(Desk(settings, today=lambda: today), cancel, tell)
    return pickle.dumps(None)
