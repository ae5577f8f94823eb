"""Owns who may do what: roles, actions, and the person who asks."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from data_sources.storing.store import StoreFault


class Role(StrEnum):
    """Each may do what those before may."""

    READER = "reader"
    CONTRIBUTOR = "contributor"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


RANK = {role: rank for rank, role in enumerate(Role)}


class Action(StrEnum):
    """What is written down that somebody did."""

    SEE = "see"
    TAKE_AWAY = "take-away"
    PREVIEW = "preview"
    KEEP = "keep"
    UNDO = "undo"
    EXPLAIN = "explain"
    NOTE = "note"
    DELIVER = "deliver"
    DECIDE = "decide"
    CHANGE_GOAL = "change-goal"
    PUBLISH = "publish"
    GRANT = "grant"
    BLOCK = "block"
    LET_TOOL_IN = "let-tool-in"
    SHUT_TOOL_OUT = "shut-tool-out"
    READ_LOG = "read-log"
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign-out"


LEAST: dict[Action, Role] = {
    Action.SEE: Role.READER,
    Action.TAKE_AWAY: Role.READER,
    Action.SIGN_IN: Role.READER,
    Action.SIGN_OUT: Role.READER,
    Action.PREVIEW: Role.CONTRIBUTOR,
    Action.KEEP: Role.CONTRIBUTOR,
    Action.UNDO: Role.CONTRIBUTOR,
    Action.EXPLAIN: Role.CONTRIBUTOR,
    Action.NOTE: Role.CONTRIBUTOR,
    Action.DELIVER: Role.CONTRIBUTOR,
    Action.DECIDE: Role.COORDINATOR,
    Action.CHANGE_GOAL: Role.COORDINATOR,
    Action.PUBLISH: Role.COORDINATOR,
    Action.GRANT: Role.ADMINISTRATOR,
    Action.BLOCK: Role.ADMINISTRATOR,
    Action.LET_TOOL_IN: Role.ADMINISTRATOR,
    Action.SHUT_TOOL_OUT: Role.ADMINISTRATOR,
    Action.READ_LOG: Role.ADMINISTRATOR,
}


class NotAllowed(StoreFault):
    """The person's role, or the municipalities it is limited to, does not go so far. Nothing was done."""


@dataclass(frozen=True)
class Person:
    """Who asks. `places`: the municipalities' keys that the role is limited to; empty: none. What is published is for
    every reader. `token`: the session's, for as long as it stands; empty for whoever sits at the machine itself."""

    name: str
    role: Role = Role.ADMINISTRATOR
    places: frozenset[str] = frozenset()
    email: str = ""
    account: int = 0
    token: str = ""

    @property
    def signature(self) -> str:
        """How the log tells two of one name apart."""
        return f"{self.name} ({self.email})" if self.email and self.email != self.name.casefold() else self.name

    def may(self, action: Action, places: Collection[str] = ()) -> bool:
        """Does the role go so far, for all of these places?"""
        return RANK[self.role] >= RANK[LEAST[action]] and (not self.places or self.places.issuperset(places))
