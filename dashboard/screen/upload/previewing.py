"""Owns what is shown of a file before it is kept: what it will do, what is wrong in it, how it was understood."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard.charts.arrivals import arrivals
from dashboard.desk import Preview
from dashboard.screen import View, here
from dashboard.screen.tables import as_table
from dashboard.screen.upload import questions
from dashboard.screen.upload.uploading import corrections_button, whole_key
from dashboard.sentences import asked, causes, sentences
from data_sources.arriving.preview import SHOWN_PROBLEMS, Effect, Sample
from data_sources.checking.account import Account
from data_sources.declared.table import Severity
from data_sources.parsing.answers import meanings

_ICONS = {
    Severity.STOPS: ":red[:material/block:]",
    Severity.WARNS: ":orange[:material/warning:]",
    Severity.NOTES: ":blue[:material/info:]",
}
_ORDER = list(Severity)
_MOST_UNUSED = 20


def show_preview(preview: Preview) -> None:
    """One file: refused with a sentence, or what it will do and what is wrong in it."""
    view, arrival = here(), preview.arrival
    with st.container(border=True):
        st.subheader(arrival.file, anchor=False)
        if arrival.refused:
            st.error(sentences.refusal(arrival, view.words), icon=":material/block:")
            for name in arrival.hidden if arrival.refused != "only-hidden" else ():
                st.caption(view.words("upload-hidden-sheet", sheet=name))
            questions.ask(preview)
            return
        if preview.seen:
            st.info(view.words("upload-seen"))
        for effect in preview.effects:
            _will_do(preview, effect, view)
        if preview.failed:
            corrections_button(preview, "preview")
        questions.ask(preview)
        for name in arrival.hidden:
            st.caption(view.words("upload-hidden-sheet", sheet=name))
        show_account(arrival.account, view)
        _show_problems(preview, view)
        with st.expander(view.words("upload-where")):
            for effect in preview.effects:
                _where(effect, view)
        with st.expander(view.words("upload-look")):
            for sample in preview.samples:
                _show_rows(sample, view)


def show_account(kept: Account, view: View) -> None:
    """What became of every cell: told where something was not read."""
    if not kept.unused:
        st.caption(asked.account(kept, view.words))
        return
    lines = [f"- {sentences.plain(asked.unused(cells, view.words))}" for cells in kept.unused[:_MOST_UNUSED]]
    st.warning("\n".join([asked.account(kept, view.words), "", *lines]), icon=":material/playlist_remove:")


def _will_do(preview: Preview, effect: Effect, view: View) -> None:
    words, counts = view.words, effect.counts
    table = words(f"table-{counts.table}")
    st.markdown(words("upload-will", table=table, new=counts.new, changed=counts.changed, unchanged=counts.unchanged))
    if counts.failed:
        st.warning(words("upload-failed", count=counts.failed), icon=":material/edit_note:")
    if effect.absent:
        st.checkbox(
            words("upload-whole", count=effect.absent, table=table),
            key=whole_key(preview, counts.table),
            help=words("upload-whole-help"),
        )


def _where(effect: Effect, view: View) -> None:
    """The same by month, by municipality, and by both."""
    counted, words = effect.placed, view.words
    title = words(f"table-{effect.counts.table}")
    sides = zip(st.columns(2), ("month", "municipality"), strict=True)
    for side, by in sides:
        chart = arrivals(counted, words, view.names, by=by)
        with side:
            st.markdown(f"**{title}: {words(f'arrival-by-{by}')}**")
            st.vega_lite_chart(chart.frame, dict(chart.spec), alt=chart.alt)
    st.markdown(f"**{title}: {words('arrival-table')}**")
    as_table(chart.table)


def _show_problems(preview: Preview, view: View) -> None:
    """One line for each cause, what stops rows first; the rows themselves where somebody asks for them."""
    words, file_causes = view.words, causes.of_file(preview.samples, view.words)
    if not file_causes:
        return
    stops = any(cause.severity is Severity.STOPS for cause in file_causes)
    with st.expander(words("upload-causes", count=len(file_causes)), expanded=stops):
        for cause in file_causes:
            weight = words("cause-weight", severity=words(f"severity-{cause.severity.value}"), count=cause.count)
            what, where = sentences.plain(cause.what), sentences.plain(cause.where)
            st.markdown(f"{_ICONS[cause.severity]} **{weight}:** {what}  \n{where}")
        every = sum(cause.count for cause in file_causes)
        if every > len(file_causes) and st.toggle(words("upload-problems"), key=f"rows:{preview.arrival.sha256}"):
            _show_each(preview.samples, every, view)


def _show_each(samples: Sequence[Sample], every: int, view: View) -> None:
    """The worst of them row by row; how many there are besides is said."""
    words = view.words
    problems = [problem for sample in samples for problem in sample.problems]
    shown = sorted(problems, key=lambda problem: _ORDER.index(problem.severity))[:SHOWN_PROBLEMS]
    as_table(
        [
            {
                words("problem-weight"): f"{_ICONS[p.severity]} {words(f'severity-{p.severity.value}')}",
                words("problem-sheet"): sentences.plain(p.sheet),
                words("problem-row"): str(p.row),
                words("problem-column"): sentences.plain(f"{p.column} {p.heading}".strip()),
                words("problem-what"): sentences.plain(sentences.problem(p, words)),
            }
            for p in shown
        ]
    )
    if every > len(shown):
        st.caption(words("upload-more-problems", count=every - len(shown)))


def _show_rows(sheet: Sample, view: View) -> None:
    """How the columns were understood and the first rows, without ids and free text."""
    words, layout = view.words, sheet.layout
    st.markdown(words("upload-columns", sheet=sheet.sheet, table=words(f"table-{layout.table.name}")))
    quotable = [column for column in layout.table.columns if column.name in layout.columns and column.quotable]
    heads = {column.name: f"{words(f'column-{column.name}')} ← {layout.place(column.name)[1]}" for column in quotable}
    as_table(
        [
            {heads[name]: _said(sheet, name, value, view) for name, value in row.items()}
            for row in sheet.rows.select(list(heads)).iter_rows(named=True)
        ]
    )


def _said(sheet: Sample, name: str, value: object, view: View) -> str:
    """A value as the file might have said it."""
    match value:
        case None:
            return ""
        case date():
            return view.words.day(value)
        case bool():
            value = "yes" if value else "no"
        case int() | float():
            return view.words.number(value, 0 if value == int(value) else 1)
    return meanings(sheet.layout.table.by_name[name], view.desk.model).get(str(value), str(value))
