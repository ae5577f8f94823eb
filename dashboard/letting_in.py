"""Owns the commands of who comes in, people with a role and tools with a token, and as whom a command is given."""

from datetime import datetime
from typing import Any

import click

from dashboard.desk import Desk, NotAllowed, Role, StoreFault, TokenFault, the_desk
from dashboard.desk.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.operations import settle, stop
from dashboard.sentences import tools

SAID = words(DEFAULT)
REFUSED = 2
_AS = "samspill.as"


@click.command(help=SAID("cli-grant"))
@click.argument("email")
@click.argument("role", type=click.Choice([*(role.value for role in Role), "none"]))
@click.option("--place", "places", multiple=True, metavar=SAID("cli-name"), help=SAID("cli-grant-place"))
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def grant(email: str, role: str, places: tuple[str, ...], database: str | None) -> None:
    """Give somebody a role, the first administrator above all."""
    settle(database)
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        known = [place.key for place in desk.model.municipality]
        if unknown := set(places) - set(known):
            raise click.UsageError(SAID("cli-grant-unknown", name=", ".join(sorted(unknown)), names=", ".join(known)))
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
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def make_token(name: str, last_day: datetime | None, database: str | None) -> None:
    """What it says is the only line on standard output, so that it can go straight to where secrets are kept."""
    settle(database)
    settings = Settings.here()
    try:
        made, written = the_desk(settings).make_tool_token(name, last_day.date() if last_day else None)
    except TokenFault as fault:
        raise click.UsageError(SAID(f"tools-fault-{fault.reason}")) from None
    except StoreFault as fault:
        stop(fault, settings)
    else:
        click.echo(written)
        click.echo(SAID("cli-token-made", number=str(made.id), day=SAID.day(made.last_day)), err=True)


@token.command("list", help=SAID("cli-token-list"))
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def list_tokens(database: str | None) -> None:
    """A line a token: its number, name, state, who made it, and when it was last used."""
    settle(database)
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        tokens, today = desk.tool_tokens(), desk.today()
    except StoreFault as fault:
        stop(fault, settings)
    else:
        for made in tokens:
            click.echo("\t".join([f"#{made.id}", made.name, *tools.facts(made, today, SAID)]))


@token.command("revoke", help=SAID("cli-token-revoke"))
@click.argument("number", type=int)
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def revoke_token(number: int, database: str | None) -> None:
    """Exit code 2 where there is none of this number that opens."""
    settle(database)
    settings = Settings.here()
    try:
        revoked = the_desk(settings).revoke_tool_token(number)
    except StoreFault as fault:
        stop(fault, settings)
    else:
        click.echo(SAID("cli-token-revoked" if revoked else "cli-token-unknown", number=str(number)), err=not revoked)
        raise SystemExit(0 if revoked else REFUSED)


def as_somebody(command: Any) -> Any:
    """Add `--as` to a command: what it does is then done for this person, and no further than their role goes."""

    def keep(context: click.Context, _: click.Parameter, email: str | None) -> None:
        context.meta[_AS] = email

    return click.option("--as", metavar=SAID("cli-email"), expose_value=False, callback=keep, help=SAID("cli-as"))(
        command
    )


def asked_for_somebody(desk: Desk) -> Desk:
    """The desk as whoever `--as` names asks it. Ends with a sentence where nobody of that address may come in."""
    email = click.get_current_context().meta.get(_AS)
    if not email:
        return desk
    try:
        return desk.asked_for(email)
    except NotAllowed:
        raise click.UsageError(SAID("cli-as-unknown", email=email)) from None


def add_to(group: click.Group) -> None:
    """Put the commands of this module under the group."""
    group.add_command(grant)
    group.add_command(token)
