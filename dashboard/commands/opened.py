"""Owns the desk that a command opens, and the sentence it ends with where there is none."""

from typing import Any

import click

from dashboard.commands.endings import CANNOT_START
from dashboard.commands.network import SAID
from dashboard.commands.options import ON_BEHALF_OF
from dashboard.desk import Desk, NotAllowed, StoreFault, the_desk
from dashboard.desk.incoming.answering import UnknownAnswer
from dashboard.installation.settings import Settings
from data_sources.declared.model import ModelFault


def open_desk() -> Desk:
    """The desk as whoever `--as` names asks it; whom it names and may not come in is told so."""
    desk = opened()
    email = click.get_current_context().meta.get(ON_BEHALF_OF)
    if not email:
        return desk
    try:
        return desk.asked_for(email)
    except NotAllowed:
        raise click.UsageError(SAID("cli-as-unknown", email=email)) from None


def opened(settings: Settings | None = None) -> Desk:
    """The desk. Where the model or the database cannot be used, a sentence, and the command ends with 3."""
    settings = settings or Settings.here()
    try:
        return the_desk(settings)
    except ModelFault as fault:
        click.echo(SAID(f"model-{fault.reason}", file=fault.file, key=fault.key), err=True)
    except StoreFault as fault:
        stop(fault, settings)
    raise SystemExit(CANNOT_START)


def stop(fault: StoreFault, settings: Settings) -> None:
    """Say what stands in the way, and where, and end."""
    click.echo(SAID(f"store-{fault.reason}"), err=True)
    if fault.reason == "key-missing":
        click.echo(SAID("cli-key-belongs", file=str(settings.key)), err=True)
    raise SystemExit(CANNOT_START)


class AtTheDesk(click.Command):
    """A command that asks the desk: a database that cannot be used any more ends it with a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UnknownAnswer as no:
            sentence = SAID("cli-answer-unknown", answer=no.answer, name=no.name, codes=", ".join(no.codes))
            raise click.UsageError(sentence) from None
        except StoreFault as fault:
            click.echo(SAID(f"store-{fault.reason}"), err=True)
            raise SystemExit(CANNOT_START) from None
