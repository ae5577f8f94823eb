"""Signing in with a certified provider, and everything that is closed without: each of the two is a process."""

import base64
import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from dashboard.desk import Desk, Role
from dashboard.installation.settings import Settings
from tests import made_up
from tests.dashboard.serving.certified_provider import PEOPLE, SECRET, SIGN_IN, started
from tests.stores import database_at

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[3]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 90
    while process.poll() is None and time.monotonic() < deadline:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("A server did not start.")


@dataclass
class House:
    port: int
    provider: int
    desk: Desk


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder, port, provider = tmp_path_factory.mktemp("in"), free_port(), free_port()
    (folder / "sign_in.toml").write_text(SIGN_IN.format(port=port, provider=provider), encoding="utf-8")
    database, key = database_at(folder / "samspill.sqlite"), folder / "samspill.key"
    ours = os.environ | {
        "HOME": str(folder),
        "SAMSPILL_DATABASE": database,
        "SAMSPILL_KEY": str(key),
        "SAMSPILL_SIGN_IN": str(folder / "sign_in.toml"),
        "SAMSPILL_TEST_SECRET": SECRET,
    }
    command = [sys.executable, "-m", "dashboard.cli", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        running = [
            started(folder, provider, port),
            subprocess.Popen(command, cwd=ROOT, env=ours, stdout=log, stderr=log),
        ]
        try:
            wait_for(provider, running[0])
            wait_for(port, running[1])
            yield House(port, provider, Desk(Settings(database, "gjovik", key)))
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(30)


@dataclass
class Browser:
    """Follows redirects by hand and keeps each house's cookies, as a browser does."""

    house: House
    cookies: dict[int, dict[str, str]] = field(default_factory=dict)

    def ask(
        self, address: str, method: str = "GET", body: str = "", *, host: str = "", html: bool = True, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        parts = urllib.parse.urlsplit(address)
        port = parts.port or self.house.port
        jar = self.cookies.setdefault(port, {})
        sent = {"Host": host or f"localhost:{port}", "Accept": "text/html" if html else "*/*", **headers}
        if jar:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        if body:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request(method, parts.path + (f"?{parts.query}" if parts.query else ""), body or None, sent)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, _ = value.partition(";")
                key, _, told = cookie.partition("=")
                jar[key] = told.strip('"')
        text = answer.read().decode(errors="replace")
        connection.close()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        set_here = [value for name, value in answer.getheaders() if value.startswith("samspill_session=")]
        return answer.status, headers | {"ours": "".join(set_here)}, text

    def to_the_provider(self, page: str = "/mal") -> str:
        status, headers, _ = self.ask(page)
        assert status == 303
        there = headers["location"]
        status, headers, _ = self.ask(there)
        assert status == 302
        return urllib.parse.urljoin(there, headers["location"])

    def vouched_for(self, sub: str, page: str = "/mal") -> str:
        """The address the provider sends the browser back to."""
        return self.vouched_at(self.to_the_provider(page), sub)

    def vouched_at(self, login: str, sub: str) -> str:
        """The same from the provider's own form: who one is, and that Samspill may hear of it."""
        address = login
        for _ in range(10):
            status, headers, text = self.ask(address)
            if prompt := re.search(r'name="prompt" value="(\w+)"', text):
                form = urllib.parse.urlencode({"prompt": prompt[1], "login": sub, "password": "any"})
                status, headers, text = self.ask(address, "POST", form)
            assert status in {302, 303}, text
            address = urllib.parse.urljoin(address, headers["location"])
            if urllib.parse.urlsplit(address).port == self.house.port:
                return address
        raise AssertionError("The provider never sends the browser back.")

    def sign_in(self, sub: str, page: str = "/mal") -> tuple[int, dict[str, str], str]:
        return self.ask(self.vouched_for(sub, page))

    def socket(self, **headers: str) -> int:
        """The status a WebSocket is answered with."""
        told = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol": "streamlit",
        }
        return self.ask("/_stcore/stream", html=False, **told, **headers)[0]


@pytest.fixture
def browser(house: House) -> Browser:
    return Browser(house)


@pytest.mark.parametrize("path", ["/", "/mal", "/tilgang", "/mote?sett=2026-01-01.1", "/finnes-ikke"])
def test_a_deep_link_without_a_session_leads_to_the_provider_and_back(browser: Browser, path: str) -> None:
    status, headers, _ = browser.sign_in("leser", path)
    assert (status, headers["location"]) == (303, path)
    assert browser.ask(path)[0] == 200


CLOSED = ["/samspill/screen.js", "/static/js/x.js", "/tall/", "/media/x.csv", "/_stcore/host-config", "/app/static/x"]


@pytest.mark.parametrize("path", CLOSED)
def test_routes_exports_and_files_are_closed_without_a_session(browser: Browser, path: str) -> None:
    assert browser.ask(path, html=False)[0] == 401
    assert browser.ask("/_stcore/upload_file/a/b", "PUT", "x", html=False)[0] == 401


def test_a_socket_is_closed_without_a_session_and_with_a_forged_one(browser: Browser) -> None:
    assert browser.socket() == 403
    browser.cookies[browser.house.port] = {"samspill_session": "x" * 43}
    assert browser.socket() == 403


def test_probes_are_answered_without_a_session_and_tell_nothing(browser: Browser) -> None:
    for path, told in (("/samspill/live", "alive"), ("/samspill/ready", "ready")):
        assert browser.ask(path, html=False)[::2] == (200, told)


@pytest.mark.parametrize("sub", ["leser", "bidragsyter", "koordinator", "administrator"])
def test_each_role_comes_in_with_the_name_and_the_limits_the_provider_vouches_for(browser: Browser, sub: str) -> None:
    status, headers, _ = browser.sign_in(sub)
    assert status == 303
    cookie = headers["ours"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Max-Age=28800" in cookie
    person = browser.house.desk.person_in(browser.cookies[browser.house.port]["samspill_session"])
    roles = dict(zip(["leser", "bidragsyter", "koordinator", "administrator"], Role, strict=True))
    assert person and (person.name, person.role) == (PEOPLE[sub]["name"], roles[sub])
    assert person.places == ({"gjovik"} if sub == "bidragsyter" else set())


def test_who_has_no_role_is_told_so_and_does_not_come_in(browser: Browser) -> None:
    status, _, text = browser.sign_in("fremmed")
    assert status == 403 and "ikke fått tilgang" in text
    assert browser.ask("/mal")[0] == 303


def test_an_invited_address_counts_only_where_the_provider_has_verified_it(browser: Browser, house: House) -> None:
    house.desk.grant("ada@x.no", Role.ADMINISTRATOR)
    house.desk.grant("ina@x.no", Role.COORDINATOR)
    assert browser.sign_in("uekte")[0] == 403
    assert Browser(house).sign_in("invitert")[0] == 303


def test_the_providers_answer_is_used_once_by_the_browser_that_asked_and_no_other(browser: Browser) -> None:
    address = browser.vouched_for("koordinator")
    assert Browser(browser.house).ask(address)[0] == 400
    assert browser.ask(re.sub(r"state=[^&]*", "state=forged", address))[0] == 400
    assert browser.ask(address)[0] == 303
    assert browser.ask(address)[0] == 400


def test_what_is_on_the_way_is_in_a_cookie_of_minutes_and_in_no_other(browser: Browser) -> None:
    browser.to_the_provider()
    jar = browser.cookies[browser.house.port]
    assert jar["samspill_on_the_way"] and jar.get("_streamlit_session", "null") == "null"


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "/samspill/inn"])
def test_nobody_is_led_to_another_house_after_signing_in(browser: Browser, elsewhere: str) -> None:
    _, headers, _ = browser.ask(f"/samspill/inn?til={urllib.parse.quote(elsewhere, safe='')}")
    status, headers, _ = browser.ask(browser.vouched_at(headers["location"], "leser"))
    assert (status, headers["location"]) == (303, "/")


