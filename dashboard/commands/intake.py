"""Owns `samspill import`: files and named sources, as on the upload page."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import click

from dashboard.commands.endings import ALL_KEPT, REFUSED, SOME_FAILED
from dashboard.commands.network import SAID
from dashboard.commands.opened import AtTheDesk, open_desk
from dashboard.commands.options import desk_options
from dashboard.commands.publishing import report
from dashboard.desk import Desk, Preview, SourceFault
from dashboard.desk.incoming.answering import answered
from dashboard.sentences import asked, causes, sentences


@click.command("import", cls=AtTheDesk, help=SAID("cli-import"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--source", "sources", multiple=True, metavar=SAID("cli-name"), help=SAID("cli-source"))
@click.option("--answer", "answers", multiple=True, metavar="NAME=CODE", help=SAID("cli-answer"))
@click.option("--answers", "answers_in", type=click.File(encoding="utf-8"), help=SAID("cli-answers"))
@click.option("--json", "as_json", is_flag=True, help=SAID("cli-json"))
@click.option("--publish/--no-publish", "then_publish", default=True, help=SAID("cli-then-publish"))
@desk_options
def import_files(
    files: tuple[Path, ...],
    sources: tuple[str, ...],
    answers: tuple[str, ...],
    answers_in: IO[str] | None,
    as_json: bool,
    then_publish: bool,
) -> None:
    """Take files and named sources in as the upload page does. Exit code 0: every row kept; 1: some failed; 2: a
    file or a source refused."""
    if not files and not sources:
        raise click.UsageError(SAID("cli-nothing-to-import"))
    desk = open_desk()
    worst = ALL_KEPT
    answer_of = dict(line.split("=", 1) for line in [*answers, *(answers_in or ())] if "=" in line)
    answer_of = {name.strip(): code.strip() for name, code in answer_of.items()}
    wanted: list[Path | str] = [*files, *sources]
    with click.progressbar(wanted, label=SAID("cli-reading"), file=sys.stderr) as bar:
        for source in bar:
            lines, code = (
                _take_in(desk, source, answer_of) if isinstance(source, Path) else _fetch(desk, source, answer_of)
            )
            worst = max(worst, code)
            for line in lines:
                if as_json or not line["refused"]:
                    click.echo(json.dumps(line, ensure_ascii=False) if as_json else _spoken(line))
    report(desk.publish() if then_publish else desk.survey(), quiet=as_json)
    raise SystemExit(worst)


def _take_in(desk: Desk, file: Path, answer_of: Mapping[str, str]) -> tuple[list[dict[str, Any]], int]:
    try:
        content = file.read_bytes()
    except OSError:
        click.echo(f"{file.name}: {SAID('refused-unreadable-file')}", err=True)
        return [_line(file.name, refused="unreadable-file")], REFUSED
    return _looked_at(desk, answered(desk, lambda: desk.receive(content, file.name), answer_of))


def _fetch(desk: Desk, name: str, answer_of: Mapping[str, str]) -> tuple[list[dict[str, Any]], int]:
    """What is new in a named source. That nothing is, is no fault."""
    try:
        preview = answered(desk, lambda: desk.fetch(name), answer_of)
    except SourceFault as fault:
        click.echo(f"{name}: {SAID(f'source-fault-{fault.reason}', **fault.arguments)}", err=True)
        nothing = fault.reason == "nothing-new"
        return [] if nothing else [_line(name, refused=fault.reason)], ALL_KEPT if nothing else REFUSED
    return _looked_at(desk, preview)


def _looked_at(desk: Desk, preview: Preview) -> tuple[list[dict[str, Any]], int]:
    arrival = preview.arrival
    for line in asked.told(arrival, SAID):
        click.echo(f"{arrival.file}: {line}", err=True)
    if arrival.refused:
        click.echo(f"{arrival.file}: {sentences.refusal(arrival, SAID)}", err=True)
        return [_line(arrival.file, refused=arrival.refused) | asked.in_numbers(arrival)], REFUSED
    for line in causes.lines(preview.samples, SAID, quoting=False):
        click.echo(f"{arrival.file}: {line}", err=True)
    batch = desk.keep(preview)
    lines = []
    for counts in batch.counts:
        numbers = {name: getattr(counts, name) for name in ("new", "changed", "unchanged", "failed")}
        lines.append(_line(batch.file, counts.table, **numbers) | asked.in_numbers(arrival))
    unsure = arrival.account.unused or asked.waiting(arrival)
    return lines, SOME_FAILED if unsure or any(counts.failed for counts in batch.counts) else ALL_KEPT


def _line(file: str, table: str | None = None, refused: str | None = None, **numbers: int) -> dict[str, Any]:
    counted = {name: numbers.get(name, 0) for name in ("new", "changed", "unchanged", "failed")}
    return {"file": file, "table": table, **counted, "refused": refused}


def _spoken(line: dict[str, Any]) -> str:
    table = SAID(f"table-{line['table']}")
    counts = {name: line[name] for name in ("new", "changed", "unchanged", "failed")}
    return f"{line['file']}: {SAID('history-counts', table=table, **counts)}"
