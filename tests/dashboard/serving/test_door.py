"""The door in front of every page: whom it lets in, and what it says where it cannot ask."""

import asyncio
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from dashboard.desk import Role, the_desk
from dashboard.installation.addresses import COOKIE
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.serving.door import Door, token_of
from dashboard.serving.rate import Rate
from tests.dashboard.serving.test_server import ask
from tests.servers import Server, running

pytestmark = pytest.mark.slow
BESIDE = ['prefs={"a": [1, 2]}', "two words=c", "name=Bjørn", "alone", "=y", 'open="never closed', "a@b=c", "x=a,b"]
SIGN_IN = """
address = "http://localhost:8501"
issuer = "http://localhost:1"
client_id = "samspill"
"""


def _lived(story: Coroutine[Any, Any, None]) -> None:
    with ThreadPoolExecutor(1) as apart:  # a browser test before this one may have left its loop running here
        apart.submit(asyncio.run, story).result()


@pytest.mark.parametrize("beside", BESIDE)
def test_a_session_is_seen_beside_whatever_others_of_the_same_domain_have_set(beside: str) -> None:
    for cookies in (f"{beside}; samspill_session=token", f"samspill_session=token; {beside}"):
        assert token_of({"type": "http", "headers": [(b"cookie", cookies.encode())]}) == "token", cookies


def test_whoever_uploads_without_end_is_told_to_wait_and_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.serving.door.UPLOADS", Rate(3, 60.0))
    address = "/_stcore/upload_file/a/b"
    assert [ask(address, "PUT")[0] for _ in range(4)] == [405, 405, 405, 429]  # nobody receives files in this house
    assert ask("/")[0] == 200


async def page(_: Request) -> Response:
    return PlainTextResponse("a page")


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive()


class House:
    """A page and a socket behind the door, and somebody who has signed in."""

    def __init__(self, server: Server) -> None:
        self.server, self.desk = server, the_desk(Settings.here())
        self.desk.grant("kari@x.no", Role.COORDINATOR)
        vouched = {"issuer": "i", "subject": "k", "email": "kari@x.no", "name": "Kari", "claimed": ""}
        self.token = self.desk.sign_in(**vouched, claimed_places=())
        routes = [Route("/mal", page), Route("/tall/", page), WebSocketRoute("/_stcore/stream", stream)]
        self.app = Starlette(routes=routes, middleware=[Middleware(Door)])

    def scope(self, path: str, **more: Any) -> dict[str, Any]:
        cookie = (b"cookie", f"{COOKIE}={self.token}".encode())
        same = {"path": path, "query_string": b"", "headers": [cookie, (b"accept", b"text/html")], "subprotocols": []}
        return {"type": "http", "method": "GET", **same, **more}

    async def ask(self, path: str, **more: Any) -> tuple[int, str]:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(self.scope(path, **more), receive, send)
        return sent[0]["status"], b"".join(message.get("body", b"") for message in sent).decode()

    async def open_socket(self) -> tuple["asyncio.Task[None]", list[str]]:
        """What goes on until it is closed, and what has been said in it."""
        said: list[str] = []
        connected = [{"type": "websocket.connect"}]

        async def receive() -> dict[str, Any]:
            return connected.pop() if connected else await asyncio.Future()

        async def send(message: Any) -> None:
            said.append(message["type"])

        going = asyncio.create_task(self.app(self.scope("/_stcore/stream", type="websocket"), receive, send))
        await asyncio.sleep(0.3)
        return going, said


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    (tmp_path / "sign_in.toml").write_text(SIGN_IN, encoding="utf-8")
    for name, seconds in {"TRUSTED": 0.05, "WATCH": 0.1, "UNASKED": 3.0}.items():
        monkeypatch.setattr(f"dashboard.serving.door.{name}", seconds)
    with running() as server:
        monkeypatch.setenv("SAMSPILL_DATABASE", server.url)
        monkeypatch.setenv("SAMSPILL_KEY", str(tmp_path / "a.key"))
        monkeypatch.setenv("SAMSPILL_SIGN_IN", str(tmp_path / "sign_in.toml"))
        the_desk.cache_clear()
        yield House(server)
        the_desk(Settings.here()).settle_views()
        the_desk(Settings.here())._store.engine.dispose()
    the_desk.cache_clear()


def test_where_the_database_is_away_nobody_is_sent_to_sign_in_anew_and_whoever_was_in_is_in_when_it_is_back(
    house: House,
) -> None:
    async def goes_and_comes() -> None:
        assert await house.ask("/mal") == (200, "a page")
        going, said = await house.open_socket()
        assert said == ["websocket.accept"]
        house.server.stop()
        status, text = await house.ask("/mal")
        assert status == 503 and words(DEFAULT)("store-unreachable") in text and 'href="/mal"' in text
        assert 'href="/"' in (await house.ask("//evil.example/x"))[1]
        assert await house.ask("/tall/", headers=[(b"authorization", b"Bearer samspill_x")]) == (503, "")
        refused, why = await house.open_socket()
        assert refused.done() and why == ["websocket.close"]
        assert not going.done(), "a page that is open says itself what is the matter"
        house.server.start()
        assert await house.ask("/mal") == (200, "a page")
        await asyncio.sleep(0.5)
        assert not going.done()
        house.server.stop()
        began = time.monotonic()
        await asyncio.wait_for(going, 60)
        assert said == ["websocket.accept", "websocket.close"], "whoever cannot be asked about is out in the end"
        assert time.monotonic() - began >= 2.5
        house.server.start()

    _lived(goes_and_comes())


def test_whoever_is_shut_out_has_no_open_socket_left(house: House) -> None:
    async def shut_out() -> None:
        going, said = await house.open_socket()
        person = house.desk.person_in(house.token)
        assert person is not None and not going.done()
        house.desk.block(person.account)
        await asyncio.wait_for(going, 60)
        assert said == ["websocket.accept", "websocket.close"]
        assert (await house.ask("/mal"))[0] == 303

    _lived(shut_out())
