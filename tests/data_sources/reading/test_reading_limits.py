"""Files through the guarded child: what ends it, what holds it, and that nothing else comes out."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import handmade_files as made
import pytest
from handmade_files import outcome

from data_sources.reading import own_process
from data_sources.reading.cells import Refused
from data_sources.reading.own_folder import PREFIX, Folder, sweep
from data_sources.reading.own_process import Ended
from data_sources.reading.workbook import Limits, read

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _nothing_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every reading, however it ends, removes what it wrote."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert list(tmp_path.glob("samspill-*")) == []


def test_hostile_workbooks_end_the_child_and_nothing_else() -> None:
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    claim = made.HEADER + f'<sst xmlns="{made.MAIN}" count="1" uniqueCount="4294967295"><si><t>x</t></si></sst>'
    styled = f'<row r="1">{made.text_cell("A1", "x")}</row>' + "".join(
        f'<row r="{i}" hidden="1"><c r="A{i}" s="1"/></row>' for i in range(2, 60_000)
    )
    for name, content, expected in (
        (
            "a count",
            made.xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared_strings=claim),
            "too-much-memory",
        ),
        ("a row", made.xlsx(one + '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), "too-much-memory"),
        ("a corner", made.xlsx(one + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "cell-far-away"),
        ("no XML", made.xlsx(b"<worksheet><sheetData><row"), "damaged"),
        ("no sheet", made.zipped({**made.xlsx_parts({}), "x": "y"}), "no-sheets"),
        ("no ods", made.ods(""), "no-sheets"),
        ("no xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + made.ole({"Workbook": b"\xff" * 5000})[8:], "damaged"),
        ("styled blanks", made.xlsx(styled, styles=made.DATE_STYLES), "read"),
        ("a million columns", made.xlsx(made.sheet(one, before='<dimension ref="A1:XFD1048576"/>').encode()), "read"),
    ):
        assert outcome(content) == expected, name


def test_a_broken_sheet_is_refused_and_a_broken_picture_is_not() -> None:
    parts = made.xlsx_parts({"Ark1": made.sheet('<row r="1"><c r="A1"><v>1</v></c></row>')})
    content = made.zipped({**parts, "xl/media/image1.png": b"picture" * 9})
    for part, expected in (("xl/worksheets/sheet1.xml", "damaged"), ("xl/media/image1.png", "read")):
        wrong = bytearray(content)
        central = wrong.rindex(part.encode()) - 46
        wrong[central + 16] ^= 0xFF
        assert outcome(bytes(wrong)) == expected, part


def test_limits_hold() -> None:
    book = made.xlsx("".join(f'<row r="{i}"><c r="B{i}"><v>{i}</v></c></row>' for i in range(1, 40)))
    for limits, expected in (
        (Limits(rows=39, columns=1), "read"),
        (Limits(rows=38), "too-many-rows"),
        (Limits(columns=0), "too-many-columns"),
    ):
        assert outcome(book, limits=limits) == expected, limits


def test_a_cell_longer_than_excels_own_longest_is_refused_with_its_row() -> None:
    long = "x" * 32_768
    assert outcome(made.xlsx(f'<row r="1">{made.text_cell("A1", long[1:])}</row>')) == "read"
    workbook = made.xlsx(f'<row r="1">{made.text_cell("A1", "a")}</row><row r="7">{made.text_cell("B7", long)}</row>')
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        for text in ("a", long)
    )
    for content, row in ((workbook, 7), (made.ods(f'<table:table table:name="a">{rows}</table:table>'), 2)):
        with pytest.raises(Refused) as refused:
            read(content, "x")
        assert (refused.value.reason, refused.value.arguments) == ("cell-too-long", {"line": row, "limit": 32_767})


@pytest.mark.parametrize(("cell", "place"), [("XFD1048576", (1_048_576, 16_383)), ("ZZ300000", (300_000, 701))])
def test_a_cell_far_outside_the_table_is_named(cell: str, place: tuple[int, int]) -> None:
    row, column = place
    table = "".join(f'<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>' for i in range(1, 40))
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    with pytest.raises(Refused) as refused:
        read(made.xlsx(table + far), "x", limits=Limits(memory=1024 * 1024 * 1024))
    assert (refused.value.reason, refused.value.arguments) == ("cell-far-away", {"row": row, "column": column})


def test_a_file_that_takes_too_much_of_the_processor_is_refused_however_long_it_waited() -> None:
    slow = b'"a";b;c;d;e;f\n' * 1_200_000
    assert outcome(slow, limits=Limits(seconds=1, seconds_per_megabyte=0)) == "too-slow"


def test_a_child_that_cannot_start_is_a_fault_of_ours_not_of_the_file() -> None:
    with pytest.raises(RuntimeError, match="could not start"):
        read(b"a;b\n", "x", limits=Limits(memory=40 * 1024 * 1024))


def test_cancelling_kills_the_child_at_once() -> None:
    asked: list[float] = []

    def cancel() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 1

    started = time.monotonic()
    with pytest.raises(Refused, match="cancelled"):
        read(made.xlsx(""), "x", cancel=cancel)
    assert time.monotonic() - started < 5
    assert len(asked) == 2


def test_only_two_are_read_at_a_time_and_waiting_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    going: list[str] = []
    most: list[int] = []
    both, done = threading.Event(), threading.Event()

    def run(_: object, request: dict[str, Any], **__: object) -> bytes:
        going.append(request["folder"])
        most.append(len(going))
        if len(going) == 2:
            both.set()
        assert done.wait(10)
        going.remove(request["folder"])
        raise Ended(1, begun=True, memory=False)

    monkeypatch.setattr(own_process, "run", run)
    with ThreadPoolExecutor(5) as pool:
        waiting = [pool.submit(outcome, b"a;b\n") for _ in range(5)]
        assert both.wait(10)
        assert outcome(b"a;b\n", cancel=lambda: True) == "cancelled"
        done.set()
        assert {future.result() for future in waiting} == {"damaged"}
    assert (len(most), max(most)) == (5, 2)


def test_what_a_killed_server_left_behind_is_swept_and_what_is_held_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Folder() as held:
        left = tmp_path / f"{PREFIX}left"
        left.mkdir()
        (left / "arrival").touch()
        sweep()
        assert list(tmp_path.iterdir()) == [held]
        left.mkdir()
        read(b"a;b\n", "x")
        assert list(tmp_path.iterdir()) == [held]


def test_the_child_sees_no_environment_and_no_cell_reaches_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    started: dict[str, Any] = {}
    popen = own_process.subprocess.Popen

    def watched(command: list[str], **kwargs: Any) -> Any:
        started.update(kwargs, command=command)
        return popen(command, **kwargs)

    monkeypatch.setattr(own_process.subprocess, "Popen", watched)
    monkeypatch.setenv("SAMSPILL_KEY", "hemmelig")
    secret = "12345678901"
    with pytest.raises(Refused) as caught:
        read(f'navn;id\nOla;"{secret}\n'.encode(), f"{secret}.csv")
    assert "hemmelig" not in str(started["env"])
    assert started["start_new_session"] is True
    assert started["command"][1] == "-I"
    assert secret not in repr(caught.value) + str(caught.value)


def test_what_a_process_has_taken_is_its_own_and_not_that_of_whoever_started_it() -> None:
    grown = bytearray(b"x") * (400 << 20)
    asked = "from data_sources.reading.own_process import peak; print(peak())"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True)
    assert 0 < int(done.stdout) < len(grown) // 2
