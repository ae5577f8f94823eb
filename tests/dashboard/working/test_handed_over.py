"""What is handed over is done once, by whoever is there, also where somebody is killed over it."""

import asyncio
import signal
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import procrastinate
import pytest

from dashboard.desk import Desk, Person, Role, StoreFault
from dashboard.desk.handed_over.orders import KEEP, PAPER, JobFault
from dashboard.installation.settings import Settings
from dashboard.papers.order import Kind, Order
from dashboard.working.standing_in import look
from data_sources.storing import batches
from data_sources.storing.batches import Terms
from tests import made_up
from tests.dashboard.working.conftest import Worker, ended, until
from tests.servers import Server

pytestmark = pytest.mark.slow
FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)


def test_a_killed_workers_jobs_are_done_by_another_and_none_is_done_twice(
    desk: Desk, settings: Settings, start: Callable[[], Worker]
) -> None:
    """Two workers; one is killed while numbers are published. Two processes of readers see the same, and in time."""
    other = Desk(settings, today=lambda: date(2025, 9, 20))
    first = start()
    files = {"h.csv": made_up.referrals(FIRST, LAST), "k.csv": made_up.concerts(FIRST, LAST)}
    previews = [desk.receive(content, name) for name, content in files.items()]
    job = desk.keeping([(preview, []) for preview in previews])
    kept = job.result()
    assert [(batch.file, batch.uploaded_by) for batch in kept] == [("h.csv", desk.who), ("k.csv", desk.who)]
    assert other.batches() == desk.batches() and len(kept) == 2
    assert desk.start_publishing()
    assert not other.start_publishing(), "it goes on, though another process asked for it"
    until(desk._ledger.pending)
    assert desk.publications() == [], "nothing is read before all of it is"
    assert ended(first) == -signal.SIGKILL
    second, third = start(), start()
    until(lambda: desk.publishing is None and other.publishing is None, 120)
    assert isinstance(desk.published_last, list) and desk.published_last
    editions = [(entry.family, entry.period, entry.edition) for entry in other.publications()]
    assert len(editions) == len(set(editions)) and {edition for *_, edition in editions} == {1}
    assert {family for family, *_ in editions} >= {"referred", "waited", "events", "performers"}
    assert desk._ledger.pending() == []
    deeds = [(entry.action, entry.outcome) for entry in desk.log() if entry.action in {"keep", "publish"}]
    assert deeds.count(("keep", "done")) == 2 and deeds.count(("publish", "done")) == 1
    assert desk.verify_log().broken is None
    assert ended(second, signal.SIGTERM) == ended(third, signal.SIGINT) == 0


def test_where_no_worker_is_the_server_does_what_was_handed_over(desk: Desk) -> None:
    assert desk.queue is not None
    assert not look(desk)
    preview = desk.receive(made_up.concerts(FIRST, LAST), "k.csv")
    job = desk.keeping([(preview, [])])
    until(desk.queue.unfinished)
    assert look(desk)
    assert [batch.file for batch in job.result()] == ["k.csv"]
    assert desk.start_publishing()
    until(lambda: look(desk) or desk.publishing is None)
    assert {entry.family for entry in desk.publications()} == {"events", "performers"}
    number = desk.hand_over(PAPER, Order(Kind.WORKBOOK))
    assert number and look(desk)
    assert [name.rpartition(".")[2] for name in desk.outcome_of(number)] == ["xlsx"]
    failed = desk.hand_over(PAPER, Order(Kind.WORKBOOK, period="1999Q1"))
    assert failed and look(desk)
    with pytest.raises(JobFault, match="unknown-period"):
        desk.outcome_of(failed)


