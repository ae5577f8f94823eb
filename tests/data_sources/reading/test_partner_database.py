"""A partner's database is only ever read, only what is new is fetched, and every failure gets a reason of its own."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.desk import Desk
from data_sources.declared.tables import ATTENDANCE
from data_sources.reading.partner_database import Source, SourceFault, fetch, named

QUERY = "SELECT dato AS Dato, pid AS Deltaker, kommune AS Kommune, status AS Status, endret FROM time"
ROWS = [("2026-03-05", "D1", "Gjøvik", "møtt", 1), ("2026-03-06", "D2", "Hov", "avbud", 2)]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A partner's database."""
    path = tmp_path / "fagsystem.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE time (dato TEXT, pid TEXT, kommune TEXT, status TEXT, endret INTEGER)")
        connection.executemany("INSERT INTO time VALUES (?, ?, ?, ?, ?)", ROWS)
    connection.close()
    return path


def add(office: Path, *rows: tuple[object, ...]) -> None:
    with sqlite3.connect(office) as connection:
        connection.executemany("INSERT INTO time VALUES (?, ?, ?, ?, ?)", rows)
    connection.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk], office: Path, tmp_path: Path) -> Desk:
    made = make_desk()
    file = tmp_path / "sources.toml"
    file.write_text(f'[source.fagsystem]\nurl = "sqlite:///{office}"\nquery = """{QUERY}"""\ncursor = "endret"\n')
    object.__setattr__(made.settings, "sources", file)
    return made


def stored(desk: Desk) -> int:
    return desk._store.rows(ATTENDANCE).height


def test_a_source_is_recognised_checked_and_kept_as_a_file_is(desk: Desk) -> None:
    batch = desk.keep(desk.fetch("fagsystem"))
    assert (batch.file, batch.counts[0].new, stored(desk)) == ("fagsystem", 2, 2)


def test_only_what_is_new_or_changed_since_comes_the_next_time(desk: Desk, office: Path) -> None:
    desk.keep(desk.fetch("fagsystem"))
    with pytest.raises(SourceFault, match="nothing-new"):
        desk.fetch("fagsystem")
    add(office, ("2026-03-05", "D1", "Gjøvik", "IM", 3), ("2026-03-09", "D3", "Gjøvik", "x", 2))
    counts = desk.keep(desk.fetch("fagsystem")).counts[0]
    assert (counts.new, counts.changed, counts.unchanged) == (1, 1, 1)


def test_an_undone_fetch_is_fetched_again(desk: Desk) -> None:
    batch = desk.keep(desk.fetch("fagsystem"))
    assert desk.undo(batch.id)
    assert desk.keep(desk.fetch("fagsystem")).counts[0].new == 2


def test_a_row_that_failed_comes_again_until_it_is_mended(desk: Desk, office: Path) -> None:
    add(office, ("2026-02-31", "D4", "Gjøvik", "x", 3), ("2026-03-10", "D5", "Gjøvik", "x", 4))
    assert desk.keep(desk.fetch("fagsystem")).counts[0].failed == 1
    with sqlite3.connect(office) as connection:
        connection.execute("UPDATE time SET dato = '2026-02-28' WHERE pid = 'D4'")
    connection.close()
    assert desk.keep(desk.fetch("fagsystem")).counts[0].new == 1
    assert stored(desk) == 4


@pytest.mark.parametrize("query", ["DELETE FROM time", "SELECT 1; DELETE FROM time", "/* SELECT */ DROP TABLE time"])
def test_a_query_that_does_more_than_read_is_not_asked(office: Path, query: str) -> None:
    with pytest.raises(SourceFault, match="not-a-question"):
        fetch("fagsystem", Source(url=f"sqlite:///{office}", query=query), {})


def test_even_a_query_that_hides_a_change_changes_nothing(office: Path) -> None:
    hidden = "WITH x AS (SELECT 1) INSERT INTO time SELECT '', '', '', '', 1 FROM x"
    with pytest.raises(SourceFault):
        fetch("fagsystem", Source(url=f"sqlite:///{office}", query=hidden), {})
    assert len(fetch("fagsystem", Source(url=f"sqlite:///{office}", query=QUERY), {}).marks) == len(ROWS)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"url": "not an address"}, "address"),
        ({"url": "sqlite:////nowhere/at/all.sqlite"}, "unreachable"),
        ({"url": "postgresql+psycopg://u@localhost:1/x?connect_timeout=2"}, "unreachable"),
        ({"url": "postgresql+psycopg://u:secret@localhost/x"}, "password-in-file"),
        ({"url": "oracle+oracledb://localhost/x"}, "driver"),
        ({"password_from": "NOT_SET"}, "variable-missing"),
        ({"query": "SELECT nothing FROM nowhere"}, "question-refused"),
        ({"cursor": "tid"}, "cursor-missing"),
    ],
)
def test_whatever_stands_in_the_way_has_a_reason_of_its_own(office: Path, changed: dict[str, str], reason: str) -> None:
    with pytest.raises(SourceFault) as fault:
        fetch("fagsystem", Source(**{"url": f"sqlite:///{office}", "query": QUERY} | changed), {})
    assert fault.value.reason == reason and "secret" not in repr(fault.value.arguments)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("[source.x]\nurl = 1\n", "file-broken"), ("source = [", "file-unreadable"), ("source = 3", "file-unreadable")],
)
def test_a_file_of_sources_that_is_wrong_says_where(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "sources.toml"
    file.write_text(content)
    with pytest.raises(SourceFault) as fault:
        named(file)
    assert fault.value.reason == reason


def test_postgresql_is_read_in_a_transaction_that_cannot_write(postgresql: "Server") -> None:  # noqa: F821
    url = postgresql.emptied()
    with postgresql.connect() as connection:
        connection.execute("CREATE TABLE time (dato date, pid text, kommune text, status text, endret timestamp)")
        connection.execute("INSERT INTO time VALUES ('2026-03-05', 'D1', 'Gjøvik', 'x', '2026-03-05 10:00:00')")
        connection.execute("CREATE FUNCTION sly() RETURNS int LANGUAGE sql AS 'DELETE FROM time RETURNING 1'")
    source = Source(url=url, query=QUERY, cursor="endret")
    reached = fetch("fagsystem", source, {}).reached([], "")
    assert reached == "datetime:2026-03-05T10:00:00"
    assert len(fetch("fagsystem", source, {}, reached).marks) == 1
    with pytest.raises(SourceFault, match="question-refused"):
        fetch("fagsystem", Source(url=url, query="SELECT sly()"), {})
    with pytest.raises(SourceFault, match="slow"):
        fetch("fagsystem", Source(url=url, query="SELECT pg_sleep(9)", seconds=1), {})
    assert len(fetch("fagsystem", source, {}).marks) == 1
