"""Owns the commands of who comes in, people with a role and tools with a token."""

from datetime import datetime

import click

from dashboard.commands.endings import REFUSED
from dashboard.commands.network import SAID
from dashboard.commands.opened import stop
from dashboard.commands.options import database_option
from dashboard.desk import Role, StoreFault, TokenFault, the_desk
from dashboard.installation.addresses import CALENDARS
from dashboard.installation.settings import Settings
from dashboard.sentences import tools


@click.command(help=SAID("cli-grant"))
@click.argument("email")
@click.argument("role", type=click.Choice([*(role.value for role in Role), "none"]))
@click.option("--place", "places", multiple=True, metavar=SAID("cli-name"), help=SAID("cli-grant-place"))
@database_option
def grant(email: str, role: str, places: tuple[str, ...]) -> None:
    """Give somebody a role, the first administrator above all."""
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        places_of_model = [place.key for place in desk.model.municipality]
        if unknown := set(places) - set(places_of_model):
            raise click.UsageError(
                SAID("cli-grant-unknown", name=", ".join(sorted(unknown)), names=", ".join(places_of_model))
            )
        desk.grant(email, None if role == "none" else Role(role), places)
    except StoreFault as fault:
        stop(fault, settings)
    click.echo(f"{email}: {SAID(f'role-{role}')}")


@click.group(help=SAID("cli-token"))
def token() -> None:
    """Which tools may read the published numbers with nobody signed in."""


@token.command("make", help=SAID("cli-token-make"))
@click.argument("name")
@click.option("--last-day", type=click.DateTime(["%Y-%m-%d"]), metavar=SAID("cli-day"), help=SAID("cli-token-last"))
@database_option
def make_token(name: str, last_day: datetime | None) -> None:
    """What it says is the only line on standard output, so that it can go straight to where secrets are kept."""
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        token_of, written = desk.make_tool_token(name, last_day.date() if last_day else None)
    except TokenFault as fault:
        raise click.UsageError(SAID(f"tools-fault-{fault.reason}")) from None
    except StoreFault as fault:
        stop(fault, settings)
    else:
        click.echo(written)
        click.echo(SAID("cli-token-made", number=str(token_of.id), day=SAID.day(token_of.last_day)), err=True)
        address = f"{CALENDARS}{desk.calendar_code(token_of.id)}/"
        click.echo(SAID("tools-calendar", address=address), err=True)


@token.command("list", help=SAID("cli-token-list"))
@database_option
def list_tokens() -> None:
    """A line a token: its number, name, state, who made it, and when it was last used."""
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        tokens, today = desk.tool_tokens(), desk.today()
    except StoreFault as fault:
        stop(fault, settings)
    else:
        for token_of in tokens:
            click.echo("\t".join([f"#{token_of.id}", token_of.name, *tools.facts(token_of, today, SAID)]))


@token.command("revoke", help=SAID("cli-token-revoke"))
@click.argument("number", type=int)
@database_option
def revoke_token(number: int) -> None:
    """Exit code 2 where there is none of this number that opens."""
    settings = Settings.here()
    try:
        revoked = the_desk(settings).revoke_tool_token(number)
    except StoreFault as fault:
        stop(fault, settings)
    else:
        click.echo(SAID("cli-token-revoked" if revoked else "cli-token-unknown", number=str(number)), err=not revoked)
        raise SystemExit(0 if revoked else REFUSED)
