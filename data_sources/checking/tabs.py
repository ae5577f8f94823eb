"""Owns two tabs of one file that tell of the same people on the same days, and not the same: "Mars", "Mars rettet"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from data_sources.checking.check import MOST_SAID, Checked
from data_sources.checking.problems import Problem
from data_sources.declared.table import Severity
from data_sources.parsing.answers import About, Answers, Question

FIRST, SECOND, BOTH = "first", "second", "both"
_LEAST, _SHARE = 5, 0.5
_CORRECTED = re.compile(r"rett|korrigert|endelig|siste|oppdatert|\bny|\bv\d|\(\d\)", re.IGNORECASE)


def without_rivals(sheets: Sequence[Checked], answers: Answers) -> tuple[Checked, ...]:
    """Where two tabs tell of the same, the one that holds; neither of them before somebody has said which."""
    standing = list(sheets)
    for first in range(len(standing)):
        for second in range(first + 1, len(standing)):
            one, other = standing[first], standing[second]
            if not _are_rivals(one, other):
                continue
            question = _question(one, other, answers)
            match question.answer:
                case "first":
                    other = _let_go(other)
                case "second":
                    one = _let_go(one)
                case None:
                    one, other = _held(one), _held(other)
            standing[first], standing[second] = replace(one, questions=(*one.questions, question)), other
    return tuple(standing)


def _are_rivals(one: Checked, other: Checked) -> bool:
    table = one.layout.table
    if other.layout.table is not table or one.sheet == other.sheet or not table.key_repeats:
        return False
    keys = [*table.key]
    mine, theirs = (sheet.rows.select(keys).drop_nulls([keys[0], table.date]).unique() for sheet in (one, other))
    least = min(mine.height, theirs.height)
    shared = mine.join(theirs, on=keys, how="semi", nulls_equal=True).height
    return shared >= _LEAST and shared >= _SHARE * least


def _question(one: Checked, other: Checked, answers: Answers) -> Question:
    names = f"{one.sheet} / {other.sheet}"
    key = answers.key(one.layout.fingerprint, "@holds", names)
    likely = SECOND if _CORRECTED.search(other.sheet) else FIRST if _CORRECTED.search(one.sheet) else None
    labels = {FIRST: one.sheet, SECOND: other.sheet, BOTH: ""}
    rows = one.rows.height + other.rows.height
    table = one.layout.table
    return answers.answered(Question(key, About.HOLDS, table.name, table.date, names, rows, labels, likely, of=rows))


def _held(sheet: Checked) -> Checked:
    """None of its rows is kept before it is known which tab holds."""
    fault = "tab-unsure"
    table = sheet.layout.table
    rows, days = sheet.rows["row"].to_list(), sheet.rows[table.date].to_list()
    place = sheet.layout.place(table.date)
    told = [Problem(sheet.sheet, row, *place, table.date, fault, Severity.STOPS) for row in rows[:MOST_SAID]]
    tally = Counter(sheet.tally) + Counter({(fault, Severity.STOPS.value): len(rows)})
    every = [*zip(sheet.failed, sheet.failed_on, strict=True), *zip(rows, days, strict=True)]
    failed = sorted(every, key=lambda row_and_day: row_and_day[0])
    return replace(
        sheet,
        rows=sheet.rows.clear(),
        problems=tuple(sorted([*sheet.problems, *told], key=lambda problem: problem.row)),
        failed=tuple(row for row, _ in failed),
        failed_on=tuple(day for _, day in failed),
        tally=tally,
    )


def _let_go(sheet: Checked) -> Checked:
    return replace(sheet, rows=sheet.rows.clear(), ignored=(*sheet.ignored, *sheet.rows["row"].unique().to_list()))
