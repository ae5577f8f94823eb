"""What is wrong in a file is said cause by cause: how many, what to do, and where; in logs without cells."""

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.language.words import LANGUAGES, words
from dashboard.sentences import causes
from data_sources.checking.causes import Cause
from data_sources.declared.table import Severity

NB = words("nb")


def cause(sheet: str = "Mars", rows: tuple[tuple[int, int], ...] = ((2, 49),), **more: Any) -> Cause:
    place = {"columns": (("C", "Kommune"),), "values": ("Toten",), "suggestion": None}
    return Cause(sheet, "municipality", "municipality-ambiguous", Severity.STOPS, 48, rows, **place | more)


def samples(*of_sheets: Cause) -> list[Any]:
    return [SimpleNamespace(causes=(each,)) for each in of_sheets]


def test_a_cause_names_how_many_what_and_where() -> None:
    [line] = causes.of_file(samples(cause()), NB)
    assert (line.count, line.where) == (48, "Mars, kolonne C «Kommune», rad 2–49")
    assert line.what == "«Toten»: kan være flere kommuner. Skriv hvilken."


def test_a_cause_in_twelve_sheets_is_one_line() -> None:
    [line] = causes.of_file(samples(*[cause(f"Fane {number}") for number in range(12)]), NB)
    assert line.count == 12 * 48
    assert line.where.endswith("og 9 ark til") and line.where.count("Fane") == 3


def test_a_register_names_its_columns_and_many_rows_are_cut_short() -> None:
    columns = (("E", "03.03.2026"), ("F", "10.03.2026"))
    [line] = causes.of_file(samples(cause(columns=columns, rows=((4, 4), (6, 8)), more_rows=True)), NB)
    assert line.where == "Mars, kolonne E, F, rad 4, 6–8, …"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_is_repeated_at_the_command_line_or_on_the_first_sheet_of_a_workbook(language: str) -> None:
    secret = samples(cause(values=("Ola Nordmann",), suggestion="Ola"))
    told = [*causes.lines(secret, words(language), quoting=False), *causes.to_mend(secret, words(language))]
    assert told and "Samspill" in told[1]
    assert not any("Ola" in line for line in told)
