"""Owns `samspill demo`: the dashboard on made-up data, marked as such on every page."""

import os
from typing import Unpack

import click

from dashboard.commands import living
from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.opening import serve
from dashboard.commands.options import options
from dashboard.installation.settings import Settings


@click.command(help=SAID("cli-demo"))
@options
@network_options
def demo(**network: Unpack[Network]) -> None:
    """The dashboard on made-up data. It is open at once; numbers come as their periods are made safe to show."""
    os.environ["SAMSPILL_DEMO"] = "1"
    waiting = living.begun(Settings.here())
    serve(**network, then=lambda desk: living.fill(desk, waiting))
