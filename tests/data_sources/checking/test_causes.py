"""One cause is one line, however many rows it stands in."""

import pytest
from drawn_sheets import ATTENDANCE, arrived, row

from data_sources.checking import check
from data_sources.checking.causes import Cause, causes
from data_sources.declared.table import Severity


def of(rows: list[list[object]]) -> list[Cause]:
    return [cause for sheet in arrived(rows).sheets for cause in causes(sheet.problems, sheet.tally)]


def test_sixty_rows_with_one_fault_are_one_cause_with_its_place_and_the_first_values() -> None:
    days = [row("attendance", date=f"{day}.2.2026", participant=f"D{day}") for day in range(29, 89)]
    [cause] = of([ATTENDANCE, *days])
    assert (cause.reason, cause.severity, cause.count) == ("date-not-in-calendar", Severity.STOPS, 60)
    assert (cause.columns, cause.rows, cause.more_rows) == ((("A", "Dato"),), ((2, 61),), False)
    assert (cause.values, cause.more_values) == (("29.2.2026", "30.2.2026", "31.2.2026"), True)


def test_what_stops_rows_comes_first_and_then_what_there_is_most_of() -> None:
    good = [row("attendance", team="Sangkraft", participant=f"D{who}") for who in range(4)]
    bad = [row("attendance", status="Q", participant=f"D{who}") for who in range(4, 6)]
    far = [row("attendance", municipality="Atlantis", participant=f"D{who}") for who in range(6, 9)]
    told = [(cause.reason, cause.count) for cause in of([ATTENDANCE, *good, *bad, *far])]
    assert told == [("municipality-unknown", 3), ("code-unknown", 2), ("team-unknown", 4)]


def test_every_row_is_counted_though_not_each_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "MOST_SAID", 3)
    bad = [row("attendance", date=f"dag {who}", participant=f"D{who}") for who in range(9)]
    [cause] = of([ATTENDANCE, *bad])
    assert (cause.count, cause.more_rows, cause.more_values, len(cause.values)) == (9, True, False, 3)
