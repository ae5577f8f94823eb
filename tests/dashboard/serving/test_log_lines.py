"""What whoever reads the server's log can rely on."""

import json
import logging

import pytest

from dashboard.installation.log import hear_libraries


def test_what_a_library_says_is_a_line_of_codes_without_hosts_users_or_values(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging, "lastResort", logging.lastResort)
    hear_libraries()
    library = logging.getLogger("a.library")
    library.propagate = False  # pytest listens above it
    library.info("not told")
    try:
        raise ConnectionError("server at db.example, user kari")
    except ConnectionError:
        library.warning("error connecting to %s", "db.example", exc_info=True)
    (line,) = map(json.loads, capfd.readouterr().err.splitlines())
    assert line.pop("timestamp")
    assert line == {"event": "library", "library": "a.library", "fault": "ConnectionError", "level": "warning"}
