"""Owns the sentences of a file's questions and account: what is asked, what an answer does, what was not read."""

from dashboard.language.words import Words
from data_sources.checking.account import Account, Unused
from data_sources.checking.arrival import Arrival
from data_sources.parsing.answers import NONE, About, Question

_MARK = 2
"""Letters of what may be repeated outside of the screen of whoever uploads: a mark, and no word."""


def question(asked: Question, words: Words, *, quoting: bool = True) -> str:
    """What is asked. `quoting`: to whoever uploads; elsewhere nothing that stood in a cell is repeated."""
    written = asked.written if quoting or asked.about in _NOT_OF_CELLS or len(asked.written) <= _MARK else ""
    return _of_cells(asked, written, words) or _of_sheets(asked, written, words)


def _of_cells(asked: Question, written: str, words: Words) -> str:
    column = words(f"column-{asked.column}") if asked.column else ""
    match asked.about:
        case About.VALUE if written:
            return words("asked-value", written=written, column=column)
        case About.VALUE:
            return words("asked-value-hidden", column=column)
        case About.BLANK:
            return words("asked-blank", column=column)
        case About.YEAR if written:
            return words("asked-year-of", sheet=written)
        case About.YEAR:
            return words("asked-year")
        case About.TWICE:
            return words("asked-twice", rows=asked.rows)
        case About.PERSON if "," in asked.written:
            return words("asked-person", written=written or "…")
        case About.PERSON:
            return words("asked-person-before", written=written or "…")
        case About.ROW:
            return words("asked-row", written=written or "…")
    return ""


def _of_sheets(asked: Question, written: str, words: Words) -> str:
    match asked.about:
        case About.PLACE if written:
            return words("asked-place", written=written)
        case About.PLACE:
            return words("asked-place-unknown")
        case About.REGISTER_PLACE:
            return words("asked-register-place", days=asked.rows)
        case About.TABS:
            return words("asked-tabs", sheet=asked.written)
        case About.TEAM:
            return words("asked-team", written=written)
        case About.HIDDEN:
            return words("asked-hidden", sheet=asked.written)
        case About.HOLDS if asked.sheet:
            return words("asked-holds-tables", written=written)
        case About.HOLDS:
            return words("asked-holds", written=written)
    return words("asked-unread", written=written or asked.sheet)


_NOT_OF_CELLS = {About.PLACE, About.TABS, About.TEAM, About.HIDDEN, About.HOLDS, About.UNREAD}


def answer(options: dict[str, str], code: str, words: Words) -> str:
    """One of a question's answers in words."""
    return options.get(code) or words(f"answer-{code}")


def effect(asked: Question, code: str, words: Words) -> str:
    """What an answer will do: "17 av 48 blir «Ikke møtt»". Empty where there is nothing to count."""
    if asked.about is About.UNREAD:
        return words("asked-effect-unread", cells=asked.rows)
    if asked.about is About.TWICE:
        return words(f"asked-effect-{code}", rows=asked.rows, of=asked.of)
    if not asked.of or asked.about not in {About.VALUE, About.BLANK, About.PLACE, About.TEAM}:
        return ""
    if code == NONE:
        return words("asked-effect-once", rows=asked.rows, of=asked.of)
    return words("asked-effect", rows=asked.rows, of=asked.of, meaning=answer(dict(asked.options), code, words))


def unused(cells: Unused, words: Words) -> str:
    """Which cells were not read, and what to do about them."""

    match cells.why, bool(cells.heading):
        case "column", True:
            return words("unused-column", place=cells.place, heading=cells.heading)
        case "column", False:
            return words("unused-column-bare", place=cells.place)
        case "no-day", True:
            return words("unused-no-day", cells=cells.cells, place=cells.place, heading=cells.heading)
        case "no-day", False:
            return words("unused-no-day-bare", cells=cells.cells, place=cells.place)
        case "rows", _:
            return words("unused-rows", rows=cells.rows, place=cells.place)
        case "beside", _:
            return words("unused-beside", rows=cells.rows, place=cells.place)
    return words("unused-sheet", sheet=cells.sheet)


def account(kept: Account, words: Words) -> str:
    """How many cells were read, set aside and not used."""
    left = sum(cells.cells for cells in kept.unused)
    if not left:
        return words("account-all", held=kept.held)
    return words("account-held", held=kept.held, read=kept.read, aside=sum(kept.aside.values()), unused=left)


def told(arrival: Arrival, words: Words) -> list[str]:
    """What the command line says of a file besides its counts: what was not read, which sheets, what is to be answered.

    Nothing that stood in a cell is repeated but headings and names of sheets.
    """
    lines = [words("upload-hidden-sheet", sheet=name) for name in arrival.hidden if arrival.refused != "only-hidden"]
    if arrival.account.unused and not arrival.refused:  # where nothing is read at all, the refusal says why
        lines += [account(arrival.account, words), *[unused(cells, words) for cells in arrival.account.unused]]
    for open_question in waiting(arrival):
        codes = ", ".join(open_question.options)
        sentence = question(open_question, words, quoting=False)
        lines.append(words("cli-question", question=sentence, name=open_question.name, codes=codes))
    return lines


def waiting(arrival: Arrival) -> list[Question]:
    """The questions of a file that nobody has answered."""
    return [asked for asked in arrival.questions if asked.answer is None]


def in_numbers(arrival: Arrival) -> dict[str, object]:
    """The same for a program: the account with its places, the sheets that are not read, the open questions."""
    kept = arrival.account
    places = [
        {"sheet": cells.sheet, "place": cells.place, "cells": cells.cells, "rows": cells.rows, "why": cells.why}
        for cells in kept.unused
    ]
    return {
        "account": {"held": kept.held, "read": kept.read, "aside": dict(kept.aside), "unused": places},
        "hidden": list(arrival.hidden),
        "skipped": list(arrival.skipped),
        "questions": [
            {
                "name": asked.name,
                "about": asked.about.value,
                "column": asked.column,
                "rows": asked.rows,
                "of": asked.of,
                "answers": list(asked.options),
                "likely": asked.likely,
            }
            for asked in waiting(arrival)
        ],
    }
