"""Owns what a written paper is made of, before it has a form: headings, paragraphs, points and tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Heading:
    """`level`: 1 for a part, 2 for a case."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph. `quiet`: small print."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Points:
    """Short sentences under each other. `numbered`: in an order."""

    texts: Sequence[str]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table: `heads` above, the first column says what a row is about."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


Block: TypeAlias = Heading | Text | Points | Grid


@dataclass(frozen=True)
class Written:
    """A whole paper. `lines`: what stands under its title."""

    title: str
    lines: Sequence[str]
    source: str
    foot: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Pages:
    """A PDF before it is set: one of our layouts, and what it is to show, texts and drawings. `preview`: with its first
    page as a picture."""

    layout: str
    shown: dict[str, Any]
    preview: bool = False
