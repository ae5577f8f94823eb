"""The page a browser gets is ours: its language, its words, and what it is allowed to run and reach."""

import ast as python
import asyncio
import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.elements import exception
from streamlit.web.server.app_discovery import discover_asgi_app
from streamlit.web.server.starlette.starlette_gzip_middleware import SelectiveGZipMiddleware
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from dashboard.charts.specs import PLACES, ROLES
from dashboard.language.words import LANGUAGES, source, words
from dashboard.serving import server

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SHIPPED = Path(st.__file__).parent


async def numbers_for_anybody(_: Request) -> Response:
    return PlainTextResponse("sessions 3")


# Streamlit's real page and files behind our doors, without a running dashboard.
CLOSED = ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/agent/mcp"]
WEB = Starlette(
    routes=[
        *server.routes(),
        *(Route(path, numbers_for_anybody) for path in CLOSED),
        *create_streamlit_static_assets_routes(None),
    ],
    middleware=[*server.MIDDLEWARE, server.Middleware(SelectiveGZipMiddleware, minimum_size=500)],
)


def ask(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body that a browser gets for an address."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "extensions": {"http.response.pathsend": {}},
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as apart:  # a browser test before this one may have left its loop running here
        apart.submit(asyncio.run, WEB(scope, receive, send)).result()
    start = sent[0]
    return (
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        b"".join(Path(m["path"]).read_bytes() if "path" in m else m.get("body", b"") for m in sent[1:]),
    )


def html(address: str, **headers: str) -> str:
    return ask(address, **headers)[2].decode()


@pytest.mark.parametrize("path", ["/", "/mal", "/last-opp", "/finnes-ikke"])
@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("", "nb"),
        ("?lang=nb", "nb"),
        ("?lang=en", "en"),
        ("?kommune=gjovik&lang=en", "en"),
        ("?lang=xx", "nb"),
        ('?lang="><script>alert(1)</script>', "nb"),
        ("?lang=%22%3E%3Cscript%3E", "nb"),
        ("?lang=en&lang=nb", "en"),
    ],
)
def test_a_page_is_in_the_language_its_address_asks_for_and_in_norwegian_otherwise(
    path: str, query: str, language: str
) -> None:
    page = html(path + query)
    assert re.findall(r'<html[^>]*\slang="([^"]*)"', page) == [language]
    assert "alert(1)" not in page


def test_a_page_is_called_samspill_from_the_first_moment() -> None:
    assert re.findall("<title>(.*?)</title>", html("/")) == ["Samspill"]


@pytest.mark.parametrize("place", sorted(server.MOVED))
def test_a_bookmark_of_a_page_that_was_moved_leads_to_the_new_one_with_its_choices(place: str) -> None:
    status, headers, _ = ask(f"/{place}?kommune=gjovik&lang=nn")
    assert (status, headers["location"]) == (308, f"/{server.MOVED[place]}?kommune=gjovik&lang=nn")
    new = python.parse((ROOT / "dashboard" / "app" / "frame.py").read_text(encoding="utf-8"))
    assert server.MOVED[place] in {node.value for node in python.walk(new) if isinstance(node, python.Constant)}
    assert not (ROOT / "pages" / f"{place}.py").exists()


def test_the_typeface_of_no_page_of_ours_is_not_fetched() -> None:
    assert 'as="font"' in (SHIPPED / "static" / "index.html").read_text(encoding="utf-8")
    assert b'as="font"' not in ask("/")[2]


def test_drawn_pictures_have_the_colours_of_the_theme() -> None:
    """A municipality is the same colour in a drawing and in a chart, in light and in dark."""
    theme = server.tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    sheet = server.screen_style()
    for number, role in enumerate(ROLES):
        if role in {"main", "quiet", "ink", "aim", *PLACES}:
            light, dark = (theme[ground]["chartCategoricalColors"][number] for ground in ("light", "dark"))
            assert f"--{role}: light-dark({light}, {dark});" in sheet, role


def test_our_script_runs_before_any_of_streamlits() -> None:
    assert re.findall(r"<script[^>]*>", html("/"))[0] == '<script src="/samspill/screen.js">'


