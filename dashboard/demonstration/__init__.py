"""Owns made-up data for `samspill demo`: courses of people who never lived, through the same door as real files."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dashboard.demonstration import surveys, years
from dashboard.demonstration.choices import (
    ACTIVITY_NAMES,
    BEGIN_AND_END,
    CAUSES,
    CONCERT_NAMES,
    DECISIONS,
    END_REASONS,
    LEVELS,
    PARTNERS,
    PLACES,
    SELDOM,
    SOURCES,
)
from dashboard.desk import Desk
from data_sources.declared.model import Model
from data_sources.declared.tables import ACTIVITIES, ATTENDANCE, CONCERTS, FIT, REFERRALS, SURVEY

YEARS_BACK = 2  # whole calendar years before this one
REFERRALS_A_MONTH = 19
SEED = 20261


@dataclass(frozen=True)
class Course:
    """One made-up person's way through the offer."""

    number: int
    municipality: str
    received: date
    source: str
    started: date | None
    ended: date | None
    reason: str


def fill(
    desk: Desk,
    cancel: Callable[[], bool] = lambda: False,
    notify: Callable[[float, bool], None] = lambda share, newest_there: None,
) -> None:
    """Live the made-up years: everything is done on its day by whoever did it, and numbers appear as they did then.

    `cancel`: asked before everything that is done; true ends it there. `notify`: told how far it has come, 0–1, and
    whether the newest numbers are there.
    """
    today = desk.today()
    lived = years.acts(desk.model, today, tables(desk.model, today))
    secretary = desk.then(datetime.combine(today, time(8, 0)), years.SECRETARIAT)
    _write_minutes(secretary)
    try:
        for number, act in enumerate(lived):
            if cancel():
                return
            desk.publishing, desk.newest_to_come = number / len(lived), act.wait == 0
            notify(desk.publishing, not desk.newest_to_come)
            act.does(desk.then(act.moment, act.by))
    finally:
        desk.publishing, desk.newest_to_come = None, False


def tables(model: Model, today: date, seed: int = SEED) -> dict[str, Callable[[date], years.Rows]]:
    """Each table's rows as they were known on a day; of referrals, what has not happened yet is not written. The same
    for the same day and seed."""
    courses, dice = _courses(model, today, random.Random(seed)), random.Random(seed + 1)
    sessions, concerts = _sessions(courses, model, today, dice), _concerts(model, today, dice)
    activities, scores = _activities(model, today, dice), _scores(courses, today, dice)
    answers = surveys.answers(model, sessions, today, random.Random(seed + 2))
    return {
        REFERRALS.name: lambda day: _referrals([course for course in courses if course.received <= day], day),
        ATTENDANCE.name: lambda day: sessions,
        CONCERTS.name: lambda day: concerts,
        ACTIVITIES.name: lambda day: activities,
        FIT.name: lambda day: scores,
        SURVEY.name: lambda day: answers,
    }


def _write_minutes(desk: Desk) -> None:
    """A few decisions of meetings that were never held, one of them overdue, and a note on a municipality."""
    today, places = desk.today(), [place.key for place in desk.model.municipality]
    goals = {goal.key for goal in desk.goals()}
    for goal, case, text, who, ago, due in DECISIONS:
        if goal in goals:
            day, last = today - timedelta(days=ago), today + timedelta(days=due)
            desk.decide(
                f"Sak {case}/{day.year % 100}: {text}",
                goal=goal,
                decided_on=day,
                responsible=who,
                due=_day(last) if who else "",
            )
    for goal, why in CAUSES:
        if goal in goals:
            desk.give_cause(goal, why)
    desk.decide(
        "Kveldsgruppe prøves ut i vinter",
        place=places[-1],
        responsible="Kulturnettverket",
        due=_day(today + timedelta(days=120)),
        decided_on=today - timedelta(days=70),
    )
    year = today.year if today.month > 4 else today.year - 1
    desk.note(places[0], date(year, 1, 1), date(year, 3, 31), "Terapeut sykmeldt, halv kapasitet")


def _pick(choices: Sequence[tuple[str, int]], dice: random.Random) -> str:
    return dice.choices([name for name, _ in choices], [weight for _, weight in choices])[0]


