"""A municipality beside the others: never alone, never ranked; with what is known of it wherever it is shown."""

from datetime import date
from pathlib import Path

import polars as pl
from sealed import sealed
from streamlit.testing.v1 import AppTest

from dashboard.charts import bars
from dashboard.charts.enlarged import SMALLEST_TEXT, enlarged
from dashboard.charts.marks import Mark, with_marks
from dashboard.charts.municipalities import per_inhabitants, small, tiles
from dashboard.counting.period import PeriodKind
from dashboard.desk import ALL, Desk
from dashboard.language.words import words
from dashboard.screen.meeting.decisions_on_charts import marked, noted
from dashboard.wall.published import per_inhabitants as rates_of

ADULTS = {"municipality": pl.String, "year": pl.Int64, "adults": pl.Int64}
APP = Path(__file__).parents[3] / "dashboard" / "app.py"
NB = words("nb")
YEAR = date.today().year - 1


def names(desk: Desk) -> dict[str, str]:
    return {place.key: place.name for place in desk.model.municipality}


def test_a_note_is_written_shown_everywhere_and_withdrawn_with_a_reason(desk: Desk) -> None:
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.query_params["kommune"] = "gjovik"
    app.query_params["periode"] = f"{YEAR}Q1"
    app.run().switch_page("../pages/municipality.py").run()
    assert not app.exception
    next(one for one in app.text_input if one.label == NB("note-text")).input("Terapeut sykmeldt")
    next(one for one in app.button if one.label == NB("minutes-keep")).click().run()
    (note,) = desk.notes("gjovik")
    assert (note.text, note.first, note.last) == ("Terapeut sykmeldt", date(YEAR, 1, 1), date(YEAR, 3, 31))
    app.switch_page("../pages/community.py").run()
    assert any("Terapeut sykmeldt" in info.value for info in app.info)
    app.switch_page("../pages/municipality.py").run()
    app.button(key=f"withdraw:{note.number}").click().run()
    next(one for one in app.text_input if one.label == NB("note-reason")).input("Feil kommune")
    next(one for one in app.button if one.label == NB("note-withdraw-sure")).click().run()
    assert not app.exception
    assert desk.notes("gjovik") == []
    assert [entry.reason for entry in desk.withdrawn_notes("gjovik")] == ["Feil kommune"]


def test_small_pictures_are_of_every_municipality_on_the_same_axes(desk: Desk) -> None:
    series = {place: desk.series("concerts", place) for place in (ALL, *names(desk))}
    made = small(series, NB, names(desk))
    assert list(made) == list(names(desk))
    ends = {(chart.frame["bottom"][0], chart.frame["top"][0]) for chart in made.values()}
    assert len(ends) == 1
    assert len({id(chart.spec) for chart in made.values()}) == 1


def test_choosing_a_municipality_lifts_it_and_keeps_the_others_in_the_models_order(desk: Desk) -> None:
    hidden, shown, *others = names(desk)
    cells = [{"municipality": place} for place in (hidden, *others)]
    counts = sealed("participants", [*cells, *({"municipality": place, "value": 45.0} for place in (ALL, shown))])
    adults = pl.DataFrame([(place, 2026, 5000) for place in (ALL, *names(desk))], ADULTS, orient="row")
    rates = rates_of(counts, adults).where(pl.col("indicator") == "participants_per_1000")
    chart, text = per_inhabitants(rates, NB, names(desk), "gjovik")
    assert chart.frame["label"].to_list() == list(names(desk).values())
    assert chart.frame["chosen"].to_list() == [True, False, False, False, False]
    assert text["gjovik"] == ":"
    assert chart.frame["value"].drop_nulls().to_list() == [9.0]
    for row in rates.frame.iter_rows(named=True):
        numbers = row["value"], row["low"], row["high"]
        assert numbers == (None, None, None) if row["sign"] else numbers[1] < numbers[0] < numbers[2]
    placed = {place.key: place.tile for place in desk.model.municipality if place.tile}
    picture = tiles(text, placed, NB, names(desk), "gjovik")
    assert picture.frame.height == 5
    assert "9,0" in picture.alt


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


def test_in_a_meeting_no_word_of_a_picture_is_small(desk: Desk) -> None:
    chart = enlarged(marked(bars(desk.series("concerts"), NB, names=names(desk)), desk, NB, goal="concerts"))

    def sizes(part: object) -> list[float]:
        if isinstance(part, dict):
            own = [value for name, value in part.items() if name.endswith("ontSize")]
            return own + [size for value in part.values() for size in sizes(value)]
        return [size for one in part for size in sizes(one)] if isinstance(part, list) else []

    assert min(sizes(chart.spec)) >= SMALLEST_TEXT
