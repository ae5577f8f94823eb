"""Owns `samspill explain`: where one number comes from."""

import click

from dashboard.commands.endings import REFUSED
from dashboard.commands.network import SAID
from dashboard.commands.opened import AtTheDesk, open_desk
from dashboard.commands.options import desk_options
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import from_code
from dashboard.desk import ALL
from dashboard.sentences.explanations import explanation


@click.command(cls=AtTheDesk, help=SAID("cli-explain"))
@click.argument("indicator")
@click.argument("period")
@click.argument("place", default=ALL)
@desk_options
def explain(indicator: str, period: str, place: str) -> None:
    """Tell where one number comes from. Exit code 0; 2 for an indicator, period or place that is not there."""
    desk = open_desk()
    names = {municipality.key: municipality.name for municipality in desk.model.municipality}
    for wanted, choices in ((indicator, list(BY_KEY)), (place, [ALL, *names])):
        if wanted not in choices:
            click.echo(SAID("cli-explain-unknown", asked=wanted, known=", ".join(choices)), err=True)
            raise SystemExit(REFUSED)
    when = from_code(period)
    if when is None:
        click.echo(SAID("cli-explain-period", asked=period), err=True)
        raise SystemExit(REFUSED)
    goals = {version.entry.key: SAID.said(version.entry.name) for version in desk.goals()}
    for line in explanation(desk.explain(indicator, when, place), SAID, names, goals):
        click.echo(line)
