"""The icons a browser fetches: every one that is drawn, and little else."""

from pathlib import Path

import pytest
import streamlit
from fontTools.ttLib import TTFont

from dashboard.serving import server
from docs import icons
from tests.dashboard.serving.test_server import ask

pytestmark = pytest.mark.slow

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
(WHOLE,) = MEDIA.glob("MaterialSymbols-Rounded.*.woff2")


def test_every_icon_that_we_or_streamlit_name_is_in_the_typeface() -> None:
    drawn = icons.drawings(TTFont(server.ICONS))
    named = icons.names() & {*icons.drawings(TTFont(WHOLE))}
    assert {"route", "keyboard_arrow_down"} <= named
    assert named <= {*drawn}, "run docs/icons.py"


def test_the_browser_gets_ours_where_streamlit_asks_for_its_own() -> None:
    status, headers, body = ask(f"/static/media/{WHOLE.name}")
    assert (status, headers["content-type"], body) == (200, "font/woff2", server.ICONS.read_bytes())
    assert len(body) < WHOLE.stat().st_size / 10
