"""Owns the Streamlit pieces that more than one page uses. Pages read top to bottom because these exist."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard import charts
from dashboard.charts import Chart
from dashboard.charts.csv_file import csv_file, file_name
from dashboard.counting.period import Period
from dashboard.desk import ALL, Desk
from dashboard.desk.explanations import shown_on
from dashboard.desk.lacking import FAMILY
from dashboard.language.words import Words
from dashboard.screen.choices import chooser
from dashboard.screen.meeting.decisions_on_charts import noted
from dashboard.screen.parts import folded, heading, kept_place, nothing
from dashboard.screen.tables import as_table
from dashboard.sentences import deliveries as of_deliveries
from dashboard.sentences import sentences
from dashboard.wall.published import Published, Sign

# What pages can be narrowed by, as it stands in the URL.
PLACE, PERIOD = "kommune", "periode"
# Pages of one subject, whose numbers are all named in their own file: whose numbers they lack is asked of those alone.
OF_ONE_SUBJECT = ("referrals", "attendance", "pathways", "community")
WIDTH_OF_CHOICE = 300  # pixels
PARTS_OF_A_PICTURE = 3  # itself, its finding, its numbers
NEWEST = ""  # the newest period that the page has numbers of


@dataclass(frozen=True)
class View:
    """What a page needs to know: the desk, the reader's words, and what was chosen. `period` is None while
    nothing is published, `newest` is the one a page opens on; `narrowed_by`: which choices it has (PLACE, PERIOD)."""

    desk: Desk
    words: Words
    place: str
    period: Period | None
    narrowed_by: tuple[str, ...] = ()
    newest: Period | None = None

    @property
    def names(self) -> dict[str, str]:
        """Municipalities' names in the model's order."""
        return {place.key: place.name for place in self.desk.model.municipality}

    @property
    def team_names(self) -> dict[str, str]:
        """Teams' names in the model's order."""
        return {team.key: team.name for team in self.desk.model.team}

    @property
    def source_names(self) -> dict[str, str]:
        """What those who refer are called, in the model's order."""
        return {source.key: self.words.said(source.name) for source in self.desk.model.sources}

    @property
    def question_names(self) -> dict[str, str]:
        """What the user surveys ask, in the model's order."""
        return {question.key: self.words.said(question.name) for question in self.desk.model.survey_question}

    @property
    def short_question_names(self) -> dict[str, str]:
        """The same as in a picture."""
        asked = self.desk.model.survey_question
        return {question.key: self.words.said(question.short or question.name) for question in asked}

    @property
    def place_name(self) -> str:
        """What was chosen, as it stands inside a sentence."""
        inside = self.words("place-all-inside")
        return inside if self.place == ALL else sentences.place(self.place, self.names, self.words)


def here() -> View:
    """What the frame found before it ran the page."""
    view: View = st.session_state["here"]
    return view


def head(page: str, *, lead: str = "", heading: str = "", **arguments: object) -> None:
    """The page's title (or its `heading`), one sentence of what it answers, and what it can be narrowed by."""
    answered = here().words(lead or f"{page}-lead", **arguments)
    title(page, heading, answered[:1].upper() + answered[1:])
    if here().period is not None and here().narrowed_by:
        _narrowing(here(), remind=page != "municipality")


def title(page: str, heading: str = "", lead: str = "") -> None:
    """The page's title, whose numbers it lacks, and its lead; on paper, whose numbers they are and how old."""
    words, desk = here().words, here().desk
    st.title(heading or words(f"{page}-title"), anchor=False)
    below = []
    if here().narrowed_by or page == "overview":
        of_page = {indicator.family.key for indicator in shown_on(page)} if page in OF_ONE_SUBJECT else FAMILY
        below += [("lacking", sentence) for sentence in lacking(of_page)]
    if day := desk.last_changed():
        below.append(("on-paper", words("numbers-as-of", model=desk.model.name, day=words.day(day))))
    below += [("lead", lead)] if lead else []
    # Always one piece, whatever is lacked: see `kept_place`.
    every = "".join(f'<p class="{kind}">{escape(text)}</p>' for kind, text in below)
    seen = any(kind != "on-paper" for kind, _ in below)
    drawn = f'<div class="below-title{"" if seen else " alone"}">{every}</div>'
    st.html(drawn)