def test_signing_out_closes_this_browser_and_everywhere_closes_them_all(house: House) -> None:
    browsers = [Browser(house) for _ in range(3)]
    for one in browsers:
        one.sign_in("koordinator")
    token = browsers[0].cookies[house.port]["samspill_session"]
    assert browsers[0].ask("/samspill/ut", **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert browsers[0].ask("/samspill/ut")[0] == 303
    assert house.desk.person_in(token) is None
    browsers[1].ask("/samspill/ut/overalt")
    assert house.desk.person_in(browsers[2].cookies[house.port]["samspill_session"]) is None
    deadline = time.monotonic() + 20
    while browsers[2].ask("/mal")[0] == 200 and time.monotonic() < deadline:
        time.sleep(0.5)
    assert browsers[2].ask("/mal")[0] == 303


def test_who_is_shut_out_is_out_within_a_minute_and_their_deeds_at_once(browser: Browser, house: House) -> None:
    browser.sign_in("koordinator")
    person = house.desk.person_in(browser.cookies[house.port]["samspill_session"])
    assert person
    began = time.monotonic()
    house.desk.block(person.account)
    while browser.ask("/mal")[0] == 200 and time.monotonic() - began < 60:
        time.sleep(0.5)
    assert time.monotonic() - began < 60
    assert browser.sign_in("koordinator")[0] == 403
    house.desk.block(person.account, False)


def test_another_name_that_leads_here_is_not_answered(browser: Browser) -> None:
    for path in ("/", "/samspill/inn", "/samspill/ready", "/_stcore/health"):
        assert browser.ask(path, host="evil.example")[0] == 400
    browser.sign_in("leser")
    assert browser.socket(Host="evil.example") in {400, 403}


def test_every_way_in_and_out_is_in_the_log(browser: Browser, house: House) -> None:
    browser.sign_in("administrator")
    browser.ask("/samspill/ut")
    done = [(one.who, one.role, one.action, one.outcome) for one in house.desk.log()]
    assert ("Ada Admin", "administrator", "sign-in", "done") in done
    assert ("Ada Admin", "administrator", "sign-out", "done") in done
    assert house.desk.verify_log().broken is None


def test_too_many_tries_are_told_to_wait(house: House) -> None:
    from dashboard.serving.rate import Rate  # noqa: PLC0415

    rate = Rate(3, 60)
    assert [rate.allows("a") for _ in range(4)] == [True, True, True, False]
    assert rate.allows("b")


def basic(token: str, user: str = "excel") -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{token}".encode()).decode()}


@pytest.fixture
def token(house: House) -> str:
    """What a tool says: numbers are published once, for it has to get some."""
    if not house.desk.periods():
        house.desk.keep(house.desk.receive(made_up.concerts(date(2025, 1, 1), date(2025, 12, 31)), "k.csv"))
        house.desk.publish()
    return house.desk.make_tool_token("Power BI")[1]


def test_a_tool_reads_the_numbers_with_its_token_and_nothing_else(browser: Browser, token: str) -> None:
    bearer = {"Authorization": f"Bearer {token}"}
    for said in (bearer, basic(token), basic("", user=token)):
        status, headers, body = browser.ask("/tall/numbers.csv", html=False, **said)
        assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8")
        assert ",concerts," in body or body.startswith("indicator,")
    assert browser.ask("/tall/", html=False, **bearer)[0] == 200
    for path in ("/", "/mal", "/samspill/screen.js", "/kalender/", "/tall/../mal", "/tall/x/y", "/_stcore/host-config"):
        assert browser.ask(path, html=False, **bearer)[0] == 401, path
    assert browser.ask("/tall/numbers.csv", "POST", "x", html=False, **bearer)[0] == 401
    assert browser.socket(**bearer) == 403
    assert browser.cookies[browser.house.port] == {}


def test_a_calendar_program_reads_calendars_by_the_code_in_the_address_and_nothing_else(
    browser: Browser, house: House, token: str
) -> None:
    number = house.desk.tool_tokens()[0].id
    code = house.desk.calendar_code(number)
    assert code.partition("-")[2] not in token
    status, _, listed = browser.ask(f"/kalender/{code}/", html=False)
    assert status == 200 and f"/kalender/{code}/tiltak.ics" in listed.split()
    for address in listed.split():
        status, headers, body = browser.ask(address, html=False)
        assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        assert body.startswith("BEGIN:VCALENDAR")
    wrong = [f"{number + 1}-{code.partition('-')[2]}", f"0{code}", f"{code}0", token, f"{number}-", "%00", "9" * 400]
    for other in wrong:
        assert browser.ask(f"/kalender/{other}/tiltak.ics", html=False)[0] in {401, 404}, other
    for path in ("/kalender/", "/kalender/tiltak.ics", f"/kalender/{code}", f"/tall/{code}/numbers.csv", f"/{code}/"):
        assert browser.ask(path, html=False)[0] == 401, path
    for said in (basic(code), {"Authorization": f"Bearer {code}"}):
        assert browser.ask("/tall/numbers.csv", html=False, **said)[0] == 401
    assert browser.ask(f"/kalender/{code}/tiltak.ics", "POST", "x", html=False)[0] == 401
    house.desk.revoke_tool_token(number)
    began = time.monotonic()
    while browser.ask(f"/kalender/{code}/", html=False)[0] == 200 and time.monotonic() - began < 30:
        time.sleep(0.3)
    assert browser.ask(f"/kalender/{code}/", html=False)[0] == 401


@pytest.mark.parametrize(
    "said", ["Bearer x", "Bearer samspill_" + "x" * 43, "Basic !", "Basic eDp5", "Negotiate x", ""]
)
def test_a_tool_with_a_wrong_token_is_asked_for_one_and_told_nothing(browser: Browser, said: str) -> None:
    status, headers, body = browser.ask("/tall/numbers.csv", html=False, **({"Authorization": said} if said else {}))
    assert (status, body) == (401, "")
    assert headers["www-authenticate"].startswith("Basic realm=")


def test_a_token_that_is_taken_back_opens_nothing_within_seconds(browser: Browser, house: House, token: str) -> None:
    assert browser.ask("/tall/", html=False, **basic(token))[0] == 200
    house.desk.revoke_tool_token(house.desk.tool_tokens()[0].id)
    began = time.monotonic()
    while browser.ask("/tall/", html=False, **basic(token))[0] == 200 and time.monotonic() - began < 30:
        time.sleep(0.3)
    assert browser.ask("/tall/", html=False, **basic(token))[0] == 401


def test_what_a_tool_and_a_reader_took_away_is_in_the_log(browser: Browser, house: House, token: str) -> None:
    browser.ask("/tall/numbers.csv", html=False, **basic(token))
    browser.sign_in("leser")
    browser.ask("/tall/codes.csv", html=False)
    pin, number = house.desk.pin(), house.desk.tool_tokens()[0].id
    wanted = {
        (f"Power BI #{number}", "reader", "take-away", f"/tall/numbers.csv {pin}"),
        ("Lise Leser", "reader", "take-away", f"/tall/codes.csv {pin}"),
    }
    until = time.monotonic() + 20
    while time.monotonic() < until:
        logged = {(one.who, one.role, one.action, one.object) for one in house.desk.log()}
        if wanted <= logged:
            break
        time.sleep(0.3)
    assert wanted <= logged
    assert token not in repr(house.desk.log())
