"""Owns the commands that make files to take away: `samspill export`, numbers for other tools."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dashboard.desk import Desk
from dashboard.language.words import DEFAULT, LANGUAGES, words
from dashboard.papers.making import write
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.paper_of import files_of

SAID = words(DEFAULT)
NOT_MADE = 2
FORMATS = {"csv": (".csv", "datapackage.json"), "parquet": (".parquet",), "json-stat": (".json",)}

_Command = Callable[..., Any]


def add_to(main: click.Group, options: Callable[[_Command], _Command], open_desk: Callable[..., Desk]) -> None:
    """Make the commands part of the whole. `options`: those every command has; `open_desk` takes what they bring."""

    @main.command("export", help=SAID("cli-export"))
    @click.option("--to", "folder", type=click.Path(path_type=Path), required=True, help=SAID("cli-to"))
    @click.option("--format", "formats", multiple=True, type=click.Choice(list(FORMATS)), help=SAID("cli-format"))
    @click.option("--pin", "edition", default="", metavar=SAID("cli-pin"), help=SAID("cli-pin-help"))
    @click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), default=DEFAULT, help=SAID("cli-lang"))
    @options
    def export(
        folder: Path, formats: tuple[str, ...], edition: str, language: str, database: str | None, model: str | None
    ) -> None:
        """The published numbers for other tools."""
        order = Order(Kind.NUMBERS, language=language, edition=edition)
        _make([order], folder, open_desk(database, model), lambda name: not formats or _of(name, formats))


def _of(name: str, formats: tuple[str, ...]) -> bool:
    """Is a file one of the chosen formats? The package's own JSON is CSV's, and no cube."""
    return any(name.endswith(FORMATS[one]) and (one == "csv" or name != "datapackage.json") for one in formats)


def _make(orders: list[Order], folder: Path, desk: Desk, wanted: Callable[[str], bool]) -> None:
    """Make papers and put them into a folder, all or none. Ends with 2, and a sentence, where one cannot be made."""
    try:
        files = {
            name: content
            for order in orders
            for name, content in files_of(order, desk, lambda stage, share: None).items()
            if wanted(name)
        }
        for path in write(folder, files):
            click.echo(str(path))
    except PaperFault as fault:
        click.echo(SAID(f"paper-fault-{fault.reason}", **fault.arguments), err=True)
        raise SystemExit(NOT_MADE) from None
