"""Rows made ready: who is who in every table, the order of days, and what has been counted once."""

from datetime import date

import polars as pl
from drawn import GJOVIK, frames

from dashboard.counting import tally
from dashboard.counting.families import ENDED, PARTICIPANTS, WAITED
from dashboard.counting.period import PeriodKind, of_year
from dashboard.counting.ready_rows import ready

TODAY = date(2026, 6, 1)
PERIODS = [p for kind in PeriodKind for p in of_year(kind, 2025)]


def rows() -> dict[str, pl.DataFrame]:
    """Five people who come every month to two municipalities' groups, and were referred."""
    came = [
        {
            "date": date(2025, 1 + at % 12, 1 + at % 28),
            "participant": f"D{at % 5}",
            "municipality": ("gjovik", "ostre_toten")[at % 2],
            "team": "fact",
            "level": "group",
            "status": ("attended", "missed")[at % 7 == 0],
        }
        for at in range(120)
    ]
    sent = [
        {
            "received": date(2025, 1, 1 + at),
            "participant": f"D{4 - at}",
            "municipality": "gjovik",
            "started": date(2025, 2, 1),
            "ended": date(2025, 3 + at, 1),
        }
        for at in range(5)
    ]
    heads = [{"date": date(2025, 5, 5), "municipality": "gjovik", "team": "fact", "status": "attended", "heads": 7}]
    return frames(attendance=[*came, *heads], referrals=sent)


def test_everybody_is_one_number_in_every_table_and_nobody_is_none() -> None:
    plain, numbered = rows(), ready(rows())
    pairs = pl.concat(
        pl.DataFrame({"person": plain[name]["participant"], "number": numbered[name]["participant"]})
        for name in ("attendance", "referrals")
    ).unique()
    assert pairs.height == 6 and pairs["person"].n_unique() == pairs["number"].n_unique() == 6
    assert pairs.filter(pl.col("person").is_null())["number"].to_list() == [None]
    assert numbered["attendance"].schema["participant"].is_integer()
    assert ready(numbered) is numbered and set(numbered) == set(plain) and len(numbered) == len(plain)


def test_a_stretch_of_days_is_every_row_of_them_and_no_other() -> None:
    family_rows = ready(rows()).of_family(PARTICIPANTS, GJOVIK, TODAY)
    for p in PERIODS:
        inside = family_rows.between(p.first, p.last)
        assert inside.equals(family_rows.rows.filter(pl.col("day").is_between(p.first, p.last)))
    assert family_rows.between(date(2024, 1, 1), date(2024, 12, 31)).is_empty()


def test_what_is_asked_again_is_the_same_and_is_not_counted_twice() -> None:
    numbered = ready(rows())
    for family in (PARTICIPANTS, ENDED, WAITED):
        first = tally.measure(family, numbered, GJOVIK, PERIODS, TODAY)
        again = tally.counts(family, numbered, GJOVIK, PERIODS, TODAY)
        alone = tally.counts(family, rows(), GJOVIK, PERIODS, TODAY)
        assert first.counts.equals(again) and again.equals(alone)
        assert first.counts["persons"].sum() > 0
    family_rows = numbered.of_family(PARTICIPANTS, GJOVIK, TODAY)
    assert set(family_rows.cells) == set(PERIODS) and family_rows is numbered.of_family(PARTICIPANTS, GJOVIK, TODAY)


def test_another_model_or_another_day_is_counted_by_itself() -> None:
    numbered = ready(rows())
    before = tally.counts(PARTICIPANTS, numbered, GJOVIK, PERIODS, TODAY)
    smaller = GJOVIK.model_copy(update={"municipality": GJOVIK.municipality[:1]})
    other = tally.counts(PARTICIPANTS, numbered, smaller, PERIODS, TODAY)
    assert set(other["municipality"]) < set(before["municipality"])
    assert other.equals(tally.counts(PARTICIPANTS, rows(), smaller, PERIODS, TODAY))
    early = date(2025, 4, 15)
    assert tally.counts(ENDED, numbered, GJOVIK, PERIODS, early).equals(
        tally.counts(ENDED, rows(), GJOVIK, PERIODS, early)
    )