def test_whoever_has_a_loop_of_their_own_going_can_have_it_done_too(desk: Desk) -> None:
    assert desk.queue is not None
    desk.queue.hand_over(KEEP, desk._keep_order(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"), []))

    async def within() -> bool:
        return look(desk)

    with ThreadPoolExecutor(1) as own:  # a browser test's loop may go on in this thread
        assert own.submit(lambda: asyncio.run(within())).result()
    assert [batch.file for batch in desk.batches()] == ["k.csv"]


def test_a_file_whose_worker_ended_between_keeping_and_telling_is_kept_once(desk: Desk) -> None:
    assert desk.queue is not None
    order = desk._keep_order(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"), [])
    number = desk.queue.hand_over(KEEP, order)
    finish = desk.queue.finish
    desk.queue.finish = None  # type: ignore[assignment, method-assign] - it ends here
    with pytest.raises(TypeError):
        desk.do_keep(number)
    desk.queue.finish = finish  # type: ignore[method-assign]
    desk.do_keep(number)
    desk.do_keep(number)
    assert desk.outcome_of(number) == desk.batches()[0]
    assert len(desk.batches()) == 1


def test_a_file_without_a_good_row_whose_worker_ended_is_told_to_be_given_again(desk: Desk) -> None:
    """Nothing was stored, and another's upload is never taken for it."""
    assert desk.queue is not None
    desk.keep(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"))
    empty = made_up.concerts(FIRST, LAST, seed=5).replace(b".2025;", b".x;")
    number = desk.queue.hand_over(KEEP, desk._keep_order(desk.receive(empty, "e.csv"), []))
    finish = desk.queue.finish
    desk.queue.finish = None  # type: ignore[assignment, method-assign] - it ends here
    with pytest.raises(TypeError):
        desk.do_keep(number)
    desk.queue.finish = finish  # type: ignore[method-assign]
    desk.do_keep(number)
    with pytest.raises(JobFault, match="broken-off"):
        desk.outcome_of(number)
    assert [batch.file for batch in desk.batches()] == ["k.csv"]


def test_two_who_do_the_same_job_at_once_do_it_once(desk: Desk) -> None:
    """A worker that was only slow is taken for gone: the database keeps the two apart."""
    assert desk.queue is not None
    number = desk.queue.hand_over(KEEP, desk._keep_order(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"), []))
    order = desk.queue.order(number)
    desk.do_keep(number)
    with pytest.raises(StoreFault, match="locked"), desk.queue.marked(number, batches.newest):
        desk._reception().keep(order.arrival, Terms("kari"))
    assert len(desk.batches()) == 1
    with desk.queue.claimed("publish") as mine, desk.queue.claimed("publish") as theirs:
        assert mine and not theirs


def test_whoever_may_not_any_more_when_it_is_done_has_it_not_done(desk: Desk) -> None:
    assert desk.queue is not None
    account = desk.grant("kari@example.no", Role.CONTRIBUTOR)
    kari = desk.asked_by(Person("Kari", Role.CONTRIBUTOR, frozenset(), "kari@example.no", account.id))
    number = desk.queue.hand_over(KEEP, kari._keep_order(desk.receive(made_up.concerts(FIRST, LAST), "k.csv"), []))
    desk.grant("kari@example.no", Role.READER)
    assert look(desk)
    with pytest.raises(StoreFault, match="not-allowed"):
        desk.outcome_of(number)
    assert desk.batches() == []


def test_a_paper_is_kept_for_whoever_ordered_it_until_they_have_it_though_their_browser_went(desk: Desk) -> None:
    kari, ola = (desk.asked_by(Person(name, Role.READER, frozenset(), name, 0)) for name in ("Kari", "Ola"))
    number = kari.hand_over(PAPER, Order(Kind.WORKBOOK), "about")
    assert number and kari.handed_over() == {number: "about"} and ola.handed_over() == {}
    assert look(desk)
    assert kari.handed_over() == {number: "about"}
    with pytest.raises(JobFault, match="nothing-published"):
        kari.outcome_of(number)
    ola.let_go(number)
    assert kari.handed_over() == {number: "about"}
    kari.let_go(number)
    assert kari.handed_over() == {}


def test_what_somebody_without_the_key_puts_in_the_database_is_not_unpacked(desk: Desk) -> None:
    assert desk.queue is not None
    number = desk.queue.hand_over(PAPER, Order(Kind.WORKBOOK))
    with desk._store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE job_content SET content = content || 'x'::bytea")
    with pytest.raises(StoreFault):
        desk.queue.order(number)


def test_what_waits_cannot_be_read_without_the_key_nor_put_in_another_jobs_place(desk: Desk) -> None:
    assert desk.queue is not None
    first, second = (desk.queue.hand_over(PAPER, Order(kind, present="Kari")) for kind in (Kind.MINUTES, Kind.AGENDA))
    with desk._store.engine.begin() as connection:
        contents = [
            bytes(content) for content in connection.exec_driver_sql("SELECT content FROM job_content").scalars()
        ]
        for content in contents:
            for start in range(len(content)):
                with pytest.raises(zlib.error):
                    zlib.decompress(content[start:])
        connection.exec_driver_sql("UPDATE job_content SET job = -job")
        connection.exec_driver_sql(f"UPDATE job_content SET job = {second} WHERE job = -{first}")
    with pytest.raises(StoreFault):
        desk.queue.order(second)


@pytest.mark.parametrize("hours", [-1, 1])
def test_what_is_tried_again_is_done_in_time_though_a_machines_clock_is_not_the_databases(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    ours = procrastinate.utils.utcnow
    monkeypatch.setattr("procrastinate.utils.utcnow", lambda: ours() + timedelta(hours=hours))
    assert desk.queue is not None
    numbers = [desk.hand_over(PAPER, Order(Kind.WORKBOOK)) for _ in range(2)]
    with desk._store.engine.begin() as connection:  # a worker that was killed over the first of them
        silent = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        begun = f"UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = {numbers[0]}"
        connection.exec_driver_sql(begun, (connection.exec_driver_sql(silent).scalar(),))
    finish = desk.queue.finish

    def locked(*_: object) -> None:
        """Once, and not again."""
        desk.queue.finish = finish  # type: ignore[union-attr, method-assign]
        raise StoreFault("locked")

    desk.queue.finish = locked  # type: ignore[method-assign]
    until(lambda: look(desk) and not desk.queue.unfinished(), 30)  # type: ignore[union-attr]
    for number in numbers:
        with pytest.raises(JobFault, match="nothing-published"):
            desk.outcome_of(number)


def test_a_worker_whose_database_is_gone_and_back_goes_on(
    desk: Desk, start: Callable[[], Worker], postgresql: Server
) -> None:
    assert desk.queue is not None
    worker = start()
    until(desk.queue.has_workers)
    with postgresql.connect() as connection:
        for _ in range(3):
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
            time.sleep(0.3)
    number = desk.hand_over(PAPER, Order(Kind.WORKBOOK))
    assert number
    with pytest.raises(JobFault, match="nothing-published"):
        desk.outcome_of(number)
    assert worker.poll() is None
