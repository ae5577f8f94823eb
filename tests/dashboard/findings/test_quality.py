"""How good what came in is, in grades by source and month; and which numbers it touches."""

from datetime import date, datetime, timedelta

import polars as pl

from dashboard.charts.quality import quality
from dashboard.findings.quality import FEW, Aspect, Grade, judged, touched
from dashboard.language.words import words
from dashboard.publishing.deliveries import last_in_time
from data_sources.declared.model import load
from data_sources.declared.tables import ATTENDANCE, CONCERTS

AT = datetime(2026, 3, 10)


def came(**changed: object) -> dict[str, object]:
    return {
        "table_name": "attendance",
        "fingerprint": "a",
        "month": "2026-02",
        "file": "o.xlsx",
        "first_at": AT,
        "rows": 200,
        "failed": 0,
        "unknown": 0,
        "incomplete": 0,
    } | changed


def due(table: str, day: date) -> date:
    """Attendance two weeks after the month, concerts by quarter."""
    return day + timedelta(days=14 if table == "attendance" else 45)


def grade(aspect: Aspect, **changed: object) -> Grade:
    [source] = judged(pl.DataFrame([came(**changed)]), due)
    return source.grades["2026-02", aspect]


def test_shares_are_told_in_bands_too_wide_to_count_rows_by() -> None:
    told = [grade(Aspect.FAILED, rows=200 - n, failed=n) for n in (0, 1, 2, 9, 10, 39, 40)]
    assert told == [*[Grade.GOOD] * 2, *[Grade.WATCH] * 2, *[Grade.WEAK] * 2, Grade.BAD]


def test_of_what_bears_on_hidden_cells_nobody_and_ten_rows_are_told_alike() -> None:
    """Else a month without unknown municipality would give another municipality's hidden number away."""
    for rows in (20, 60, 200):
        told = [grade(Aspect.UNKNOWN, rows=rows, unknown=n) for n in (0, 1, 4, 5, 9, 10)]
        assert told == [*[Grade.GOOD] * 5, Grade.WATCH]
    told = [grade(Aspect.INCOMPLETE, incomplete=n) for n in (0, 29, 30, 59, 60)]
    assert told == [Grade.GOOD, Grade.WATCH, Grade.WEAK, Grade.WEAK, Grade.BAD]


def test_nothing_is_told_of_few_rows() -> None:
    assert grade(Aspect.UNKNOWN, rows=FEW - 1, unknown=5) is Grade.FEW
    assert grade(Aspect.UNKNOWN, rows=FEW, unknown=0) is Grade.GOOD


def test_late_is_more_than_two_weeks_after_the_day_the_board_asks_for() -> None:
    told = [grade(Aspect.TIMELY, first_at=datetime(2026, 3, day)) for day in (14, 15, 28, 29)]
    assert told == [Grade.GOOD, Grade.WATCH, Grade.WATCH, Grade.WEAK]
    assert grade(Aspect.TIMELY, first_at=datetime(2026, 4, 1), table_name="concerts") is Grade.GOOD


def test_what_is_delivered_by_quarter_is_in_time_until_its_quarters_day() -> None:
    model = load("gjovik")
    asked = {table.name: last_in_time(model, table, date(2026, 1, 31)) for table in (ATTENDANCE, CONCERTS)}
    days = {one.table: one.days for one in model.deliverer}
    assert asked["attendance"] == date(2026, 1, 31) + timedelta(days=days["attendance"])
    assert asked["concerts"] == date(2026, 3, 31) + timedelta(days=days["concerts"])


def test_a_month_without_rows_between_months_with_rows_is_missing_but_not_of_concerts() -> None:
    rows = [came(), came(month="2025-12"), came(table_name="concerts"), came(table_name="concerts", month="2025-12")]
    attendance, concerts = judged(pl.DataFrame(rows), due)
    assert (attendance.missing(), concerts.missing()) == (["2026-01"], [])
    assert attendance.months == ("2026-02", "2026-01", "2025-12")


def test_an_unknown_municipality_touches_only_what_is_told_by_municipality() -> None:
    assert "participants" in touched("attendance", Aspect.UNKNOWN)
    assert "transition_rate" not in touched("referrals", Aspect.UNKNOWN)
    assert "transition_rate" in touched("referrals", Aspect.FAILED)


def test_the_picture_says_each_grade_in_words() -> None:
    [source] = judged(pl.DataFrame([came(unknown=100)]), due)
    chart = quality(source, words("nb"))
    assert chart.table == [
        {
            "Måned": "feb. 26",
            "Kom inn": "i tide",
            "Med feil": "under 1 %",
            "Ukjent kommune": "mange",
            "Noe mangler": "få",
        }
    ]
    assert set(chart.frame.columns) == {"label", "aspect", "grade", "text"}
