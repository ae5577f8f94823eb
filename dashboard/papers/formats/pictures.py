"""Owns the screen's charts as vector pictures: the very specs, drawn without a browser in the packaged typeface.

It imports nothing of ours: the process that draws and sets pages holds no number that is not on them.
"""

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import vl_convert

FONTS = Path(__file__).with_name("fonts")
TYPEFACE = "Inter"
# In a wheel the configuration lies in the dashboard's folder; in a checkout where Streamlit expects it.
_CONFIG = (FONTS.parents[2] / "config.toml", FONTS.parents[3] / ".streamlit" / "config.toml")
_CLIP = re.compile(r"\bclip\d+\b")
_DIGITS = re.compile(r"(\d+\.\d{2})\d+")


def svg(spec: Mapping[str, Any], *, contrast: bool = False) -> str:
    """A drawing's spec, with its rows, as SVG.

    `contrast`: every letter and line that is pale on the screen is black.
    """
    drawn = vl_convert.vegalite_to_svg(_without_tooltips(spec), config=_look(contrast=contrast))
    # The drawing program counts its clips through all pictures it has made; here every picture counts its own.
    clips = {name: f"clip{number}" for number, name in enumerate(dict.fromkeys(_CLIP.findall(drawn)))}
    drawn = _CLIP.sub(lambda match: clips[match[0]], drawn)
    return _DIGITS.sub(r"\1", drawn)  # a hundredth of a pixel is not seen, and a third of the size


def _without_tooltips(part: Any) -> Any:
    """On paper nothing is pointed at, and what would stand there need not be in the file."""
    if isinstance(part, Mapping):
        return {name: _without_tooltips(value) for name, value in part.items() if name != "tooltip"}
    return [_without_tooltips(item) for item in part] if isinstance(part, list) else part


def _look(*, contrast: bool) -> dict[str, Any]:
    _register()
    colours = palette()
    grid = "#24272B" if contrast else "#D5DBE1"
    if contrast:
        colours = [_darker(colour) for colour in colours]
    return {
        "font": TYPEFACE,
        "background": None,
        "range": {"category": colours},
        "axis": {"gridColor": grid, "gridWidth": 0.7, "labelFont": TYPEFACE},
        "axisX": {"labelPadding": 9},  # clear of the lowest number beside it
        "text": {"font": TYPEFACE},
    }


def _darker(colour: str) -> str:
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(channel * 0.6):02X}" for channel in channels)


@functools.cache
def palette() -> list[str]:
    """The light theme's colours, in the order of the roles that charts name."""
    file = next(path for path in _CONFIG if path.exists())
    theme = tomllib.loads(file.read_text(encoding="utf-8"))["theme"]["light"]
    return [str(colour) for colour in theme["chartCategoricalColors"]]


@functools.cache
def _register() -> None:
    vl_convert.register_font_directory(str(FONTS))
