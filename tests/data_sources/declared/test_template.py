"""The template is a workbook that comes back: filled in by its own lists and examples, every row is kept."""

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pytest
from drawn_sheets import GJOVIK, HASHED, arrived, problems
from openpyxl.workbook import Workbook

from data_sources.declared import template
from data_sources.declared.model import Model, load
from data_sources.declared.table import ColumnKind
from data_sources.declared.tables import REFERRALS, TABLES
from data_sources.parsing.values import parser
from data_sources.reading.cells import Kind

pytestmark = pytest.mark.slow

Words = Callable[[str], str]


def made(model: Model = GJOVIK, words: Words = str) -> Workbook:
    return openpyxl.load_workbook(BytesIO(template.workbook(TABLES, model, words)))


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def choices(book: Workbook, name: str) -> list[str]:
    """The entries of a list, as Excel finds them by its name."""
    [(sheet, area)] = book.defined_names[name].destinations
    cells = book[sheet][area]
    return [str(row[0].value) for row in (cells if isinstance(cells, tuple) else ((cells,),))]


def test_one_sheet_to_read_one_per_table_and_the_lists_hidden() -> None:
    book = made()
    assert book.sheetnames == ["template-sheet", *[table.headings[0] for table in TABLES], "Lister"]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["Lister"]


def test_the_sheet_to_read_explains_every_column_in_the_readers_words() -> None:
    asked: list[str] = []

    def words(key: str) -> str:
        asked.append(key)
        return f"«{key}»"

    guide = made(words=words).worksheets[0]
    columns = [(table.headings[0], column.headings[0]) for table in TABLES for column in table.columns]
    assert [(row[0], row[1]) for row in guide.iter_rows(min_row=5, values_only=True)] == columns
    assert {f"column-{column.name}.meaning" for table in TABLES for column in table.columns} <= set(asked)


def test_every_column_is_there_and_the_needed_ones_stand_out() -> None:
    book = made()
    for table in TABLES:
        heads = next(book[table.headings[0]].iter_rows(max_row=1))
        assert [cell.value for cell in heads] == [column.headings[0] for column in table.columns]
        colours = {column.required: cell.fill.fgColor.rgb for column, cell in zip(table.columns, heads, strict=True)}
        assert len(set(colours.values())) == len(colours)


def test_dates_are_dates_and_ids_are_text() -> None:
    book = made()
    for table in TABLES:
        for cell, column in zip(
            next(book[table.headings[0]].iter_rows(min_row=2, max_row=2)), table.columns, strict=True
        ):
            ids = {ColumnKind.PERSON, ColumnKind.NUMBER_OF_RECORD}
            form = "dd.mm.yyyy" if column.kind is ColumnKind.DATE else "@" if column.kind in ids else "General"
            assert cell.number_format == form, column.name


@pytest.mark.parametrize("name", ["gjovik", "fredrikstad"])
def test_every_entry_of_every_list_is_understood(name: str) -> None:
    model = load(name)
    book = made(model)
    listed = 0
    for table in TABLES:
        rules = book[table.headings[0]].data_validations.dataValidation
        lists = {area.min_col: rule.formula1.removeprefix("=") for rule in rules for area in rule.sqref.ranges}
        for number, column in enumerate(table.columns, start=1):
            if number not in lists:
                assert column.vocabulary is None
                continue
            read = [parser(column, model, HASHED)(entry, Kind.TEXT) for entry in choices(book, lists[number])]
            assert all((one.fault, one.warning) == (None, None) for one in read), column.name
            assert len({one.value for one in read}) == len(read) > 1, column.name
            listed += 1
    assert listed == 17


def test_a_model_without_a_list_of_places_elsewhere_still_offers_one() -> None:
    book = made(GJOVIK.model_copy(update={"elsewhere": ()}))
    assert choices(book, "attendance_municipality")[-2:] == ["Annen kommune", "Ukjent"]


def test_the_examples_themselves_are_kept() -> None:
    book = made(words=lambda key: f"Ord for {key}")
    for table in TABLES:
        for number, column in enumerate(table.columns, start=1):
            book[table.headings[0]].cell(2, number).value = column.example or None
    arrival = arrived(saved(book))
    assert [(one.layout.table.name, one.rows["row"].to_list()) for one in arrival.sheets] == [
        (table.name, [2]) for table in TABLES
    ]
    assert [problem.reason for problem in problems(arrival)] == ["date-in-future"]
    assert (arrival.skipped, arrival.hidden) == (("Ord for template-sheet",), ())


def test_an_empty_template_says_that_there_are_no_rows() -> None:
    assert arrived(template.workbook(TABLES, GJOVIK, str)).refused == "no-rows"


def test_a_template_of_one_table_is_enough() -> None:
    book = openpyxl.load_workbook(BytesIO(template.workbook([REFERRALS], GJOVIK, str)))
    assert book.sheetnames == ["template-sheet", "Henvisninger", "Lister"]
