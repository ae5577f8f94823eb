"""What was published without a municipality says so wherever the number goes: rows, pictures, papers, files."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import polars as pl
import pytest
from openpyxl import load_workbook

from dashboard import charts
from dashboard.counting.cells import ALL
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from dashboard.papers.blocks import Block, Grid, Points, Text
from dashboard.papers.formats.open_formats import json_stat
from dashboard.papers.grant import grant
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from dashboard.papers.report import report
from dashboard.papers.tidy import tidy
from dashboard.sentences import deliveries
from dashboard.sentences.explanations import explanation
from dashboard.wall.published import Sign
from tests.dashboard.publishing.test_deliveries import PLACES, Q2, deliver
from tests.stores import database_at

pytestmark = pytest.mark.slow

DAY = date(2026, 7, 25)
NB = words("nb")
SAID = "uten Søndre Land, som ikke hadde levert"


def texts_of(block: Block) -> Iterator[str]:
    match block:
        case Grid():
            yield from (str(cell) for row in block.rows for cell in row)
        case Points():
            yield from block.texts
        case Text():
            yield block.text


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The second quarter, published without Søndre Land by decision."""
    folder = tmp_path_factory.mktemp("without")
    whole = Desk(Settings(database_at(folder / "w.sqlite"), "gjovik", folder / "w.key"))
    desk = whole.then(datetime.combine(DAY, time(9)), "koordinator")
    deliver(desk, *[place for place in PLACES if place != "Søndre Land"])
    assert Q2 is not None
    desk.do_without("sondre_land", Q2)
    desk.publish()
    return desk


def test_a_picture_of_the_region_names_them_with_the_period_and_one_of_a_municipality_does_not(desk: Desk) -> None:
    for place, ending in ((ALL, f" 2. kvartal 2026: {SAID}."), ("gjovik", "")):
        series = desk.series("participants", place)
        drawn = charts.bars(series, NB)
        assert deliveries.with_lacking(drawn, desk.lacked(series), NB).alt == drawn.alt + ending


def test_a_report_says_it_at_the_front_beside_the_numbers_and_under_every_picture(desk: Desk) -> None:
    paper = report(desk, Order(Kind.REPORT, period="2026Q2"), NB)
    assert NB("paper-lacking", period=NB.period(Q2), names="Søndre Land") in paper.undelivered
    numbers = {number.name: number.year_before for number in paper.numbers}
    assert SAID in numbers["Deltakere"]
    assert SAID not in numbers["Konserter"]  # nobody has delivered any, so nothing is published
    pictures = {goal.standing.entry.key: goal.picture.chart.alt for goal in paper.goals}
    assert SAID in pictures["attendance"]


def test_a_published_number_of_the_region_has_them_in_a_column_of_its_own(desk: Desk) -> None:
    made = tidy(desk, NB)
    told = dict.fromkeys(
        made.numbers.filter(pl.col("period") == "2026Q2", pl.col("indicator") == "participants", pl.col("sign") == "")
        .select("municipality", "without")
        .iter_rows()
    )
    assert (ALL, "sondre_land") in told
    assert {without for place, without in told if place != ALL} == {""}
    cube = json.loads(json_stat(made, NB)["participants"])
    assert cube["extension"]["without"] == {"2026Q2": ["sondre_land"]}


def test_the_yearly_report_and_a_workbooks_sheets_say_it_beside_the_numbers(desk: Desk) -> None:
    """A year lacks them as its quarter does."""
    (content,) = files_of(Order(Kind.WORKBOOK, period="2026Q2"), desk).values()
    sheet = load_workbook(io.BytesIO(content))[NB("indicator-participants")]
    assert f"2. kvartal 2026: {SAID}." in [cell.value for cell in sheet["A"]]
    told = report(desk, Order(Kind.GRANT, period="2026Q2"), NB)
    year = replace(told, period_code="2026Q2")
    said = [text for block in grant(desk, year, NB).blocks for text in texts_of(block)]
    assert NB("paper-lacking", period=NB.period(Q2), names="Søndre Land") in said
    persons = desk.figure("participants", Q2).value
    assert f"{NB.number(persons)}, uten Søndre Land" in said
    assert not any("uten Søndre Land" in text for text in said if text.startswith(("Gjøvik", "..")))


def test_the_same_edition_gives_the_same_papers_whatever_has_been_delivered_since(desk: Desk) -> None:
    """And whatever has fallen due: a paper of a pin is read at any time, and says what was so then."""
    pin, order = desk.pin(), Order(Kind.REPORT, period="2026Q2")
    days = (DAY, DAY + timedelta(days=40))
    desks = [Desk(desk.settings, today=lambda day=day: day) for day in days]
    read = [report(found, order, NB).undelivered for one in desks if (found := one.at(pin))]
    assert len(read) == 2 and read[0] == read[1]
    assert any("Søndre Land: Oppmøte" in line for line in read[0])


def test_what_the_region_comes_to_per_inhabitant_is_missing_where_not_everybody_was_counted(desk: Desk) -> None:
    """Those who were not counted live there all the same: divided by everybody, the region's number was too low."""
    assert Q2 is not None
    rate = desk.figure("participants_per_1000", Q2)
    assert (rate.value, rate.low, rate.base, rate.sign) == (None, None, None, Sign.MISSING)
    own = desk.figure("participants_per_1000", Q2, "gjovik")
    assert own.value is not None and own.sign == ""
    told = explanation(desk.explain("participants_per_1000", Q2), NB, {}, {})
    assert NB("figure-not-delivered", who="Søndre Land") in told


def test_where_a_number_comes_from_names_whom_it_lacks_or_waits_for(desk: Desk) -> None:
    assert Q2 is not None
    names = {place.key: place.name for place in desk.model.municipality}
    lacks, edition = NB("without", who="Søndre Land"), NB("explain-edition", edition=1, day=NB.day(DAY))
    told = explanation(desk.explain("participants", Q2), NB, names, {})
    assert lacks in told and edition in told
    of_one = explanation(desk.explain("participants", Q2, "gjovik"), NB, names, {})
    assert lacks not in of_one and edition in of_one
    waits = explanation(desk.explain("participants", Q2, "sondre_land"), NB, names, {})
    assert NB("figure-not-delivered", who="Søndre Land") in waits
    assert not any(line.startswith("Utgave") for line in waits)
