"""Owns the Streamlit pieces that more than one page uses. Pages read top to bottom because these exist."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import charts
from dashboard.charts import Chart, value_text
from dashboard.charts.csv_file import csv_file, file_name
from dashboard.charts.numbers import decided_number
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period
from dashboard.desk import ALL, Desk, Standing
from dashboard.goals.goal import GoalKind
from dashboard.goals.window import Reason
from dashboard.language.words import Words
from dashboard.screen.meeting.decisions_on_charts import noted
from dashboard.sentences import sentences
from dashboard.wall.published import Sign


@dataclass(frozen=True)
class Here:
    """What a page needs to know: the desk, the reader's words, and what was chosen. `period` is None while
    nothing is published."""

    desk: Desk
    words: Words
    place: str
    period: Period | None

    @property
    def names(self) -> dict[str, str]:
        """Municipalities' names in the model's order."""
        return {place.key: place.name for place in self.desk.model.municipality}

    @property
    def team_names(self) -> dict[str, str]:
        """Teams' names in the model's order."""
        return {team.key: team.name for team in self.desk.model.team}

    @property
    def place_name(self) -> str:
        """What was chosen, as it stands inside a sentence."""
        inside = self.words("place-all-inside")
        return inside if self.place == ALL else sentences.place(self.place, self.names, self.words)


def here() -> Here:
    """What the frame found before it ran the page."""
    found: Here = st.session_state["here"]
    return found


def head(page: str, *, lead: str = "", **arguments: object) -> None:
    """The page's title and one sentence of what it answers; on paper, whose numbers they are and how old."""
    words, desk = here().words, here().desk
    st.title(words(f"{page}-title"), anchor=False)
    st.markdown(words(lead or f"{page}-lead", **arguments))
    if day := desk.last_changed():
        with st.container(key="on-paper"):
            st.caption(words("numbers-as-of", model=desk.model.name, day=words.day(day)))


def with_numbers() -> Period:
    """The chosen period; where nothing is published yet, a friendly page instead that says what to do."""
    now = here()
    if now.period is None:
        nothing_yet(now)
        st.stop()
    return now.period


def nothing_yet(now: Here) -> None:
    """Nothing uploaded, or nothing published: what to do next, not empty charts."""
    words = now.words
    if now.desk.publishing is not None or now.desk.settings.demo:
        _wait_for_numbers()
        return
    state = "empty" if now.desk.is_empty() else "unclosed"
    with st.container(border=True):
        st.header(words(f"{state}-title"), anchor=False)
        st.markdown(words(f"{state}-text"))
        st.page_link(st.session_state["pages"]["upload"], label=words("empty-upload"), icon=":material/upload_file:")


@st.fragment(run_every=3)
def _wait_for_numbers() -> None:
    """The first numbers are being made safe to show; the page comes by itself when they are."""
    now = here()
    if now.desk.periods():
        st.rerun()
    st.progress(now.desk.publishing or 0.0, text=now.words("publish-first"))


@st.fragment(run_every=5)
def publishing_now() -> None:
    """While numbers are being published, how far it has come."""
    now = here()
    if now.desk.publishing is not None:
        st.progress(now.desk.publishing, text=now.words("publish-working"))


def show(chart: Chart, title: str = "") -> None:
    """A picture, and under it the same as a table that can be taken away."""
    words = here().words
    if title:
        st.header(title, anchor=False)
    if chart.frame.is_empty():
        st.info(words("chart-nothing"))
        return
    chart = noted(chart, here().desk, words, here().place)
    # A picture whose words change is drawn anew; one whose rows change only moves. So the finding stands beside it,
    # and static/screen.js makes it what a screen reader says of the picture.
    named = title or words("chart-picture")
    st.vega_lite_chart(chart.frame, dict(chart.spec), alt=named, height=chart.height)
    with st.container(key=f"finding {title or chart.alt}"):
        st.markdown(chart.alt)
    if chart.note:
        st.caption(chart.note)
    with st.expander(words("chart-table")):
        st.table(chart.table, border="horizontal", hide_index=True)
        if {Sign.HIDDEN, Sign.MISSING} & {text for row in chart.table for text in row.values()}:
            st.caption(words("signs"))
        take_away(chart.table, title, chart.alt)


