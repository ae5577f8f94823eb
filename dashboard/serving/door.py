"""Owns the door: nothing but the way in is answered without a session, and a session that ends closes its sockets.

Tools cannot sign in: at the addresses of numbers, and there alone, they are answered with a token of their own, and at
those of calendars with a code in the address.
"""

import asyncio
import base64
import binascii
import contextlib
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.installation.addresses import CALENDARS, CALLBACK, COOKIE, NUMBERS, SIGN_IN, SIGNED_OUT
from dashboard.installation.log import log
from dashboard.installation.settings import Settings
from dashboard.serving.health import ALIVE, READY
from dashboard.serving.rate import Rate

if TYPE_CHECKING:
    from dashboard.desk import Person

OPEN = (SIGN_IN, CALLBACK, SIGNED_OUT, ALIVE, READY, "/_stcore/health")
TRUSTED = 5.0
"""Seconds a session, or a tool's token, that was asked about is taken to stand."""
WATCH = 15.0
"""Seconds between two looks at the session of an open socket."""
UNASKED = 30.0
"""Seconds an open socket stays open while its session cannot be asked about: whoever is shut out meanwhile is out
within a minute."""
_MOST = 10_000
UPLOAD = "/_stcore/upload_file/"
UPLOADS = Rate(1000, 60.0)
"""A folder of years of monthly files, dropped at once, is no attack; nginx lets through fewer."""
CLOSED = 4401
PERSON = "samspill.person"
"""Where, in what is handed on, it says who came in."""
_BASIC = {"www-authenticate": 'Basic realm="Samspill", charset="UTF-8"'}


class CannotAsk(Exception):  # noqa: N818 - an answer to whoever stands at the door
    """Whose token it is cannot be asked. `reason`: a StoreFault's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Door:
    """Stands before everything else. Where nobody has to sign in it is open."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._known: dict[tuple[str, str], tuple[float, Person | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _is_upload(scope) and not UPLOADS.allows(scope["client"][0] if scope.get("client") else ""):
            await Response(status_code=429)(scope, receive, send)
            return
        if scope["type"] not in {"http", "websocket"} or Settings.here().sign_in is None or scope["path"] in OPEN:
            await self.app(scope, receive, send)
            return
        token = token_of(scope)
        try:
            person = (
                await self._person(token)
                or await self._known_by(_tool_with, tool_token_of(scope))
                or await self._known_by(_calendar_with, calendar_code_of(scope))
            )
        except CannotAsk as fault:
            await _cannot_tell(scope, fault.reason)(scope, receive, send)
            return
        if person is not None:
            if scope["type"] == "http":
                await self.app({**scope, PERSON: person}, receive, send)
            else:
                await self._watched(token, scope, receive, send)
        elif scope["type"] == "websocket":
            await _close(scope, receive, send)
        else:
            await _way_in(scope)(scope, receive, send)

    async def _person(self, token: str) -> "Person | None":
        return await self._known_by(_person_in, token)

    async def _known_by(self, asked: Callable[[str], "Person | None"], token: str) -> "Person | None":
        """Whose token it is; not asked again for a few seconds. What opens in one way opens in no other."""
        if not token:
            return None
        moment, key = time.monotonic(), (asked.__name__, token)
        asked_at, person = self._known.get(key, (-TRUSTED, None))
        if moment - asked_at < TRUSTED:
            return person
        person = await run_sync(asked, token)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = (moment, person)
        return person

    async def _watched(self, token: str, scope: Scope, receive: Receive, send: Send) -> None:
        """An open socket, until the browser goes or the session ends."""
        over = asyncio.Event()

        async def stands() -> bool:
            """Asked until there is an answer, or for as long as nobody may stay unasked."""
            deadline = time.monotonic() + UNASKED
            while True:
                try:
                    return await self._person(token) is not None
                except CannotAsk:
                    if time.monotonic() >= deadline:
                        return False
                    await asyncio.sleep(TRUSTED)

        async def watch() -> None:
            while await stands():
                await asyncio.sleep(WATCH)
            over.set()

        waiting: asyncio.Task[Message] | None = None

        async def heard() -> Message:
            nonlocal waiting
            waiting = waiting or asyncio.ensure_future(receive())
            ended = asyncio.ensure_future(over.wait())
            await asyncio.wait({waiting, ended}, return_when=asyncio.FIRST_COMPLETED)
            ended.cancel()
            if over.is_set():
                return {"type": "websocket.disconnect", "code": CLOSED}
            message, waiting = waiting.result(), None
            return message

        watcher = asyncio.create_task(watch())
        try:
            await self.app(scope, heard, send)
        finally:
            watcher.cancel()
            if waiting is not None:
                waiting.cancel()
            if over.is_set():
                with contextlib.suppress(RuntimeError):  # it is closed already
                    await send({"type": "websocket.close", "code": CLOSED})


