"""A provider that lies, or somebody who plays one: every forged word is refused, and nobody comes in by it."""

import asyncio
import base64
import hmac
import json
import time
import urllib.parse
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dashboard.desk import Desk, the_desk
from dashboard.installation.addresses import CALLBACK, COOKIE, SIGN_IN
from dashboard.installation.settings import Settings
from dashboard.serving.door import Door
from dashboard.serving.sign_in import ROUTES
from tests.dashboard.serving.certified_provider import SECRET
from tests.stores import at_home

pytestmark = pytest.mark.slow

SETTINGS = """
address = "http://localhost:8501"
issuer = "{issuer}"
client_id = "samspill"
client_secret_from = "SAMSPILL_TEST_SECRET"
[roles]
s-admin = "administrator"
s-bidrag = "contributor"
[municipalities]
k-gjovik = "gjovik"
k-elsewhere = "atlantis"
"""
OWN, OTHERS = (RSAKey.generate_key(2048, {"kid": "one", "alg": "RS256", "use": "sig"}) for _ in range(2))
Said = dict[str, Any]
DAY = 24 * 60 * 60


@dataclass
class Provider:
    """What it says is the test's choice."""

    address: str = ""
    id_token: Callable[[Said], str] = lambda _: ""
    userinfo: Said = field(default_factory=dict)
    nonce: str = ""

    def answer(self, path: str) -> Said:
        if path == "/token":
            claims = {"iss": self.address, "aud": "samspill", "sub": "7", "name": "Ada", "nonce": self.nonce}
            claims |= {"iat": round(time.time()), "exp": round(time.time()) + 300}
            return {"access_token": "a", "token_type": "Bearer", "id_token": self.id_token(claims)}
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
            },
            "/keys": {"keys": [OWN.as_dict(private=False)]},
            "/userinfo": self.userinfo,
        }[path]


@pytest.fixture
def provider() -> Iterator[Provider]:
    speaks = Provider()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(speaks.answer(self.path)).encode()
            self.rfile.read(int(self.headers.get("content-length") or 0))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - so it is called

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        speaks.address = f"http://localhost:{server.server_port}"
        listening = Thread(target=server.serve_forever, daemon=True)
        listening.start()
        yield speaks
        server.shutdown()
        listening.join()


@dataclass
class House:
    desk: Desk
    provider: Provider
    app: Starlette

    def ask(self, address: str, cookies: str = "") -> tuple[int, str, list[str]]:
        """The status, where it leads, and the cookies it sets."""
        path, _, query = address.partition("?")
        sent: list[Any] = []
        scope = {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost:8501"), (b"accept", b"text/html"), (b"cookie", cookies.encode())],
            "client": ("127.0.0.1", 1),
            "server": ("localhost", 8501),
        }

        async def receive() -> Said:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        with ThreadPoolExecutor(1) as apart:
            apart.submit(asyncio.run, self.app(scope, receive, send)).result()
        told = [(name.decode(), value.decode()) for name, value in sent[0]["headers"]]
        return sent[0]["status"], dict(told).get("location", ""), [v for name, v in told if name == "set-cookie"]

    def come_in(self) -> tuple[int, str]:
        """To the provider and back; the status, and the token of a session, empty for none."""
        _, there, set_here = self.ask(f"{SIGN_IN}?til=/mal")
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(there).query))
        self.provider.nonce = asked["nonce"]
        cookies = "; ".join(one.partition(";")[0] for one in set_here)
        status, _, set_here = self.ask(f"{CALLBACK}?code=c&state={asked['state']}", cookies)
        session = [one.partition(";")[0].partition("=")[2] for one in set_here if one.startswith(f"{COOKIE}=")]
        return status, "".join(session)