def _narrowing(view: View, *, remind: bool) -> None:
    """What the page can be narrowed by, beside each other; and what is known of the municipality in that period."""
    words, periods = view.words, [period.code for period in view.desk.periods()]
    with st.container(key="narrowing", horizontal=True, gap="small"):
        if PLACE in view.narrowed_by:
            chooser(
                PLACE,
                [ALL, *view.names],
                words("choose-place"),
                lambda key: sentences.place(key, view.names, words),
                width=WIDTH_OF_CHOICE,
            )
        if PERIOD in view.narrowed_by:
            newest = words("period-newest", period=words.period(view.newest)) if view.newest else ""
            chooser(
                PERIOD,
                [NEWEST, *periods],
                words("choose-period"),
                lambda code: sentences.period_named(code, words) if code else newest,
                width=WIDTH_OF_CHOICE,
            )
    with kept_place():
        for note in view.desk.notes(view.place) if remind and view.place != ALL else ():
            if view.period is not None and note.first <= view.period.last and note.last >= view.period.first:
                name = sentences.place(view.place, view.names, words)
                reminder = words("note-reminder", place=name, span=sentences.span(note, words), text=note.text)
                st.info(sentences.plain(reminder), icon=":material/sticky_note_2:")


def with_numbers() -> Period:
    """The chosen period; where nothing is published yet, a friendly page instead that says what to do."""
    view = here()
    if view.period is None:
        nothing_yet(view)
        st.stop()
    return view.period


def lacking(families: Collection[str] = tuple(FAMILY)) -> list[str]:
    """Whose numbers the region's lack, in the period that is looked at and those before it; and whom it waits for."""
    view = here()
    if view.place != ALL or view.period is None:
        return []
    newest = view.period
    recent = [p for p in view.desk.periods() if newest.year - 1 <= p.year and p.last <= newest.last]
    lacking_of_period = [(p, view.desk.names_of(view.desk.lacking(p, families))) for p in recent]
    without = of_deliveries.lacked([(p, names) for p, names in lacking_of_period if names], view.words)
    return [*without, *of_deliveries.waiting(view.desk.waiting_for(families), view.words)]


def not_come(indicator: str, period: Period) -> str:
    """Why a figure has no number: who has not delivered to it; nothing where that is not the reason."""
    view = here()
    names = view.desk.awaited(indicator, period, view.place)
    return view.words("figure-not-delivered", who=of_deliveries.listed(names, view.words)) if names else ""


def nothing_yet(view: View) -> None:
    """Nothing uploaded, or nothing published: what to do next, not empty charts."""
    words = view.words
    if view.desk.publishing is not None or view.desk.settings.demo:
        _wait_for_numbers()
        return
    state = "empty" if view.desk.is_empty() else "unclosed"
    with st.container(border=True):
        heading(words(f"{state}-title"))
        st.markdown(words(f"{state}-text"))
        if upload := st.session_state["pages"].get("upload"):  # a reader has no such page
            st.page_link(upload, label=words("empty-upload"), icon=":material/upload_file:")


@st.fragment(run_every=0.3)
def _wait_for_numbers() -> None:
    """The first numbers are being made safe to show; the page comes by itself when they are."""
    view = here()
    if view.desk.periods() and not view.desk.newest_to_come:
        st.rerun()
    st.progress(view.desk.publishing or 0.0, text=view.words("publish-first"))


@st.fragment(run_every=3)
def publishing_now(drawn: str) -> None:
    """While numbers are being published, how far it has come; the page comes by itself with what is new. `drawn`: what
    it shows, as the desk's `pin`."""
    view = here()
    if view.desk.publishing is None or view.desk.pin() != drawn:
        st.rerun()
    st.progress(view.desk.publishing, text=view.words("publish-working"))


