"""Lists and registers as offices keep them, and what becomes of a file when the questions it raises are answered."""

import datetime as dt
from typing import Any

from drawn_sheets import arrived, said

from data_sources.checking.arrival import Arrival
from data_sources.parsing.answers import Answers

HEADS = ["Dato", "Deltaker", "Kommune", "Status"]
PLACES = ("Gjøvik", "Østre Toten", "Vestre Toten")
MARCH = [dt.date(2026, 3, day) for day in (3, 10, 17, 24)]
TODAY = dt.date(2026, 5, 20)


def rows(status: Any = "Møtt", people: int = 6, days: list[Any] | None = None) -> list[list[Any]]:
    """A list: each person on each day. `status`: the same for all, or one for each person in turn."""
    turns = [status] if isinstance(status, str) else status
    return [
        [day, f"D{person:03}", PLACES[person % 3], turns[(person + at) % len(turns)]]
        for person in range(people)
        for at, day in enumerate(days or MARCH)
    ]


def register(marks: Any = "Møtt", people: int = 5, days: list[Any] | None = None) -> list[list[Any]]:
    """The rows of a register under its headings."""
    turns = [marks] if isinstance(marks, str) else marks
    columns = days or MARCH
    body = [
        [f"D{person:03}", PLACES[person % 3], *[turns[(person + at) % len(turns)] for at in range(len(columns))]]
        for person in range(people)
    ]
    return [["Deltaker", "Kommune", *columns], *body]


def answered(sheets: Any, file: str = "fil.xlsx", **codes: str) -> Arrival:
    """The same file when the likely answer, or that of `codes`, has been given to all it asks; as often as it asks."""
    known: dict[Any, str] = {}
    arrival = arrived(sheets, file)
    for _ in range(3):
        new = {q.key: codes.get(q.about.value, q.likely) for q in arrival.questions if q.answer is None}
        if not (new := {key: code for key, code in new.items() if code}):
            break
        known |= new
        arrival = arrived(sheets, file, answers=Answers(by_key=known))
    return arrival


def kept(arrival: Arrival) -> int:
    return sum(sheet.rows.height for sheet in arrival.sheets)


def statuses(arrival: Arrival) -> dict[str, int]:
    every = [status for sheet in arrival.sheets for status in sheet.rows["status"]]
    return {status: every.count(status) for status in set(every)}


def reasons(arrival: Arrival) -> set[str]:
    return {reason for _, _, reason in said(arrival)}
