"""Owns the way in on the upload page: files in hand, read on the side with a way to stop, and kept."""

from dataclasses import replace

import streamlit as st

from dashboard.desk import Batch, Job, Preview, SourceFault, StoreFault
from dashboard.screen import here
from dashboard.sentences import asked, causes, sentences
from data_sources.arriving.preview import told_of_stored
from data_sources.checking.account import Account

PATIENCE = 1.0
"""Seconds that a page waits before it shows how far the work has come."""
_MOST_LEFT_OUT = 5
TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"]


def template() -> None:
    """An empty workbook with the right headings and drop-down lists."""
    view = here()
    st.download_button(
        view.words("upload-template"),
        data=lambda: view.desk.template(view.words),
        file_name="samspill-mal.xlsx",
        icon=":material/download:",
        on_click="ignore",
    )


def received() -> list[Preview]:
    """What is in hand, each file and source read once. It stays in hand until it is kept or taken away."""
    view = here()
    asked = _asked_for()
    turn = st.session_state.setdefault("upload:turn", 0)
    folder = st.toggle(view.words("upload-folder"), key="upload:folder")
    files = st.file_uploader(
        view.words("upload-files"),
        type=TYPES,
        accept_multiple_files="directory" if folder else True,
        key=f"upload:{turn}:{folder}",
        help=view.words("upload-help"),
    )
    jobs_of_session: dict[object, Job[Preview]] = st.session_state.setdefault("upload:jobs", {})
    state = (view.desk.state(), st.session_state.get("upload:asked", 0))
    jobs: dict[object, Job[Preview]] = {}
    for file in files or []:
        key = (file.file_id, state)
        jobs[key] = jobs_of_session.get(key) or view.desk.receiving(file.getvalue(), file.name.rpartition("/")[2])
    for name in asked:
        key = (name, state)
        jobs[key] = jobs_of_session.get(key) or view.desk.fetching(name)
    for gone in jobs_of_session.keys() - jobs.keys():
        jobs_of_session[gone].call_off()
    st.session_state["upload:jobs"] = jobs
    previews = [preview for job in _finished(list(jobs.values())) if (preview := _result(job))]
    st.session_state["upload:good"] = [preview for preview in previews if not preview.arrival.refused]
    return previews


def _asked_for() -> list[str]:
    """The named sources somebody has asked to fetch from, with a button for each."""
    view = here()
    asked: list[str] = st.session_state.setdefault("upload:sources", [])
    try:
        names = view.desk.sources()
    except SourceFault as fault:
        st.warning(view.words(f"source-fault-{fault.reason}", **fault.arguments))
        return []
    for name in names:
        if st.button(view.words("source-fetch", source=name), icon=":material/database:", key=f"source:{name}"):
            st.session_state["upload:sources"] = asked = [*{*asked, name}]
    return asked


def _finished(jobs: list[Job[Preview]]) -> list[Job[Preview]]:
    """Those that are done; how far the others have come, until they are."""
    if jobs and not all(job.wait(PATIENCE / len(jobs)) for job in jobs):
        _going_on(jobs, "reading", sum(job.done for job in jobs))
    return [job for job in jobs if job.done]


def _result(job: Job[Preview]) -> Preview | None:
    try:
        return job.result()
    except SourceFault as fault:
        words = here().words(f"source-fault-{fault.reason}", **fault.arguments)
        (st.info if fault.reason == "nothing-new" else st.error)(words)
    except StoreFault as fault:
        st.error(here().words(f"store-{fault.reason}"))
    return None


@st.fragment(run_every=0.7)
def _going_on(jobs: list[Job[Preview]] | list[Job[list[Batch]]], kind: str, done: int) -> None:
    """A bar for each piece of work, and one button that stops them all. What is done comes on the page by itself."""
    words = here().words
    if sum(job.done for job in jobs) > done:
        st.rerun()
    for job in jobs:
        if not job.done:
            st.progress(job.share, text=words(f"job-{job.stage}", file=job.what))
    if any(job.called_off() for job in jobs):
        st.caption(words("job-stopping"))
    elif st.button(words("job-stop"), icon=":material/cancel:", key=f"stop:{kind}"):
        for job in jobs:
            job.call_off()


