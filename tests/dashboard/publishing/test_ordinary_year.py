"""An ordinary year that could not be published: a group register without a team in its first half."""

import gzip
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.publishing.notice import Outcome
from dashboard.wall import ladder
from dashboard.wall.search import Depth
from dashboard.wall.suppression import UnprotectableError
from tests.stores import database_at

pytestmark = pytest.mark.slow

YEAR = gzip.decompress(Path(__file__).with_name("an_ordinary_year.csv.gz").read_bytes())
AFTER = "15.01.2026;P0023;Gjøvik;FACT Gjøvik/Toten/Land;Individuelt forløp;Møtt\n".encode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(
        Settings(database_at(tmp_path / "a.sqlite"), "gjovik", tmp_path / "a.key"), today=lambda: date(2026, 2, 20)
    )
    desk.keep(desk.receive(YEAR + AFTER, "oppmote.csv"))
    return desk


def test_every_quarter_and_the_year_are_published_and_hold(desk: Desk) -> None:
    published = {n.period.code for n in desk.publish() if n.outcome is Outcome.PUBLISHED}
    assert {"2025Q1", "2025Q2", "2025Q3", "2025Q4", "2025", "2025-12"} <= published
    (audit,) = desk.audit()
    assert audit.tried > 100
    assert audit.breaches == ()


def test_where_no_choice_is_safe_less_is_shown_and_said_and_nothing_is_stuck(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    protect = ladder.protect_at

    def stubborn(question: object, closing: list[str], published: object, depth: Depth) -> pl.DataFrame:
        if (depth < Depth.TOTALS and "2025Q4" in closing) or (depth < Depth.NOTHING and "2025" in closing):
            raise UnprotectableError(closing, "no table protects it")
        return protect(question, closing, published, depth)

    monkeypatch.setattr(ladder, "protect_at", stubborn)
    notices = {n.period.code: n for n in desk.publish() if n.family == "participants"}
    assert notices["2025Q3"].outcome is Outcome.PUBLISHED
    assert (notices["2025Q4"].outcome, notices["2025Q4"].depth) == (Outcome.SHOWN_LESS, Depth.TOTALS)
    assert (notices["2025"].outcome, notices["2025"].depth) == (Outcome.SHOWN_LESS, Depth.NOTHING)
    frame = desk.published().frame.filter(pl.col("indicator") == "participants", pl.col("sign") == "")
    assert set(frame.filter(pl.col("period") == "2025Q4")["level"]) == {"all"}
    assert frame.filter(pl.col("period") == "2025").is_empty()
    assert not [n for n in desk.survey() if n.outcome in {Outcome.READY, Outcome.BLOCKED}]
