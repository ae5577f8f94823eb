"""Owns the pieces of the upload page: what a file will do, what is wrong in it, keeping it and undoing it."""

from collections.abc import Sequence

import streamlit as st

from dashboard import sentences
from dashboard.desk import Preview, StoreFault
from dashboard.screen import Here, here
from data_sources.check import Checked, Problem
from data_sources.table import Severity

MOST_PROBLEMS = 200
TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"]
_ICONS = {Severity.STOPS: "⛔", Severity.WARNS: "⚠️", Severity.NOTES: "ℹ️"}
_ORDER = list(Severity)


def template() -> None:
    """An empty workbook with the right headings and drop-down lists."""
    now = here()
    st.download_button(
        now.words("upload-template"), data=lambda: now.desk.template(now.words), file_name="samspill-mal.xlsx",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def received() -> list[Preview]:
    """The files in hand, each read once. They stay in hand until they are kept or taken away."""
    now = here()
    turn = st.session_state.setdefault("upload:turn", 0)
    files = st.file_uploader(
        now.words("upload-files"), type=TYPES, accept_multiple_files=True, key=f"upload:{turn}",
        help=now.words("upload-help"),
    )  # fmt: skip
    known: dict[tuple[str, int], Preview] = st.session_state.setdefault("upload:previews", {})
    version = len(now.desk.batches())
    made: list[Preview] = []
    for file in files or []:
        key = (file.file_id, version)
        if key not in known:
            with st.spinner(now.words("upload-reading", file=file.name)):
                try:
                    known[key] = now.desk.receive(file.getvalue(), file.name)
                except StoreFault as fault:
                    st.error(now.words(f"store-{fault.reason}"))
                    continue
        made.append(known[key])
    st.session_state["upload:previews"] = {key: kept for key, kept in known.items() if kept in made}
    st.session_state["upload:good"] = [preview for preview in made if not preview.arrival.refused]
    return made


def show_preview(preview: Preview) -> None:
    """One file: refused with a sentence, or what it will do and what is wrong in it."""
    now, arrival = here(), preview.arrival
    with st.container(border=True):
        st.subheader(arrival.file, anchor=False)
        if arrival.refused:
            st.error(sentences.refusal(arrival, now.words), icon=":material/block:")
            return
        if preview.seen:
            st.info(now.words("upload-seen"))
        for difference in preview.differences:
            counts = difference.counts
            st.markdown(
                now.words(
                    "upload-will", table=now.words(f"table-{counts.table}"), new=counts.new,
                    changed=counts.changed, unchanged=counts.unchanged,
                )
            )  # fmt: skip
            if counts.failed:
                st.warning(now.words("upload-failed", count=counts.failed))
        for name in arrival.hidden:
            st.caption(now.words("upload-hidden-sheet", sheet=name))
        for name in arrival.skipped:
            st.caption(now.words("upload-skipped-sheet", sheet=name))
        _show_problems([problem for sheet in arrival.sheets for problem in sheet.problems], now)
        with st.expander(now.words("upload-look")):
            for sheet in arrival.sheets:
                _show_rows(sheet, now)


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
            {heads[name]: "" if value is None else str(value) for name, value in row.items()}
            for row in sheet.rows.head(5).select(list(heads)).iter_rows(named=True)
        ],
        border="horizontal", hide_index=True,
    )  # fmt: skip


def keep_all() -> None:
    """One button for every file that can be kept. Publishing is a step of its own."""
    now = here()
    good: list[Preview] = st.session_state.get("upload:good", [])
    if not good or not st.button(
        now.words("upload-keep", count=len(good)), type="primary", icon=":material/save:"
    ):
        return
    said = []
    try:
        for preview in good:
            batch = now.desk.keep(preview)
            said.append(
                now.words("upload-kept", file=batch.file, rows=sum(c.new + c.changed for c in batch.counts))
            )
    except StoreFault as fault:
        st.error(now.words(f"store-{fault.reason}"))
        return
    st.session_state["upload:receipt"] = said
    st.session_state["upload:turn"] += 1
    st.rerun()


def last_receipt() -> None:
    """What has just been kept."""
    for sentence in st.session_state.pop("upload:receipt", []):
        st.success(sentence, icon=":material/check_circle:")


def history() -> None:
    """Every upload, newest first, each with its undo."""
    now = here()
    batches = now.desk.batches()
    st.header(now.words("history-title"), anchor=False)
    if not batches:
        st.markdown(now.words("history-nothing"))
    for batch in batches[:30]:
        left, right = st.columns([5, 1], vertical_alignment="center")
        brought = "; ".join(
            now.words("history-counts", table=now.words(f"table-{c.table}"), new=c.new, changed=c.changed,
                      unchanged=c.unchanged, failed=c.failed)
            for c in batch.counts
        )  # fmt: skip
        said = f"**{batch.file}** · {now.words.moment(batch.uploaded_at)} · {batch.uploaded_by}  \n{brought}"
        if batch.undone_at:
            left.markdown(f"{said}  \n{now.words('history-undone', at=now.words.moment(batch.undone_at))}")
            continue
        left.markdown(said)
        if right.button(now.words("history-undo"), key=f"undo:{batch.id}", icon=":material/undo:"):
            try:
                done = now.desk.undo(batch.id)
            except StoreFault as fault:
                st.error(now.words(f"store-{fault.reason}"))
                continue
            if done:
                st.rerun()
            st.error(now.words("history-overtaken"))
