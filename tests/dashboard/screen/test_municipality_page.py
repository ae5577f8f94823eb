"""A municipality beside the others: never alone, never ranked; with what is known of it wherever it is shown."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from sealed import sealed
from streamlit.testing.v1 import AppTest

from dashboard.charts import bars
from dashboard.charts.marks import Mark, with_marks
from dashboard.counting.period import PeriodKind
from dashboard.desk import ALL, Desk
from dashboard.language.words import words
from dashboard.screen.meeting.decisions_on_charts import marked, noted
from dashboard.wall.published import per_inhabitants as rates_of

pytestmark = pytest.mark.slow

ADULTS = {"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64}
APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
NB = words("nb")
YEAR = date.today().year - 1


def names(desk: Desk) -> dict[str, str]:
    return {place.key: place.name for place in desk.model.municipality}


def test_a_note_is_written_shown_everywhere_and_withdrawn_with_a_reason(desk: Desk) -> None:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["kommune"] = "gjovik"
    app.query_params["periode"] = f"{YEAR}Q1"
    app.run().switch_page("../../pages/municipality.py").run()
    assert not app.exception
    next(one for one in app.text_input if one.label == NB("note-text")).input("Terapeut sykmeldt")
    next(one for one in app.button if one.label == NB("minutes-keep")).click().run()
    (note,) = desk.notes("gjovik")
    assert (note.text, note.first, note.last) == ("Terapeut sykmeldt", date(YEAR, 1, 1), date(YEAR, 3, 31))
    app.switch_page("../../pages/community.py").run()
    assert any("Terapeut sykmeldt" in info.value for info in app.info)
    app.switch_page("../../pages/municipality.py").run()
    app.button(key=f"withdraw:{note.number}").click().run()
    next(one for one in app.text_input if one.label == NB("note-reason")).input("Feil kommune")
    next(one for one in app.button if one.label == NB("note-withdraw-sure")).click().run()
    assert not app.exception
    assert desk.notes("gjovik") == []
    assert [entry.reason for entry in desk.withdrawn_notes("gjovik")] == ["Feil kommune"]


def html_of(place: str = "") -> str:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["periode"] = f"{YEAR}Q1"
    if place:
        app.query_params["kommune"] = place
    app.run().switch_page("../../pages/municipality.py").run()
    assert not app.exception
    return "\n".join([app.title[0].value, *(one.proto.body for one in app.get("html"))])


def test_a_municipality_is_the_pages_heading_and_stands_among_the_others_in_the_models_order(desk: Desk) -> None:
    page = html_of("gjovik")
    assert page.startswith("Gjøvik\n")
    beside = page[page.index('<table class="beside">') :]
    assert sorted(names(desk).values(), key=beside.index) == list(names(desk).values())
    assert '<tr class="lifted"><th scope="row">Gjøvik</th>' in beside
    assert beside.count('class="lifted"') == 1


def test_a_tile_can_be_pressed_and_the_chosen_one_is_said_to_be_chosen(desk: Desk) -> None:
    page = html_of("sondre_land")
    for place in desk.model.municipality:
        assert f"kommune={place.key}" in page
    assert page.count('aria-current="true"') == 1
    assert html_of().count('aria-current="true"') == 0


def test_a_rate_lies_inside_its_interval_and_a_hidden_one_has_none(desk: Desk) -> None:
    hidden, shown, *others = names(desk)
    cells = [{"municipality": place} for place in (hidden, *others)]
    counts = sealed("participants", [*cells, *({"municipality": place, "value": 45.0} for place in (ALL, shown))])
    adults = pl.DataFrame([(place, 2026, 5000) for place in (ALL, *names(desk))], ADULTS, orient="row")
    rates = rates_of(counts, adults).where(pl.col("indicator") == "participants_per_1000")
    assert rates.frame["value"].drop_nulls().to_list() == [9.0, 9.0]
    for row in rates.frame.iter_rows(named=True):
        numbers = row["value"], row["low"], row["high"]
        assert numbers == (None, None, None) if row["sign"] else numbers[1] < numbers[0] < numbers[2]


def test_a_mark_stands_at_its_period_and_one_after_the_last_gets_a_place_at_the_end(desk: Desk) -> None:
    chart = bars(desk.series("concerts"), NB, names=names(desk))
    before = chart.frame.height
    day, later = date(YEAR, 5, 3), date(YEAR + 1, 2, 1)
    marks = [Mark(day, day, "Sak 1/25", "Vi prøver"), Mark(later, later, "Sak 2/26", "Vi fortsetter")]
    made = with_marks(chart, marks, PeriodKind.QUARTER, NB)
    shown = {label: mark for label, mark in made.frame.select("label", "mark").iter_rows() if mark}
    assert list(shown.values()) == ["Sak 1/25", "Sak 2/26"]
    assert made.frame.height == before + 1
    assert made.frame["value"][-1] is None
    assert "Vi prøver" in made.alt
    assert with_marks(chart, [], PeriodKind.QUARTER, NB).frame["mark"].to_list() == [""] * before


def test_marks_are_only_of_the_municipality_that_is_drawn(desk: Desk) -> None:
    desk.note("sondre_land", date(YEAR, 1, 1), date(YEAR, 2, 1), "Flom i øvingslokalet")
    of_one = bars(desk.series("concerts", "sondre_land"), NB, names=names(desk))
    assert "Flom" in noted(of_one, desk, NB, "sondre_land").alt
    of_all = bars(desk.series("concerts"), NB, names=names(desk))
    assert noted(of_all, desk, NB, "sondre_land") is of_all
    desk.decide("Flere konserter", goal="concerts", decided_on=date(YEAR, 6, 1))
    assert "Flere konserter" in marked(of_all, desk, NB, goal="concerts").alt