def test_without_javascript_the_page_says_what_to_do_in_its_language() -> None:
    assert re.findall("<noscript>(.*?)</noscript>", html("/"), re.DOTALL) == [
        "Slå på JavaScript i nettleseren, så åpner Samspill seg."
    ]
    assert "You need to enable JavaScript" in html("/?lang=en")


@pytest.mark.parametrize(
    "headers",
    [{"accept_encoding": "gzip, br"}, {"if_modified_since": "Fri, 01 Jan 2100 00:00:00 GMT"}, {"range": "bytes=0-99"}],
)
def test_a_page_is_whole_and_ours_whatever_the_browser_already_has(headers: dict[str, str]) -> None:
    status, got, body = ask("/mal", **headers)
    assert status == 200
    assert body == ask("/mal")[2]
    assert got["content-length"] == str(len(body))
    assert got["cache-control"] == "no-store"
    assert "etag" not in got
    assert "content-encoding" not in got


def test_asking_only_for_the_headers_of_a_page_works() -> None:
    status, headers, body = ask("/mal", method="HEAD")
    assert (status, body) == (200, b"")
    assert "content-length" not in headers


def test_streamlits_files_come_as_they_are_and_compressed_where_it_compresses() -> None:
    file = next((SHIPPED / "static" / "static" / "js").glob("index.*.js"))
    status, _, body = ask(f"/static/js/{file.name}")
    assert (status, body) == (200, file.read_bytes())
    _, headers, words = ask("/samspill/screen.js", accept_encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(words).decode() == server.screen_script()


class Scripts(HTMLParser):
    """The scripts written into a page, found otherwise than the server finds them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.inside = "src" not in dict(attributes)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def policy(address: str) -> dict[str, list[str]]:
    parts = ask(address)[1]["content-security-policy"].split("; ")
    return {name: allowed.split() for name, _, allowed in (part.partition(" ") for part in parts)}


def test_only_our_files_and_the_scripts_written_into_streamlits_page_may_run() -> None:
    inline = Scripts(html("/")).found
    assert inline, "Streamlit's page has no script of its own any more: the policy can be simpler."
    hashes = ["'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'" for one in inline]
    assert policy("/")["script-src"] == ["'self'", *hashes]


def test_nothing_is_fetched_from_or_sent_to_anywhere_else_and_nobody_frames_us() -> None:
    for name, allowed in policy("/mal").items():
        assert set(allowed) <= {"'self'", "'none'", "data:", "blob:", "'unsafe-inline'"} or name == "script-src"
    assert policy("/")["connect-src"] == ["'self'"]
    assert policy("/")["frame-ancestors"] == ["'none'"]
    assert [name for name, allowed in policy("/").items() if "'unsafe-inline'" in allowed] == ["style-src"]


def test_only_somebody_on_this_machine_reaches_the_numbers() -> None:
    options = server.options(8501)
    assert options["server.address"] == "127.0.0.1"
    assert options["server.allowedHosts"] == ["localhost", "127.0.0.1"]


@pytest.mark.parametrize("address", ["/", "/samspill/screen.js", "/favicon.png", "/_stcore/metrics"])
def test_every_answer_carries_the_protecting_headers(address: str) -> None:
    headers = ask(address)[1]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "content-security-policy" in headers


@pytest.mark.parametrize("path", [*CLOSED, "/_stcore/metrics/"])
def test_what_nobody_needs_from_outside_is_closed(path: str) -> None:
    status, _, body = ask(path)
    assert (status, body) == (404, b"")
    assert "openapi" not in html("/")


def messages(language: str) -> dict[str, ast.Message]:
    resource = FluentResource(source(language))
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


class Arguments(Visitor):
    def __init__(self, message: ast.Message) -> None:
        self.names: set[str] = set()
        self.visit(message)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


def test_every_word_of_streamlits_is_there_in_every_language_with_the_same_holes() -> None:
    holes = {
        language: {
            key: Arguments(message).names for key, message in messages(language).items() if key.startswith("browser-")
        }
        for language in LANGUAGES
    }
    assert holes["en"]
    assert all(found == holes["en"] for found in holes.values())


def test_the_browser_gets_the_languages_and_their_words() -> None:
    status, headers, body = ask("/samspill/screen.js")
    assert status == 200
    assert headers["content-type"].startswith("text/javascript")
    first, _, source = body.decode().partition(";\n")
    given = json.loads(first.removeprefix("window.samspill = "))
    assert given["standard"] == "nb"
    assert given["locales"] == {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
    assert given["words"]["en"] == {}
    assert given["words"]["nb"]["Skip to main content"] == "Hopp til innholdet"
    assert given["words"]["nn"]["Skip to main content"] == "Hopp til innhaldet"
    assert given["words"]["nb"]["{size} per file"] == "Inntil {size} per fil"
    assert source == server.SCREEN.read_text(encoding="utf-8")


def test_the_style_sheet_hides_the_buttons_that_would_show_inner_names_in_every_language() -> None:
    status, headers, body = ask("/samspill/screen.css")
    assert status == 200
    assert headers["content-type"].startswith("text/css")
    for language in LANGUAGES:
        for key in server.UNWANTED:
            assert f'button[aria-label^="{words(language)(key)}"]' in body.decode()


def test_no_word_of_streamlits_is_listed_twice() -> None:
    originals = [key for key in messages("en") if key.startswith("browser-")]
    assert len(server.browser_words("nb")) == len(originals)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_nothing_we_say_ourselves_can_be_taken_for_a_word_of_streamlits(language: str) -> None:
    ours = {
        part.value.strip()
        for key, message in messages(language).items()
        if not key.startswith("browser-") and message.value is not None
        for part in message.value.elements
        if isinstance(part, ast.TextElement)
    }
    assert ours & set(server.browser_words(language)) == set()


def test_streamlit_still_says_what_we_look_for() -> None:
    shipped = "\n".join(path.read_text(encoding="utf-8") for path in (SHIPPED / "static").rglob("*.js"))
    shipped += (SHIPPED / "static" / "index.html").read_text(encoding="utf-8")
    shipped += (SHIPPED / "runtime" / "backend_operation_handler.py").read_text(encoding="utf-8")
    shipped += exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT
    looked_for = [
        part.strip()
        for original in server.browser_words("nb")
        if not original.endswith(" icon")  # an icon's name, which is ours
        # JavaScript writes an error as its name, a colon and the message.
        for part in re.split(r"\{\w+\}", original.removeprefix("AxiosError: "))
    ]
    assert [part for part in looked_for if not _said(part, shipped, pieces=3)] == []


def _said(text: str, shipped: str, pieces: int) -> bool:
    """Is the text there, whole or put together from a few pieces?"""
    if text in shipped:
        return True
    found, missing = 0, len(text)
    while missing - found > 1:
        middle = (found + missing) // 2
        found, missing = (middle, missing) if text[:middle] in shipped else (found, middle)
    return pieces > 1 and found > 3 and _said(text[found:], shipped, pieces - 1)


def test_a_bare_streamlit_run_opens_the_same_app() -> None:
    file = ROOT / "streamlit_app.py"
    assert discover_asgi_app(file).is_asgi_app
    calls = [
        node
        for path in (file, ROOT / "dashboard" / "serving" / "server.py")
        for node in python.walk(python.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, python.Call) and python.unparse(node.func) == "st.App"
    ]
    for call in calls:  # `samspill` opens the desk meanwhile; a bare run leaves it to the first reader
        call.keywords = [keyword for keyword in call.keywords if keyword.arg != "lifespan"]
    assert len({python.unparse(call) for call in calls}) == 1
    assert len(calls) == 2


def test_python_s_own_modules_are_found_however_late_they_are_loaded(tmp_path: Path) -> None:
    """Whoever loads `statistics` after the server has begun to answer gets Python's, and not our room of that name."""
    code = (
        "import sys; sys.argv[0] = 'dashboard/cli.py'; from dashboard.serving import server; import threading, os\n"
        "def late():\n    import statistics\n    print(statistics.NormalDist().mean, flush=True)\n    os._exit(0)\n"
        "server.run(0, meanwhile=late)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines()[-1] == "0.0", done.stderr[-2000:]