@pytest.fixture
def house(provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    file = tmp_path / "sign_in.toml"
    file.write_text(SETTINGS.format(issuer=provider.address), encoding="utf-8")
    at_home(monkeypatch, tmp_path / "a.sqlite")
    monkeypatch.setenv("SAMSPILL_SIGN_IN", str(file))
    monkeypatch.setenv("SAMSPILL_TEST_SECRET", SECRET)
    desk = the_desk(Settings.here())
    yield House(desk, provider, Starlette(routes=ROUTES, middleware=[Middleware(Door)]))
    desk.settle_views()
    the_desk.cache_clear()


def signed(claims: Said, key: RSAKey = OWN, kid: str = "one") -> str:
    return jwt.encode({"alg": "RS256", "kid": kid}, claims, key)


def by_hand(claims: Said, algorithm: str, secret: bytes = b"") -> str:
    """As no library would sign it: with nothing, or with a secret that is none."""
    head, body = (_packed(json.dumps(part).encode()) for part in ({"alg": algorithm, "kid": "one"}, claims))
    seal = hmac.digest(secret, f"{head}.{body}".encode(), "sha256") if secret else b""
    return f"{head}.{body}.{_packed(seal)}"


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


ADMINISTRATOR = {"roles": ["s-admin"]}
FORGED: dict[str, Callable[[Said], str]] = {
    "signed with another key": lambda said: signed(said | ADMINISTRATOR, OTHERS),
    "signed with another key under a name of its own": lambda said: signed(said | ADMINISTRATOR, OTHERS, "two"),
    "not signed": lambda said: by_hand(said | ADMINISTRATOR, "none"),
    "signed with what everybody can read": lambda said: by_hand(
        said | ADMINISTRATOR, "HS256", OWN.as_pem(private=False)
    ),
    "signed with our own secret": lambda said: by_hand(said | ADMINISTRATOR, "HS256", SECRET.encode()),
    "for another house": lambda said: signed(said | ADMINISTRATOR | {"aud": "another"}),
    "by another provider": lambda said: signed(said | ADMINISTRATOR | {"iss": "https://evil.example"}),
    "for another sign-in": lambda said: signed(said | ADMINISTRATOR | {"nonce": "another"}),
    "for no sign-in": lambda said: signed(_without(said, "nonce") | ADMINISTRATOR),
    "of yesterday": lambda said: signed(said | ADMINISTRATOR | {"iat": said["iat"] - DAY, "exp": said["exp"] - DAY}),
    "of nobody": lambda said: signed(_without(said, "sub") | ADMINISTRATOR),
    "changed afterwards": lambda said: _changed(signed(said), said | ADMINISTRATOR),
    "no token at all": lambda _: "a.b.c",
    "empty": lambda _: "",
}


def _without(said: Said, name: str) -> Said:
    return {key: value for key, value in said.items() if key != name}


def _changed(token: str, claims: Said) -> str:
    head, _, seal = token.split(".")
    return f"{head}.{_packed(json.dumps(claims).encode())}.{seal}"


def test_what_a_provider_truly_says_opens(house: House) -> None:
    house.provider.id_token = lambda said: signed(said | ADMINISTRATOR)
    status, token = house.come_in()
    person = house.desk.person_in(token)
    assert status == 303 and person is not None and person.role == "administrator"


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_word_opens_nothing_and_is_in_the_log(house: House, forged: str) -> None:
    house.provider.id_token = FORGED[forged]
    assert house.come_in() == (400, "")
    assert [(one.action, one.outcome) for one in house.desk.log()] == [("sign-in", "not-vouched-for")]
    assert house.desk.accounts() == []


def test_what_is_told_of_somebody_else_gives_nobody_a_role(house: House) -> None:
    """Roles may come apart from the token, and are then of the same person or of nobody."""
    house.provider.id_token = signed
    house.provider.userinfo = {"sub": "8", **ADMINISTRATOR}
    assert house.come_in() == (400, "")
    house.provider.userinfo = {"sub": "7", **ADMINISTRATOR}
    assert house.come_in()[0] == 303


def test_a_limit_to_a_municipality_that_is_none_of_ours_lets_nobody_do_more(house: House) -> None:
    house.provider.id_token = lambda said: signed(said | {"roles": ["s-bidrag", "k-elsewhere"]})
    person = house.desk.person_in(house.come_in()[1])
    assert (
        person is not None
        and person.places
        and not person.places & {place.key for place in house.desk.model.municipality}
    )


def test_a_cookie_nobody_gave_opens_nothing(house: House) -> None:
    house.provider.id_token = lambda said: signed(said | ADMINISTRATOR)
    token = house.come_in()[1]
    assert house.ask("/mal", f"{COOKIE}={token}")[0] == 404  # in, where these doors have no page behind them
    for cookie in ("", "x" * 43, token[:-1], token + "x", token.swapcase(), f"{token}' OR '1'='1", "\x00", "a" * 9000):
        assert house.ask("/mal", f"{COOKIE}={cookie}")[0] == 303, cookie
