"""Owns what can be said on the command line of the network, and which words the commands are told in."""

from collections.abc import Callable
from typing import Any, TypedDict

import click

from dashboard.language.words import DEFAULT, words

PORT = 8501
SAID = words(DEFAULT)


class Network(TypedDict):
    """What the command line says of the network. `host`: the address of this machine that is listened on."""

    port: int
    host: str
    names: tuple[str, ...]
    metrics_port: int
    open_to_network_without_sign_in: bool


def network_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that serves."""
    for option in (
        click.option("--open-to-network-without-sign-in", is_flag=True, help=SAID("cli-open-to-network")),
        click.option("--metrics-port", type=click.IntRange(0, 65535), default=0, help=SAID("cli-metrics")),
        click.option("--name", "names", multiple=True, metavar="NAVN", help=SAID("cli-host-name")),
        click.option("--host", default="127.0.0.1", show_default=True, help=SAID("cli-host")),
        click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help=SAID("cli-port")),
    ):
        command = option(command)
    return command
