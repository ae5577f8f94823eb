"""Owns `samspill demo`: the dashboard on made-up data, marked as such on every page."""

import os
from typing import TYPE_CHECKING, Unpack

import click

from dashboard.commands.network import SAID, Network, network_options
from dashboard.commands.opening import serve
from dashboard.commands.options import options

if TYPE_CHECKING:
    from dashboard.desk import Desk


@click.command(help=SAID("cli-demo"))
@options
@network_options
def demo(**network: Unpack[Network]) -> None:
    """The dashboard on made-up data."""
    os.environ["SAMSPILL_DEMO"] = "1"
    serve(**network, then=_fill)


def _fill(desk: "Desk") -> None:
    """The dashboard is open already; numbers come as their periods are made safe to show."""
    from dashboard import demonstration  # noqa: PLC0415 - only a new demo makes up data

    if desk.is_empty():
        demonstration.fill(desk)
