"""Owns the answers to a survey as survey tools export them: a row an answered form, a column a question.

They become ordinary rows here, one for each single answer. A question that nobody answered in a row makes none.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache

import polars as pl

from data_sources.declared.model_parts import SurveyQuestion
from data_sources.declared.spelling import fold
from data_sources.reading.cells import KIND_TYPE, Cells, Kind, Refused

QUESTION, RESPONSE = "Spørsmål", "Svar"
_MOST_ANSWERS = 1_000_000
_NUMBERED = re.compile(r"^(?:spm?|sporsmal|q)?\s*\d+\s*[):.]?\s+(?=\D)")  # "1. Hvor fornøyd …", folded: "1 hvor …"


@dataclass(frozen=True)
class Form:
    """Where a survey's headings stand: the `row` its answered forms begin below, the columns that are questions, and
    the names of all columns. `asked`: column → the question as the model has it."""

    row: int
    asked: Mapping[int, str]
    names: Mapping[int, str]


def find(cells: Cells, questions: Collection[SurveyQuestion], dates: Collection[str]) -> Form | None:
    """The survey in a sheet: the first row with two questions of the model, or with one beside a heading of days
    (`dates`, normalised as `fold` does); None where there is none."""
    called = {
        _as_asked(text): question.name["nb"] if "nb" in question.name else next(iter(question.name.values()))
        for question in questions
        for text in (*question.name.values(), *question.aliases)
    }
    as_asked = cache(_as_asked)  # most texts of a table stand in many of its rows
    for values in cells.head if called else ():
        texts = {
            index: values[f"t{index}"]
            for index in cells.columns
            if values[f"k{index}"] == Kind.TEXT and values[f"t{index}"].strip()
        }
        asked: dict[int, str] = {}
        for index, text in texts.items():
            question = called.get(as_asked(text))
            if question is not None and question not in asked.values():
                asked[index] = question
        dated = len(asked) == 1 and any(fold(text) in dates for text in texts.values())
        if len(asked) >= 2 or (asked and dated):
            return Form(values["row"], asked, texts)
    return None


def _as_asked(text: str) -> str:
    """A question whatever its number, its question mark and the case it is written in."""
    return _NUMBERED.sub("", fold(text)).rstrip(" ?")


def unfold(cells: Cells, form: Form) -> Cells:
    """A survey as one row a single answer. The other columns keep their letters; after them come the question and the
    answer, in columns that the file does not have. The frame's extra column `came_from` says which column an answer
    stood in. Raises Refused `too-many-marks`.
    """
    own = [index for index in cells.columns if index not in form.asked]
    first = max(cells.columns) + 1
    body = cells.frame.filter(pl.col("row") > form.row)
    answered = {index: _holds(index) for index in form.asked}
    if body.select(pl.sum_horizontal(holds.sum() for holds in answered.values())).item() > _MOST_ANSWERS:
        raise Refused("too-many-marks", limit=_MOST_ANSWERS)
    kept = ["row", *[f"{part}{index}" for index in own for part in "tk"]]
    parts = [
        body.filter(answered[index]).select(
            *kept,
            pl.lit(index, dtype=pl.Int32).alias("came_from"),
            *_constant(first, question),
            pl.col(f"t{index}").alias(f"t{first + 1}"),
            pl.col(f"k{index}").alias(f"k{first + 1}"),
        )
        for index, question in form.asked.items()
    ]
    heading = cells.frame.filter(pl.col("row") == form.row).select(
        *kept,
        pl.lit(None, dtype=pl.Int32).alias("came_from"),
        *_constant(first, QUESTION),
        *_constant(first + 1, RESPONSE),
    )
    long = pl.concat(parts).sort("row", "came_from", maintain_order=True)
    return replace(cells, frame=pl.concat([heading, long]), merged=())


def _holds(index: int) -> pl.Expr:
    """Is there an answer? Spaces and a dash are none."""
    text = pl.col(f"t{index}").str.strip_chars().fill_null("")
    filled = ~text.is_in(["", "-", "–", "—"])
    return filled | ~pl.col(f"k{index}").is_in([Kind.BLANK.value, Kind.TEXT.value])


def _constant(position: int, text: str) -> list[pl.Expr]:
    return [
        pl.lit(text, dtype=pl.String).alias(f"t{position}"),
        pl.lit(Kind.TEXT.value, dtype=KIND_TYPE).alias(f"k{position}"),
    ]
