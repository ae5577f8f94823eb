"""Owns the commands that make files to take away: `samspill report`, papers, and `samspill export`, numbers."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from dashboard.commands.endings import REFUSED
from dashboard.commands.network import SAID
from dashboard.commands.opened import AtTheDesk, open_desk
from dashboard.commands.options import desk_options
from dashboard.desk import Action, Desk
from dashboard.language.words import DEFAULT, LANGUAGES
from dashboard.papers import making
from dashboard.papers.order import Kind, Order, PaperFault

KINDS = {
    "pdf": (Kind.REPORT,),
    "pptx": (Kind.SLIDES,),
    "xlsx": (Kind.WORKBOOK,),
    "docx": (Kind.AGENDA, Kind.MINUTES),
    "agenda": (Kind.AGENDA,),
    "minutes": (Kind.MINUTES,),
    "grant": (Kind.GRANT, Kind.GRANT_TEXT),
}
FORMATS = {"csv": (".csv", "datapackage.json"), "parquet": (".parquet",), "json-stat": (".json",)}


@click.command("export", cls=AtTheDesk, help=SAID("cli-export"))
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help=SAID("cli-to"))
@click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)), help=SAID("cli-format"))
@click.option("--pin", "edition", default="", metavar=SAID("cli-pin"), help=SAID("cli-pin-help"))
@click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), default=DEFAULT, help=SAID("cli-lang"))
@desk_options
def export(folder: Path, formats: tuple[str, ...], edition: str, language: str) -> None:
    """The published numbers for other tools."""
    order = Order(Kind.NUMBERS, language=language, edition=edition)
    _make([order], folder, open_desk(), lambda name: not formats or _of(name, formats))


@click.command("report", cls=AtTheDesk, help=SAID("cli-report"))
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help=SAID("cli-to"))
@click.option("--kind", "kinds", default="pdf", show_default=True, metavar=SAID("cli-kinds"), help=SAID("cli-kind"))
@click.option("--period", default="", metavar=SAID("cli-period"), help=SAID("cli-period-help"))
@click.option("--meeting", type=click.DateTime(["%Y-%m-%d"]), metavar=SAID("cli-day"), help=SAID("cli-meeting"))
@click.option("--place", "places", multiple=True, metavar=SAID("cli-key"), help=SAID("cli-place"))
@click.option("--goal", "goals", multiple=True, metavar=SAID("cli-key"), help=SAID("cli-goal"))
@click.option("--pin", "edition", default="", metavar=SAID("cli-pin"), help=SAID("cli-pin-help"))
@click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), default=DEFAULT, help=SAID("cli-lang"))
@click.option("--template", type=click.Path(path_type=Path), help=SAID("cli-template"))
@click.option("--present", default="", metavar=SAID("cli-names"), help=SAID("cli-present"))
@click.option("--contrast", is_flag=True, help=SAID("cli-contrast"))
@click.option("--large", is_flag=True, help=SAID("cli-large"))
@desk_options
def report(
    folder: Path,
    kinds: str,
    period: str,
    meeting: datetime | None,
    places: tuple[str, ...],
    goals: tuple[str, ...],
    edition: str,
    language: str,
    template: Path | None,
    present: str,
    contrast: bool,
    large: bool,
) -> None:
    """The papers of a meeting."""
    asked = [kind.strip() for kind in kinds.split(",") if kind.strip()]
    if unknown := [kind for kind in asked if kind not in KINDS]:
        raise click.UsageError(SAID("cli-unknown-kind", kind=unknown[0], kinds=", ".join(KINDS)))
    order = Order(
        Kind.REPORT,
        language=language,
        edition=edition,
        period=period.replace("-Q", "Q").replace("-T", "T"),
        places=places or None,
        goals=goals or None,
        meeting=meeting.date() if meeting else None,
        template=_read(template) if template else None,
        present=present,
        contrast=contrast,
        large=large,
    )
    wanted = dict.fromkeys(kind for name in asked for kind in KINDS[name])
    _make([replace(order, kind=kind) for kind in wanted], folder, open_desk(), lambda name: True)


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError:
        raise click.UsageError(SAID("paper-fault-broken-template")) from None


def _of(name: str, formats: tuple[str, ...]) -> bool:
    """Is a file one of the chosen formats? The package's own JSON is CSV's, and no cube."""
    return any(name.endswith(FORMATS[kind]) and (kind == "csv" or name != "datapackage.json") for kind in formats)


def _make(orders: list[Order], folder: Path, desk: Desk, wanted: Callable[[str], bool]) -> None:
    """Make papers and put them into a folder, all or none. Ends with 2, and a sentence, where one cannot be made."""
    kinds = " ".join(order.kind.value for order in orders)
    try:
        with desk.acting(Action.TAKE_AWAY, f"{kinds} {orders[0].period} {orders[0].edition}"):
            with ThreadPoolExecutor(making.AT_A_TIME) as pool:
                papers = list(pool.map(lambda order: making.made(order, desk.settings), orders))
            contents = {name: file for files in papers for name, file in files.items() if wanted(name)}
            paths = making.write(folder, contents)
    except PaperFault as fault:
        click.echo(SAID(f"paper-fault-{fault.reason}", **fault.arguments), err=True)
        raise SystemExit(REFUSED) from None
    for path in paths:
        click.echo(str(path))
