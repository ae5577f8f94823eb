"""Owns the web server around the screen: headers, the page's language, and the words Streamlit says itself."""

import functools
import html
import importlib
import json
import logging
import re
import sys
import threading
import tomllib
import traceback
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from fluent.runtime import FluentResource
from fluent.syntax import ast
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.installation.addresses import CALENDARS, NUMBERS
from dashboard.installation.log import log
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, LANGUAGES, source, words
from dashboard.serving.door import Door
from dashboard.serving.guard import Guard
from dashboard.serving.health import ALIVE, READY, alive, ready, tell_metrics
from dashboard.serving.packed import Packed

HALL = Path(__file__).parents[1]
SCRIPT = HALL / "app" / "frame.py"
STATIC = HALL / "app" / "static"
SCREEN = STATIC / "screen.js"
ICONS = STATIC / "icons.woff2"
STYLES = (STATIC / "screen.css", STATIC / "pictures.css")
# In a wheel the configuration lies beside this file; in a checkout in the folder Streamlit expects.
CONFIG = (HALL / "config.toml", HALL.parent / ".streamlit" / "config.toml")
SPOKEN_BY_STREAMLIT = "en"
ICONS_OF_STREAMLIT = "/static/media/MaterialSymbols-Rounded."  # no route of ours may begin like this
NOT_PAGES = ("/static/", "/_stcore/", "/media/", "/component/", "/app/static/", "/samspill/", NUMBERS)
# Asked for with these, a page comes compressed, in part or not at all, and could not be rewritten.
TRIMMED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range"}


class OurPage:
    """Makes Streamlit's page ours: its language, its title, and our script before any of Streamlit's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(ICONS_OF_STREAMLIT):
            await self.app({**scope, "path": "/samspill/icons.woff2"}, receive, send)
            return
        if scope["type"] != "http" or scope["path"].startswith(NOT_PAGES):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        parts: list[bytes] = []

        async def rewritten(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            if not MutableHeaders(scope=start).get("content-type", "").startswith("text/html"):
                await send(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send(start, b"".join(parts), scope, send)

        asked = [(name, value) for name, value in scope["headers"] if name not in TRIMMED]
        await self.app({**scope, "headers": asked, "extensions": {}}, receive, rewritten)

    async def _send(self, start: Message, body: bytes, scope: Scope, send: Send) -> None:
        page = our_page(body.decode(), language_of(scope)).encode() if body else body
        sent = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "accept-ranges", "content-length"):
            del sent[name]
        sent["cache-control"] = "no-store"
        if scope["method"] != "HEAD":
            sent["content-length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": page})


def language_of(scope: Scope) -> str:
    """The language that the address asks for, or the default one."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [DEFAULT])[0]
    return asked if asked in LANGUAGES else DEFAULT


def our_page(page: str, language: str) -> str:
    """Streamlit's index.html in our language and name; without its pointer for agents, which leads nowhere here."""
    words_of_page = words(language)
    name, no_script = html.escape(words_of_page("app-name")), html.escape(words_of_page("browser-no-script"))
    for pattern, ours in (
        (r'(<html[^>]*\slang=")[^"]*', rf"\g<1>{language}"),
        (r"<head>", '<head>\n    <script src="/samspill/screen.js"></script>'),
        # After Streamlit's own, so that ours is the last word.
        (r"</head>", '  <link rel="stylesheet" href="/samspill/screen.css">\n  </head>'),
        (r"<title>.*?</title>", f"<title>{name}</title>"),
        (r'<link rel="service-desc"[^>]*>', ""),
        # Streamlit's own typeface, which no page of ours is set in.
        (r'<link\s+rel="preload"[^>]*?as="font"[^>]*?>', ""),
        (r"<noscript>.*?</noscript>", f"<noscript>{no_script}</noscript>"),
    ):
        page = re.sub(pattern, ours, page, count=1, flags=re.DOTALL)
    return page


def browser_words(language: str) -> dict[str, str]:
    """What Streamlit says → what we say, `{name}` where something is filled in. Empty for Streamlit's own language."""
    words_of_browser = _browser_words(language)
    originals = _browser_words(SPOKEN_BY_STREAMLIT)
    return {originals[key]: words_of_browser[key] for key in originals} if language != SPOKEN_BY_STREAMLIT else {}


def _browser_words(language: str) -> dict[str, str]:
    resource = FluentResource(source(language, "streamlit"))
    return {
        entry.id.name: "".join(_with_holes(part) for part in entry.value.elements)
        for entry in resource.body
        if isinstance(entry, ast.Message) and entry.value and entry.id.name.startswith("browser-")
    }


def _with_holes(part: Any) -> str:
    return part.value if isinstance(part, ast.TextElement) else f"{{{part.expression.id.name}}}"


@functools.cache
def screen_script() -> str:
    """The script that runs before Streamlit's, with the languages and words it needs."""
    needs = {
        "standard": DEFAULT,
        "locales": {language: locale.replace("_", "-") for language, locale in LANGUAGES.items()},
        "words": {language: browser_words(language) for language in LANGUAGES},
    }
    return f"window.samspill = {json.dumps(needs, ensure_ascii=False)};\n{SCREEN.read_text(encoding='utf-8')}"


