"""Owns the commands of whoever runs the installation: backup and restore, and which version this is."""

import os
import platform
from importlib import metadata
from pathlib import Path

import click

from dashboard.desk import StoreFault
from dashboard.desk.safekeeping import lay_away, schema_version, take_back
from dashboard.desk.settings import Settings
from dashboard.language.words import DEFAULT, words

SAID = words(DEFAULT)
FAILED = 3
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


def settle(database: str | None, model: str | None = None) -> None:
    """What is given on the command line wins over the environment."""
    if database:
        os.environ["SAMSPILL_DATABASE"] = database
    if model:
        os.environ["SAMSPILL_MODEL"] = model


def version_line() -> str:
    """Which version this is, of its tables too: what an operator writes in a report."""
    return f"samspill {metadata.version('samspill')} (database {schema_version()}, Python {platform.python_version()})"


def stop(fault: StoreFault, settings: Settings) -> None:
    """Say what stands in the way, and where, and end."""
    click.echo(SAID(f"store-{fault.reason}"), err=True)
    if fault.reason == "key-missing":
        click.echo(SAID("cli-key-belongs", file=str(settings.key)), err=True)
    raise SystemExit(FAILED)


def show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """`--version`."""
    if asked:
        click.echo(version_line())
        context.exit()


@click.command(help=SAID("cli-backup"))
@click.argument("folder", type=FOLDER)
@click.option("--key-to", type=FOLDER, help=SAID("cli-key-to"))
@click.option("--recipient", "recipients", multiple=True, metavar="age1…", help=SAID("cli-recipient"))
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def backup(folder: Path, key_to: Path | None, recipients: tuple[str, ...], database: str | None) -> None:
    """Copy the database while it is in use; the key apart, and only where asked for."""
    settle(database)
    settings = Settings.here()
    try:
        laid = lay_away(settings, folder, key_to=key_to, recipients=recipients)
    except StoreFault as fault:
        stop(fault, settings)
    except OSError as fault:
        click.echo(SAID("cli-backup-unwritable", file=str(fault.filename or folder)), err=True)
        raise SystemExit(FAILED) from None
    else:
        click.echo(SAID("cli-backup-done", file=str(laid.file), rows=laid.rows))
        key = SAID("cli-backup-key", file=str(laid.key)) if laid.key else SAID("cli-backup-no-key")
        click.echo(key)


@click.command(help=SAID("cli-restore"))
@click.argument("file", type=FILE)
@click.option("--key", type=FILE, help=SAID("cli-restore-key"))
@click.option("--identity", type=FILE, help=SAID("cli-identity"))
@click.option("--database", metavar="URL", help=SAID("cli-database"))
def restore(file: Path, key: Path | None, identity: Path | None, database: str | None) -> None:
    """Fill an empty database from a backup: all of it, or nothing."""
    settle(database)
    settings = Settings.here()
    try:
        rows = take_back(settings, file, key=key, identity=identity)
    except StoreFault as fault:
        stop(fault, settings)
    except OSError as fault:
        click.echo(SAID("cli-backup-unwritable", file=str(fault.filename or file)), err=True)
        raise SystemExit(FAILED) from None
    else:
        click.echo(SAID("cli-restore-done", rows=rows))


def add_to(group: click.Group) -> None:
    """Put the commands of this module under the group."""
    for command in (backup, restore):
        group.add_command(command)