def token_of(scope: Scope) -> str:
    """The session's token in the browser's cookies, whatever else others have set there; empty for none."""
    return HTTPConnection(scope).cookies.get(COOKIE, "")


def tool_token_of(scope: Scope) -> str:
    """What a tool says to be let in: `Bearer` and a token, or `Basic` with it as the password, whoever the user is.

    Empty where it says nothing, or where it is not numbers that are asked for.
    """
    if scope["type"] != "http" or not _is_of_numbers(scope["path"]) or scope["method"] not in {"GET", "HEAD"}:
        return ""
    header: bytes = dict(scope["headers"]).get(b"authorization", b"")
    kind, _, written = header.decode("latin-1").partition(" ")
    match kind.casefold():
        case "bearer":
            return written.strip()
        case "basic":
            try:
                user, _, password = base64.b64decode(written, validate=True).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return ""
            return password or user
    return ""


def calendar_code_of(scope: Scope) -> str:
    """The code in the address of a calendar, `/kalender/CODE/name.ics`: its program can say nothing else to be let in.

    Empty where it is no calendar that is asked for.
    """
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or not scope["path"].startswith(CALENDARS):
        return ""
    code, slash, name = scope["path"].removeprefix(CALENDARS).partition("/")
    return code if slash and "/" not in name else ""


def _is_of_numbers(path: str) -> bool:
    return path.startswith(NUMBERS) and "/" not in path.removeprefix(NUMBERS)


def _tool_with(token: str) -> "Person | None":
    return _let_in("tool_with", token)


def _calendar_with(code: str) -> "Person | None":
    return _let_in("calendar_with", code)


def _let_in(question: str, token: str) -> "Person | None":
    person = _asked(question, token)
    if person is None:
        log(logging.WARNING, "tool-refused")
    return person


def _person_in(token: str) -> "Person | None":
    return _asked("person_in", token)


def _asked(question: str, token: str) -> "Person | None":
    """The desk's answer. Raises CannotAsk."""
    from dashboard.desk import StoreFault, the_desk  # noqa: PLC0415 - the server answers before it is loaded

    try:
        person: Person | None = getattr(the_desk(Settings.here()), question)(token)
    except StoreFault as fault:
        raise CannotAsk(fault.reason) from None
    return person


def _cannot_tell(scope: Scope, reason: str) -> ASGIApp:
    """Whom we cannot ask about does not come in, and whoever opens a page is told why: their session may well stand."""
    if scope["type"] == "websocket":
        return _close
    if not _opens_a_page(scope):
        return Response(status_code=503)
    from dashboard.serving.sign_in import inside, spoken_page  # noqa: PLC0415 - where nobody signs in, nobody waits

    return spoken_page(f"store-{reason}", 503, "try-again", inside(_address(scope)))


def _way_in(scope: Scope) -> Response:
    """Whoever opens a page is led to the sign-in and back; everything else is closed."""
    if not _opens_a_page(scope):
        return Response(status_code=401, headers=_BASIC if _is_of_numbers(scope["path"]) else None)
    return RedirectResponse(f"{SIGN_IN}?til={quote(_address(scope), safe='')}", status_code=303)


def _is_upload(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in {"PUT", "POST"} and scope["path"].startswith(UPLOAD)


def _opens_a_page(scope: Scope) -> bool:
    wants: bytes = dict(scope["headers"]).get(b"accept", b"")
    return scope["method"] == "GET" and "text/html" in wants.decode("latin-1")


def _address(scope: Scope) -> str:
    query: bytes = scope["query_string"]
    return str(scope["path"]) + (f"?{query.decode('latin-1')}" if query else "")


async def _close(_: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close", "code": CLOSED})
