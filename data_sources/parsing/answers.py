"""Owns what somebody answered that a spelling means: asked once for each set of headings, and remembered.

An answer only speaks where we ourselves do not know: it never changes what a known word means.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import OTHER, UNKNOWN, Column, ColumnKind
from data_sources.parsing.parsed import Parsed, Parser
from data_sources.reading.cells import Kind

ASKED = frozenset({"code-unknown", "mark-unsure", "municipality-unknown", "municipality-ambiguous", "team-unknown"})
ANSWERED = "value-as-answered"
NONE = "none"
"""What is answered where a mark or an empty cell says nothing of anybody."""
_ASKABLE = {ColumnKind.CODE, ColumnKind.YES_NO, ColumnKind.MUNICIPALITY, ColumnKind.TEAM}

Key: TypeAlias = tuple[str, str, str]
"""Headings' fingerprint, column, and the keyed hash of the spelling: no cell's text is stored."""


class About(StrEnum):
    """What a question is about; the words for it live with the screen."""

    VALUE = "value"  # what a spelling or a mark means
    BLANK = "blank"  # what an empty cell means
    PLACE = "place"  # which municipality a whole sheet or file is of
    REGISTER_PLACE = "register-place"  # the same of a register; `rows` are its days
    TABS = "tabs"  # whether each tab's name says the municipality
    TEAM = "team"
    YEAR = "year"
    HIDDEN = "hidden"  # whether a hidden sheet is to be read
    HOLDS = "holds"  # which of two sheets holds
    TWICE = "twice"  # whether equal rows are to count twice
    PERSON = "person"  # whether ids written alike are one person's
    ROW = "row"  # whether a row is of a person, or counts the others
    UNREAD = "unread"  # whether it is right that something is not read


@dataclass(frozen=True)
class Question:
    """What is asked once for files with the same headings. `key`: what the answer is stored under.

    `written`: the spelling, the sheet or the id that is asked about; in memory only. `rows` of `of`: those that the
    answer decides. `options`: code → how the template writes it; empty where the screen has words for it.
    `likely`: the code that is proposed, and never taken. `answer`: the code that was answered.
    """

    key: "Key"
    about: About
    table: str
    column: str
    written: str = field(repr=False)
    rows: int
    options: Mapping[str, str]
    likely: str | None = None
    answer: str | None = None
    of: int = 0
    sheet: str = ""

    @property
    def name(self) -> str:
        """A short name, the same every time: by it a scheduled import can be told the answer."""
        return hashlib.blake2b("|".join(self.key).encode(), digest_size=4).hexdigest()


@dataclass(frozen=True)
class Answers:
    """Every answer given so far. `hashed` turns a spelling into what is stored of it."""

    hashed: Callable[[str], str] = field(default=str, repr=False)
    by_key: Mapping[Key, str] = field(default_factory=dict)

    def key(self, fingerprint: str, column: str, written: str) -> Key:
        """What an answer is stored under."""
        return fingerprint, column, self.hashed(normalise(written) or written.strip())

    def meaning(self, fingerprint: str, column: str, written: str) -> str | None:
        """The code somebody said that this spelling stands for."""
        return self.by_key.get(self.key(fingerprint, column, written)) if self.by_key else None

    def answered(self, question: Question) -> Question:
        """A question with the answer that somebody has given to it."""
        answer = self.by_key.get(question.key)
        return replace(question, answer=answer if answer in question.options else None)

    def around(
        self, plain: Parser, column: Column, model: Model, fingerprint: str, choices: Mapping[str, str] | None = None
    ) -> Parser:
        """The column's own parser, with the answers where it does not know. `choices`: what could be answered."""
        if not self.by_key or column.kind not in _ASKABLE:
            return plain
        codes = meanings(column, model) if choices is None else choices

        def parse(text: str, kind: Kind) -> Parsed:
            read = plain(text, kind)
            if (read.fault or read.warning) not in ASKED:
                return read
            code = self.meaning(fingerprint, column.name, text)
            if code not in codes:
                return read
            return Parsed(code == "yes" if column.kind is ColumnKind.YES_NO else code, note="value-as-answered")

        return parse


NO_ANSWERS = Answers()


def meanings(column: Column, model: Model) -> dict[str, str]:
    """What a spelling in this column may stand for: code → how the template writes it."""
    match column.kind:
        case ColumnKind.MUNICIPALITY:
            elsewhere = model.elsewhere[0] if model.elsewhere else "Annen kommune"
            named = {place.key: place.name for place in model.municipality}
            return named | {OTHER: elsewhere, UNKNOWN: "Ukjent"}
        case ColumnKind.TEAM:
            return {team.key: team.name for team in model.team} | {UNKNOWN: "Ukjent"}
    vocabulary = model.vocabulary(column)
    return {code: words[0] for code, words in vocabulary.spellings.items()} if vocabulary else {}
