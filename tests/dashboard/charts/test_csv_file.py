"""Numbers taken away: a file that Norwegian Excel opens right, and that never runs anything."""

import csv
import io

from dashboard.charts.csv_file import csv_file, file_name
from dashboard.language.words import words

GAP = "\u00a0"
TABLE = [
    {"Periode": "1. kv. 25", "Verdi": f"94{GAP}%", "Usikkerhet": f"89–97{GAP}%"},
    {"Periode": "2. kv. 25", "Verdi": ":", "Usikkerhet": ""},
    {"Periode": "3. kv. 25", "Verdi": f"1{GAP}250", "Usikkerhet": ""},
    {"Periode": "4. kv. 25", "Verdi": "4,5", "Usikkerhet": ""},
]


def rows(content: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_norwegian_excel_finds_cells_letters_and_numbers() -> None:
    content = csv_file(TABLE, words("nb"), above=["Oppmøte, hele regionen"], below=["Kilde: Samspill"])
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows(content, ";") == [
        ["Oppmøte, hele regionen"],
        [],
        ["Periode", "Verdi", "Usikkerhet"],
        ["1. kv. 25", "94 %", "89–97 %"],
        ["2. kv. 25", ":", ""],
        ["3. kv. 25", "1250", ""],
        ["4. kv. 25", "4,5", ""],
        [],
        ["Kilde: Samspill"],
    ]


def test_english_excel_wants_commas() -> None:
    content = csv_file([{"Period": "Q1 25", "Value": "1,250"}], words("en"))
    assert ["Q1 25", "1,250"] in rows(content, ",")


def test_a_cell_that_looks_like_a_formula_is_text() -> None:
    nasty = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"]
    content = csv_file([{"=Navn": name} for name in nasty], words("nb"), above=["=tittel"], below=["@slutt"])
    cells = [cell for row in rows(content, ";") for cell in row]
    assert cells == ["'=tittel", "'=Navn", *(f"'{name}" for name in nasty), "'@slutt"]


def test_a_name_any_machine_takes() -> None:
    assert file_name("Oppmøte måned for måned, hele regionen") == "oppmote-maned-for-maned-hele-regionen.csv"
    assert file_name("Færre faller fra – «nå»") == "faerre-faller-fra-na.csv"
