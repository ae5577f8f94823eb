"""Owns whoever does the jobs: takes one at a time from each queue, and what others have left undone.

A worker says every other second that it is there. Where one has been silent for a while, what it was doing is done by
another; a claim at the database (`JobQueue.claimed`) keeps the two apart where it was only slow.
"""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.jobs import Job

from data_sources.storing.database import StoreFault
from data_sources.storing.jobs.queue import FRESH, QUEUE, JobQueue

Tasks: TypeAlias = Mapping[str, Callable[[int], None]]
"""What is done with a job of each kind, given its number."""
_NEVER: Mapping[str, str] = {}
_BEAT = 2.0
_POLL = 1.0
_AGAIN = 2.0  # seconds before the database is tried again
_TRIES = 30
_DUE = datetime(
    2000, 1, 1, tzinfo=UTC
)  # by any clock: jobs are due by the database's, and a machine's own may be another


class _Refused(StoreFault):
    """What the database does not let be done now, and when it is to be tried again."""

    def __init__(self, reason: str, due: datetime) -> None:
        super().__init__(reason)
        self.due = due


class _Again(BaseRetryStrategy):
    """What is refused is tried again, by whoever is there then; what is due earlier is done before."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        passes = isinstance(exception, _Refused) and job.attempts < _TRIES
        return RetryDecision(retry_at=exception.due) if passes else None  # type: ignore[attr-defined]


def _app(queue: JobQueue, tasks: Tasks, daily: Mapping[str, str]) -> App:
    app = App(connector=PsycopgConnector(conninfo=queue.address, min_size=1, max_size=4))
    for name, work in tasks.items():
        task = app.task(name=name, queue=QUEUE, pass_context=True, retry=_Again())(_numbered(queue, work))
        if name in daily:
            app.periodic(cron=daily[name])(task)
    return app


def _numbered(queue: JobQueue, work: Callable[[int], None]) -> Callable[..., None]:
    def task(context: JobContext, timestamp: int = 0) -> None:
        assert context.job.id is not None
        try:
            work(context.job.id)
        except StoreFault as fault:
            raise _Refused(fault.reason, _soon(queue)) from fault

    return task


def _soon(queue: JobQueue) -> datetime:
    try:
        return queue.clock() + timedelta(seconds=_AGAIN)
    except StoreFault:
        return _DUE


def work(
    regions: Sequence[tuple[JobQueue, Tasks]], failed: Callable[[Exception], None], daily: Mapping[str, str] = _NEVER
) -> None:
    """Do jobs of all regions until told to stop (SIGTERM, SIGINT); what is going on then is done to its end.

    `failed`: told of what a database says when it cannot be reached; it is tried again until it can. `daily`: when what
    nobody asks for is done, as cron says it; once, however many workers there are.
    """
    asyncio.run(_until_told(regions, failed, daily))


def work_off(queue: JobQueue, tasks: Tasks) -> None:
    """Do what is there to be done, and what others have left, and come back. Raises StoreFault."""

    async def all_of_it() -> None:
        async with _app(queue, tasks, _NEVER).open_async() as app:
            await _take_over(app)
            await app.run_worker_async(wait=False, install_signal_handlers=False, **_of_a_worker())

    queue.prepare()
    try:
        with ThreadPoolExecutor(1) as own:  # whoever asks may have a loop of their own that goes on
            own.submit(lambda: asyncio.run(all_of_it())).result()
    except Exception as fault:
        raise StoreFault("unreachable") from fault


async def _until_told(
    regions: Sequence[tuple[JobQueue, Tasks]], failed: Callable[[Exception], None], daily: Mapping[str, str]
) -> None:
    working = [asyncio.create_task(_of_one(queue, tasks, failed, daily)) for queue, tasks in regions]

    def stop() -> None:
        for each in working:
            each.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop)
    await asyncio.gather(*working, return_exceptions=True)


async def _of_one(queue: JobQueue, tasks: Tasks, failed: Callable[[Exception], None], daily: Mapping[str, str]) -> None:
    """One region's jobs. A database that is gone is waited for."""
    while True:
        try:
            await asyncio.to_thread(queue.prepare)
            async with _app(queue, tasks, daily).open_async() as app:
                looking = asyncio.create_task(_look_after(app, queue))
                try:
                    await app.run_worker_async(wait=True, install_signal_handlers=False, **_of_a_worker())
                finally:
                    looking.cancel()
        except asyncio.CancelledError:
            raise
        except Exception as fault:
            failed(fault)
        await asyncio.sleep(_AGAIN)


def _of_a_worker() -> dict[str, Any]:
    return {
        "queues": [QUEUE],
        "concurrency": 1,
        "fetch_job_polling_interval": _POLL,
        "update_heartbeat_interval": _BEAT,
        "stalled_worker_timeout": FRESH,
        "delete_jobs": "successful",
    }


async def _look_after(app: App, queue: JobQueue) -> None:
    while True:
        with contextlib.suppress(Exception):  # the database is gone; whoever does the jobs tells of it
            await _take_over(app)
            await asyncio.to_thread(queue.tidy)
        await asyncio.sleep(FRESH / 2)


async def _take_over(app: App) -> None:
    """What somebody was doing who has been silent for too long is to be done again."""
    await app.job_manager.prune_stalled_workers(FRESH)
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=FRESH):
        await app.job_manager.retry_job(job, retry_at=_DUE)
