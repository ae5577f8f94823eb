"""Owns `samspill worker`: does what was handed over, beside any number of others on any number of machines."""

import logging

import click

from dashboard.commands.endings import CANNOT_START
from dashboard.commands.network import SAID
from dashboard.commands.opened import opened
from dashboard.commands.options import options
from dashboard.installation.log import hear_libraries, log
from dashboard.installation.settings import every_region

MORNINGS = "0 6 * * 1-5"
"""When reminders are written, as cron says it, in UTC."""


@click.command(help=SAID("cli-worker"))
@click.option("--remind/--no-remind", default=False, help=SAID("cli-worker-remind"))
@options
def worker(remind: bool) -> None:
    """Work until told to stop; what is going on then is done to its end. Where there are several regions, for all."""
    from dashboard.desk.handed_over.orders import REMIND  # noqa: PLC0415 - help is there at once
    from dashboard.desk.workers import work  # noqa: PLC0415
    from dashboard.working.tasks import tasks_of  # noqa: PLC0415

    hear_libraries()
    desks = [opened(settings) for settings in every_region().values()]
    if any(desk.queue is None for desk in desks):
        click.echo(SAID("cli-worker-file"), err=True)
        raise SystemExit(CANNOT_START)
    log(logging.INFO, "worker-ready", regions=len(desks))
    work([(desk, tasks_of(desk)) for desk in desks], _tell, {REMIND: MORNINGS} if remind else {})


def _tell(fault: Exception) -> None:
    log(logging.ERROR, "queue-unreachable", fault=type(fault).__name__)
