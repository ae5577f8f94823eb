"""What somebody who makes a paper can rely on: it comes whole or not at all, and nobody else waits for it."""

import errno
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.papers import making
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.paper_of import files_of
from data_sources.reading import own_process
from tests.stores import database_at

pytestmark = pytest.mark.slow


def test_a_paper_made_in_a_process_of_its_own_is_the_same_paper(desk: Desk, settings: Settings) -> None:
    stages: list[tuple[str, float]] = []
    order = Order(Kind.NUMBERS, edition=desk.pin())
    apart = making.made(order, settings, notify=lambda stage, share: stages.append((stage, share)))
    assert apart == files_of(order, desk)
    assert [share for _, share in stages] == sorted(share for _, share in stages)
    assert stages


def test_a_fault_comes_back_with_its_reason(settings: Settings) -> None:
    with pytest.raises(PaperFault) as fault:
        making.made(Order(Kind.NUMBERS, edition="2026-13-01"), settings)
    assert (fault.value.reason, fault.value.arguments) == ("unknown-edition", {"edition": "2026-13-01"})


def test_it_can_be_called_off(settings: Settings) -> None:
    with pytest.raises(PaperFault, match="cancelled"):
        making.made(Order(Kind.NUMBERS), settings, cancel=lambda: True)


def test_a_process_that_ends_without_a_word_is_told_of(settings: Settings, monkeypatch) -> None:
    def ended(*_: object, **__: object) -> bytes:
        raise own_process.Ended(-9, begun=True, memory=False)

    monkeypatch.setattr(own_process, "run", ended)
    with pytest.raises(PaperFault, match="broken-off"):
        making.made(Order(Kind.NUMBERS), settings)


def test_nothing_published_is_said(make_desk) -> None:
    with pytest.raises(PaperFault, match="nothing-published"):
        files_of(Order(Kind.NUMBERS), make_desk())


def test_a_disk_that_is_full_half_way_leaves_the_files_that_were_there(tmp_path: Path, monkeypatch) -> None:
    making.write(tmp_path, {"a.csv": b"before", "b.csv": b"before"})
    whole = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name.startswith(".b"):
            whole(self, content[:2])
            raise OSError(errno.ENOSPC, "full")
        return whole(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(PaperFault, match="disk-full"):
        making.write(tmp_path, {"a.csv": b"after", "b.csv": b"after"})
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.csv": b"before", "b.csv": b"before"}


def test_a_folder_nobody_may_write_in_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PaperFault, match="unwritable"):
        making.write(tmp_path / "file" / "folder", {"a.csv": b"1"})


def test_a_process_that_waited_makes_the_same_paper_and_knows_what_was_published_meanwhile(
    desk: Desk, settings: Settings
) -> None:
    making.make_ready(settings)
    making.make_ready(settings)
    waiting = making._WAITING._waiting
    assert waiting is not None and waiting.poll() is None
    order = Order(Kind.AGENDA, edition=desk.pin())
    assert making.made(order, settings) == files_of(order, desk)
    assert making._WAITING._waiting is None and waiting.wait(10) == 0


def test_one_that_has_ended_or_waits_for_other_numbers_is_not_used(settings: Settings, tmp_path: Path) -> None:
    other = replace(settings, database=database_at(tmp_path / "other.sqlite"), key=tmp_path / "other.key")
    making.make_ready(other)
    assert making._WAITING.taken(settings) is None
    making.make_ready(other)
    waiting = making._WAITING._waiting
    assert waiting is not None
    waiting.kill()
    waiting.wait(10)
    assert making._WAITING.taken(other) is None
    making.make_ready(other)
    making._WAITING.empty()
    assert making._WAITING._waiting is None


def test_minutes_of_a_meeting_that_had_not_seen_the_period_show_what_it_had_seen(desk: Desk) -> None:
    late = replace_today(desk, date(2031, 1, 1))
    held = desk.seen_on() if desk.seen_on() < date(2031, 1, 1) else date(2030, 1, 1)
    (name,) = files_of(Order(Kind.MINUTES, period="2030Q4", meeting=held), late)
    assert name.startswith("referat-fra-mote-")
    with pytest.raises(PaperFault, match="unknown-period"):
        files_of(Order(Kind.MINUTES, period="2030Q4", meeting=held, edition=desk.pin()), late)


def replace_today(desk: Desk, day: date) -> Desk:
    return desk.then(datetime.combine(day, time(9)), "Kari")


def test_three_who_ask_at_once_all_get_the_whole_paper(desk: Desk, settings: Settings) -> None:
    """There is room for two: the third waits."""
    report, agenda = Order(Kind.REPORT, preview=True), Order(Kind.AGENDA, period="2025Q1")
    with ThreadPoolExecutor(3) as pool:
        whole, first, second = pool.map(lambda order: making.made(order, settings), [report, agenda, agenda])
    assert first == second == files_of(agenda, desk)
    assert whole == files_of(report, desk)
    assert whole["preview.png"][:4] == b"\x89PNG"
