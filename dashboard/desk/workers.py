"""Owns how workers take what was handed over, of one region or many. Loads the engine, which no reader needs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from dashboard.desk import Desk
from data_sources.storing.jobs import worker

Tasks: TypeAlias = Mapping[str, Callable[[int], None]]


def work(regions: Sequence[tuple[Desk, Tasks]], failed: Callable[[Exception], None], daily: Mapping[str, str]) -> None:
    """Do what is handed over until told to stop: see `worker.work`. Every desk is of a server's database."""
    worker.work([(desk.queue, tasks) for desk, tasks in regions if desk.queue is not None], failed, daily)


def work_off(desk: Desk, tasks: Tasks) -> None:
    """Do what waits, and come back. Raises StoreFault."""
    assert desk.queue is not None
    worker.work_off(desk.queue, tasks)
