"""Each role signed in with a certified OpenID provider: `oidc-provider` from npm, in a process of its own.

    python -m benchmarks.certified_sign_in [--port 18320]

The provider demands PKCE, and is fetched into a folder that is thrown away. Each person goes the whole way a browser
goes: a deep link, the provider's own pages, and back. Then what must not open: no session, a code used twice, a state
that is another's, a forged cookie. A line each; exit status 1 where something came out otherwise, 2 without npm.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2

from dashboard.desk import Desk, Role
from dashboard.installation.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "oidc-provider@9"
SECRET = "a secret between us, of thirty-two"  # noqa: S105 - of one run alone
PEOPLE = {
    "leser": {"name": "Lise Leser", "roles": ["s-les"]},
    "bidragsyter": {"name": "Bjørn Bidrag", "roles": ["s-bidrag", "k-gjovik"]},
    "koordinator": {"name": "Kari Koord", "roles": ["annet", "s-koord"]},
    "administrator": {"name": "Ada Admin", "roles": ["s-admin"]},
    "fremmed": {"name": "Frode Fremmed", "roles": ["ingenting"]},
    "uekte": {"name": "Ulf", "email": "ina@example.no", "email_verified": False},
    "invitert": {"name": "Ina", "email": "ina@example.no", "email_verified": True},
}
# Who comes in, with which role and places here.
EXPECTED: dict[str, tuple[str, tuple[str, ...]] | None] = {
    "leser": ("reader", ()),
    "bidragsyter": ("contributor", ("gjovik",)),
    "koordinator": ("coordinator", ()),
    "administrator": ("administrator", ()),
    "fremmed": None,
    "uekte": None,
    "invitert": ("reader", ()),
}
SIGN_IN = """
address = "http://localhost:{ours}"
issuer = "http://localhost:{theirs}"
client_id = "samspill"
client_secret_from = "SAMSPILL_TRIED_SECRET"
scope = "openid email profile roles"
[roles]
s-les = "reader"
s-bidrag = "contributor"
s-koord = "coordinator"
s-admin = "administrator"
[municipalities]
k-gjovik = "gjovik"
"""


def main() -> int:
    """Print a line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=18320)
    ours = parser.parse_args().port
    theirs = ours + 1
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        print("There is no npm here.")
        return 2
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        order = [npm, "install", "--no-audit", "--no-fund", "--silent", PACKAGE]
        if subprocess.run(order, cwd=folder, check=False).returncode:
            print("The provider could not be fetched.")
            return 2
        shutil.copy(Path(__file__).with_name("provider.mjs"), folder)
        (folder / "sign_in.toml").write_text(SIGN_IN.format(ours=ours, theirs=theirs), encoding="utf-8")
        told = {"port": theirs, "address": f"http://localhost:{ours}", "secret": SECRET, "people": PEOPLE}
        settings = Settings(f"sqlite:///{folder}/a.sqlite", "gjovik", folder / "a.key")
        own = {
            "SAMSPILL_DATABASE": settings.database,
            "SAMSPILL_KEY": str(settings.key),
            "SAMSPILL_SIGN_IN": str(folder / "sign_in.toml"),
            "SAMSPILL_TRIED_SECRET": SECRET,
            "SAMSPILL_PROVIDER": json.dumps(told),
        }
        desk = Desk(settings)
        desk.grant("ina@example.no", Role.READER)
        for command, place in (
            ([node, "provider.mjs"], folder),
            ([sys.executable, "-m", "dashboard.cli", "--port", str(ours)], ROOT),
        ):
            quiet = subprocess.DEVNULL
            process = subprocess.Popen(command, cwd=place, env=os.environ | own, stdout=quiet, stderr=quiet)
            stack.callback(process.wait)
            stack.callback(process.terminate)
        _wait(f"http://localhost:{theirs}/.well-known/openid-configuration")
        _wait(f"http://localhost:{ours}/samspill/ready")
        faults = sum([*(_tried(desk, ours, who) for who in PEOPLE), *_forgeries(ours)])
    return 1 if faults else 0


def _tried(desk: Desk, port: int, who: str) -> bool:
    """Sign somebody in; did it come out otherwise than it should?"""
    with httpx2.Client(follow_redirects=True, timeout=60, headers={"accept": "text/html"}) as browser:
        answer = _through(browser, port, who)
        token = browser.cookies.get("samspill_session", "")
        person = desk.person_in(token)
        came = (person.role.value, tuple(sorted(person.places))) if person else None
        again = browser.get(f"http://localhost:{port}/mal").status_code if token else answer.status_code
    right = came == EXPECTED[who] and (again == 200) == (came is not None)
    print(f"{who:14} {'in as ' + ' '.join([came[0], *came[1]]) if came else 'not let in'}{'' if right else '  WRONG'}")
    return not right


def _through(browser: httpx2.Client, port: int, who: str) -> httpx2.Response:
    """A deep link, the provider's form for who one is, its form for consent, and back."""
    answer = browser.get(f"http://localhost:{port}/mal")
    for _ in range(3):
        form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
        if form is None or "/interaction/" not in form[1]:
            break
        prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
        assert prompt is not None
        sent = {"prompt": prompt[1], "login": who, "password": "any"}
        answer = browser.post(str(answer.url.join(form[1])), data=sent)
    return answer


def _forgeries(port: int) -> list[bool]:
    """What must open nothing."""
    home = f"http://localhost:{port}"
    faults = []

    def must(name: str, statuses: set[int], status: int) -> None:
        faults.append(status not in statuses)
        print(f"{name:46} {status}{'  WRONG' if faults[-1] else ''}")

    with httpx2.Client(timeout=60, headers={"accept": "text/html"}) as browser:
        must("no session", {303}, browser.get(f"{home}/mal").status_code)
        forged = {"cookie": "samspill_session=" + "x" * 43}
        must("a forged session", {303}, browser.get(f"{home}/mal", headers=forged).status_code)
        browser.get(f"{home}/samspill/inn")
        must("a code nobody gave", {400}, browser.get(f"{home}/samspill/inn/tilbake?code=x&state=y").status_code)
    with httpx2.Client(follow_redirects=True, timeout=60, headers={"accept": "text/html"}) as browser:
        answer = _through(browser, port, "leser")
        back = next(each for each in answer.history if "/samspill/inn/tilbake" in str(each.url))
        must("a code that was used already", {400}, browser.get(str(back.url)).status_code)
        query = parse_qs(urlsplit(str(back.url)).query)
    with httpx2.Client(timeout=60, headers={"accept": "text/html"}) as other:
        other.get(f"{home}/samspill/inn")
        address = f"{home}/samspill/inn/tilbake?code={query['code'][0]}&state={query['state'][0]}"
        must("another browser's state", {400}, other.get(address).status_code)
        must("another host's name", {400}, other.get(f"{home}/mal", headers={"host": "other.example"}).status_code)
    return faults


def _wait(address: str) -> None:
    for _ in range(600):
        try:
            if httpx2.get(address, timeout=10).status_code == 200:
                return
        except httpx2.HTTPError:
            pass
        time.sleep(0.2)
    raise TimeoutError(address)


if __name__ == "__main__":
    sys.exit(main())
