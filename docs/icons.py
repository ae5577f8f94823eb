"""Makes the typeface of icons that the browser fetches, from Streamlit's: with the icons that are drawn, and no other.

    uv run python docs/icons.py

Streamlit's has 4 000 icons and is fetched on every first visit. A test holds that none is missing in ours.
"""

from collections.abc import Iterator
from pathlib import Path
from re import findall

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

FILE = Path(__file__).parents[1] / "dashboard" / "app" / "static" / "icons.woff2"
HALLS = [Path(__file__).parents[1] / hall for hall in ("dashboard", "pages")]
STREAMLIT = Path(streamlit.__file__).parent
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_ "


def names() -> set[str]:
    """Every icon that our code, or Streamlit's scripts, name."""
    files = [
        *(STREAMLIT / "static" / "static" / "js").glob("*.js"),
        *(file for hall in HALLS for file in hall.rglob("*.py")),
    ]
    return {name for file in files for name in findall(r":material/([a-z0-9_]+):", file.read_text("utf-8"))}


def drawings(typeface: TTFont) -> dict[str, str]:
    """Icon's name → its glyph: an icon is one glyph in the place of the letters of its name."""
    letters = {glyph: chr(code) for code, glyph in typeface.getBestCmap().items()}
    return {
        "".join(letters.get(part, "?") for part in (first, *ligature.Component)): ligature.LigGlyph
        for first, ligature in _ligatures(typeface)
    }


def _ligatures(typeface: TTFont) -> Iterator[tuple[str, object]]:
    for lookup in typeface["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                yield from ((first, ligature) for ligature in ligatures)


def main() -> None:
    """Streamlit's typeface, cut down to what is drawn."""
    (whole,) = (STREAMLIT / "static" / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2")
    typeface = TTFont(whole)
    glyphs, letters = drawings(typeface), typeface.getBestCmap()
    options = subset.Options()
    # Without closure, or every icon whose name is made of these letters would come along: all of them.
    options.layout_features, options.layout_closure, options.flavor = ["*"], False, "woff2"
    cut = subset.Subsetter(options)
    cut.populate(
        glyphs=[*(letters[ord(letter)] for letter in LETTERS), *(glyphs[name] for name in names() & {*glyphs})]
    )
    cut.subset(typeface)
    subset.save_font(typeface, FILE, options)


if __name__ == "__main__":
    main()