def show(chart: Chart, title: str = "", *, of: Published | None = None, key: str = "", last: bool = False) -> None:
    """A picture, and under it the same as a table that can be taken away. `of`: the numbers whose lacks it tells;
    `key`: what it is called on its page, where it has no title; `last`: nothing stands under it in its column."""
    words = here().words
    if title:
        heading(title)
    if chart.frame.is_empty():
        nothing(words("chart-nothing"))
        for _ in range(0 if last else PARTS_OF_A_PICTURE - 1):
            st.empty()  # see `kept_place`
        return
    chart = noted(chart, here().desk, words, here().place)
    if of is not None:
        chart = of_deliveries.with_lacking(chart, here().desk.lacked(of), words)
    # A picture whose words change is drawn anew; one whose rows change only moves. So the finding stands beside it,
    # and static/screen.js makes it what a screen reader says of the picture.
    named = title or words("chart-picture")
    st.vega_lite_chart(chart.frame, dict(chart.spec), alt=named, height=chart.height)
    note = f'<p class="picture-note">{escape(chart.note)}</p>' if chart.note else ""
    drawn = f'<p class="finding{"" if note else " alone"}">{escape(chart.alt)}</p>{note}'
    st.html(drawn)
    numbers_of(chart.table, title, chart.alt, absent=() if of is not None else lacking(), key=key or title)


def numbers_of(
    table: Sequence[dict[str, str]], title: str, finding: str, *, absent: Sequence[str] = (), key: str
) -> None:
    """What a picture shows as a table that can be taken away, for whoever opens it. `absent`: see `take_away`."""

    def written() -> None:
        as_table(table)
        if signs := signs_of(text for row in table for text in row.values()):
            st.caption(signs)
        take_away(table, title, finding, absent=absent, key=key)

    folded(here().words("chart-table"), written, key=f"numbers {key}")


def signs_of(shown: Iterable[str]) -> str:
    """What signs in place of numbers mean; nothing where there is none among what is shown."""
    return here().words("signs") if {sign.value for sign in Sign if sign.value} & set(shown) else ""


def name_of(indicator: str) -> str:
    """What an indicator is called on the screen."""
    return here().words(f"indicator-{indicator.replace('_', '-')}")


def over_time(indicator: str, title: str = "") -> None:
    """One number of the chosen place as bars by reporting period: a column's only picture."""
    view = here()
    series = view.desk.series(indicator, view.place)
    show(charts.bars(series, view.words, names=view.names), title or name_of(indicator), of=series, last=True)


def take_away(
    table: Sequence[dict[str, str]], title: str, finding: str, *, absent: Sequence[str] = (), key: str = ""
) -> None:
    """A table as a file, with what it shows, where it is from and how old it is. Made when somebody asks.

    `absent`: whose numbers it lacks, where the finding does not say so; `key`: what tells it from others on the page.
    """
    view = here()  # asked here: the file is made outside the page's run

    def made() -> bytes:
        above = [f"{title}, {view.place_name}", finding] if title else [finding]
        day = view.desk.last_changed()
        below = [*absent, view.words("signs"), view.words("taken-source", model=view.desk.model.name)]
        below += [view.words("taken-as-of", day=view.words.day(day))] if day else []
        return csv_file(table, view.words, above=above, below=below)

    st.download_button(
        view.words("chart-download"),
        made,
        file_name=file_name(title or view.words("chart-file")),
        mime="text/csv",
        key=f"take-away {key or title}",
        icon=":material/download:",
        on_click="ignore",
    )


def references(indicator: str) -> None:
    """Numbers from elsewhere, with where they are from. They are not targets."""
    view = here()
    for elsewhere in view.desk.references(indicator):
        st.caption(sentences.reference(elsewhere, view.words))
