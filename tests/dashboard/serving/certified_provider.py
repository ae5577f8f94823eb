"""A certified OpenID provider to sign in with, `oidc-provider` from npm, which demands PKCE; and who is known there."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGE = "oidc-provider@9"
UPDATE = ["apt-get", "update", "-qq"]
INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nodejs", "npm"]
PROGRAM = Path(__file__).with_name("provider.mjs")
SECRET = "a secret between us, of thirty-two"
PEOPLE = {
    "leser": {"name": "Lise Leser", "roles": ["s-les"]},
    "bidragsyter": {"name": "Bjørn Bidrag", "roles": ["s-bidrag", "k-gjovik"]},
    "koordinator": {"name": "Kari Koord", "roles": ["annet", "s-koord"]},
    "administrator": {"name": "Ada Admin", "roles": ["s-admin"]},
    "fremmed": {"name": "Frode Fremmed", "roles": ["ingenting"]},
    "uekte": {"name": "Ulf", "email": "ada@x.no", "email_verified": False},
    "invitert": {"name": "Ina", "email": "ina@x.no", "email_verified": True},
}
SIGN_IN = """
address = "http://localhost:{port}"
issuer = "http://localhost:{provider}"
client_id = "samspill"
client_secret_from = "SAMSPILL_TEST_SECRET"
scope = "openid email profile roles"
[roles]
s-les = "reader"
s-bidrag = "contributor"
s-koord = "coordinator"
s-admin = "administrator"
[municipalities]
k-gjovik = "gjovik"
"""


def fetched(folder: Path) -> None:
    """The provider in a folder. Node is Debian's where there is none, a clear failure where it may not be installed."""
    if not shutil.which("npm") and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (UPDATE, INSTALL):
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(command, check=False, capture_output=True, timeout=600, env=quiet)
    if (npm := shutil.which("npm")) is None:
        pytest.fail("No Node was found, and none could be installed: install Debian's packages `nodejs` and `npm`.")
    order = [npm, "install", "--no-audit", "--no-fund", "--silent", "--prefer-offline", PACKAGE]
    answer = subprocess.run(order, cwd=folder, check=False, capture_output=True, text=True, timeout=300)
    assert answer.returncode == 0, f"{PACKAGE} could not be fetched from npm: {answer.stderr[-300:]}"
    shutil.copy(PROGRAM, folder)


def started(folder: Path, port: int, for_port: int) -> "subprocess.Popen[bytes]":
    """The provider on a port, for a Samspill on another."""
    fetched(folder)
    knows = {"port": port, "address": f"http://localhost:{for_port}", "secret": SECRET, "people": PEOPLE}
    with (folder / "provider.log").open("wb") as log:
        return subprocess.Popen(
            ["node", PROGRAM.name],
            cwd=folder,
            env=os.environ | {"SAMSPILL_PROVIDER": json.dumps(knows)},
            stdout=log,
            stderr=log,
        )
