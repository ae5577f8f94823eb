"""Owns the overview on the screen: every goal as a row of one picture, what is new, and what is late."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts.drawn import legend_mark
from dashboard.desk import Decision, News, Row
from dashboard.goals.verdict import Status
from dashboard.screen import here
from dashboard.screen.goals import pictures
from dashboard.screen.links import to_page
from dashboard.screen.meeting.minutes import goal_names
from dashboard.screen.parts import heading
from dashboard.sentences import deliveries, sentences
from dashboard.sentences import goals as goal_sentences

MOST_MOVED, MOST_LATE = 6, 5
MOST_LETTERS = 64  # of a measure in its goal's row: two lines; the whole of it stands at the goal
# What needs to be talked about comes first; the rest keeps the model's order.
_TROUBLE = {Status.OFF_TRACK: 0, Status.BELOW_TARGET_UNSURE: 1, Status.ABOVE_TARGET_UNSURE: 1}


def board(rows: Sequence[Row]) -> None:
    """The goals as a table: name, number, scale, curve, status and next measure in each row."""
    view, words = here(), here().words
    if not rows:
        st.info(words("goals-none"))
        return
    ordered = sorted(rows, key=lambda row: urgency(row.standing.verdict.status))
    heads = "".join(
        f'<th scope="col" class="{name}">{escape(words(f"board-{name}"))}</th>'
        for name in ("goal", "now", "scale", "curve", "status", "next")
    )
    waiting = view.desk.measures()
    body = "".join(_row(row, waiting) for row in ordered)
    drawn = (
        f'<p class="board-sentence">{escape(sentences.overview([row.standing for row in rows], words))}</p>'
        f'<table class="board"><caption class="unseen">{escape(words("board-caption"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{_key()}"
    )
    st.html(drawn)


def urgency(status: Status) -> int:
    """Lower comes first: off track, then on the wrong side perhaps by chance, then everything else."""
    return _TROUBLE.get(status, 2)


def _row(row: Row, waiting: Sequence[Decision]) -> str:
    view, words, standing = here(), here().words, row.standing
    key = standing.entry.key
    name = escape(words.said(standing.entry.name))
    aim = escape(words("board-target", target=goal_sentences.target(standing, words)))
    measure = next((entry for entry in waiting if entry.goal == key), None)
    aside = deliveries.aside(standing, words)
    lacks = f"<small>{escape(aside)}</small>" if aside else ""
    course = pictures.small_curve(standing, view.desk.course(key), view)
    cells = (
        f'<th scope="row"><a href="{to_page("goals", mal=key)}">{name}</a><small>{aim}</small></th>',
        f'<td class="now">{escape(pictures.value(standing, view))}{lacks}</td>',
        f'<td class="scale">{pictures.of_row(row, view)}</td>',
        f'<td class="curve">{course}</td>',
        f'<td class="status-cell">{pictures.status(standing, view)}</td>',
        f'<td class="next">{_measure(measure)}</td>',
    )
    return f"<tr>{''.join(cells)}</tr>"


def _measure(entry: Decision | None) -> str:
    """The measure that is due first, with whose it is and when; in red and in words where its date has passed."""
    words = here().words
    if entry is None:
        return f'<span class="none">{escape(words("board-no-measure"))}</span>'
    late = entry.is_overdue(here().desk.today())
    due = words("board-late" if late else "board-due", day=words.day(entry.due)) if entry.due else ""
    facts = " · ".join(part for part in (due, entry.responsible) if part)
    look = ' class="late"' if late else ""
    text = escape(sentences.brief(entry.text, MOST_LETTERS))
    return f'<span class="what">{text}</span><small{look}>{escape(facts)}</small>'


def _key() -> str:
    """Whose the marks are."""
    view = here()
    order = list(view.names)
    marks = "".join(f"<li>{legend_mark(key, order)}{escape(name)}</li>" for key, name in view.names.items())
    return (
        f'<ul class="key" aria-hidden="true">{marks}<li class="good-key">{escape(view.words("board-good"))}</li></ul>'
    )


def below(news: News | None) -> None:
    """What is new, and what is late."""
    if chance := sentences.by_chance(here().desk.matrix(), here().words):
        st.caption(chance)
    left, right = st.columns(2, gap="large")
    with left:
        _news(news)
    with right:
        _late()


def _late() -> None:
    view, words = here(), here().words
    today = view.desk.today()
    late = [entry for entry in view.desk.measures() if entry.is_overdue(today)]
    heading(words("late-title"))
    if not late:
        st.markdown(words("late-none"))
        return
    goals = goal_names(view)
    lines = []
    for entry in late[:MOST_LATE]:
        due = words("board-late", day=words.day(entry.due)) if entry.due else ""
        about = [goals.get(entry.goal, entry.goal), entry.responsible, due]
        lines.append(f"- **{sentences.plain(entry.text)}**  \n  {sentences.plain(' · '.join(filter(None, about)))}")
    st.markdown("\n".join(lines))
    if len(late) > MOST_LATE:
        st.caption(words("news-more", count=len(late) - MOST_LATE))


def _news(news: News | None) -> None:
    """What is new since the last numbers: which periods have come, which were corrected, which goals have moved."""
    view, words = here(), here().words
    heading(words("news-title"))
    if news is None:
        st.markdown(words("news-first"))
        return
    since = sentences.edition(news.since.partition(".")[0], words)
    for line in sentences.published_since(news, words):
        st.markdown(sentences.plain(line))
    if not news.moved:
        st.markdown(words("news-unmoved", since=since))
        return
    st.markdown(words("news-moved", count=len(news.moved), since=since))
    goals = goal_names(view)
    lines = [
        f"- {sentences.plain(goals.get(change.goal, change.goal))}, "
        f"{sentences.place(change.place, view.names, words)}: "
        f"{sentences.status_badge(change.before, words)} → {sentences.status_badge(change.after, words)}"
        for change in news.moved[:MOST_MOVED]
    ]
    st.markdown("\n".join(lines))
    if len(news.moved) > MOST_MOVED:
        st.caption(words("news-more", count=len(news.moved) - MOST_MOVED))
