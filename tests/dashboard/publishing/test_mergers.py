"""A municipality is renamed, or two become one: deliveries and rows follow, and what was told stays as it was told."""

import re
from datetime import date, datetime, time
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting.period import from_code
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from data_sources.declared.model import MODELS
from tests.dashboard.publishing.test_deliveries import PLACES, Q2, deliver
from tests.stores import database_at

pytestmark = pytest.mark.slow

LAND = """[[municipality]]
key = "land"
name = "Land"
number = "3499"
aliases = ["Søndre Land", "Nordre Land"]
formerly = ["sondre_land", "nordre_land"]

"""


LEDGER = pl.col("indicator") != "participants_per_1000"  # this one is reckoned of today's inhabitants


def merged(folder: Path) -> str:
    """The region's model with Søndre and Nordre Land as one, and Gjøvik under a new name."""
    parts = re.split(r"(?=^\[\[)", (MODELS / "gjovik.toml").read_text("utf-8"), flags=re.MULTILINE)
    kept = [part for part in parts if not re.search(r'^key = "(sondre|nordre)_land"$', part, re.MULTILINE)]
    last = max(number for number, part in enumerate(kept) if part.startswith("[[municipality]]"))
    kept.insert(last + 1, LAND)
    file = folder / "merged.toml"
    file.write_text("".join(kept).replace('name = "Gjøvik"\n', 'name = "Nye Gjøvik"\n'), "utf-8")
    return str(file)


def test_two_that_become_one_deliver_together_and_their_old_year_stays_as_it_was_told(tmp_path: Path) -> None:
    def desk(model: str, day: date) -> Desk:
        settings = Settings(database_at(tmp_path / "m.sqlite"), model, tmp_path / "m.key")
        return Desk(settings).then(datetime.combine(day, time(9)), "koordinator")

    before = desk("gjovik", date(2026, 7, 25))
    deliver(before, *PLACES)
    before.publish()
    told = before.published().frame.filter(LEDGER)
    assert Q2 is not None
    assert before.figure("participants", Q2, "nordre_land").value is not None

    after = desk(merged(tmp_path), date(2027, 4, 25))
    names = {row.name for _, _, rows in after.board() for row in rows}
    assert {"Nye Gjøvik", "Land"} <= names
    assert {"Søndre Land", "Nordre Land"}.isdisjoint(names)
    assert after.missing("participants", Q2) == []  # both had delivered, and they are Land
    deliver(after, *PLACES, first=date(2027, 1, 1), last=date(2027, 3, 31))
    after.publish()
    spring = from_code("2027Q1")
    assert spring is not None
    whole = PLACES["Søndre Land"] + PLACES["Nordre Land"]
    assert after.figure("participants", spring, "land").value == whole
    assert after.figure("participants", spring).value == sum(PLACES.values())
    old = after.published().frame.filter(LEDGER, pl.col("period").str.starts_with("2026"))
    assert old.sort(old.columns).equals(told.sort(told.columns))
    # Land's own number of the old year, beside those of its parts, would give the smaller one away.
    after.publish(edition_of=2026, reason="slått sammen")
    assert after.figure("participants", Q2, "land").sign == ".."
    assert not any(audit.breaches for audit in after.audit())
