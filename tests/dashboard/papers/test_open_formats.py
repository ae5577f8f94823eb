"""What somebody who reads the numbers with another tool can rely on."""

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest
from frictionless import Package
from pyjstat import pyjstat

from dashboard.counting.indicators import INDICATORS
from dashboard.desk import ALL, Desk
from dashboard.language.words import LANGUAGES, words
from dashboard.papers.formats import open_formats
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from dashboard.papers.tidy import DIMENSIONS, KEYS, tidy
from dashboard.wall.published import Sign

pytestmark = pytest.mark.slow


def files(desk: Desk, **more: str) -> dict[str, bytes]:
    return files_of(Order(Kind.NUMBERS, **more), desk)


@pytest.fixture
def numbers(desk: Desk) -> dict[str, bytes]:
    return files(desk)


def rows(numbers: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(numbers["numbers.csv"].decode())))


def test_every_published_number_is_there_once_and_no_other(desk: Desk, numbers: dict[str, bytes]) -> None:
    published = desk.published().frame
    shown = published.filter(pl.col("sign") == Sign.SHOWN).height
    found = rows(numbers)
    assert shown > 60
    assert sum(not row["sign"] for row in found) == shown
    assert len({tuple(row[name] for name in KEYS) for row in found}) == len(found)


@pytest.mark.parametrize("indicator", ["participants", "attendance_rate", "concerts", "referred"])
def test_a_number_is_the_one_the_screen_shows(desk: Desk, numbers: dict[str, bytes], indicator: str) -> None:
    period = next(one for one in desk.periods() if one.code == "2025Q1")
    for place in (ALL, *(one.key for one in desk.model.municipality)):
        figure = desk.figure(indicator, period, place)
        found = [
            row
            for row in rows(numbers)
            if row["indicator"] == indicator and row["period"] == "2025Q1" and row["municipality"] == place
            if all(row[name] == ALL for name in DIMENSIONS[1:])
        ]
        if not found:  # of a municipality without a concert there is nothing to publish
            assert figure.sign == Sign.MISSING
            continue
        (row,) = found
        assert (float(row["value"]) if row["value"] else None) == figure.value
        assert (row["sign"], row["bound"]) == (figure.sign, figure.bound)


def test_what_is_hidden_has_its_sign_and_no_number(numbers: dict[str, bytes]) -> None:
    hidden = [row for row in rows(numbers) if row["sign"] == ":"]
    assert len(hidden) > 20
    assert {row[name] for row in hidden for name in ("value", "low", "high", "base", "bound")} == {""}


def test_a_column_is_only_what_its_name_says(numbers: dict[str, bytes]) -> None:
    own = {indicator.key: indicator.family.names for indicator in INDICATORS}
    for row in rows(numbers):
        assert {row[name] for name in DIMENSIONS if name not in own[row["indicator"]]} <= {ALL}


def test_the_package_says_what_stands_in_its_files_and_a_validator_agrees(
    numbers: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in numbers.items():
        (tmp_path / name).write_bytes(content)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["fieldName", "note"])
    assert [task.name for task in report.tasks] == ["numbers", "definitions", "codes"]


def test_the_package_validator_can_say_no(numbers: dict[str, bytes], tmp_path: Path) -> None:
    for name, content in numbers.items():
        (tmp_path / name).write_bytes(content)
    text = numbers["numbers.csv"].decode().replace("2025Q1", "")
    (tmp_path / "numbers.csv").write_text(text, encoding="utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


def test_parquet_holds_the_same_with_its_types(desk: Desk, numbers: dict[str, bytes]) -> None:
    table = pl.read_parquet(io.BytesIO(numbers["numbers.parquet"]))
    assert table.height == len(rows(numbers))
    assert table.schema["value"] == pl.Float64
    assert table.schema["first_day"] == pl.Date
    assert pl.read_parquet_metadata(io.BytesIO(numbers["numbers.parquet"]))["edition"] == desk.pin()


@pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning")  # the reader warns of itself
def test_a_public_reader_reads_the_json_stat_back(desk: Desk, numbers: dict[str, bytes]) -> None:
    cubes = {name: content for name, content in numbers.items() if name.endswith(".json") and name[0] != "d"}
    assert {"participants.json", "participants-months.json", "referred.json", "events.json"} <= set(cubes)
    read = {}
    for name, content in cubes.items():
        frame = pyjstat.Dataset.read(content.decode()).write("dataframe", naming="id")
        read[name] = pl.DataFrame(frame.to_dict("list"), strict=False)
    table = tidy(desk, words("nb")).numbers.filter(pl.col("indicator") == "participants", pl.col("period") == "2025Q1")
    cells = dict(table.select(pl.concat_str("municipality", "level", "service", separator="."), "value").iter_rows())
    frame = read["participants.json"].filter(
        pl.col("indicator") == "participants", pl.col("period") == "2025Q1", pl.col("number") == "value"
    )
    back = frame.select(
        pl.concat_str("municipality", "level", "service", separator="."), pl.col("value").fill_nan(None)
    ).rows()
    assert {cell: value for cell, value in back if cell in cells} == cells
    assert all(value is None for cell, value in back if cell not in cells)  # a cube has a place for every combination


def test_json_stat_keeps_the_sign_of_every_cell_without_a_number(numbers: dict[str, bytes]) -> None:
    cube = json.loads(numbers["participants.json"])
    empty = [str(place) for place, value in enumerate(cube["value"]) if value is None]
    assert empty
    bare = [place for place in empty if place not in cube["status"]]
    limits = cube["size"][cube["id"].index("number")]
    # An interval that is not there has no sign of its own; the value beside it has.
    assert all(int(place) % limits for place in bare)
    assert set(cube["status"].values()) <= {":", "..", ".", "at_least", "at_most", "not_reached"}


def test_a_name_that_begins_like_a_formula_is_text(desk: Desk) -> None:
    first = desk.model.municipality[0]
    named = first.model_copy(update={"name": "=cmd|' /C calc'!A0"})
    desk.model = desk.model.model_copy(update={"municipality": (named, *desk.model.municipality[1:])})
    found = rows(open_formats.package(tidy(desk, words("nb")), words("nb")))
    names = {row["municipality_name"] for row in found if row["municipality"] == first.key}
    assert names == {"'=cmd|' /C calc'!A0"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_speak_the_readers_language_and_the_numbers_do_not_change(
    desk: Desk, numbers: dict[str, bytes], language: str
) -> None:
    other = rows(files(desk, language=language))
    assert [row["value"] for row in other] == [row["value"] for row in rows(numbers)]
    spoken = words(language)("indicator-attendance-rate")
    assert spoken in {row["indicator_name"] for row in other}


def test_the_same_edition_gives_the_same_bytes(desk: Desk, numbers: dict[str, bytes]) -> None:
    again = files(Desk(desk.settings), edition=desk.pin())
    assert again == numbers
