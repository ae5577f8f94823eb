"""Owns the web server around the screen: headers, the page's language, and the words Streamlit says itself."""

import base64
import functools
import hashlib
import html
import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import streamlit as st
from fluent.runtime import FluentResource
from fluent.syntax import ast
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.language.words import DEFAULT, LANGUAGES, source, words
from dashboard.serving import calendars, numbers

HALL = Path(__file__).parents[1]
SCRIPT = HALL / "app.py"
SCREEN = HALL / "static" / "screen.js"
STYLES = tuple(HALL / "static" / f"{name}.css" for name in ("screen", "pictures", "meeting"))
# In a wheel the configuration lies beside this file; in a checkout in the folder Streamlit expects.
CONFIG = (HALL / "config.toml", HALL.parent / ".streamlit" / "config.toml")
INDEX = Path(st.__file__).with_name("static") / "index.html"
SPOKEN_BY_STREAMLIT = "en"
NOT_PAGES = ("/static/", "/_stcore/", "/media/", "/component/", "/app/static/", "/samspill/", numbers.ADDRESS)
# Open to anybody who reaches the server, and nothing here needs them.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
# Asked for with these, a page comes compressed, in part or not at all, and could not be rewritten.
TRIMMED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range"}


def inline_scripts(page: str) -> list[str]:
    """The scripts written into a page, as the policy names those that may run."""
    found = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", page.replace("\r\n", "\n"), re.DOTALL)
    return [f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'" for one in found]


@functools.cache
def headers() -> Mapping[str, str]:
    """What every answer carries: nothing but our own scripts runs, and nothing is sent or framed elsewhere."""
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
        "frame-ancestors": "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {allowed}" for name, allowed in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    }


class Guard:
    """Puts the headers on every answer and keeps the closed addresses closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers())
            await send(message)

        closed = any(scope["path"] == path or scope["path"].startswith(f"{path}/") for path in CLOSED)
        await (Response(status_code=404) if closed else self.app)(scope, receive, guarded)


class OurPage:
    """Makes Streamlit's page ours: its language, its title, and our script before any of Streamlit's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
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
    said = words(language)
    name, no_script = html.escape(said("app-name")), html.escape(said("browser-no-script"))
    for pattern, ours in (
        (r'(<html[^>]*\slang=")[^"]*', rf"\g<1>{language}"),
        (r"<head>", '<head>\n    <script src="/samspill/screen.js"></script>'),
        # After Streamlit's own, so that ours is the last word. Drawn pictures need a part of Streamlit's that it would
        # ask for only when the first of them has come.
        (r"</head>", f'  {_early()}<link rel="stylesheet" href="/samspill/screen.css">\n  </head>'),
        (r"<title>.*?</title>", f"<title>{name}</title>"),
        (r'<link rel="service-desc"[^>]*>', ""),
        # Streamlit's own typeface, which no page of ours is set in.
        (r'<link\s+rel="preload"[^>]*?as="font"[^>]*?>', ""),
        (r"<noscript>.*?</noscript>", f"<noscript>{no_script}</noscript>"),
    ):
        page = re.sub(pattern, ours, page, count=1, flags=re.DOTALL)
    return page


@functools.cache
def _early() -> str:
    """The part of Streamlit's that shows HTML, fetched with the page."""
    parts = sorted((INDEX.parent / "static" / "js").glob("Html.*.js"))
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{part.name}">' for part in parts)


def browser_words(language: str) -> dict[str, str]:
    """What Streamlit says → what we say, `{name}` where something is filled in. Empty for Streamlit's own language."""
    said = _browser_words(language)
    originals = _browser_words(SPOKEN_BY_STREAMLIT)
    return {originals[key]: said[key] for key in originals} if language != SPOKEN_BY_STREAMLIT else {}


def _browser_words(language: str) -> dict[str, str]:
    resource = FluentResource(source(language))
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


def say_fault(_: Exception) -> bool:
    """What the reader sees when a page breaks: what to do. The details are in the log and nowhere else."""
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


MIDDLEWARE = [Middleware(Guard), Middleware(OurPage)]
ROUTES = [
    Route("/samspill/screen.js", send_screen_script),
    Route("/samspill/screen.css", send_screen_style),
    *(Route(f"/{place}", send_onward) for place in MOVED),
    *numbers.ROUTES,
    *calendars.ROUTES,
]


def options(port: int) -> dict[str, Any]:
    """Streamlit's configuration from our file, flattened, with the port."""
    file = next(path for path in CONFIG if path.exists())
    return {**_flat(tomllib.loads(file.read_text(encoding="utf-8"))), "server.port": port}


def _flat(section: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in section.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat


def build() -> st.App:
    """The app with its middleware and routes."""
    return st.App(SCRIPT, middleware=MIDDLEWARE, routes=ROUTES, on_script_error=say_fault)


def run(port: int) -> None:
    """Serve until stopped, on this machine only."""
    build().run(config=options(port))
