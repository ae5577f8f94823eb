"""Owns the made-up user surveys: once a year in May, of those who came that spring."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data_sources.declared.model import Model

ANSWER = 0.72  # of those who are asked
SKIP = 0.04  # of the questions
FIRST, DAYS = (5, 4), 18  # the first day of May it can be answered on, and for how long
BETTER_A_YEAR = 0.25


def answers(
    model: Model, sessions: Sequence[Mapping[str, str]], today: date, dice: random.Random
) -> list[dict[str, str]]:
    """Each participant's answers in each spring, a little better every year. `sessions`: rows of attendance."""
    rows = []
    for year in sorted({int(row["Dato"][-4:]) for row in sessions}):
        first = date(year, *FIRST)
        spring = {row["Deltaker"]: row for row in sessions if row["Status"] == "Møtt" and _is_in_spring(row, year)}
        for participant, row in sorted(spring.items()):
            day = first + timedelta(days=dice.randrange(DAYS))
            if dice.random() > ANSWER or day > today:
                continue
            mood = dice.gauss(0.8 + BETTER_A_YEAR * (year - today.year), 1.0)
            for question in model.survey_question:
                if dice.random() > SKIP:
                    rows.append(
                        {
                            "Dato": f"{day:%d.%m.%Y}",
                            "Spørsmål": question.name["nb"],
                            "Svar": _answer([response.name["nb"] for response in question.responses], mood, dice),
                            "Kommune": row["Kommune"],
                            "Tilbudsform": row["Tilbudsform"],
                            "Deltaker": participant,
                        }
                    )
    return rows


def _is_in_spring(row: Mapping[str, str], year: int) -> bool:
    day, month, of_year = map(int, row["Dato"].split("."))
    return of_year == year and date(of_year, month, day) < date(year, *FIRST) and month > 1


def _answer(names: Sequence[str], mood: float, dice: random.Random) -> str:
    """One of the answers, in order from the least good: those in a good mood more often one of the last."""
    at = (len(names) - 1) * (0.5 + 0.3 * (mood + dice.gauss(0, 0.8)))
    return names[min(max(round(at), 0), len(names) - 1)]
