"""Owns what somebody answered that a spelling means: asked once for each set of headings, and remembered.

An answer only speaks where we ourselves do not know: it never changes what a known word means.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from data_sources.declared.model import Model
from data_sources.declared.spelling import normalise
from data_sources.declared.table import OTHER, UNKNOWN, Column, ColumnKind
from data_sources.parsing.parsed import Parser, Reading
from data_sources.reading.cells import Kind

ASKED = frozenset({"code-unknown", "municipality-unknown", "municipality-ambiguous", "team-unknown"})
ANSWERED = "value-as-answered"
_ASKABLE = {ColumnKind.CODE, ColumnKind.YES_NO, ColumnKind.MUNICIPALITY, ColumnKind.TEAM}

Key: TypeAlias = tuple[str, str, str]
"""Headings' fingerprint, column, and the keyed hash of the spelling: no cell's text is stored."""


@dataclass(frozen=True)
class Answers:
    """Every answer given so far. `hashed` turns a spelling into what is stored of it."""

    hashed: Callable[[str], str] = field(default=str, repr=False)
    known: Mapping[Key, str] = field(default_factory=dict)

    def key(self, fingerprint: str, column: str, written: str) -> Key:
        """What an answer is stored under."""
        return fingerprint, column, self.hashed(normalise(written))

    def meaning(self, fingerprint: str, column: str, written: str) -> str | None:
        """The code somebody said that this spelling stands for."""
        return self.known.get(self.key(fingerprint, column, written)) if self.known else None

    def around(self, plain: Parser, column: Column, model: Model, fingerprint: str) -> Parser:
        """The column's own parser, with the answers where it does not know."""
        if not self.known or column.kind not in _ASKABLE:
            return plain
        codes = meanings(column, model)

        def parse(text: str, kind: Kind) -> Reading:
            read = plain(text, kind)
            if (read.fault or read.warning) not in ASKED:
                return read
            code = self.meaning(fingerprint, column.name, text)
            if code not in codes:
                return read
            return Reading(code == "yes" if column.kind is ColumnKind.YES_NO else code, note="value-as-answered")

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
