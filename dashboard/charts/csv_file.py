"""Owns numbers as a file to take away: CSV that opens right in the reader's own Excel, and is only ever numbers."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence

from dashboard.language.words import NO_BREAK, Words

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run instead of show


def csv_file(
    table: Sequence[dict[str, str]], words: Words, *, above: Sequence[str] = (), below: Sequence[str] = ()
) -> bytes:
    """A table with lines of text above and below it: `;` between cells and a decimal comma where Excel is
    Norwegian, and the mark that tells Excel that æ, ø and å are UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="," if words.language == "en" else ";", lineterminator="\r\n")
    writer.writerows([_safe(line)] for line in above)
    writer.writerow([])
    if table:
        writer.writerow([_safe(head) for head in table[0]])
    writer.writerows([_safe(_number(cell)) for cell in row.values()] for row in table)
    writer.writerow([])
    writer.writerows([_safe(line)] for line in below)
    return stream.getvalue().encode("utf-8-sig")


def _number(text: str) -> str:
    """1 250 as 1250 and 94 % with a plain space, which a spreadsheet takes for numbers; all else as it is."""
    bare = text.replace(NO_BREAK, "")
    return bare if bare.replace(",", "", 1).isdigit() else text.replace(NO_BREAK, " ")


def _safe(text: str) -> str:
    """A cell that begins like a formula is made text."""
    return f"'{text}" if text.startswith(FORMULA) else text


def file_name(title: str) -> str:
    """A title as a file name that any machine and mail program takes: oppmote-etter-tjeneste.csv."""
    plain = title.lower().replace("æ", "ae").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:60]}.csv"
