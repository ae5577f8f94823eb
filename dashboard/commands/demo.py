"""Owns `samspill demo`: the dashboard on made-up data, marked as such on every page."""

import os
import threading
from typing import Unpack

import click

from dashboard import demonstration
from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.opened import open_desk
from dashboard.commands.opening import serve
from dashboard.commands.options import options


@click.command(help=SAID("cli-demo"))
@options
@network_options
def demo(**network: Unpack[Network]) -> None:
    """The dashboard on made-up data."""
    os.environ["SAMSPILL_DEMO"] = "1"
    desk = open_desk()
    if desk.is_empty():
        # The dashboard opens at once; numbers come as their periods are made safe to show.
        threading.Thread(target=demonstration.fill, args=(desk,), daemon=True).start()
    serve(**network)
