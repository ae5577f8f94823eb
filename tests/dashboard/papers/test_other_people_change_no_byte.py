"""The intruder reads every byte of every paper: chart caches, workbooks inside slides, metadata.

Other people behind the hidden numbers leave every file byte for byte as it is, so nothing in any of them can tell of
them: neither a number, nor a length, nor an order.
"""

from datetime import date
from pathlib import Path

import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.papers.order import Kind, Order
from dashboard.papers.paper_of import files_of
from tests.dashboard.wall.test_non_interference import QUARTER, _key_of
from tests.dashboard.wall.test_non_interference import worlds as worlds  # noqa: PLC0414 - the wall's own worlds
from tests.stores import database_at

pytestmark = pytest.mark.slow

KINDS = [kind for kind in Kind if kind not in {Kind.GRANT, Kind.GRANT_TEXT}]


def everything(database: Path, key: Path, kind: Kind, edition: str = "") -> dict[str, bytes]:
    desk = Desk(Settings(database_at(database), "gjovik", key))
    order = Order(kind, edition=edition or desk.pin(), period=QUARTER.code, meeting=date(2026, 1, 5), preview=True)
    return files_of(order, desk)


@pytest.mark.parametrize("kind", KINDS)
def test_other_people_behind_the_hidden_numbers_change_no_byte(worlds: list[Path], kind: Kind) -> None:
    key = _key_of(worlds)
    truth = everything(worlds[0], key, kind)
    assert all(len(content) > 1000 for content in truth.values())
    for world in worlds[1:]:
        assert everything(world, key, kind) == truth
