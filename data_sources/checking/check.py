"""Owns the judgement of rows: cells in, rows that hold out, and for every other row where and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from data_sources.checking.causes import Tally
from data_sources.checking.column_values import column_values
from data_sources.checking.doubts import marks, row_labels, twice
from data_sources.checking.doubts.dates import doubtful_dates
from data_sources.checking.doubts.marks import Marks, uncertain
from data_sources.checking.doubts.said_once import said_once, year_question
from data_sources.checking.problems import Problem
from data_sources.checking.rules import SAID, broken, remark
from data_sources.declared.table import Column, Severity
from data_sources.parsing.answers import NONE, About, Question, meanings
from data_sources.reading.cells import letter
from data_sources.recognising.context import Context
from data_sources.recognising.layout import Layout
from data_sources.recognising.sheets import TableInSheet
from data_sources.recognising.totals_and_notes import set_aside

MOST_SAID = 10_000  # nobody reads more of one sheet; a file where every cell is wrong must not fill the memory


@dataclass(frozen=True, eq=False)
class Checked:
    """One table's outcome. `rows`: `row` and the table's columns, typed; every one of them holds.

    `failed`: numbers of the rows that do not; `failed_on`: the days of those rows, None where there is none to
    read. `problems`: no more than MOST_SAID of rows, those that stop a row first; `tally`: all of them, by column,
    reason and severity. `ignored`: numbers of total rows, notes and repeated headings, which are no data.
    `questions`: what has to be asked of the table as a whole. `judged`: `row`, and `came_from` in a
    register, of all that was judged.
    """

    sheet: str
    layout: Layout
    rows: pl.DataFrame
    problems: tuple[Problem, ...]
    failed: tuple[int, ...]
    ignored: tuple[int, ...]
    failed_on: tuple[object, ...] = ()
    tally: Tally = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    judged: pl.DataFrame = field(default_factory=pl.DataFrame)


def check(table: TableInSheet, context: Context) -> Checked:
    """Judge every row under the headings. No row is lost: kept, failed or ignored."""
    layout, declared = table.layout, table.layout.table
    body, ignored = set_aside(table.cells, layout)
    everything = body.select([name for name in ("row", "came_from") if name in body.columns])
    labels = row_labels.questions(body, table, context)
    body, counts = _without_counts(body, table, labels)
    doubts = {column.name: uncertain(body, column, table) for column in declared.columns}
    body, asked = _without_unanswered_blanks(body, table, context, doubts)
    once = {
        column.name: once_said
        for column in declared.columns
        if column.name not in layout.columns and (once_said := said_once(column, table, context, body.height))
    }
    columns = [
        column_values(body, column, table, context, doubts[column.name], once.get(column.name))
        for column in declared.columns
    ]
    frame = pl.concat([body.select(everything.columns), *[values for values, _ in columns]], how="horizontal")
    remarks = pl.concat([remarks for _, remarks in columns])
    if any(doubt.blank for doubt in doubts.values()):
        frame, remarks = _to_come(frame, remarks, context, declared.columns)
    remarks = pl.concat([remarks, _unsure_rows(body, table, labels)])
    frame, remarks, repeated, doubled = _once(body, frame, remarks, table, context)
    frame, remarks, uncounted = _without_uncounted(frame, remarks, table)
    asked += [*labels.values(), *doubled]
    judged = frame.with_columns(pl.lit(context.today).alias("today"))
    problems = broken(judged, layout, context.model, remarks)
    stopped = problems.filter(pl.col("severity") == Severity.STOPS.value)["position"].unique().sort()
    positions = pl.int_range(pl.len(), dtype=pl.UInt32)
    kept = frame.filter(~positions.is_in(stopped.implode())) if len(stopped) else frame
    failed = frame.select("row", declared.date)[stopped]
    kept = kept.drop("came_from", strict=False)
    of_table = [*_of_sheet(table, body, len(uncounted)), *doubtful_dates(frame, table, context)]
    tally = Counter((problem.name, problem.reason, problem.severity.value) for problem in of_table)
    if problems.height:
        by_cause = problems.group_by("name", "reason", "severity").len().sort("name", "reason")
        for name, reason, severity, rows in by_cause.iter_rows():
            tally[name, reason, severity] += rows
    if without_year := tally[declared.date, "date-without-year", Severity.STOPS.value]:
        asked.append(year_question(declared.date, without_year, body.height, table, context))
    return Checked(
        table.cells.sheet,
        layout,
        kept,
        (*of_table, *_of_rows(problems, frame, table)),
        tuple(failed["row"].to_list()),
        (*ignored, *counts, *uncounted, *repeated),
        tuple(failed[declared.date].to_list()),
        tally,
        (*asked, *[once_said.question for once_said in once.values() if once_said.question]),
        everything,
    )


def _without_counts(
    body: pl.DataFrame, table: TableInSheet, labels: Mapping[str, Question]
) -> tuple[pl.DataFrame, tuple[int, ...]]:
    """A register's rows without those that somebody has said are counts, and the numbers of those."""
    counts = [name for name, question in labels.items() if question.answer == row_labels.COUNT]
    if not counts:
        return body, ()
    is_count = pl.col(f"t{table.layout.columns['participant']}").is_in(counts).fill_null(False)
    return body.filter(~is_count), tuple(body.filter(is_count)["row"].unique(maintain_order=True))