def take_away(table: Sequence[dict[str, str]], title: str, finding: str) -> None:
    """A table as a file, with what it shows, where it is from and how old it is. Made when somebody asks."""
    now = here()

    def made() -> bytes:
        above = [f"{title}, {now.place_name}", finding] if title else [finding]
        day = now.desk.last_changed()
        below = [now.words("signs"), now.words("taken-source", model=now.desk.model.name)]
        below += [now.words("taken-as-of", day=now.words.day(day))] if day else []
        return csv_file(table, now.words, above=above, below=below)

    st.download_button(
        now.words("chart-download"),
        made,
        file_name=file_name(title or now.words("chart-file")),
        mime="text/csv",
        key=f"take-away {title or finding}",
        icon=":material/download:",
        on_click="ignore",
    )


def figures(indicators: Sequence[str]) -> None:
    """Key numbers side by side, each with the same period last year."""
    period = with_numbers()
    with st.grid(len(indicators), min_column_width=230, gap="small"):
        shown = {text for key in indicators for text in _figure(key, period)}
    if shown & {sign.value for sign in Sign if sign.value}:
        st.caption(here().words("signs"))


def _figure(key: str, period: Period) -> list[str]:
    """One of them; the numbers or signs that stand in it."""
    now = here()
    indicator, name = BY_KEY[key], f"indicator-{key.replace('_', '-')}"
    figure = now.desk.figure(key, period, now.place)
    before = now.desk.figure(key, period.a_year_before, now.place)
    text = value_text(now.words, indicator.shown_as, figure.value, figure.bound, figure.sign)
    then = value_text(now.words, indicator.shown_as, before.value, before.bound, before.sign)
    between = charts.interval_text(now.words, indicator.shown_as, figure.low, figure.high)
    said, shown = [now.words("figure-last-year", value=then)], [text, then]
    if between:
        said.insert(0, now.words("figure-between", between=between))
    if now.place != ALL and not indicator.family.by_municipality:
        said.append(now.words("figure-region-only"))
    elif now.place != ALL:
        region = sentences.figure(key, now.desk.figure(key, period), now.words)
        shown.append(region)
        said.append(now.words("figure-region", value=region))
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.metric(now.words(name), text, help=now.words(f"{name}.definition"))
        st.caption("  \n".join(said))
    return shown


def badge(standing: Standing) -> None:
    """A goal's status as word, shape and colour."""
    colour, icon = sentences.BADGES[standing.verdict.status]
    st.badge(sentences.status(standing.verdict, here().words), icon=icon, color=colour)  # type: ignore[arg-type]
    of_the_region(standing)


def of_the_region(standing: Standing) -> None:
    """Where a municipality was chosen and the number is the region's, it is said."""
    if standing.place == ALL != here().place:
        st.caption(here().words("figure-region-only"))


def value_of(standing: Standing) -> str:
    """Where a goal stands now, or the sign for why that is not known."""
    verdict = standing.verdict
    if verdict.estimate is not None:
        return sentences.estimate(standing, here().words)
    return Sign.HIDDEN.value if verdict.reason is Reason.HIDDEN else Sign.MISSING.value


def goal_facts(standing: Standing) -> None:
    """Where a goal comes from and whose it is, in small print."""
    words, goal = here().words, standing.goal
    unit = standing.indicator.shown_as
    facts = [words("goal-indicator", name=words(f"indicator-{standing.indicator.key.replace('_', '-')}"))]
    if goal.baseline is not None and goal.baseline_on is not None and goal.kind is not GoalKind.DELIVER:
        value = decided_number(unit, goal.baseline, words)
        facts.append(words("goal-baseline", value=value, on=words.day(goal.baseline_on)))
    if goal.responsible:
        facts.append(words("goal-responsible", name=goal.responsible))
    facts.append(words("goal-decided", where=goal.decided) if goal.decided else words("goal-proposed"))
    spoken = {p.key: words.said(p.text) for p in here().desk.model.principle}
    if named := "; ".join(spoken[key] for key in goal.principles if key in spoken):
        facts.append(words("goal-principles", names=named))
    st.caption(" · ".join(facts))


def references(indicator: str) -> None:
    """Numbers from elsewhere, with where they are from. They are not targets."""
    now = here()
    unit = BY_KEY[indicator].shown_as
    for reference in now.desk.references(indicator):
        value = value_text(now.words, unit, reference.value, "", "")
        st.caption(now.words("reference", label=now.words.said(reference.label), value=value))
