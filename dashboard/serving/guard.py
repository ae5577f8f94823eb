"""Owns what every answer carries, which names we answer to, and what is closed to everybody."""

import base64
import functools
import hashlib
import re
import time
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.installation.settings import Settings
from dashboard.serving.health import ANSWERS, SECONDS, SOCKETS

INDEX = Path(st.__file__).with_name("static") / "index.html"
# Open to anybody who reaches the server, and nothing here needs them.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
A_YEAR = 365 * 24 * 60 * 60


def inline_scripts(page: str) -> list[str]:
    """The scripts written into a page, as the policy names those that may run."""
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page.replace("\r\n", "\n"), re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts]


@functools.cache
def headers(frames: tuple[str, ...] = (), secure: bool = False) -> Mapping[str, str]:
    """What every answer carries: nothing but our own scripts runs, and nothing is sent elsewhere.

    `frames`: the addresses that may show us in a frame, such as a Teams tab's; nobody else's may. `secure`: browsers
    come by https, and shall come by nothing else from now on.
    """
    policy = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *inline_scripts(INDEX.read_text(encoding="utf-8"))]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(frames) or "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {allowed}" for name, allowed in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        **({"strict-transport-security": f"max-age={A_YEAR}"} if secure else {}),
    }


class Guard:
    """Puts the headers on every answer, answers to our own names only, and keeps the closed addresses closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with SOCKETS.track_inprogress():
                await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, kind = time.perf_counter(), _kind(scope["path"])
        file = Settings.here().sign_in
        ours = _headers_of(file) if file else headers()

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(ours)
                ANSWERS.labels(kind, str(message["status"])).inc()
                SECONDS.labels(kind).observe(time.perf_counter() - began)
            await send(message)

        closed = any(scope["path"] == path or scope["path"].startswith(f"{path}/") for path in CLOSED)
        answer: ASGIApp = Response(status_code=404) if closed else self.app
        await (answer if _is_ours(scope) else Response(status_code=400))(scope, receive, guarded)


def _headers_of(file: Path) -> Mapping[str, str]:
    from dashboard.serving.provider import read  # noqa: PLC0415 - where nobody signs in, nobody waits for it

    sign_in = read(file)
    return headers(tuple(sign_in.frame_ancestors), sign_in.is_secure)


def _is_ours(scope: Scope) -> bool:
    """Did the browser come by a name of ours? Another house's name that leads here could ask in its reader's name."""
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").casefold()
    name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
    allowed = st.get_option("server.allowedHosts") or []
    return not host or not allowed or name in {str(host_allowed).casefold() for host_allowed in allowed}


def _kind(path: str) -> str:
    """A few kinds, never an address: addresses can hold what somebody looked at."""
    for start, kind in (("/_stcore/", "streamlit"), ("/static/", "file"), ("/samspill/", "own"), ("/tall/", "numbers")):
        if path.startswith(start):
            return kind
    return "page"
