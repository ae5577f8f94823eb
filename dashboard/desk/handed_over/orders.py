"""Owns what is handed over: its kinds, what each is done with, and what comes of one that cannot be done."""

from dataclasses import dataclass

from dashboard.desk.identity.person import Person
from dashboard.publishing.parts import Order
from data_sources.storing.jobs.queue import Failed
from data_sources.storing.store import StoreFault

__all__ = ["KEEP", "PAPER", "PART", "PUBLISH", "REMIND", "Failed", "JobFault", "KeepOrder", "PublishOrder"]

KEEP, PUBLISH, PART, PAPER, REMIND = "keep", "publish", "publish-part", "paper", "remind"


class JobFault(StoreFault):
    """A job that came to nothing: its reason, with what the sentence about it names."""

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason)
        self.arguments = arguments


@dataclass(frozen=True)
class KeepOrder:
    """A file that somebody has looked at and keeps. `arrival`: its rows as they are to be stored, without ids."""

    person: Person
    arrival: bytes
    about: str
    places: frozenset[str]
    whole: tuple[str, ...]
    origin: tuple[str, str] | None


@dataclass(frozen=True)
class PublishOrder:
    """A publishing."""

    person: Person
    order: Order
