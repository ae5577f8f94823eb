"""Owns what a table is: its columns, its vocabularies, its key and its rules, all as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

import polars as pl


class ColumnKind(StrEnum):
    """How a cell's text becomes a value."""

    DATE = "date"
    CODE = "code"  # one of a vocabulary
    MUNICIPALITY = "municipality"  # a key of the model, or OTHER or UNKNOWN
    TEAM = "team"  # a key of the model, or UNKNOWN
    PERSON = "person"  # kept as a keyed hash only
    NUMBER_OF_RECORD = "record"  # the office's own number for a row; kept as a keyed hash only
    COUNT = "count"  # whole and not negative
    SCORE = "score"  # a number with decimals
    YES_NO = "yes_no"
    TEXT = "text"  # free text: kept, never quoted


OTHER = "other"  # a municipality outside the model
UNKNOWN = "unknown"  # nothing was written, or nobody knows


class Severity(StrEnum):
    """What a problem does to its row."""

    STOPS = "stops"  # the row is not stored
    WARNS = "warns"  # stored, and somebody should look
    NOTES = "notes"  # stored, corrected by a rule that is shown


@dataclass(frozen=True)
class Vocabulary:
    """Codes and the ways offices write them. The first spelling is the one the template offers.

    `blank`: the code an empty cell means, None when empty is a fault. `unsure`: words that speak of an answer without
    saying which ("fravær") → the code they perhaps stand for. They are asked about. `scale`: some codes are whole
    numbers, so another number is a fault and no spelling, and "4 – fornøyd" is the number it begins with.
    `of_model`: the part of the model file that lists the codes; there are none here then (`Model.vocabulary`).
    """

    name: str
    spellings: Mapping[str, tuple[str, ...]]
    blank: str | None = None
    of_model: Literal["", "referral_source", "end_reason", "survey_question", "survey_response"] = ""
    unsure: Mapping[str, str] = field(default_factory=dict)
    scale: bool = False


@dataclass(frozen=True)
class Column:
    """One column: what it holds, what it is called in files, and how it may be spoken of."""

    name: str
    kind: ColumnKind
    headings: tuple[str, ...]  # as met in files; the first is the template's
    required: bool = False  # the file must have this column
    filled: bool = False  # and every row must have a value in it
    vocabulary: Vocabulary | None = None
    low: float | None = None
    high: float | None = None
    estimates: bool = False  # "ca. 30", "20-25" and ">50" are taken as estimates
    future: Severity | None = None  # what a date after today does; None where it is nothing special
    example: str = ""
    stored: bool = True  # False: it is read to judge the row by, and not kept

    @property
    def quotable(self) -> bool:
        """May the uploader be shown the value? Never an id, never free text."""
        return self.kind not in {ColumnKind.PERSON, ColumnKind.NUMBER_OF_RECORD, ColumnKind.TEXT}

    @property
    def dtype(self) -> pl.DataType:
        """The Polars type of the checked value."""
        match self.kind:
            case ColumnKind.DATE:
                return pl.Date()
            case ColumnKind.COUNT:
                return pl.Int64()
            case ColumnKind.SCORE:
                return pl.Float64()
            case ColumnKind.YES_NO:
                return pl.Boolean()
            case _:
                return pl.String()


@dataclass(frozen=True, eq=False)
class Rule:
    """A sentence about a whole row. `breaks` is true where the row breaks it; null is not a breach."""

    key: str
    severity: Severity
    columns: tuple[str, ...]
    breaks: pl.Expr


@dataclass(frozen=True, eq=False)
class Table:
    """A kind of rows. `key` says which rows are the same row in a later file.

    Where the key may repeat inside one file (`key_repeats`), equal rows are told apart by their
    number of occurrence; where it may not, the second is a fault.
    `otherwise` is the key of rows that have nothing in the first column of `key`.
    `scope`: the columns that say, with the days it spans, what a whole file is whole of. Rows are removed
    only inside it, and only where somebody says that the file is whole; never where it is empty.
    `either`: columns of which a file must have one. `passed_over`: headings of columns that we know and do not store:
    names, free text, what no number is made of. `not_counted`: rows that are of nothing that was held. `retired`:
    columns that were stored once; a row's hash is as if they were empty, so that rows from before are known again.
    `rounds`: rows come in rounds (a survey in May), each of which speaks for the whole of its year.
    """

    name: str
    headings: tuple[str, ...]  # what sheets of this kind are called
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    date: str  # the column that places a row in time
    key_repeats: bool = True
    otherwise: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    not_counted: pl.Expr | None = None
    retired: tuple[str, ...] = ()
    rounds: bool = False
    rules: tuple[Rule, ...] = ()
    by_name: Mapping[str, Column] = field(init=False, repr=False)
    stored: tuple[Column, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})
        object.__setattr__(self, "stored", tuple(column for column in self.columns if column.stored))
