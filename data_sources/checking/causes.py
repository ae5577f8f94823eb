"""Owns causes: whatever is wrong for the same reason in the same column of a sheet is said once, with how often."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from data_sources.checking.problems import Problem
from data_sources.declared.table import Severity

Tally: TypeAlias = Mapping[tuple[str, str, str], int]
"""Column, reason and severity → how many."""
_MOST_SPANS, _MOST_VALUES, _MOST_COLUMNS = 4, 3, 3
_WORST_FIRST = list(Severity)


@dataclass(frozen=True)
class Cause:
    """One cause in one column of a sheet.

    `count`: all of them. `rows`: the first spans of rows, (first, last); `columns`: letter and heading, several in a
    register; `values`: the first different ones, of columns that may be quoted. `more`: there are others of these.
    """

    sheet: str
    name: str
    reason: str
    severity: Severity
    count: int
    rows: tuple[tuple[int, int], ...]
    columns: tuple[tuple[str, str], ...]
    values: tuple[str, ...] = field(repr=False)
    suggestion: str | None = field(repr=False)
    more_rows: bool = False
    more_values: bool = False


def causes(problems: Iterable[Problem], tally: Tally) -> tuple[Cause, ...]:
    """What is wrong in one sheet, what stops rows first and then what there is most of."""
    grouped: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        grouped.setdefault((problem.name, problem.reason, problem.severity.value), []).append(problem)
    every = [_cause(alike, max(tally.get(key, 0), len(alike))) for key, alike in grouped.items()]
    return tuple(sorted(every, key=lambda cause: (_WORST_FIRST.index(cause.severity), -cause.count)))


def _cause(alike: Sequence[Problem], count: int) -> Cause:
    first = alike[0]
    spans = _spans(sorted({problem.row for problem in alike}))
    columns = {(problem.column, problem.heading) for problem in alike if problem.column}
    values = dict.fromkeys(problem.value for problem in alike if problem.value is not None)
    suggestions = {problem.suggestion for problem in alike}
    return Cause(
        first.sheet,
        first.name,
        first.reason,
        first.severity,
        count,
        tuple(spans[:_MOST_SPANS]),
        tuple(sorted(columns, key=lambda place: (len(place[0]), place))[:_MOST_COLUMNS]),
        tuple(values)[:_MOST_VALUES],
        suggestions.pop() if len(suggestions) == 1 else None,
        len(spans) > _MOST_SPANS or count > len(alike),
        len(values) > _MOST_VALUES,
    )


def _spans(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as the first and the last of them."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