def keep_all() -> None:
    """One button for every file that can be kept. Publishing is a step of its own."""
    view = here()
    job: Job[list[Batch]] | None = st.session_state.get("upload:keeping")
    if job is None:
        good: list[Preview] = st.session_state.get("upload:good", [])
        reading = any(not job.done for job in st.session_state.get("upload:jobs", {}).values())
        label = view.words("upload-keep", count=len(good))
        if not good or not st.button(label, type="primary", icon=":material/save:", disabled=reading):
            return
        st.session_state["upload:unmended"] = [preview for preview in good if preview.failed]
        st.session_state["upload:accounts"] = [preview.arrival.account for preview in good]
        job = view.desk.keeping([(preview, whole_tables(preview)) for preview in good])
        st.session_state["upload:keeping"] = job
    if not job.wait(PATIENCE):
        _going_on([job], "keeping", 0)
        return
    del st.session_state["upload:keeping"]
    try:
        kept = job.result()
    except StoreFault as fault:
        st.error(view.words(f"store-{fault.reason}"))
        return
    accounts: list[Account] = st.session_state.pop("upload:accounts")
    st.session_state["upload:receipt"] = [
        (_receipt(batch), _left_out(account)) for batch, account in zip(kept, accounts, strict=True)
    ]
    st.session_state["upload:turn"] += 1
    st.session_state["upload:sources"] = []
    st.rerun()


def whole_tables(preview: Preview) -> list[str]:
    """The tables of which somebody has said that this file is the whole."""
    names = [effect.counts.table for effect in preview.effects]
    return [name for name in names if st.session_state.get(whole_key(preview, name))]


def whole_key(preview: Preview, table: str) -> str:
    """The name of the choice whether a file is the whole of a table."""
    return f"whole:{preview.arrival.sha256}:{table}"


def _receipt(batch: Batch) -> str:
    words = here().words
    if not batch.id:
        return words("upload-kept-nothing", file=batch.file)
    rows, removed = sum(c.new + c.changed for c in batch.counts), sum(c.removed for c in batch.counts)
    sentence = words("upload-kept", file=batch.file, rows=rows)
    return f"{sentence} {words('upload-removed', count=told_of_stored(removed))}" if removed else sentence


def _left_out(account: Account) -> str:
    """What of a file was not read; nothing is said where nothing was left out."""
    words, left = here().words, sum(part.cells for part in account.unused)
    places = [f"- {sentences.plain(asked.unused(part, words))}" for part in account.unused[:_MOST_LEFT_OUT]]
    return "\n".join([words("upload-left-out", cells=left, held=account.held), "", *places]) if left else ""


def last_receipt() -> None:
    """What has just been kept, and what of it was not read, where there is any."""
    for sentence, left_out in st.session_state.pop("upload:receipt", []):
        st.success(sentence, icon=":material/check_circle:")
        if left_out:
            st.warning(left_out, icon=":material/playlist_remove:")
    if st.session_state.get("upload:keeping") is None:
        for preview in st.session_state.get("upload:unmended", []):
            _remaining(preview)


def _remaining(preview: Preview) -> None:
    """The rows that were not kept, at hand until somebody takes them away."""
    words, held = here().words, st.session_state["upload:unmended"]
    with st.container(border=True):
        st.warning(words("upload-remain", file=preview.arrival.file, count=preview.failed), icon=":material/edit_note:")
        corrections_button(preview, "remaining")
        if st.button(words("upload-remain-done"), key=f"mended:{preview.arrival.sha256}"):
            st.session_state["upload:unmended"] = [preview_held for preview_held in held if preview_held is not preview]
            st.rerun()


def corrections_button(preview: Preview, where: str) -> None:
    """The failed rows as a workbook of their own, marked and explained."""
    view = here()
    st.download_button(
        view.words("upload-corrections", count=preview.failed),
        data=lambda: view.desk.corrections(
            preview,
            lambda problem: sentences.problem(replace(problem, value=None), view.words),
            causes.to_mend(preview.samples, view.words),
        ),
        file_name=f"rett {preview.arrival.file.rpartition('.')[0] or preview.arrival.file}.xlsx",
        icon=":material/download:",
        on_click="ignore",
        key=f"corrections:{where}:{preview.arrival.sha256}",
        help=view.words("upload-corrections-help"),
    )
