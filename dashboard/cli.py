"""Owns the `samspill` command: open the dashboard, try it on made-up data, import files, publish."""

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Unpack

import click

from dashboard import letting_in, opening, operations
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import from_code
from dashboard.desk import ALL, Desk, Preview, SourceFault, StoreFault, the_desk
from dashboard.desk.incoming.answering import UnknownAnswer, answered
from dashboard.desk.installation.settings import PORT, Settings
from dashboard.language.words import DEFAULT, words
from dashboard.papers import commands
from dashboard.publishing.publish import Notice, Outcome
from dashboard.sentences import asked, causes, sentences
from dashboard.sentences.explanations import explanation
from data_sources.declared.model import ModelFault

ALL_KEPT, SOME_FAILED, REFUSED, CANNOT_START = 0, 1, 2, 3
SAID = words(DEFAULT)


def _with_options(*, port: bool = False) -> Callable[[Any], Any]:
    """The options every subcommand needs; what is given wins over the environment."""

    def add(command: Any) -> Any:
        command = click.option("--database", metavar="URL", help=SAID("cli-database"))(command)
        command = click.option("--model", metavar="FILE", help=SAID("cli-model"))(command)
        if port:
            command = click.option(
                "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help=SAID("cli-port")
            )(command)
        return command if port else letting_in.as_somebody(command)

    return add


def _keep_output_ours() -> None:
    """Standard output is for our lines (`--json` promises no others); what else is written there becomes an error line.

    The solver prints a line of its own now and then, past Python, and cannot be told not to.
    """
    output = sys.__stdout__
    if output is None or output is not sys.stdout:
        return  # nobody listens, or somebody in its place
    output.flush()
    sys.stdout = os.fdopen(os.dup(1), "w", encoding=output.encoding, buffering=1)
    os.dup2(2, 1)


def _desk() -> Desk:
    settings = Settings.here()
    try:
        return letting_in.asked_for_somebody(the_desk(settings))
    except ModelFault as fault:
        click.echo(SAID(f"model-{fault.reason}", file=fault.file, key=fault.key), err=True)
    except StoreFault as fault:
        operations.stop(fault, settings)
    raise SystemExit(CANNOT_START)


class _Command(click.Group):
    """A database that cannot be used ends every command with a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except UnknownAnswer as no:
            sentence = SAID("cli-answer-unknown", answer=no.answer, name=no.name, codes=", ".join(no.codes))
            raise click.UsageError(sentence) from None
        except StoreFault as fault:
            click.echo(SAID(f"store-{fault.reason}"), err=True)
            raise SystemExit(CANNOT_START) from None


@click.group(
    cls=_Command,
    invoke_without_command=True,
    help=SAID("cli-help"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@_with_options(port=True)
@opening.network_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=operations.show_version,
    help=SAID("cli-version"),
)
@click.pass_context
def main(
    context: click.Context, database: str | None, model: str | None, port: int, **network: Unpack[opening.Network]
) -> None:
    """Open the dashboard on one's own data, unless a subcommand says otherwise."""
    _keep_output_ours()
    operations.settle(database, model)
    if context.invoked_subcommand is None:
        _desk()
        opening.serve(port, **network)


@main.command(help=SAID("cli-demo"))
@_with_options(port=True)
@opening.network_options
def demo(database: str | None, model: str | None, port: int, **network: Unpack[opening.Network]) -> None:
    """The dashboard on made-up data, marked as such on every page."""
    from dashboard import demonstration  # noqa: PLC0415 - only this command makes up data

    os.environ["SAMSPILL_DEMO"] = "1"
    operations.settle(database, model)
    desk = _desk()
    if desk.is_empty():
        # The dashboard opens at once; numbers come as their periods are made safe to show.
        threading.Thread(target=demonstration.fill, args=(desk,), daemon=True).start()
    opening.serve(port, **network)


