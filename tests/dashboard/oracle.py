"""What measuring should come to, slowly and obviously: loops over rows that are plain dicts.

Nothing here is shared with the dashboard: no expression, no list of codes, no helper. Where the two differ,
one of them is wrong.
"""

from collections import Counter
from datetime import date, timedelta

Row = dict[str, object]
Cell = tuple[str, str, str]  # municipality, level, service

AGREED = ("attended", "missed", "cancelled_by_participant", "cancelled_by_therapist")
SOURCES = ("fact", "dps", "reinsvoll", "culture", "doctor", "municipal", "nav", "self", "other", "unknown")
LEVELS = {
    "participants": ("individual", "group", "open", "unknown"),
    "waited": ("in_time", "later"),
    "ended": ("continued", "dropped", "other"),
}
EVERY_MUNICIPALITY = ("participants", "referred", "performers", "events")
# indicator → (family, what counts in the numerator, what counts in the denominator)
RATES = {
    "attendance_rate": (("attended",), ("attended", "missed", "cancelled_by_participant")),
    "attendance_rate_uncancelled": (("attended",), ("attended", "missed")),
    "no_show_rate": (("missed",), ("attended", "missed")),
    "cancelled_by_service_rate": (("cancelled_by_therapist",), AGREED),
}
TALLIED = {
    "participants": (*RATES, "participations"),
    "events": ("concerts", "audience", "co_arranged_rate"),
}


def lattice(family: str, municipalities: list[str], teams: list[str]) -> list[Cell]:
    """Every cell a count is made for, margins included."""
    places = [*municipalities, "other", "unknown"] if family in EVERY_MUNICIPALITY else []
    services: list[str] = []
    if family == "participants":
        services = [*teams, "unknown"]
    if family == "referred":
        services = list(SOURCES)
    cells = []
    for place in [*places, "all"]:
        for level in [*LEVELS.get(family, ()), "all"]:
            for service in [*services, "all"]:
                cells.append((place, level, service))
    return cells


# --- each family's rows ----------------------------------------------------------------------------------


def family_rows(
    family: str, tables: dict[str, list[Row]], local_teams: list[str], limit: int, today: date
) -> list[Row]:
    """person, day, counted, municipality, level, service, and the stored row under "row"."""
    made = []
    if family == "participants":
        for row in tables["attendance"]:
            if row["status"] in AGREED:
                made.append(
                    {
                        "person": row["participant"],
                        "day": row["date"],
                        "counted": row["status"] == "attended",
                        "municipality": row["municipality"],
                        "level": row["level"],
                        "service": row["team"],
                        "row": row,
                    }
                )
    elif family in ("referred", "waited"):
        made = referrals(tables["referrals"], today)
        if family == "waited":
            made = [row for row in made if not row["withdrawn"]]
            for row in made:
                in_time = row["started"] and row["days"] <= limit
                row["municipality"], row["service"] = "all", "all"
                row["level"] = "in_time" if in_time else "later"
    elif family == "ended":
        made = ended_courses(tables, local_teams, today)
    else:
        for row in tables["concerts"]:
            if row["date"] <= today:
                made.append(
                    {
                        "person": None,
                        "day": row["date"],
                        "counted": True,
                        "municipality": row["municipality"],
                        "level": "all",
                        "service": "all",
                        "row": row,
                    }
                )
    return made


def referrals(rows: list[Row], today: date) -> list[Row]:
    """Each referral and its wait until the start, or until the newest day that is written anywhere."""
    newest = None
    for row in rows:
        for name in ("received", "started", "ended"):
            day = row[name]
            if day is not None and day <= today and (newest is None or day > newest):
                newest = day
    made = []
    for row in rows:
        if row["received"] > today:
            continue
        started = row["started"] is not None and row["started"] <= today
        ended = row["ended"] is not None and row["ended"] <= today
        until = row["started"] if started else newest
        made.append(
            {
                "person": row["participant"],
                "day": row["received"],
                "counted": True,
                "municipality": row["municipality"],
                "level": "all",
                "service": row["source"],
                "days": (until - row["received"]).days,
                "started": started,
                "withdrawn": ended and not started,
            }
        )
    return made


