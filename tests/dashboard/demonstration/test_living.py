"""A new demo's years are lived beside the server's start, in a process of their own."""

import time
from pathlib import Path

import pytest

from dashboard.commands.demo import NEWEST, OLDER, Living
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from data_sources.reading import own_process
from data_sources.reading.own_process import Ended

pytestmark = pytest.mark.slow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(f"sqlite:///{tmp_path / 'demo.sqlite'}", "gjovik", tmp_path / "demo.key", demo=True)


def test_files_come_before_the_server_has_opened_a_desk_and_a_process_that_is_gone_leaves_what_came(
    settings: Settings, tmp_path: Path
) -> None:
    living = Living(settings)
    process = living._process
    assert process is not None
    while not (tmp_path / "demo.sqlite").exists():
        assert process.poll() is None
        time.sleep(0.05)
    desk = Desk(settings)  # the two open it at once
    time.sleep(0.5)
    assert desk.is_empty(), "nothing is lived before the server is about to answer"
    living.begin()
    while desk.is_empty():
        assert process.poll() is None
        time.sleep(0.05)
    process.kill()
    living.follow(desk)
    assert desk.publishing is None and not desk.newest_to_come
    assert desk.batches() and all(batch.counts for batch in desk.batches())


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float | None, bool]]:
    """How far the desk says it has come whenever the process tells of it, which then ends."""
    seen: list[tuple[float | None, bool]] = []

    def run(work: object, request: object, *, notify: own_process.Notify, waiting: object) -> bytes:
        notify(NEWEST, 0.25)
        notify(OLDER, 0.5)
        raise Ended(9, begun=True, memory=False)

    def noted(desk: Desk, name: str, value: object) -> None:
        object.__setattr__(desk, name, value)
        if name == "newest_to_come":
            seen.append((desk.publishing, desk.newest_to_come))

    monkeypatch.setattr(own_process, "run", run)
    monkeypatch.setattr(Desk, "__setattr__", noted, raising=False)
    return seen


def test_a_file_in_which_nothing_has_come_is_lived_when_the_desk_says_so_and_one_with_numbers_never(
    settings: Settings, lived: list[tuple[float | None, bool]]
) -> None:
    desk = Desk(settings)
    lived.clear()
    living = Living(settings)
    living.begin()
    assert lived == []
    living.follow(desk)
    assert lived == [(0.0, True), (0.25, True), (0.5, False), (None, False)]
    lived.clear()
    desk.keep(desk.typed([{"Dato": "03.03.2025", "Arrangement": "Konsert", "Kommune": "Gjøvik"}], "k.csv"))
    living = Living(settings)
    living.begin()
    living.follow(desk)
    assert lived == []
