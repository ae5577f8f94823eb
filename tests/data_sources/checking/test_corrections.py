"""The failed rows come back as a workbook that explains itself, and can be mended and sent again."""

from io import BytesIO

import openpyxl
import pytest
from drawn_sheets import ATTENDANCE, arrived, counts, everything, workbook

from data_sources.checking import corrections_workbook
from data_sources.checking.corrections import WHAT, WHERE
from data_sources.checking.problems import Problem
from data_sources.declared.tables import ATTENDANCE as TABLE
from data_sources.storing.store import Store

pytestmark = pytest.mark.slow

GOOD = ["05.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x", None]
LINK, COMMAND = '=HYPERLINK("http://x","klikk")', "+1+cmd|' /C calc'!A0"
EVIL = ["31.02.2026", LINK, "Gjøvik", "FACT", "gruppe", "x", None, COMMAND]
NOTED = [*ATTENDANCE, "Merknad"]
TITLED = [["Oppmøte 2026"], [], NOTED, GOOD, EVIL, [*GOOD[:2], "Toten", *GOOD[3:]]]


def say(problem: Problem) -> str:
    return f"sier {problem.reason}"


def returned(rows: list[list[object]]) -> openpyxl.Workbook:
    arrival = arrived({"Mars": rows})
    return openpyxl.load_workbook(BytesIO(corrections_workbook.workbook(arrival.held, say)))


def test_only_failed_rows_come_back_with_what_is_wrong_and_where_they_stood() -> None:
    sheet = returned(TITLED)["Mars"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2] == (WHAT, WHERE, *NOTED)
    assert [row[:2] for row in rows[3:]] == [("sier date-not-in-calendar", 5), ("sier municipality-ambiguous", 6)]
    assert rows[4][2:] == ("05.03.2026", "D1", "Toten", "FACT", "gruppe", "x", None, None)
    marked = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert marked == {"C4": "sier date-not-in-calendar", "E5": "sier municipality-ambiguous"}
    assert sheet["C4"].fill.fgColor.rgb == "00F8D0D0"


def test_no_text_in_it_is_a_formula() -> None:
    sheet = returned(TITLED)["Mars"]
    texts = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    assert all(cell.quotePrefix for cell in texts if cell.value.startswith(("=", "+")))


def test_it_is_read_again_when_mended_and_brings_the_rows_in() -> None:
    book = returned(TITLED)
    sheet = book["Mars"]
    sheet["C4"], sheet["E5"] = "28.02.2026", "Østre Toten"
    stream = BytesIO()
    book.save(stream)
    arrival = arrived(stream.getvalue(), "rettet.xlsx")
    [read] = arrival.sheets
    assert (read.rows.height, read.failed, arrival.held, arrival.partial) == (2, (), (), True)
    assert read.rows["municipality"].to_list() == ["gjovik", "ostre_toten"]


def test_a_register_comes_back_as_a_register_with_what_its_marks_mean() -> None:
    rows = [
        ["Bandet, gruppe 2026"],
        ["Deltaker", "Kommune", "05.01", "12.01", "19.01"],
        ["D1", "Gjøvik", "x", "Q", "x"],
        ["D2", "Gjøvik", "x", "x", "x"],
        [],
        ["x = møtt, A = avbud"],
    ]
    book = returned(rows)
    sheet = book["Mars"]
    assert [row[:4] for row in sheet.iter_rows(values_only=True)][2] == ("sier code-unknown", 3, "D1", "Gjøvik")
    assert sheet["F3"].comment is not None
    sheet["F3"] = "A"
    stream = BytesIO()
    book.save(stream)
    [read] = arrived(stream.getvalue()).sheets
    assert read.rows["status"].to_list() == ["attended", "cancelled_by_participant", "attended"]
    assert set(read.rows["level"]) == {"group"}


def test_a_file_in_which_every_row_holds_has_nothing_to_send_back() -> None:
    assert arrived(workbook({"Mars": [ATTENDANCE, GOOD]})).held == ()


NOBODY = ["05.03.2026", None, "Gjøvik", "FACT", "åpent", "x", None, None]
NOBODYS = [ATTENDANCE, *[[day, *NOBODY[1:6], 8] for day in (NOBODY[0], NOBODY[0], "31.02.2026", "31.04.2026")]]


def mended(days: list[str]) -> bytes:
    """The correction workbook of NOBODYS, with these days in the place of the two that are none."""
    book = returned(NOBODYS)
    for row, day in enumerate(days, 2):
        book["Mars"].cell(row, 3, day)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_mended_row_of_nobody_in_particular_is_one_more_beside_its_equals(kept: Store) -> None:
    assert counts(arrived({"Mars": NOBODYS}, "mars.xlsx"), kept) == (2, 0, 0, 2)
    assert counts(arrived(mended(["05.03.2026", "05.03.2026"]), "rett mars.xlsx"), kept) == (2, 0, 0, 0)
    assert kept.rows(TABLE).height == 4
    whole = [ATTENDANCE, *[[*NOBODY[:6], 8]] * 4]
    assert counts(arrived({"Mars": whole}, "mars ny.xlsx"), kept) == (0, 0, 4, 0)


def test_the_same_mended_file_again_changes_nothing_and_mended_further_brings_only_the_rest(kept: Store) -> None:
    kept.keep(arrived({"Mars": NOBODYS}, "mars.xlsx"), "kari")
    half = mended(["05.03.2026", "31.04.2026"])
    assert counts(arrived(half, "rett mars.xlsx"), kept) == (1, 0, 0, 1)
    for name in ("rett mars.xlsx", "rett mars (1).xlsx"):
        assert counts(arrived(half, name), kept) == (0, 0, 1, 1)
    assert counts(arrived(mended(["05.03.2026", "05.03.2026"]), "rett mars.xlsx"), kept) == (1, 0, 1, 0)
    assert kept.rows(TABLE).height == 4


def test_undoing_a_mended_file_leaves_its_equals_as_they_were(kept: Store) -> None:
    kept.keep(arrived({"Mars": NOBODYS}, "mars.xlsx"), "kari")
    before = everything(kept)["attendance"]
    batch = kept.keep(arrived(mended(["05.03.2026", "05.03.2026"]), "rett mars.xlsx"), "kari")
    assert kept.undo(batch.id, "kari") and everything(kept)["attendance"] == before


def test_what_is_wrong_stands_first_cause_by_cause_and_is_not_read_when_it_comes_back() -> None:
    arrival = arrived({"Les først": TITLED})
    content = corrections_workbook.workbook(arrival.held, say, ["Samspill: Dette må rettes.", "=1+1 (2) – Mars, rad 5"])
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Les først", "Les først (2)"]
    assert [cell.data_type for (cell,) in book.worksheets[0].iter_rows()] == ["s", "s"]
    again = arrived(content, "rettet.xlsx")
    assert [sheet.sheet for sheet in again.sheets] == ["Les først (2)"]
    assert (again.skipped, again.account.aside["ours"]) == ((), 2)