async def send_screen_script(_: Request) -> Response:
    """`/samspill/screen.js`."""
    return Response(screen_script(), media_type="text/javascript", headers={"cache-control": "no-cache"})


# Buttons of Streamlit's above a chart that would show our columns' inner names; our own table is under it.
UNWANTED = ("browser-show-data", "browser-picture-recipe")


@functools.cache
def screen_style() -> str:
    """The style sheet, with a rule for the buttons that are known by their words alone."""
    names = sorted({_browser_words(language)[key] for language in LANGUAGES for key in UNWANTED})
    buttons = ",\n".join(f'[data-testid="stElementToolbar"] button[aria-label^="{name}"]' for name in names)
    sheets = "\n".join(sheet.read_text(encoding="utf-8") for sheet in STYLES)
    return f"{sheets}\n{buttons} {{ display: none; }}\n"


async def send_screen_style(_: Request) -> Response:
    """`/samspill/screen.css`."""
    return Response(screen_style(), media_type="text/css", headers={"cache-control": "no-cache"})


async def send_icons(_: Request) -> Response:
    """The icons that are drawn, in the place of Streamlit's 4 000."""
    return FileResponse(ICONS, media_type="font/woff2", headers={"cache-control": "no-cache"})


def say_fault(fault: Exception) -> bool:
    """What the reader sees when a page breaks: what to do. The log tells what broke and where, and no value."""
    frames = traceback.extract_tb(fault.__traceback__)
    where = next((f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames) if "dashboard" in f.filename), "")
    log(logging.ERROR, "page-broke", fault=type(fault).__name__, where=where)
    st.error(words(st.query_params.get("lang", DEFAULT))("fault-unexpected"), icon=":material/error:")
    return True


# Pages that have become part of others: where old links and bookmarks lead.
MOVED = {
    "endring": "mal",
    "henvisninger": "inn",
    "veien-videre": "videre",
    "konserter": "samfunn",
    "formidling": "samfunn",
}


async def send_onward(request: Request) -> Response:
    """An old address leads to the new one, with everything that was chosen."""
    place = MOVED[request.url.path.strip("/")]
    return RedirectResponse(f"/{place}?{request.url.query}" if request.url.query else f"/{place}", 308)


def _when_asked(module: str, name: str) -> Callable[[Request], Response]:
    """What answers is loaded by the first who asks, so that nobody else waits for it."""

    def answer(request: Request) -> Response:
        response: Response = getattr(importlib.import_module(f"dashboard.serving.{module}"), name)(request)
        return response

    return answer


MIDDLEWARE = [Middleware(Guard), Middleware(Door), Middleware(Packed), Middleware(OurPage)]


FEEDS = ("", "{name}", "{code}/", "{code}/{name}")  # the code is read at the door


def routes() -> list[Route]:
    """What we answer ourselves."""
    ways_in: list[Route] = []
    if Settings.here().sign_in is not None:
        from dashboard.serving import sign_in  # noqa: PLC0415 - where nobody signs in, nobody waits for it

        ways_in = sign_in.ROUTES
    return [
        *ways_in,
        Route(ALIVE, alive),
        Route(READY, ready),
        Route("/samspill/screen.js", send_screen_script),
        Route("/samspill/screen.css", send_screen_style),
        Route("/samspill/icons.woff2", send_icons),
        *(Route(f"/{place}", send_onward) for place in MOVED),
        *(Route(NUMBERS + file, _when_asked("numbers", "send_numbers")) for file in ("", "{name}")),
        *(Route(CALENDARS + file, _when_asked("calendars", "send_calendar")) for file in FEEDS),
    ]


def options(port: int, host: str = "", names: Collection[str] = ()) -> dict[str, Any]:
    """Streamlit's configuration from our file, flattened, with the port; the address of this machine that is listened
    on, where it is another; and the names we answer to besides those in the file."""
    file = next(path for path in CONFIG if path.exists())
    flat = {**_flat(tomllib.loads(file.read_text(encoding="utf-8"))), "server.port": port}
    flat |= {"server.address": host} if host else {}
    return {**flat, "server.allowedHosts": list(dict.fromkeys([*flat["server.allowedHosts"], *names]))}


def _flat(section: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in section.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat


def build(meanwhile: Callable[[], None] = lambda: None) -> st.App:
    """The app with its middleware and routes. `meanwhile`: what is done beside answering, once it is about to."""

    @asynccontextmanager
    async def opened(_: st.App) -> AsyncIterator[None]:
        threading.Thread(target=meanwhile, daemon=True).start()
        yield

    return st.App(SCRIPT, middleware=MIDDLEWARE, routes=routes(), on_script_error=say_fault, lifespan=opened)


def run(
    port: int,
    host: str = "",
    names: Collection[str] = (),
    metrics_port: int = 0,
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Serve until stopped; on this machine only, unless another address is given. `meanwhile`: see `build`."""
    if metrics_port:
        tell_metrics(metrics_port)
    # Streamlit looks for every module in the launcher's folder first: not among our rooms, some of which have the names
    # of Python's own modules.
    sys.argv[0] = str(SCRIPT)
    build(meanwhile).run(config=options(port, host, names))