def _unsure_rows(body: pl.DataFrame, table: TableInSheet, labels: Mapping[str, Question]) -> pl.DataFrame:
    """Rows that look like counts, before somebody has said what they are."""
    unsure = [name for name, question in labels.items() if question.answer is None]
    if not unsure:
        return pl.DataFrame(schema=SAID)
    fault = "row-unsure"
    rows = body.with_row_index("position").filter(pl.col(f"t{table.layout.columns['participant']}").is_in(unsure))
    return remark(rows, "participant", fault)


def _without_uncounted(
    frame: pl.DataFrame, remarks: pl.DataFrame, table: TableInSheet
) -> tuple[pl.DataFrame, pl.DataFrame, list[int]]:
    """Rows of what was not held are set aside; what is only read to know that is let go of."""
    uncounted = table.layout.table.not_counted
    unstored = [column.name for column in table.layout.table.columns if not column.stored]
    if uncounted is None:
        return frame, remarks, []
    numbered = frame.with_row_index("position").filter(uncounted.fill_null(value=False))
    frame, remarks = _without(numbered["position"], frame, remarks)
    return frame.drop(unstored), remarks, numbered["row"].to_list()


def _without(positions: pl.Series, frame: pl.DataFrame, remarks: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows and what is said of them, without those at these positions; the others move up."""
    numbered = frame.with_row_index("position").filter(~pl.col("position").is_in(positions.implode()))
    moved = numbered.select("position").with_row_index("at")
    moved_remarks = remarks.join(moved, on="position").with_columns(position="at").select(list(SAID))
    return numbered.drop("position"), moved_remarks


def _once(
    body: pl.DataFrame, frame: pl.DataFrame, remarks: pl.DataFrame, table: TableInSheet, context: Context
) -> tuple[pl.DataFrame, pl.DataFrame, list[int], list[Question]]:
    """Rows that stand twice: counted once or twice as somebody has said, and held back before that."""
    stands_again = twice.again(body, frame, table)
    if not stands_again.any():
        return frame, remarks, [], []
    stopped = remarks.filter(pl.col("severity") == Severity.STOPS.value)["position"].unique()
    numbered = frame.with_columns(again=stands_again).with_row_index("position")
    again = numbered.filter(pl.col("again") & ~pl.col("position").is_in(stopped.implode()))
    if again.is_empty():
        return frame, remarks, [], []
    question = twice.question(again.height, frame[table.layout.table.date], table, context)
    match question.answer:
        case twice.TWICE:
            return frame, remarks, [], [question]
        case twice.ONCE:
            frame, remarks = _without(again["position"], frame, remarks)
            repeated = again["row"].to_list() if table.register is None else []
            return frame, remarks, repeated, [question]
    fault = "row-stands-twice"
    return frame, pl.concat([remarks, remark(again, "participant", fault)]), [], [question]


def _without_unanswered_blanks(
    body: pl.DataFrame, table: TableInSheet, context: Context, doubts: Mapping[str, Marks]
) -> tuple[pl.DataFrame, list[Question]]:
    """A register's rows without those of marks and empty cells that say nothing of anybody, and what must be asked.

    A row of a register is a mark; its empty cells become rows only where somebody has said what they mean.
    """
    if table.register is None:
        return body, []
    layout, asked = table.layout, []
    fingerprint = layout.fingerprint
    for column in layout.table.columns:
        doubt, index = doubts[column.name], layout.columns.get(column.name)
        if index is None or not column.required or column.vocabulary is None:
            continue
        silent = [mark for mark in doubt.likely if context.answers.meaning(fingerprint, column.name, mark) == NONE]
        body = body.filter(~pl.col(f"t{index}").str.strip_chars().str.to_lowercase().is_in(silent).fill_null(False))
        if not (empty := marks.blanks_of(body, index)):
            continue
        if doubt.blank is not None:
            labels = meanings(column, context.model)
            key = context.answers.key(fingerprint, column.name, "")
            every = marks.options(labels, table)
            question = Question(
                key, About.BLANK, layout.table.name, column.name, "", empty, every, doubt.blank, of=body.height
            )
            asked.append(context.answers.answered(question))
            if asked[-1].answer in labels:
                continue
        body = marks.without_blanks(body, index)
    return body, asked


def _to_come(
    frame: pl.DataFrame, remarks: pl.DataFrame, context: Context, columns: tuple[Column, ...]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Nothing is asked of an empty cell on a day that has not come."""
    unsure = remarks.filter(pl.col("reason") == "blank-unsure")
    if not unsure.height:
        return frame, remarks
    days = frame.with_row_index("position").select("position", coming=pl.col("date") > context.today)
    coming = days.filter("coming").select("position")
    kept = remarks.filter(pl.col("reason") != "blank-unsure")
    blank = {column.name: column.vocabulary.blank for column in columns if column.vocabulary and column.required}
    filled = frame.with_columns(pl.col(name).fill_null(code) for name, code in blank.items())
    return filled, pl.concat([kept, unsure.join(coming, on="position", how="anti")])


def _of_sheet(table: TableInSheet, body: pl.DataFrame, uncounted: int) -> list[Problem]:
    """What there is to say of the sheet rather than of a row: headings given twice, hidden rows, what was mended."""
    cells, layout = table.cells, table.layout
    problems = []
    warning = "heading-twice"
    for name, others in layout.twice.items():
        letters = ", ".join(letter(index) for index in (layout.columns[name], *others))
        place = (letter(others[0]), layout.headings[others[0]])
        problems.append(Problem(cells.sheet, layout.row, *place, name, warning, Severity.WARNS, letters))
    if table.register is not None:
        warning = "day-twice"
        for index in table.register.repeated:
            day = f"{table.register.days[index]:%d.%m.%Y}"
            row = table.register.row
            problems.append(Problem(cells.sheet, row, letter(index), day, "date", warning, Severity.WARNS, day))
    name = layout.table.date
    if cells.hidden_rows and (hidden := sorted(set(cells.hidden_rows) & set(body["row"]))):
        note = "hidden-rows"
        problems.append(Problem(cells.sheet, hidden[0], "", "", name, note, Severity.NOTES, str(len(hidden))))
    if uncounted:
        note = "rows-not-held"
        problems.append(Problem(cells.sheet, layout.row, "", "", name, note, Severity.NOTES, str(uncounted)))
    if "mixed-encodings" in cells.remarks:
        warning = "mixed-encodings"
        problems.append(Problem(cells.sheet, layout.row, "", "", name, warning, Severity.WARNS))
    if "errors-unseen" in cells.remarks:
        warning = "errors-unseen"
        problems.append(Problem(cells.sheet, layout.row, "", "", name, warning, Severity.WARNS))
    return problems


def _of_rows(remarks: pl.DataFrame, frame: pl.DataFrame, table: TableInSheet) -> list[Problem]:
    """In the order of the rows, as the file shows them. A register's marks stand under the date they are of, a form's
    answers under their question."""
    if remarks.is_empty():
        return []
    sheet, layout = table.cells.sheet, table.layout
    if remarks.height > MOST_SAID:
        remarks = remarks.sort(pl.col("severity") != Severity.STOPS.value, "position").head(MOST_SAID)
    rows = frame["row"].to_list()
    marks = frame["came_from"].to_list() if "came_from" in frame.columns else None
    unfolded = table.unfolded
    places = {column.name: layout.place(column.name) for column in layout.table.columns}
    problems = []
    for position, name, reason, severity, value, suggestion in remarks.sort("position", maintain_order=True).rows():
        column, heading = places[name]
        if marks is not None and name in table.headless:
            column, heading = letter(marks[position]), unfolded[marks[position]]
        elif table.register is not None and name == "level":
            column, heading = "", ""
        weight = Severity(severity)
        problems.append(Problem(sheet, rows[position], column, heading, name, reason, weight, value, suggestion))
    return problems
