"""Owns the commands of whoever runs the installation: backup, restore, the audit log, reminders, and the version."""

import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import click

from dashboard.commands.endings import CANNOT_START
from dashboard.commands.network import SAID
from dashboard.commands.opened import stop
from dashboard.commands.options import database_option, options
from dashboard.desk import StoreFault, the_desk
from dashboard.desk.safekeeping import lay_away, schema_version, take_back
from dashboard.installation.settings import Settings, every_region
from dashboard.language.words import DEFAULT, LANGUAGES, words
from dashboard.sentences import reminders
from dashboard.serving import reminding
from dashboard.serving.mail import MailFault, Post
from data_sources.declared.model import ModelFault

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


def version_line() -> str:
    """Which version this is, of its tables too: what an operator writes in a report."""
    return f"samspill {metadata.version('samspill')} (database {schema_version()}, Python {platform.python_version()})"


@contextmanager
def _faults_told(settings: Settings, place: Path) -> Iterator[None]:
    """Ends with a sentence where the store is in trouble, or what should be written at `place` cannot be."""
    try:
        yield
    except StoreFault as fault:
        stop(fault, settings)
    except OSError as fault:
        click.echo(SAID("cli-backup-unwritable", file=str(fault.filename or place)), err=True)
        raise SystemExit(CANNOT_START) from None


@click.command(help=SAID("cli-backup"))
@click.argument("folder", type=FOLDER)
@click.option("--key-to", type=FOLDER, help=SAID("cli-key-to"))
@click.option(
    "--recipient", "recipients", multiple=True, metavar="age1…", envvar="SAMSPILL_RECIPIENT", help=SAID("cli-recipient")
)
@click.option("--keep", "days", type=click.IntRange(min=1), metavar=SAID("cli-days"), help=SAID("cli-keep"))
@database_option
def backup(folder: Path, key_to: Path | None, recipients: tuple[str, ...], days: int | None) -> None:
    """Copy the database while it is in use; the key apart, and only where asked for. Where there are several regions
    and none is chosen: each in a folder of its own, and one that fails stops no other."""
    failed = False
    for region, settings in every_region().items():
        own, own_key_to = folder / region, key_to / region if key_to else None
        try:
            with _faults_told(settings, own):
                laid = lay_away(settings, own, key_to=own_key_to, recipients=recipients, days=days)
        except SystemExit:
            failed = True
            continue
        click.echo(SAID("cli-backup-done", file=str(laid.file), rows=laid.rows))
        click.echo(SAID("cli-backup-key", file=str(laid.key)) if laid.key else SAID("cli-backup-no-key"))
        if not recipients:
            click.echo(SAID("cli-backup-open"))
        if laid.cleared:
            click.echo(SAID("cli-backup-cleared", count=laid.cleared))
    if failed:
        raise SystemExit(CANNOT_START)


@click.command(help=SAID("cli-restore"))
@click.argument("file", type=FILE)
@click.option("--key", type=FILE, help=SAID("cli-restore-key"))
@click.option("--identity", type=FILE, help=SAID("cli-identity"))
@database_option
def restore(file: Path, key: Path | None, identity: Path | None) -> None:
    """Fill an empty database from a backup: all of it, or nothing."""
    settings = Settings.here()
    with _faults_told(settings, file):
        rows = take_back(settings, file, key=key, identity=identity)
    click.echo(SAID("cli-restore-done", rows=rows))


@click.command("audit-log", help=SAID("cli-log"))
@click.argument("deed", type=click.Choice(["verify", "export"]))
@click.option("--head", metavar="SEGL", default="", help=SAID("cli-log-head"))
@database_option
def audit_log(deed: str, head: str) -> None:
    """Check that every entry stands as it was written, or write all of them out. Exit code 1: one does not."""
    settings = Settings.here()
    try:
        desk = the_desk(settings)
        if deed == "export":
            for entry in desk.take_log_away():
                click.echo(json.dumps({**vars(entry), "at": entry.at.isoformat()}, ensure_ascii=False))
            return
        verdict = desk.verify_log()
        gone = bool(head) and not any(entry.seal == head for entry in desk.take_log_away())
    except StoreFault as fault:
        stop(fault, settings)
    else:
        if verdict.broken is not None:
            click.echo(SAID("log-broken", number=verdict.broken), err=True)
        elif gone:
            click.echo(SAID("cli-log-gone"), err=True)
        else:
            click.echo(SAID("log-whole", count=verdict.entries, head=verdict.head))
        raise SystemExit(1 if gone or verdict.broken is not None else 0)


@click.command(help=SAID("cli-remind"))
@click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), default=DEFAULT, help=SAID("cli-remind-lang"))
@options
def remind(language: str) -> None:
    """Write to whoever has not delivered, once a month; print it where there is no mail server or no address."""
    settings, spoken = Settings.here(), words(language)
    failed = False
    try:
        post, desk = Post.of(), the_desk(settings)
        for owing, outcome in reminding.remind(desk, post, spoken):
            if outcome == "printed":
                click.echo(f"{reminders.subject(owing, spoken)}\n\n{reminders.body(owing, desk, spoken)}")
            else:
                failed |= outcome not in {"sent", "reminded"}
                click.echo(SAID(f"mail-{outcome}", who=owing.name), err=outcome not in {"sent", "reminded"})
    except MailFault as fault:
        click.echo(SAID(f"mail-{fault.reason}", who=""), err=True)
        raise SystemExit(CANNOT_START) from None
    except ModelFault as fault:
        click.echo(SAID(f"model-{fault.reason}", file=fault.file, key=fault.key), err=True)
        raise SystemExit(CANNOT_START) from None
    except StoreFault as fault:
        stop(fault, settings)
    raise SystemExit(1 if failed else 0)
