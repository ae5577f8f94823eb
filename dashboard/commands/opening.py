"""Owns how the server is opened: on this machine alone, or to a network, and then with a sign-in."""

import contextlib
import importlib
import ipaddress
import math
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from dashboard.commands.endings import CANNOT_START
from dashboard.commands.network import SAID
from dashboard.installation.log import hear_libraries
from dashboard.installation.settings import Settings
from data_sources.reading.own_folder import sweep

if TYPE_CHECKING:
    from dashboard.desk import Desk


def serve(
    *,
    port: int,
    host: str,
    names: tuple[str, ...],
    metrics_port: int,
    open_to_network_without_sign_in: bool,
    first: Callable[[], None] = lambda: None,
    then: Callable[["Desk"], None] = lambda desk: None,
) -> None:
    """Serve until stopped. Refuses to listen to a network where nobody has to sign in, unless that is spelled out.

    The server answers while everything else is loaded. `first`: what is done before that; `then`: what is done with the
    desk once it is open.
    """
    from dashboard.serving import server  # noqa: PLC0415 - importing Streamlit takes a second the other commands save

    file = Settings.here().sign_in
    if not is_this_machine(host) and file is None and not open_to_network_without_sign_in:
        click.echo(SAID("cli-host-refused", host=host), err=True)
        raise SystemExit(CANNOT_START)
    hear_libraries()
    sweep()
    answered_to = [*names, *([host] if _is_one_address(host) else [])]
    if file is None:
        click.echo(SAID("cli-open", url=f"http://localhost:{port}"))
        click.echo(SAID("cli-everybody" if not is_this_machine(host) else "cli-this-machine"))
    else:
        from dashboard.serving.provider import SignInFault, read  # noqa: PLC0415 - where nobody signs in, nobody waits

        try:
            click.echo(SAID("cli-open", url=read(file).address))
            answered_to.append(read(file).host)
        except SignInFault as fault:
            click.echo(SAID("cli-sign-in-fault", file=str(file), key=fault.where), err=True)
            raise SystemExit(CANNOT_START) from None
    server.run(port, host, answered_to, metrics_port, lambda: _open(first, then))


def _open(first: Callable[[], None], then: Callable[["Desk"], None]) -> None:
    """Load what pages need, open the desk and read the numbers. Where none can be opened, a sentence, and all ends."""
    first()
    from dashboard.commands.opened import opened  # noqa: PLC0415
    from dashboard.desk import StoreFault  # noqa: PLC0415

    try:
        desk = opened()
    except SystemExit as end:
        sys.stderr.flush()
        os._exit(int(end.code or 0))  # from a thread there is no other way; nothing has been kept yet
    importlib.import_module("dashboard.screen.overview")
    desk.begin_turn(lasting=math.inf)
    with contextlib.suppress(StoreFault):  # the page tells of it
        desk.matrix()  # what the first reader would wait for
    desk.end_turn()
    from dashboard.working.standing_in import stand_in  # noqa: PLC0415

    stand_in(desk)
    then(desk)


def is_this_machine(host: str) -> bool:
    """Can only this machine reach it?"""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_one_address(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return True
