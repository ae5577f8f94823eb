"""Owns `samspill publish` and `samspill audit`: what is ready is published, and what is published is attacked."""

import sys

import click

from dashboard.commands.endings import ALL_KEPT, SOME_FAILED
from dashboard.commands.network import SAID
from dashboard.commands.opened import AtTheDesk, open_desk
from dashboard.commands.options import desk_options
from dashboard.publishing.publish import Notice, Outcome
from dashboard.sentences import sentences


@click.command(cls=AtTheDesk, help=SAID("cli-publish"))
@click.option("--edition", type=int, metavar=SAID("cli-year"), help=SAID("cli-edition"))
@click.option("--reason", default="", help=SAID("cli-reason"))
@desk_options
def publish(edition: int | None, reason: str) -> None:
    """Publish what has closed; with --edition a year anew, for a reason that is kept."""
    if edition is not None and not reason.strip():
        raise click.UsageError(SAID("edition-needs-reason"))
    desk = open_desk()
    with click.progressbar(length=100, label=SAID("publish-working"), file=sys.stderr) as bar:
        notices = desk.publish(
            edition_of=edition,
            reason=reason,
            notify=lambda done, every: bar.update(100 * done // max(every, 1) - bar.pos),
        )
    report(notices, quiet=False)
    raise SystemExit(SOME_FAILED if any(n.outcome is Outcome.WITHDRAWN for n in notices) else ALL_KEPT)


@click.command(cls=AtTheDesk, help=SAID("cli-audit"))
@desk_options
def audit() -> None:
    """Try to work hidden counts out from what is published. Exit code 0: none can be; 1: some can."""
    desk = open_desk()
    years = desk.audit()
    for year in years:
        name, breaches = SAID(f"family-{year.family}"), len(year.breaches)
        click.echo(SAID("audit-line", family=name, year=str(year.year), tried=year.tried, breaches=breaches))
    before = desk.told_otherwise()
    if before is not None:
        click.echo(SAID("audit-older", count=before[1], day=SAID.day(before[0])))
    raise SystemExit(SOME_FAILED if any(year.breaches for year in years) else ALL_KEPT)


def report(notices: list[Notice], *, quiet: bool) -> None:
    """How every period stands, an outcome a line."""
    if quiet:
        return
    for outcome in Outcome:
        periods = {n.period: n.depth for n in notices if n.outcome is outcome and n.period.kind != "month"}
        if periods:
            names = ", ".join(sentences.with_step(period, periods[period], SAID) for period in sorted(periods))
            click.echo(SAID(f"publish-{outcome.value.replace('_', '-')}", periods=names))
