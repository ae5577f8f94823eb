"""Owns the overview on the screen: goals against municipalities in words, shapes and colours, and what is new."""

from html import escape
from pathlib import Path

import streamlit as st

from dashboard.desk import ALL, News, Row, Standing
from dashboard.goals.verdict import Trend
from dashboard.screen import here, value_of
from dashboard.screen.meeting.minutes import goal_names
from dashboard.sentences import sentences

LOOK = Path(__file__).parents[1] / "static" / "matrix.css"
MOST_MOVED = 12


def matrix(rows: list[Row]) -> None:
    """A table of goals against places; the chosen municipality's column is lifted, the others stay."""
    now, words = here(), here().words
    places = {ALL: words("place-all"), **now.names}
    heads = "".join(f'<th scope="col"{_lifted(place)}>{escape(name)}</th>' for place, name in places.items())
    body = "".join(_row(row, places) for row in rows)
    table = (
        f'<table class="matrix"><caption>{escape(words("matrix-caption"))}</caption>'
        f'<thead><tr><th scope="col">{escape(words("decision-goal"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    st.html(LOOK)
    with st.container(key="matrix"):
        st.html(table)


def _lifted(place: str) -> str:
    return ' class="lifted"' if place == here().place != ALL else ""


def _row(row: Row, places: dict[str, str]) -> str:
    words, standing = here().words, row.standing
    name = escape(words.said(standing.entry.name))
    now = words("matrix-now", value=value_of(standing), target=sentences.target(standing, words))
    trend = standing.verdict.trend
    now += "" if trend is Trend.TOO_FEW else f" {sentences.trend(trend, words)}"
    return f'<tr><th scope="row">{name}<small>{escape(now)}</small></th>{_cells(row, places)}</tr>'


def _cells(row: Row, places: dict[str, str]) -> str:
    """One for each place; what the municipalities have no verdict of their own on is said once for all of them."""
    words = here().words
    cells = [
        f'<td data-place="{escape(name)}"{_lifted(place)}>{_cell(standing)}</td>'
        for place, name in places.items()
        if (standing := row.cells[place]) is not None
    ]
    if missing := len(places) - len(cells):
        said, about = escape(words("matrix-region-only")), escape(words("matrix-others"))
        cells.append(f'<td class="region" colspan="{missing}" data-place="{about}">{said}</td>')
    return "".join(cells)


def _cell(standing: Standing) -> str:
    """The status as word, shape and colour; the shapes are drawn in matrix.css, so that no typeface decides them."""
    status, words = standing.verdict.status, here().words
    look = f"status {sentences.BADGES[status][0]} {status.value}"
    return f'<span class="{look}">{escape(sentences.status(standing.verdict, words))}</span>'


def news(found: News | None) -> None:
    """What is new since the last numbers: which periods have come, which were corrected, which goals have moved."""
    now, words = here(), here().words
    st.header(words("news-title"), anchor=False)
    if found is None:
        st.markdown(words("news-first"))
        return
    since = sentences.edition(found.since.partition(".")[0], words)
    if found.periods:
        periods = ", ".join(words.period(period) for period in found.periods)
        st.markdown(words("news-periods", since=since, periods=periods))
    for period, reason in found.anew:
        st.markdown(words("news-anew", period=words.period(period), reason=sentences.plain(reason)))
    if not found.moved:
        st.markdown(words("news-unmoved", since=since))
        return
    st.markdown(words("news-moved", count=len(found.moved), since=since))
    goals = goal_names(now)
    lines = [
        f"- {sentences.plain(goals.get(one.goal, one.goal))}, {sentences.place(one.place, now.names, words)}: "
        f"{sentences.badge_of(one.before, words)} → {sentences.badge_of(one.after, words)}"
        for one in found.moved[:MOST_MOVED]
    ]
    st.markdown("\n".join(lines))
    if len(found.moved) > MOST_MOVED:
        st.caption(words("news-more", count=len(found.moved) - MOST_MOVED))
