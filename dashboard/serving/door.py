"""Owns the door: nothing but the way in is answered without a session, and a session that ends closes its sockets."""

import asyncio
import contextlib
import time
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from anyio.to_thread import run_sync
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.desk import Person, StoreFault, the_desk
from dashboard.desk.installation.addresses import CALLBACK, COOKIE, SIGN_IN, SIGNED_OUT
from dashboard.desk.installation.settings import Settings
from dashboard.serving.health import ALIVE, READY

OPEN = (SIGN_IN, CALLBACK, SIGNED_OUT, ALIVE, READY, "/_stcore/health")
TRUSTED = 5.0
"""Seconds a session that was asked about is taken to stand."""
WATCH = 15.0
"""Seconds between two looks at the session of an open socket."""
_MOST = 10_000
CLOSED = 4401


class Door:
    """Stands before everything else. Where nobody has to sign in it is open."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._known: dict[str, tuple[float, Person | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or Settings.here().sign_in is None or scope["path"] in OPEN:
            await self.app(scope, receive, send)
            return
        token = token_of(scope)
        if await self._person(token) is not None:
            if scope["type"] == "http":
                await self.app(scope, receive, send)
            else:
                await self._watched(token, scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": CLOSED})
        else:
            await _way_in(scope)(scope, receive, send)

    async def _person(self, token: str) -> Person | None:
        if not token:
            return None
        moment = time.monotonic()
        asked_at, person = self._known.get(token, (-TRUSTED, None))
        if moment - asked_at < TRUSTED:
            return person
        person = await run_sync(_person_in, token)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[token] = (moment, person)
        return person

    async def _watched(self, token: str, scope: Scope, receive: Receive, send: Send) -> None:
        """An open socket, until the browser goes or the session ends."""
        over = asyncio.Event()

        async def watch() -> None:
            while await self._person(token) is not None:
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
    """The session's token in the browser's cookies; empty for none."""
    jar: SimpleCookie = SimpleCookie()
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                jar.load(value.decode("latin-1"))
            except CookieError:
                return ""
    return jar[COOKIE].value if COOKIE in jar else ""


def _person_in(token: str) -> Person | None:
    try:
        return the_desk(Settings.here()).person_in(token)
    except StoreFault:
        return None  # whom we cannot ask about does not come in


def _way_in(scope: Scope) -> Response:
    """Whoever opens a page is led to the sign-in and back; everything else is closed."""
    wants = dict(scope["headers"]).get(b"accept", b"").decode("latin-1")
    if scope["method"] != "GET" or "text/html" not in wants:
        return Response(status_code=401)
    address = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
    return RedirectResponse(f"{SIGN_IN}?til={quote(address, safe='')}", status_code=303)
