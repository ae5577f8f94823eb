"""Owns what is shown of a file before it is kept: what it will do, what is wrong in it, how it was understood."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard import sentences
from dashboard.charts.arrivals import arrivals
from dashboard.desk import Preview
from dashboard.screen import Here, asking, here
from dashboard.screen.uploading import whole_key
from data_sources.answers import meanings
from data_sources.check import Checked, Problem
from data_sources.differences import Difference
from data_sources.table import Severity

MOST_PROBLEMS = 200
_ICONS = {Severity.STOPS: "⛔", Severity.WARNS: "⚠️", Severity.NOTES: "ℹ️"}
_ORDER = list(Severity)


def show_preview(preview: Preview) -> None:
    """One file: refused with a sentence, or what it will do and what is wrong in it."""
    now, arrival = here(), preview.arrival
    with st.container(border=True):
        st.subheader(arrival.file, anchor=False)
        if arrival.refused:
            st.error(sentences.refusal(arrival, now.words), icon=":material/block:")
            asking.ask(preview)
            return
        if preview.seen:
            st.info(now.words("upload-seen"))
        for difference in preview.differences:
            _will_do(preview, difference, now)
        if arrival.held:
            _corrections(preview, now)
        asking.ask(preview)
        for name in arrival.hidden:
            st.caption(now.words("upload-hidden-sheet", sheet=name))
        for name in arrival.skipped:
            st.caption(now.words("upload-skipped-sheet", sheet=name))
        _show_problems([problem for sheet in arrival.sheets for problem in sheet.problems], now)
        with st.expander(now.words("upload-where")):
            for difference in preview.differences:
                _where(difference, now)
        with st.expander(now.words("upload-look")):
            for sheet in arrival.sheets:
                _show_rows(sheet, now)


def _will_do(preview: Preview, difference: Difference, now: Here) -> None:
    words, counts = now.words, difference.counts
    table = words(f"table-{counts.table}")
    st.markdown(
        words("upload-will", table=table, new=counts.new, changed=counts.changed, unchanged=counts.unchanged)
    )
    if counts.failed:
        st.warning(words("upload-failed", count=counts.failed), icon=":material/edit_note:")
    if difference.absent is not None and difference.absent.height:
        st.checkbox(
            words("upload-whole", count=difference.absent.height, table=table),
            key=whole_key(preview, counts.table), help=words("upload-whole-help"),
        )  # fmt: skip


def _where(difference: Difference, now: Here) -> None:
    """The same by month, by municipality, and by both."""
    counted, words = difference.by_month_and_place(), now.words
    title = words(f"table-{difference.table.name}")
    sides = zip(st.columns(2), ("month", "municipality"), strict=True)
    for side, by in sides:
        chart = arrivals(counted, words, now.names, by=by)
        with side:
            st.markdown(f"**{title}: {words(f'arrival-by-{by}')}**")
            st.vega_lite_chart(chart.frame, dict(chart.spec), alt=chart.alt)
    st.markdown(f"**{title}: {words('arrival-table')}**")
    st.table(chart.table, border="horizontal", hide_index=True)


def _corrections(preview: Preview, now: Here) -> None:
    """The failed rows as a workbook of their own, marked and explained."""
    count = sum(part.body.height for part in preview.arrival.held)
    st.download_button(
        now.words("upload-corrections", count=count),
        data=lambda: now.desk.corrections(
            preview, lambda problem: sentences.problem(replace(problem, value=None), now.words)
        ),
        file_name=f"rett {preview.arrival.file.rpartition('.')[0] or preview.arrival.file}.xlsx",
        icon=":material/download:", on_click="ignore", key=f"corrections:{preview.arrival.sha256}",
        help=now.words("upload-corrections-help"),
    )  # fmt: skip


def _show_problems(problems: Sequence[Problem], now: Here) -> None:
    if not problems:
        return
    words = now.words
    ordered = sorted(problems, key=lambda problem: _ORDER.index(problem.severity))
    stops = any(problem.severity is Severity.STOPS for problem in ordered)
    with st.expander(words("upload-problems", count=len(ordered)), expanded=stops):
        st.table(
            [
                {
                    words("problem-weight"): f"{_ICONS[p.severity]} {words(f'severity-{p.severity.value}')}",
                    words("problem-sheet"): p.sheet,
                    words("problem-row"): str(p.row),
                    words("problem-column"): f"{p.column} {p.heading}".strip(),
                    words("problem-what"): sentences.problem(p, words),
                }
                for p in ordered[:MOST_PROBLEMS]
            ],
            border="horizontal", hide_index=True,
        )  # fmt: skip
        if len(ordered) > MOST_PROBLEMS:
            st.caption(words("upload-more-problems", count=len(ordered) - MOST_PROBLEMS))


def _show_rows(sheet: Checked, now: Here) -> None:
    """How the columns were understood and the first rows, without ids and free text."""
    words, layout = now.words, sheet.layout
    st.markdown(words("upload-columns", sheet=sheet.sheet, table=words(f"table-{layout.table.name}")))
    quotable = [
        column for column in layout.table.columns if column.name in layout.columns and column.quotable
    ]
    heads = {
        column.name: f"{words(f'column-{column.name}')} ← {layout.place(column.name)[1]}"
        for column in quotable
    }
    st.table(
        [
            {heads[name]: _said(sheet, name, value, now) for name, value in row.items()}
            for row in sheet.rows.head(5).select(list(heads)).iter_rows(named=True)
        ],
        border="horizontal", hide_index=True,
    )  # fmt: skip


def _said(sheet: Checked, name: str, value: object, now: Here) -> str:
    """A value as the file might have said it."""
    match value:
        case None:
            return ""
        case date():
            return now.words.day(value)
        case bool():
            value = "yes" if value else "no"
        case int() | float():
            return now.words.number(value, 0 if value == int(value) else 1)
    return meanings(sheet.layout.table.by_name[name], now.desk.model).get(str(value), str(value))