def _courses(model: Model, today: date, dice: random.Random) -> list[Course]:
    """Referrals month by month; the wait shortens a little, and more go on to the community, over the years."""
    weights = [
        (place.name, place.population[-1].inhabitants if place.population else 1) for place in model.municipality
    ]
    first = date(today.year - YEARS_BACK, 1, 1)
    months = (today.year - first.year) * 12 + today.month - 1
    reasons = [(reason.name["nb"], END_REASONS.get(reason.key, SELDOM)) for reason in model.end_reason]
    sources = [(source.name["nb"], SOURCES.get(source.key, SELDOM)) for source in model.sources]
    dropped = {reason.name["nb"] for reason in model.end_reason if reason.leads_to == "dropped"}
    onward = [reason.name["nb"] for reason in model.end_reason if reason.leads_to == "local"]
    courses: list[Course] = []
    for month in range(months + 1):
        for _ in range(REFERRALS_A_MONTH + dice.randint(-4, 4)):
            received = date(first.year + month // 12, month % 12 + 1, dice.randint(1, 28))
            wait = round(dice.lognormvariate(3.05 - month * 0.006, 0.6)) + 2
            started = received + timedelta(days=wait) if dice.random() < 0.93 else None
            length = round(dice.lognormvariate(5.3, 0.6)) + 21
            ended = started + timedelta(days=length) if started else None
            reason = _pick(reasons, dice)
            if reason in dropped and onward and dice.random() < month * 0.005:
                reason = onward[0]
            elsewhere = model.elsewhere[0] if model.elsewhere and dice.random() < 0.02 else None
            courses.append(
                Course(
                    len(courses),
                    elsewhere or _pick(weights, dice),
                    received,
                    _pick(sources, dice),
                    started,
                    ended,
                    reason,
                )
            )
    return [course for course in courses if course.received <= today]


def _referrals(courses: Sequence[Course], today: date) -> list[dict[str, str]]:
    return [
        {
            "Henvisning": f"H{course.received.year}-{course.number:04d}",
            "Mottatt": _day(course.received),
            "Deltaker": f"D{course.number:04d}",
            "Kommune": course.municipality,
            "Henvist fra": course.source,
            "Oppstart": _day(course.started) if course.started and course.started <= today else "",
            "Avsluttet": _day(course.ended) if course.ended and course.ended <= today else "",
            "Avslutningsårsak": course.reason if course.ended and course.ended <= today else "",
        }
        for course in courses
    ]


def _sessions(courses: Sequence[Course], model: Model, today: date, dice: random.Random) -> list[dict[str, str]]:
    """An appointment about every other week, from individual by way of group to open, fewer in July."""
    teams = {level: [team.name for team in model.team if code in team.levels] for level, code in LEVELS.items()}
    rows: list[dict[str, str]] = []
    for course in courses:
        if course.started is None:
            continue
        reliable = min(0.99, max(0.5, dice.gauss(0.91, 0.06)))
        team = dice.choice(teams["Individuelt forløp"])
        day, last = course.started, min(course.ended or today, today)
        whole = max(1, ((course.ended or today) - course.started).days)
        while day <= last:  # open offers come last, and go to a team that gives them
            way = (day - course.started).days / whole
            level = _form(course.number, way)
            if day.month != 7 or dice.random() < 0.2:
                team_there = team if team in teams[level] else teams[level][-1]
                rows.append(_session(course, day, team_there, level, reliable, dice))
            day += timedelta(days=dice.choice((7, 14, 14, 21)))
        if course.ended and "Kulturnettverket" in course.reason:
            rows += [
                _session(course, after, teams["Åpent tilbud"][-1], "Åpent tilbud", 0.95, dice)
                for step in range(1, 5)
                if (after := course.ended + timedelta(days=21 * step)) <= today
            ]
    return rows


def _form(number: int, way: float) -> str:
    """Most begin alone, some in a group, and a few in an open offer; not everybody goes all the way."""
    begins, ends = BEGIN_AND_END[number % len(BEGIN_AND_END)]
    forms = list(LEVELS)[begins : ends + 1]
    return forms[0] if way < 0.45 else forms[len(forms) // 2] if way < 0.8 else forms[-1]


def _session(course: Course, day: date, team: str, level: str, reliable: float, dice: random.Random) -> dict[str, str]:
    lot = dice.random()
    if lot > 0.97:
        status = "Avlyst av terapeut"
    elif dice.random() < reliable:
        status = "Møtt"
    else:
        status = dice.choice(("Ikke møtt", "Avlyst av deltaker"))
    return {
        "Dato": _day(day),
        "Deltaker": f"D{course.number:04d}",
        "Kommune": course.municipality,
        "Team": team,
        "Tilbudsform": level,
        "Status": status,
        "Antall": "",
    }


def _concerts(model: Model, today: date, dice: random.Random) -> list[dict[str, str]]:
    """About two a month, never in July."""
    weights = [
        (place.name, place.population[-1].inhabitants if place.population else 1) for place in model.municipality
    ]
    rows, day = [], date(today.year - YEARS_BACK, 1, 10)
    while day <= today:
        if day.month != 7:
            rows.append(
                {
                    "Dato": _day(day),
                    "Arrangement": dice.choice(CONCERT_NAMES),
                    "Sted": dice.choice(PLACES),
                    "Kommune": _pick(weights, dice),
                    "Publikum": str(dice.randint(15, 140)),
                    "Medvirkende": str(dice.randint(4, 16)),
                    "Samarbeid med": dice.choice(PARTNERS),
                    "Åpent for alle": "Ja" if dice.random() < 0.8 else "Nei",
                }
            )
        day += timedelta(days=dice.randint(9, 20))
    return rows


def _activities(model: Model, today: date, dice: random.Random) -> list[dict[str, str]]:
    """About three a month, never in July."""
    rows, day = [], date(today.year - YEARS_BACK, 1, 8)
    while day <= today:
        slag, topic, receiver, (fewest, most) = dice.choice(ACTIVITY_NAMES)
        if day.month != 7:
            rows.append(
                {
                    "Dato": _day(day),
                    "Slag": slag,
                    "Kommune": dice.choice(model.municipality).name,
                    "Tema": topic,
                    "Mottaker": receiver,
                    "Antall nådd": str(dice.randint(fewest, most)) if most else "",
                }
            )
        day += timedelta(days=dice.randint(5, 15))
    return rows


def _scores(courses: Sequence[Course], today: date, dice: random.Random) -> list[dict[str, str]]:
    """Three of four fill in ORS and SRS now and then, and most of them climb a little."""
    rows = []
    for course in courses:
        if course.started is None or dice.random() > 0.75:
            continue
        ors, climb = dice.uniform(12, 24), dice.gauss(1.6, 1.5)
        day, last = course.started, min(course.ended or today, today)
        while day <= last:
            rows.append({"Dato": _day(day), "Deltaker": f"D{course.number:04d}", "ORS": _score(ors)})
            day += timedelta(days=dice.choice((28, 42, 56)))
            ors += climb + dice.gauss(0, 1.5)
    return rows


def _score(number: float) -> str:
    return f"{min(max(number, 0.0), 40.0):.1f}".replace(".", ",")


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
