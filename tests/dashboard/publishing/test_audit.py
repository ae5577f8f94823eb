"""What an audit says: which family's year fell, and how many hidden numbers were tried."""

from pathlib import Path

import pytest

from dashboard.publishing import attacking
from dashboard.wall.attack.intruder import Attack, Breach
from tests.dashboard.publishing.conftest import under

pytestmark = pytest.mark.slow


def test_what_falls_is_told_of_its_own_family_and_what_was_tried_only_once(
    half_a_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is referred and who waits are the same persons: both are attacked in one go."""
    attack, fallen = attacking.attack, Breach("waited", "2025Q1", (), "cell", 1, 1)

    def seeing(*asked: object, **more: object) -> Attack:
        whole = attack(*asked, **more)  # type: ignore[arg-type]
        together = {screen.family for screen in asked[0]}  # type: ignore[attr-defined]
        return Attack(7, (*whole.breaches, fallen)) if "waited" in together else whole

    desk = under(half_a_year, 5)
    assert not any(audit.breaches for audit in desk.audit())
    monkeypatch.setattr(attacking, "attack", seeing)
    audits = {(audit.family, audit.year): audit for audit in desk.audit()}
    assert audits["waited", 2025].breaches == (fallen,)
    assert audits["waited", 2025].tried == 0
    assert (audits["referred", 2025].tried, audits["referred", 2025].breaches) == (7, ())
    assert not any(audit.breaches for (family, _), audit in audits.items() if family != "waited")
