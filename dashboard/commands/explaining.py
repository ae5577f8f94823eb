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
@click.option("--question", default="", metavar=SAID("cli-survey-key"), help=SAID("cli-survey-question"))
@desk_options
def explain(indicator: str, period: str, place: str, question: str) -> None:
    """Tell where one number comes from. Exit code 0; 2 for an indicator, period, place or question there is not."""
    desk = open_desk()
    names = {municipality.key: municipality.name for municipality in desk.model.municipality}
    asks = indicator in BY_KEY and BY_KEY[indicator].family.each
    questions = [each.key for each in desk.model.survey_question] if asks else [""]
    for wanted, choices in ((indicator, list(BY_KEY)), (place, [ALL, *names]), (question, questions)):
        if wanted not in choices:
            click.echo(SAID("cli-explain-unknown", asked=wanted, known=", ".join(choices)), err=True)
            raise SystemExit(REFUSED)
    when = from_code(period)
    if when is None:
        click.echo(SAID("cli-explain-period", asked=period), err=True)
        raise SystemExit(REFUSED)
    goals = {version.entry.key: SAID.said(version.entry.name) for version in desk.goals()}
    for line in explanation(desk.explain(indicator, when, place, question), SAID, names, goals):
        click.echo(line)
