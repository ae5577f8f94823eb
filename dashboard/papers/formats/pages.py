"""Owns how what is to be shown becomes a PDF that can be heard as well as seen: Typst, tagged to PDF/UA-1, no network.

It imports nothing of the desk's: see `setting`.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import typst

from dashboard.papers.blocks import Pages
from dashboard.papers.formats.pictures import FONTS, svg

LAYOUT = Path(__file__).with_name("layout")
STANDARD: Final = "ua-1"
# What the packaged typeface can show; the test holds this against the font itself.
_NOT_SHOWN = re.compile(
    r"[^\n\u0020-\u007e\u00a0-\u0148\u014a-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01cd\u01ce\u01e4-\u01ef\u0218-\u021b\u0292"
    r"\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u1e80-\u1e85\u1ef2\u1ef3"
    r"\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122"
    r"\u2190-\u2199\u2212\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25b2\u25b3\u25bc\u25bd\u25c6\u25c7\u25cb\u25cf\u2713\u2717]+"
)


def finished(
    pages: Pages, notify: Callable[[str, float], None] = lambda stage, share: None
) -> tuple[bytes, bytes | None]:
    """The PDF, and its first page where that is wanted. Nothing in what is shown is read as markup."""
    notify("drawing", 0.6)
    content = json.dumps(_printable(_drawn(pages.shown, contrast=bool(pages.shown["contrast"]))), ensure_ascii=False)
    notify("setting", 0.8)
    return _typeset(pages.layout, content), _first_page(pages.layout, content) if pages.preview else None


def _drawn(part: Any, *, contrast: bool) -> Any:
    """The same with every drawing's spec drawn."""
    if isinstance(part, dict):
        return {
            name: svg(value, contrast=contrast) if name == "svg" and value else _drawn(value, contrast=contrast)
            for name, value in part.items()
        }
    return [_drawn(item, contrast=contrast) for item in part] if isinstance(part, list) else part


def _typeset(layout: str, content: str) -> bytes:
    return typst.compile(
        LAYOUT / f"{layout}.typ",
        root=LAYOUT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": content},
        pdf_standards=[STANDARD],
        timestamp=0,
    )


def _first_page(layout: str, content: str) -> bytes:
    """The first page as a PNG, to be looked at before the paper is taken."""
    pages = typst.compile(
        LAYOUT / f"{layout}.typ",
        root=LAYOUT,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="png",
        ppi=110,
        sys_inputs={"content": content},
        timestamp=0,
    )
    first = pages[0] if isinstance(pages, list) else pages
    return bytes(first)


def _printable(part: Any) -> Any:
    """The same with a square in place of every run of signs that the typeface has no picture of."""
    if isinstance(part, dict):
        return {name: value if name == "svg" else _printable(value) for name, value in part.items()}
    if isinstance(part, list):
        return [_printable(item) for item in part]
    return _NOT_SHOWN.sub("□", unicodedata.normalize("NFC", part)) if isinstance(part, str) else part
