"""Owns the pieces of the data quality page. Counts of rows and reasons only; no cell's value comes here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from dashboard.charts.quality import quality
from dashboard.counting.period import Period, from_code
from dashboard.findings.quality import Aspect, SourceQuality, names, touched
from dashboard.publishing.publish import Outcome
from dashboard.screen import here
from dashboard.screen.parts import heading
from dashboard.screen.tables import as_table
from dashboard.sentences.sentences import roughly

# Kept rows of other or unknown places and teams are cells of the lattice, mostly hidden: that there is none would give
# others away. The months' grades tell of them, as wide as that allows.
FIRST = 10  # uploads that stand open; the older ones are folded away
OF_HIDDEN_CELLS = {"municipality-empty", "municipality-elsewhere", "team-unknown"}


def by_table(brought: Sequence[dict[str, object]]) -> None:
    """Each upload: its table, the days its rows span, how many were kept and how many failed."""
    words = here().words
    heading(words("quality-uploads"))
    newest_first = list(reversed(brought))
    _uploads(newest_first[:FIRST])
    if older := newest_first[FIRST:]:
        with st.expander(words("history-older", count=len(older))):
            _uploads(older)


def _uploads(brought: Sequence[dict[str, object]]) -> None:
    words = here().words
    as_table(
        [
            {
                words("quality-file"): str(row["file"]),
                words("quality-table"): words(f"table-{row['table_name']}"),
                words("quality-when"): _moment(row["uploaded_at"]),
                words("quality-span"): _span(row["first"], row["last"]),
                words("quality-kept"): roughly(_sum(row, "new", "changed", "unchanged"), words),
                words("quality-failed"): roughly(failed, words) if (failed := _sum(row, "failed")) else "0",
            }
            for row in brought
        ]
    )


def by_month() -> None:
    """Each source's months as a picture, and under it what its weak months do to which numbers."""
    view = here()
    words = view.words
    sources = view.desk.quality_by_month()
    if not sources:
        return
    heading(words("quality-months"))
    st.caption(words("quality-months-rule"))
    several = Counter(source.table for source in sources)
    for left in range(0, len(sources), 2):
        for side, source in zip(st.columns(2, gap="large"), sources[left : left + 2], strict=False):
            with side:
                table = words(f"table-{source.table}")
                st.subheader(f"{table} · {source.file}" if several[source.table] > 1 else table, anchor=False)
                chart = quality(source, words)
                st.vega_lite_chart(chart.frame, dict(chart.spec), alt=chart.alt)
                for sentence in _findings(source):
                    st.markdown(sentence)
                with st.expander(words("chart-table")):
                    as_table(chart.table)


def _findings(source: SourceQuality) -> list[str]:
    """What the weak months do to which numbers; that all is well, where it is."""
    words = here().words

    def told(key: str, months: Sequence[str], aspect: Aspect | None) -> str:
        touches = [words(name) for name in names(touched(source.table, aspect))]
        # "Oppmøte" and "Oppmøte uten avlysninger" are two numbers, so they stand in quotes.
        listed = ", ".join(words("quoted", text=text) for text in dict.fromkeys(touches))
        return words(key, months=_spans(months), indicators=listed or words("quality-no-indicator"))

    findings = [
        told(f"quality-finding-{aspect.value}", months, aspect)
        for aspect in Aspect
        if (months := source.worrying(aspect))
    ]
    if missing := source.missing():
        findings.append(told("quality-finding-missing", missing, None))
    return findings or [words("quality-finding-none")]


def _spans(months: Sequence[str]) -> str:
    """jan. 25–mars 25, mai 25: months one after the other told as one span."""
    words = here().words
    periods = [period for month in months if (period := from_code(month))]
    spans: list[list[Period]] = []
    for period in periods:
        if spans and (period.first - spans[-1][-1].last).days == 1:
            spans[-1].append(period)
        else:
            spans.append([period])
    ends = [dict.fromkeys((span[0], span[-1])) for span in spans]
    return ", ".join("–".join(words.period(period, short=True) for period in pair) for pair in ends)


def by_problem(problems: Sequence[dict[str, object]]) -> None:
    """What was wrong, and how often."""
    words = here().words
    heading(words("quality-problems"))
    problems = [row for row in problems if row["reason"] not in OF_HIDDEN_CELLS]
    if not problems:
        st.markdown(words("quality-no-problems"))
        return
    as_table(
        [
            {
                words("quality-table"): words(f"table-{row['table_name']}"),
                words("problem-weight"): words(f"severity-{row['severity']}"),
                words("problem-what"): words(f"problem-{row['reason']}.short"),
                words("quality-rows"): roughly(_sum(row, "rows"), words),
            }
            for row in problems
        ]
    )


def by_period() -> None:
    """What is published, and what waits for rows or for somebody's decision."""
    view = here()
    words = view.words
    heading(words("quality-published"))
    latest = sorted(view.desk.newest_editions(), key=lambda row: (row[1].last, row[0]), reverse=True)
    with st.expander(words("quality-show-published", count=len(latest))):
        _published(latest)
    st.caption(words(f"publish-{Outcome.NOT_REPORTED.value.replace('_', '-')}-rule"))


def _published(latest: Sequence[tuple[str, Period, int, datetime]]) -> None:
    words = here().words
    as_table(
        [
            {
                words("quality-family"): words(f"family-{family}"),
                words("quality-period"): words.period(period),
                words("quality-edition"): str(edition),
                words("quality-when"): words.moment(at),
            }
            for family, period, edition, at in latest
        ]
    )


def _moment(at: object) -> str:
    return here().words.moment(at) if isinstance(at, datetime) else ""


def _span(first: object, last: object) -> str:
    words = here().words
    if not isinstance(first, date) or not isinstance(last, date):
        return ""
    return f"{words.day(first)}–{words.day(last)}"


def _sum(row: dict[str, object], *names: str) -> int:
    return sum(number for name in names if isinstance(number := row[name], int))