def ended_courses(tables: dict[str, list[Row]], local_teams: list[str], today: date) -> list[Row]:
    """Each ended course and how it ended."""
    made = []
    for course in tables["referrals"]:
        if course["ended"] is None or course["ended"] > today:
            continue
        outcome = "other"
        if course["end_reason"] in ("declined", "stopped_coming"):
            outcome = "dropped"
        if course["end_reason"] in ("continued_culture", "continued_open"):
            outcome = "continued"
        for visit in tables["attendance"]:
            same = visit["participant"] == course["participant"] and visit["participant"] is not None
            there = visit["level"] == "open" or visit["team"] in local_teams
            if same and there and visit["status"] == "attended":
                after = visit["date"] - course["ended"]
                if timedelta(0) < after <= timedelta(days=90):
                    outcome = "continued"
        made.append(
            {
                "person": course["participant"],
                "day": course["ended"],
                "counted": True,
                "municipality": "all",
                "level": outcome,
                "service": "all",
            }
        )
    return made


# --- counting --------------------------------------------------------------------------------------------


def placed(rows: list[Row], first: date, last: date) -> list[tuple[Cell, Row]]:
    """The period's rows, each in the one cell its person belongs to. Heads keep their own."""
    in_order = sorted(rows, key=lambda row: (row["day"], row["municipality"], row["level"], row["service"]))
    inside = [row for row in in_order if first <= row["day"] <= last]
    places = {}
    for person in {row["person"] for row in inside} - {None}:
        this_year = [row for row in in_order if row["person"] == person and row["day"].year == first.year]
        here = [row for row in inside if row["person"] == person]
        telling = [row for row in here if row["counted"]] or here
        times = Counter(row["service"] for row in telling)
        most = max(times.values())
        service = [row["service"] for row in telling if times[row["service"]] == most][-1]
        places[person] = (this_year[0]["municipality"], telling[-1]["level"], service)
    return [
        (places.get(row["person"], (row["municipality"], row["level"], row["service"])), row)
        for row in inside
    ]


def is_in(cell: Cell, wanted: Cell) -> bool:
    """Does a leaf belong to a cell, where "all" takes everything?"""
    return all(there in ("all", here) for here, there in zip(cell, wanted, strict=True))


def count(family: str, rows: list[tuple[Cell, Row]], wanted: Cell) -> int:
    """Persons in a cell; heads on the stage for performers, concerts for events."""
    mine = [row for cell, row in rows if is_in(cell, wanted)]
    if family == "performers":
        return sum(row["row"]["performers"] or 0 for row in mine)
    if family == "events":
        return len(mine)
    return len({row["person"] for row in mine if row["counted"] and row["person"] is not None})


def tally(indicator: str, rows: list[tuple[Cell, Row]], wanted: Cell) -> tuple[int, int] | None:
    """Numerator and denominator in a cell; None where no row stands behind them."""
    mine = [row["row"] for cell, row in rows if is_in(cell, wanted)]
    if indicator in RATES:
        mine = [row for row in mine if row["participant"] is not None]
        above, below = RATES[indicator]
        numbers = (
            len([row for row in mine if row["status"] in above]),
            len([row for row in mine if row["status"] in below]),
        )
    elif indicator == "participations":
        came = [row for row in mine if row["status"] == "attended"]
        numbers = (sum(1 if row["heads"] is None else row["heads"] for row in came), 0)
    elif indicator == "concerts":
        numbers = (len(mine), 0)
    elif indicator == "audience":
        numbers = (sum(row["audience"] or 0 for row in mine), 0)
    else:
        assert indicator == "co_arranged_rate"
        numbers = (len([row for row in mine if row["partner"]]), len(mine))
    return numbers if mine else None


def waits(rows: list[tuple[Cell, Row]], wanted: Cell) -> list[tuple[int, bool]] | None:
    """Days and whether they ended in a start, for those who did not withdraw."""
    mine = [
        (row["days"], row["started"]) for cell, row in rows if is_in(cell, wanted) and not row["withdrawn"]
    ]
    return sorted(mine) or None
