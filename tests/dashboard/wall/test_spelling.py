"""However Excel, or somebody who types, writes the ids of persons: not one published number changes."""

import csv
import io
import random
from collections.abc import Callable
from datetime import date

import polars as pl
import pytest

from dashboard.counting import tally
from dashboard.counting.families import FAMILIES
from dashboard.counting.period import PeriodKind, of_year, period
from dashboard.desk import Desk
from dashboard.publishing import closing
from data_sources.declared.tables import BY_NAME
from tests import made_up

pytestmark = pytest.mark.slow

FIRST, LAST, TODAY = date(2025, 1, 2), date(2025, 6, 30), date(2025, 12, 20)
FULL_WIDTH = str.maketrans("0123456789PR", "０１２３４５６７８９ＰＲ")
WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.lower,
    lambda written: f" {written} ",
    lambda written: f"\N{NO-BREAK SPACE}{written}",
    lambda written: written.translate(FULL_WIDTH),
    lambda written: written[0] + " " + written[1:] if written[0].isalpha() else written.zfill(9),
    lambda written: written[0] + written[1:].lstrip("0") if written[0].isalpha() else f"{written.lstrip('0')}.0",
    lambda written: written[0] + "00" + written[1:] if written[0].isalpha() else f"{written},00",
)


def respelt(content: bytes, seed: int, *, digits: bool) -> bytes:
    """A file in which every row writes its person's id in a way of its own. `digits`: ids are numbers alone."""
    dice = random.Random(seed)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    for row in rows:
        own = row["Deltaker"].lstrip("PR") if digits else row["Deltaker"]
        row["Deltaker"] = dice.choice(WAYS)(own) if seed else own
    return made_up.table(rows)


def counted(desk: Desk) -> list[pl.DataFrame]:
    """All that any publication is made of: counts, sums and waits of every family and period."""
    rows = {name: desk._store.rows(table) for name, table in BY_NAME.items()}
    every = []
    for family in FAMILIES:
        if closing.years(family, rows, TODAY):
            periods = [
                *of_year(PeriodKind.MONTH, 2025),
                *of_year(PeriodKind.QUARTER, 2025),
                period(PeriodKind.YEAR, 2025),
            ]
            tallies = tally.measure(family, rows, desk.model, periods, TODAY)
            for frame in (tallies.counts, tallies.rows, tallies.waits):
                lists = [name for name, kind in frame.schema.items() if kind.is_nested()]
                every.append(frame.drop(lists).sort(pl.all()) if frame.height else frame.drop(lists))
    return every


def stored(make_desk: Callable[..., Desk], seed: int, *, digits: bool) -> list[pl.DataFrame]:
    desk = make_desk(today=TODAY, name=f"spelt_{seed}")
    half = date(2025, 3, 31)
    for at, content in enumerate(
        (made_up.attendance(FIRST, half), made_up.attendance(date(2025, 4, 1), LAST), made_up.referrals(FIRST, LAST))
    ):
        desk.keep(desk.receive(respelt(content, seed and seed + at, digits=digits), f"{at}.csv"))
    return counted(desk)


@pytest.mark.parametrize("digits", [True, False], ids=["7", "P007"])
def test_any_respelling_of_ids_changes_no_number(make_desk: Callable[..., Desk], *, digits: bool) -> None:
    plain = stored(make_desk, 0, digits=digits)
    assert sum(frame.height for frame in plain) > 200
    assert plain[0]["persons"].max() == 93
    for frame, other in zip(plain, stored(make_desk, 10, digits=digits), strict=True):
        assert other.equals(frame)
