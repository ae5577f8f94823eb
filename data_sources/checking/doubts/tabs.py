"""Owns two tabs of a file, or two tables of a tab, that tell of the same people and days: "Mars", "Mars rettet"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from data_sources.checking.check import MOST_SAID, Checked
from data_sources.checking.problems import Problem
from data_sources.declared.table import Severity
from data_sources.parsing.answers import About, Answers, Question
from data_sources.reading.cells import letter

FIRST, SECOND, BOTH = "first", "second", "both"
_LEAST, _SHARE = 5, 0.5
_CORRECTED = re.compile(r"rett|korrigert|endelig|siste|oppdatert|\bny|\bv\d|\(\d\)", re.IGNORECASE)


def without_rivals(sheets: Sequence[Checked], answers: Answers) -> tuple[Checked, ...]:
    """Where two tabs tell of the same, the one that holds; neither of them before somebody has said which."""
    standing = list(sheets)
    for first in range(len(standing)):
        for second in range(first + 1, len(standing)):
            former, latter = standing[first], standing[second]
            if not _are_rivals(former, latter):
                continue
            question = _question(former, latter, answers)
            match question.answer:
                case "first":
                    latter = _let_go(latter)
                case "second":
                    former = _let_go(former)
                case None:
                    former, latter = _held(former), _held(latter)
            standing[first], standing[second] = replace(former, questions=(*former.questions, question)), latter
    return tuple(standing)


def _are_rivals(former: Checked, latter: Checked) -> bool:
    table = former.layout.table
    if latter.layout.table is not table or not table.key_repeats:
        return False
    keys = [*table.key]
    own, theirs = (sheet.rows.select(keys).drop_nulls([keys[0], table.date]).unique() for sheet in (former, latter))
    least = min(own.height, theirs.height)
    shared = own.join(theirs, on=keys, how="semi", nulls_equal=True).height
    return shared >= _LEAST and shared >= _SHARE * least


def _question(former: Checked, latter: Checked, answers: Answers) -> Question:
    same = former.sheet if former.sheet == latter.sheet else ""
    first, second = (_corner(sheet) if same else sheet.sheet for sheet in (former, latter))
    names = f"{first} / {second}"
    key = answers.key(former.layout.fingerprint, "@holds", names)
    likely = SECOND if _CORRECTED.search(latter.sheet) else FIRST if _CORRECTED.search(former.sheet) else None
    labels = {FIRST: first, SECOND: second, BOTH: ""}
    rows = former.rows.height + latter.rows.height
    table = former.layout.table
    asked = Question(key, About.HOLDS, table.name, table.date, names, rows, labels, likely, of=rows, sheet=same)
    return answers.answered(asked)


def _corner(sheet: Checked) -> str:
    """Where a table begins, as Excel would say it: Ark1 F1."""
    return f"{sheet.sheet} {letter(min(sheet.layout.headings))}{sheet.layout.row}"


def _held(sheet: Checked) -> Checked:
    """None of its rows is kept before it is known which tab holds."""
    fault = "tab-unsure"
    table = sheet.layout.table
    rows, days = sheet.rows["row"].to_list(), sheet.rows[table.date].to_list()
    place = sheet.layout.place(table.date)
    problems = [Problem(sheet.sheet, row, *place, table.date, fault, Severity.STOPS) for row in rows[:MOST_SAID]]
    tally = Counter(sheet.tally) + Counter({(table.date, fault, Severity.STOPS.value): len(rows)})
    every = [*zip(sheet.failed, sheet.failed_on, strict=True), *zip(rows, days, strict=True)]
    failed = sorted(every, key=lambda row_and_day: row_and_day[0])
    return replace(
        sheet,
        rows=sheet.rows.clear(),
        problems=tuple(sorted([*sheet.problems, *problems], key=lambda problem: problem.row)),
        failed=tuple(row for row, _ in failed),
        failed_on=tuple(day for _, day in failed),
        tally=tally,
    )


def _let_go(sheet: Checked) -> Checked:
    return replace(sheet, rows=sheet.rows.clear(), ignored=(*sheet.ignored, *sheet.rows["row"].unique().to_list()))
