"""Owns when two ways of writing are the same word: case, spaces, accents, letters lost between encodings."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"))
_FOLD = str.maketrans({"ø": "o", "æ": "ae", "å": "a", "-": " ", "‐": " ", "‑": " ", "–": " ", ".": " ", "/": " "})
_DOUBLED = re.compile("oe|aa")  # "Oestre" and "Noerdre" where a system has no ø
_SCRAMBLED = (("Ã", "cp1252"), ("Ã", "latin-1"), ("Â", "cp1252"), ("√", "mac-roman"))


def unscrambled(text: str) -> str:
    """UTF-8 that was read as something else ("Ã˜stre", "√òstre") read again, also when it happened twice."""
    for _ in range(2):
        for mark, encoding in _SCRAMBLED:
            if mark not in text:
                continue
            try:
                text = text.encode(encoding).decode("utf-8")
                break
            except UnicodeError:
                continue
        else:
            break
    return text


def tidy(text: str) -> str:
    """What a person sees in the cell, in one form: letters composed, nothing invisible, single spaces."""
    if text.isascii() and text.isprintable():  # there is nothing to compose, to mend or to leave out
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", unscrambled(text)).translate(_INVISIBLE)
    text = text.replace("o\u0338", "ø").replace("O\u0338", "Ø")
    if not text.isprintable():
        text = "".join(c if c >= " " else " " for c in text if c != "\x7f")
    return " ".join(text.split())


def normalise(text: str) -> str:
    """tidy, whatever the case and the marks around it: one word written in two ways becomes one text."""
    return tidy(text).casefold().strip(" .:*")


def fold(text: str) -> str:
    """normalise, and letters as people write them without a Norwegian keyboard."""
    plain = normalise(text).translate(_FOLD)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    plain = " ".join(plain.split())
    return _DOUBLED.sub(lambda match: match[0][0], plain)


def place_word(text: str) -> str:
    """A municipality's name without "kommune", or its number without leading zeros."""
    word = fold(text).removeprefix("kommune").removeprefix(":").strip()
    for ending in (" kommune", " komm", " k"):
        word = word.removesuffix(ending)
    return word.lstrip("0") if word.isdigit() else word
