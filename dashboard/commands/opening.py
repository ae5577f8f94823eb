"""Owns how the server is opened: on this machine alone, or to a network, and then with a sign-in."""

import ipaddress
import logging
import sys

import click
import structlog

from dashboard.commands.network import SAID
from dashboard.commands.opened import CANNOT_START, open_desk
from dashboard.desk.installation.settings import Settings
from data_sources.reading.own_process import sweep


def serve(
    *, port: int, host: str, names: tuple[str, ...], metrics_port: int, open_to_network_without_sign_in: bool
) -> None:
    """Serve until stopped. Refuses to listen to a network where nobody has to sign in, unless that is spelled out."""
    from dashboard.serving import server  # noqa: PLC0415 - importing Streamlit takes a second the other commands save
    from dashboard.serving.provider import SignInFault, read  # noqa: PLC0415

    file = Settings.here().sign_in
    if not is_this_machine(host) and file is None and not open_to_network_without_sign_in:
        click.echo(SAID("cli-host-refused", host=host), err=True)
        raise SystemExit(CANNOT_START)
    open_desk()
    log_in_lines()
    sweep()
    try:
        address = read(file).address if file else f"http://localhost:{port}"
        click.echo(SAID("cli-open", url=address))
        if file is None:
            click.echo(SAID("cli-everybody" if not is_this_machine(host) else "cli-this-machine"))
        server.run(port, host, [*names, *([host] if _is_one_address(host) else [])], metrics_port)
    except SignInFault as fault:
        click.echo(SAID("cli-sign-in-fault", file=str(file), key=fault.where), err=True)
        raise SystemExit(CANNOT_START) from None


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


def log_in_lines() -> None:
    """One line of JSON for each event on standard error: codes and counts, never a value, a name or an address."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
