"""Owns how long one stays signed in."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Lifetime:
    """How long a session lasts: in all, and with nobody there."""

    whole: timedelta = timedelta(hours=8)
    idle: timedelta = timedelta(minutes=60)
