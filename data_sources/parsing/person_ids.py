"""Owns when two ways of writing an id may be one person's: 007 and 7, P-1 and P–1, ØT07 and ØT 07."""

import re

from data_sources.declared.spelling import tidy

_SPACE = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_WHOLE = re.compile(r"[.,]0+$")  # how a system wrote a whole number
_ZEROS = re.compile(r"^((?:[^\W\d_]+-?)?)0+(?=\d)")


def written_form(text: str) -> str:
    """An id as it is compared where it was written in one way: case and spaces around it do not tell people apart."""
    word = tidy(text).casefold()
    digits = _WHOLE.sub("", word)
    return digits if digits.isdigit() else word


def normal_form(text: str) -> str:
    """What is the same in all ways of writing one id: no white space, dashes alike, no leading zeros."""
    plain = _DASHES.sub("-", _SPACE.sub("", written_form(text)))
    return _ZEROS.sub(r"\1", plain)