@main.command("import", help=SAID("cli-import"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--source", "named", multiple=True, metavar=SAID("cli-name"), help=SAID("cli-source"))
@click.option("--answer", "answers", multiple=True, metavar="NAME=CODE", help=SAID("cli-answer"))
@click.option("--answers", "answers_in", type=click.File(encoding="utf-8"), help=SAID("cli-answers"))
@click.option("--json", "as_json", is_flag=True, help=SAID("cli-json"))
@click.option("--publish/--no-publish", "then_publish", default=True, help=SAID("cli-then-publish"))
@_with_options()
def import_files(
    files: tuple[Path, ...],
    named: tuple[str, ...],
    answers: tuple[str, ...],
    answers_in: IO[str] | None,
    as_json: bool,
    then_publish: bool,
    database: str | None,
    model: str | None,
) -> None:
    """Take files and named sources in as the upload page does. Exit code 0: every row kept; 1: some failed; 2: a
    file or a source refused."""
    operations.settle(database, model)
    if not files and not named:
        raise click.UsageError(SAID("cli-nothing-to-import"))
    desk = _desk()
    worst = ALL_KEPT
    given = dict(line.split("=", 1) for line in [*answers, *(answers_in or ())] if "=" in line)
    given = {name.strip(): code.strip() for name, code in given.items()}
    wanted: list[Path | str] = [*files, *named]
    with click.progressbar(wanted, label=SAID("cli-reading"), file=sys.stderr) as bar:
        for one in bar:
            lines, code = _take_in(desk, one, given) if isinstance(one, Path) else _fetch(desk, one, given)
            worst = max(worst, code)
            for line in lines:
                if as_json or not line["refused"]:
                    click.echo(json.dumps(line, ensure_ascii=False) if as_json else _spoken(line))
    _report(desk.publish() if then_publish else desk.survey(), quiet=as_json)
    raise SystemExit(worst)


def _take_in(desk: Desk, file: Path, given: Mapping[str, str]) -> tuple[list[dict[str, Any]], int]:
    try:
        content = file.read_bytes()
    except OSError:
        click.echo(f"{file.name}: {SAID('refused-unreadable-file')}", err=True)
        return [_line(file.name, refused="unreadable-file")], REFUSED
    return _looked_at(desk, answered(desk, lambda: desk.receive(content, file.name), given))


def _fetch(desk: Desk, name: str, given: Mapping[str, str]) -> tuple[list[dict[str, Any]], int]:
    """What is new in a named source. That nothing is, is no fault."""
    try:
        preview = answered(desk, lambda: desk.fetch(name), given)
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


@main.command(help=SAID("cli-publish"))
@click.option("--edition", type=int, metavar=SAID("cli-year"), help=SAID("cli-edition"))
@click.option("--reason", default="", help=SAID("cli-reason"))
@_with_options()
def publish(edition: int | None, reason: str, database: str | None, model: str | None) -> None:
    """Publish what has closed; with --edition a year anew, for a reason that is kept."""
    operations.settle(database, model)
    if edition is not None and not reason.strip():
        raise click.UsageError(SAID("edition-needs-reason"))
    desk = _desk()
    with click.progressbar(length=100, label=SAID("publish-working"), file=sys.stderr) as bar:
        notices = desk.publish(
            edition_of=edition,
            reason=reason,
            notify=lambda done, every: bar.update(100 * done // max(every, 1) - bar.pos),
        )
    _report(notices, quiet=False)
    raise SystemExit(SOME_FAILED if any(n.outcome is Outcome.WITHDRAWN for n in notices) else ALL_KEPT)


@main.command(help=SAID("cli-audit"))
@_with_options()
def audit(database: str | None, model: str | None) -> None:
    """Try to work hidden counts out from what is published. Exit code 0: none can be; 1: some can."""
    operations.settle(database, model)
    desk = _desk()
    found = desk.audit()
    for one in found:
        name, breaches = SAID(f"family-{one.family}"), len(one.breaches)
        click.echo(SAID("audit-line", family=name, year=str(one.year), tried=one.tried, breaches=breaches))
    told = desk.told_otherwise()
    if told is not None:
        click.echo(SAID("audit-older", count=told[1], day=SAID.day(told[0])))
    raise SystemExit(SOME_FAILED if any(one.breaches for one in found) else ALL_KEPT)


def _report(notices: list[Notice], *, quiet: bool) -> None:
    if quiet:
        return
    for outcome in Outcome:
        periods = {n.period: n.depth for n in notices if n.outcome is outcome and n.period.kind != "month"}
        if periods:
            names = ", ".join(sentences.with_step(period, periods[period], SAID) for period in sorted(periods))
            click.echo(SAID(f"publish-{outcome.value.replace('_', '-')}", periods=names))


@main.command(help=SAID("cli-explain"))
@click.argument("indicator")
@click.argument("period")
@click.argument("place", default=ALL)
@_with_options()
def explain(indicator: str, period: str, place: str, database: str | None, model: str | None) -> None:
    """Tell where one number comes from. Exit code 0; 2 for an indicator, period or place that is not there."""
    desk = _desk_of(database, model)
    names = {one.key: one.name for one in desk.model.municipality}
    for wanted, known in ((indicator, list(BY_KEY)), (place, [ALL, *names])):
        if wanted not in known:
            click.echo(SAID("cli-explain-unknown", asked=wanted, known=", ".join(known)), err=True)
            raise SystemExit(REFUSED)
    when = from_code(period)
    if when is None:
        click.echo(SAID("cli-explain-period", asked=period), err=True)
        raise SystemExit(REFUSED)
    goals = {version.entry.key: SAID.said(version.entry.name) for version in desk.goals()}
    for line in explanation(desk.explain(indicator, when, place), SAID, names, goals):
        click.echo(line)


operations.add_to(main)
letting_in.add_to(main)


def _desk_of(database: str | None, model: str | None) -> Desk:
    operations.settle(database, model)
    return _desk()


commands.add_to(main, _with_options(), _desk_of)

if __name__ == "__main__":
    main()
