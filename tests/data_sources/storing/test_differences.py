"""What a file will do is told by month and municipality; rows are removed only inside its scope, and only when told."""

import pytest
import sqlalchemy as sa
from drawn_sheets import ATTENDANCE, arrived, everything

from data_sources.declared.tables import ATTENDANCE as TABLE
from data_sources.storing.rows import differences
from data_sources.storing.store import Counts, Store

JANUARY = ["05.01.2026", None, "Gjøvik", "FACT", "åpent", "x", 8, None]
FEBRUARY = ["09.02.2026", None, "Gjøvik", "FACT", "åpent", "x", 9, None]
ELSEWHERE = ["09.02.2026", None, "Hov", "FACT", "åpent", "x", 4, None]
CULTURE = ["09.02.2026", None, "Gjøvik", "Kulturnettverket", "åpent", "x", 20, None]
FIRST = [ATTENDANCE, JANUARY, FEBRUARY, ELSEWHERE, CULTURE, ["09.02.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"]]
CORRECTED = [
    ATTENDANCE,
    [*FEBRUARY[:6], 11, None],
    ["09.02.2026", "D1", "Gjøvik", "FACT", "gruppe", "IM"],
    ["10.02.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"],
]


def test_a_file_says_what_it_will_do_by_month_and_municipality(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    [difference] = kept.compare(arrived(CORRECTED))
    assert difference.by_month_and_place().rows() == [("2026-02", "gjovik", 2, 1, 0, 1)]


def test_nothing_is_removed_unless_somebody_says_that_the_file_is_whole(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    assert kept.keep(arrived(CORRECTED), "kari").counts[0].removed == 0
    assert kept.rows(TABLE).height == 7


def test_a_whole_file_removes_what_it_lacks_of_its_own_days_places_and_teams_only(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    batch = kept.keep(arrived(CORRECTED), "kari", whole=["attendance"])
    assert batch.counts == (Counts("attendance", 2, 1, 0, 0, 1),)
    assert sorted(kept.rows(TABLE)["heads"].drop_nulls().to_list()) == [4, 8, 11, 20]


def test_undoing_puts_removed_rows_back_exactly(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    before = {name: rows for name, rows in everything(kept).items() if name in {"attendance", "row_before"}}
    batch = kept.keep(arrived(CORRECTED), "kari", whole=["attendance"])
    assert kept.undo(batch.id, "kari")
    after = {name: rows for name, rows in everything(kept).items() if name in before}
    assert after == before


def test_a_removal_that_somebody_has_built_on_is_undone_in_order(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    removal = kept.keep(arrived(CORRECTED), "kari", whole=["attendance"])
    again = kept.keep(arrived([ATTENDANCE, FEBRUARY]), "ola")
    assert not kept.undo(removal.id, "kari")
    assert kept.undo(again.id, "ola") and kept.undo(removal.id, "kari")


def test_a_file_with_failed_rows_or_a_part_of_one_is_never_whole(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    [failed] = kept.compare(arrived([*CORRECTED, ["31.02.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"]]))
    [part] = kept.compare(arrived(CORRECTED, partial=True))
    assert failed.absent is None and part.absent is None


def test_what_came_in_is_told_by_month_from_the_newest_file(kept: Store) -> None:
    bad = ["31.02.2026", "D1", "Gjøvik", "FACT", "gruppe", "x"]
    unknown = ["11.02.2026", "D1", None, None, "gruppe", "ukjent"]
    kept.keep(arrived([*FIRST, bad, ["12.02.2026", "D1", "Toten", "FACT", "gruppe", "x"], unknown]), "kari")
    kept.keep(arrived([ATTENDANCE, JANUARY]), "kari")
    months = kept.months().select("table_name", "month", "rows", "failed", "unknown", "incomplete").rows()
    assert months == [
        ("attendance", "", 0, 1, 0, 0),
        ("attendance", "2026-01", 1, 0, 0, 0),
        ("attendance", "2026-02", 5, 1, 1, 1),
    ]


def test_a_file_of_many_rows_is_held_against_all_that_is_stored_and_comes_to_the_same(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.keep(arrived(FIRST), "kari")
    [few] = kept.compare(arrived(CORRECTED))
    monkeypatch.setattr(differences, "_FEW", 0)
    [many] = kept.compare(arrived(CORRECTED))
    assert few.counts == Counts("attendance", 2, 1, 0, 0)
    assert many.counts == few.counts and many.new.equals(few.new) and many.changed.equals(few.changed)


def test_what_a_small_file_costs_does_not_grow_with_what_is_stored(kept: Store) -> None:
    kept.keep(arrived(FIRST), "kari")
    asked: list[str] = []
    sa.event.listen(kept.engine, "before_cursor_execute", lambda *call: asked.append(" ".join(call[2].split())))
    file = arrived(CORRECTED, spellings=kept.spellings)
    kept.compare(file)
    kept.keep(file, "kari")
    of_rows = [query for query in asked if "FROM attendance" in query or "FROM person_spelling" in query]
    assert len(of_rows) >= 5
    assert [query for query in of_rows if " WHERE " not in query and " LIMIT " not in query] == []
