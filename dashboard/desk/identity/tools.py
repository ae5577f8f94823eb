"""Owns the questions about tools: which may read published numbers with nobody signed in, and until when."""

import functools
import hmac
from datetime import date, timedelta

from dashboard.desk.identity.person import Action, NotAllowed, Person, Role
from dashboard.desk.room import Room
from data_sources.storing.books.tool_tokens import LONGEST_NAME, ToolToken, ToolTokens

SHORTEST, USUAL, LONGEST = timedelta(days=1), timedelta(days=365), timedelta(days=3 * 366)

_LONGEST_NUMBER = 10


class TokenFault(Exception):  # noqa: N818 - an answer to the administrator
    """A token that is not made. `reason`: no-name, too-soon or too-late."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Tools(Room):
    """Every method raises StoreFault; those that act also NotAllowed."""

    def tool_with(self, written: str) -> Person | None:
        """Whoever reads with this token, while it opens: a reader, named after what it was made for."""
        token = self._tool_tokens.holding(written, self.today()) if written else None
        return Person(f"{token.name} #{token.id}", Role.READER) if token is not None else None

    def calendar_code(self, token_id: int) -> str:
        """What stands in the address of calendars for a tool's token: a calendar program can say nothing else. It opens
        calendars alone, for as long as the token opens, and the token cannot be worked out from it."""
        return f"{token_id}-{self._store.secret.hashed('calendar')(str(token_id))}"

    def calendar_with(self, code: str) -> Person | None:
        """Whoever reads calendars with this code, while its token opens."""
        number = code.partition("-")[0]
        if not (number.isascii() and number.isdigit() and len(number) < _LONGEST_NUMBER):
            return None
        if not hmac.compare_digest(code.encode(), self.calendar_code(int(number)).encode()):
            return None
        token = self._tool_tokens.numbered(int(number), self.today())
        return Person(f"{token.name} #{token.id}", Role.READER) if token is not None else None

    def tool_tokens(self) -> list[ToolToken]:
        """Every token there has been, the newest first; none of them can be read out again."""
        if not self.may(Action.LET_TOOL_IN):
            raise NotAllowed("not-allowed")
        return self._tool_tokens.every()

    def usual_last_day(self) -> date:
        """A year from today: after that somebody looks at whether the tool still reads, and for whom."""
        return self.today() + USUAL

    def make_tool_token(self, name: str, last_day: date | None = None) -> tuple[ToolToken, str]:
        """A token for a tool of this name, and what it says, which is told once. Raises TokenFault."""
        called, last = " ".join(name.split())[:LONGEST_NAME], last_day or self.usual_last_day()
        if not called:
            raise TokenFault("no-name")
        if last < self.today() + SHORTEST:
            raise TokenFault("too-soon")
        if last > self.today() + LONGEST:
            raise TokenFault("too-late")
        with self.acting(Action.LET_TOOL_IN, called):
            return self._tool_tokens.make(called, self.who, last)

    def revoke_tool_token(self, token_id: int) -> bool:
        """Let nobody in with it from now on. False where there is none that opens."""
        with self.acting(Action.SHUT_TOOL_OUT, f"token {token_id}"):
            return self._tool_tokens.revoke(token_id)

    @functools.cached_property
    def _tool_tokens(self) -> ToolTokens:
        return ToolTokens(self._store.engine)
