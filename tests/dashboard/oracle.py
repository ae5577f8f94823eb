"""What measuring should come to, slowly and obviously: loops over rows that are plain dicts.

Nothing here is shared with the dashboard: no expression, no list of codes, no helper. Where the two differ,
one of them is wrong.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

Row = dict[str, object]
Cell = tuple[str, str, str]  # municipality, level, service

AGREED = ("attended", "missed", "cancelled_by_participant", "cancelled_by_therapist")
SOURCES = ("fact", "dps", "reinsvoll", "culture", "doctor", "municipal", "nav", "self", "other", "unknown")
LEVELS = {
    "participants": ("individual", "group", "open", "unknown"),
    "waited": ("in_time", "later", "waiting", "withdrawn"),
    "ended": ("continued", "dropped", "other"),
    "steps": ("individual", "group", "open"),
    "followed": ("improved", "measured", "too_few"),
}
# What each question of Gjøvik's surveys may be answered with.
RESPONSES = dict.fromkeys(("satisfied", "heard", "coping"), ("1", "2", "3", "4", "5"))
RESPONSES["belonging"] = ("no", "a_little", "much")
DESTINATIONS = {"ended": ("to_local", "to_open", "nowhere"), "steps": ("individual", "group", "open")}
# What the three parts of a family's cells are called where they are published; None where there is no such part.
CALLED = {
    "participants": ("municipality", "level", "service"),
    "referred": ("municipality", None, "source"),
    "waited": (None, "outcome", None),
    "ended": ("origin", "outcome", "destination"),
    "steps": (None, "destination", "origin"),
    "followed": (None, "outcome", None),
    "surveyed": ("level", "question", "response"),
    **dict.fromkeys(("performers", "events", "activities"), ("municipality", None, None)),
}
PUBLIC = ("events", "activities")
EVERY_MUNICIPALITY = ("participants", "referred", "performers", "events", "activities")
# Shares of appointments: indicator → (statuses that count, statuses it is a share of)
RATES = {
    "attendance_rate": (("attended",), ("attended", "missed", "cancelled_by_participant")),
    "attendance_rate_uncancelled": (("attended",), ("attended", "missed")),
    "no_show_rate": (("missed",), ("attended", "missed")),
    "cancelled_by_service_rate": (("cancelled_by_therapist",), AGREED),
    "unrecorded_rate": (("planned", "unknown"), (*AGREED, "planned", "unknown")),
}
# Shares of cases: family → indicator → (the outcomes that count, those it is a share of; all where there are none)
CASES_OF = {
    "waited": {"started_in_time_rate": (("in_time",), ())},
    "ended": {"transition_rate": (("continued",), ()), "dropout_rate": (("dropped",), ())},
    "followed": {
        "fit_followed_rate": (("improved", "measured"), ()),
        "fit_improved_rate": (("improved",), ("improved", "measured")),
    },
}
CASES = {indicator: shares for own in CASES_OF.values() for indicator, shares in own.items()}
# family → indicators that are worked out from its rows; those that are no such share are counted in `tally`
TALLIED = {
    "participants": (*RATES, "participations"),
    "waited": tuple(CASES_OF["waited"]),
    "ended": (*CASES_OF["ended"], "dropout_per_100"),
    "followed": tuple(CASES_OF["followed"]),
    "events": ("concerts", "audience", "co_arranged_rate", "open_to_public_rate"),
    "activities": ("outreach", "guidance", "advice", "reached"),
}


VOLUNTARY = ("Frivilligsentralen", "Kulturnettverket", "Koret")


def lattice(
    family: str, municipalities: list[str], teams: list[str], local: list[str], sources: Sequence[str] = SOURCES
) -> list[Cell]:
    """Every cell a count is made for, margins included; of questions there is none."""
    if family == "surveyed":
        responses = dict.fromkeys(response for own in RESPONSES.values() for response in own)
        levels = (*LEVELS["participants"], "all")
        return [(level, asked, said) for level in levels for asked in RESPONSES for said in (*responses, "all")]
    places = list(municipalities) if family in EVERY_MUNICIPALITY else []
    if family in PUBLIC:
        places += ["other", "unknown"]
    if family == "ended":
        places = [*[team for team in teams if team not in local], "unknown"]
    services: list[str] = list(DESTINATIONS.get(family, ()))
    if family == "participants":
        services = [*teams, "unknown"]
    if family == "referred":
        services = list(sources)
    cells = []
    for place in [*places, "all"]:
        for level in [*LEVELS.get(family, ()), "all"]:
            for service in [*services, "all"]:
                cells.append((place, level, service))
    if family in EVERY_MUNICIPALITY and family not in PUBLIC:
        cells.append(("elsewhere", "all", "all"))
    return cells


# --- each family's rows ----------------------------------------------------------------------------------


def family_rows(
    family: str, tables: dict[str, list[Row]], teams: list[str], local: list[str], limit: int, today: date
) -> list[Row]:
    """person, day, counted, municipality, level, service, and the stored row under "row"."""
    made = answers(tables["survey"], today) if family == "surveyed" else []
    if family == "participants":
        for row in tables["attendance"]:
            if row["status"] in AGREED or row["date"] <= today:
                made.append(
                    {
                        "person": row["participant"],
                        "day": row["date"],
                        "counted": row["status"] == "attended",
                        "agreed": row["status"] in AGREED,
                        "municipality": row["municipality"],
                        "home": row["municipality"],
                        "level": row["level"],
                        "service": row["team"],
                        "row": row,
                    }
                )
    elif family in ("referred", "waited"):
        made = referrals(tables["referrals"], today)
        if family == "waited":
            for row in made:
                row["municipality"], row["service"] = "all", "all"
                ways = (
                    ("withdrawn" if row["withdrawn"] else "waiting"),
                    "in_time" if row["days"] <= limit else "later",
                )
                row["level"] = ways[bool(row["started"])]
    elif family in ("ended", "steps", "followed"):
        for course in tables["referrals"]:
            if course["started"] is not None and course["ended"] is not None and course["ended"] <= today:
                way = {"ended": how_it_ended, "steps": first_and_furthest, "followed": what_fit_says}[family]
                place, level, service = way(course, tables, teams, local)
                made.append(
                    {
                        "person": course["participant"],
                        "day": course["ended"],
                        "counted": True,
                        "home": course["municipality"],
                        "municipality": place,
                        "level": level,
                        "service": service,
                    }
                )
    elif family != "surveyed":
        held = [row for row in tables["activities" if family == "activities" else "concerts"] if row["date"] <= today]
        years = {row["date"].year for row in held if row.get("partner") is not None}
        for row in held:
            made.append(
                {
                    "person": None,
                    "day": row["date"],
                    "counted": True,
                    "municipality": row["municipality"],
                    "home": row["municipality"],
                    "level": "all",
                    "service": "all",
                    "row": row | {"partners_recorded": row["date"].year in years},
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
                "home": row["municipality"],
                "level": "all",
                "service": row["source"],
                "days": (until - row["received"]).days,
                "started": started,
                "withdrawn": ended and not started,
            }
        )
    return made


def answers(rows: list[Row], today: date) -> list[Row]:
    """Each answer of somebody known, and of those nobody knows the ones of a year's last round, as one person each."""
    possible = [row for row in rows if row["date"] <= today and row["response"] in RESPONSES.get(row["question"], ())]
    rounds: dict[tuple[int, str], date] = {}
    for row in possible:
        if row["participant"] is None:
            key = (row["date"].year, row["round"] or "")
            rounds[key] = max(rounds.get(key, row["date"]), row["date"])
    made = []
    for number, row in enumerate(possible):
        year = row["date"].year
        newest = max(((day, name) for (then, name), day in rounds.items() if then == year), default=(None, None))[1]
        if row["participant"] is None and (row["round"] or "") != newest:
            continue
        made.append(
            {
                "person": (row["question"], row["participant"] or number),
                "day": row["date"],
                "counted": True,
                "home": row["municipality"],
                "municipality": row["level"],
                "level": row["question"],
                "service": row["response"],
            }
        )
    return made


def attended(course: Row, tables: dict[str, list[Row]]) -> list[Row]:
    """What the course's participant came to at any time, in order."""
    mine = [row for row in tables["attendance"] if row["status"] == "attended"]
    mine = [row for row in mine if row["participant"] is not None and row["participant"] == course["participant"]]
    return sorted(mine, key=lambda row: (row["date"], row["level"], row["team"]))


def how_it_ended(course: Row, tables: dict[str, list[Row]], teams: list[str], local: list[str]) -> Cell:
    """Which team the course was with, how it ended, and where the person went."""
    clinical = [team for team in teams if team not in local]
    with_team: dict[str, list[date]] = {}
    to_local = course["end_reason"] == "continued_culture"
    to_open = course["end_reason"] == "continued_open"
    for visit in attended(course, tables):
        if course["started"] <= visit["date"] <= course["ended"] and visit["team"] in clinical:
            with_team.setdefault(visit["team"], []).append(visit["date"])
        if timedelta(0) < visit["date"] - course["ended"] <= timedelta(days=90):
            if visit["team"] in local:
                to_local = True
            if visit["level"] == "open":
                to_open = True
    origin = course["source"] if course["source"] in clinical else "unknown"
    most = None
    for team in sorted(with_team):
        rank = (len(with_team[team]), max(with_team[team]))
        if most is None or rank >= most:
            most, origin = rank, team
    if to_local:
        return origin, "continued", "to_local"
    if to_open:
        return origin, "continued", "to_open"
    if course["end_reason"] in ("declined", "stopped_coming"):
        return origin, "dropped", "nowhere"
    return origin, "other", "nowhere"


def first_and_furthest(course: Row, tables: dict[str, list[Row]], teams: list[str], local: list[str]) -> Cell:
    """The most open form of offer a course came to, and the one it began with."""
    visits = [
        visit
        for visit in attended(course, tables)
        if course["started"] <= visit["date"] <= course["ended"] and visit["level"] != "unknown"
    ]
    if not visits:
        return "all", "individual", "individual"
    levels = [visit["level"] for visit in visits]
    furthest = "open" if "open" in levels else "group" if "group" in levels else "individual"
    return "all", furthest, levels[0]


def what_fit_says(course: Row, tables: dict[str, list[Row]], teams: list[str], local: list[str]) -> Cell:
    """Whether a course was followed with two ORS or more, and whether the last is five higher."""
    scores = []
    for row in tables["fit"]:
        during = course["started"] <= row["date"] <= course["ended"]
        if row["participant"] == course["participant"] and during and row["ors"] is not None:
            scores.append((row["date"], row["ors"]))
    scores.sort()
    if len(scores) < 2:
        return "all", "too_few", "all"
    return "all", "improved" if round(scores[-1][1] - scores[0][1], 6) >= 5 else "measured", "all"


def course_days(tables: dict[str, list[Row]], municipalities: list[str], first: date, last: date, today: date) -> int:
    """How many days courses of the region's people were under way, counted one by one."""
    days = 0
    for course in tables["referrals"]:
        if course["started"] is None or course["municipality"] not in municipalities:
            continue
        day = max(course["started"], first)
        while day <= min(last, today) and (course["ended"] is None or day <= course["ended"]):
            days += 1
            day += timedelta(days=1)
    return days


# --- counting --------------------------------------------------------------------------------------------


def placed(
    family: str, rows: list[Row], municipalities: list[str], first: date, last: date, closed: set[tuple[str, str]]
) -> list[tuple[Cell, Row]]:
    """The period's rows, each in the one cell its person belongs to. Heads keep their own. `closed`: nobody's cells.

    Who is not of the region's municipalities is in none of its cells.
    """
    if family not in PUBLIC:
        for row in rows:
            unwritten = ("unknown",) if family == "surveyed" else ()
            row["home"] = row["home"] if row["home"] in (*municipalities, *unwritten) else "elsewhere"
            if CALLED[family][0] == "municipality":
                row["municipality"] = row["home"]
    in_order = sorted(
        rows, key=lambda row: (row["day"], row["municipality"], row["level"], row["service"], row["home"])
    )
    inside = [row for row in in_order if first <= row["day"] <= last]
    places = {}
    for person in {row["person"] for row in inside} - {None}:
        this_year = [row for row in in_order if row["person"] == person and row["day"].year == first.year]
        here = [row for row in inside if row["person"] == person]
        this_year = [row for row in this_year if row.get("agreed", True)] or this_year
        here = [row for row in here if row.get("agreed", True)] or here
        telling = [row for row in here if row["counted"]] or here
        level = [row["level"] for row in telling if row["level"] != "unknown"][-1:] or ["unknown"]
        possible = [row for row in telling if (level[0], row["service"]) not in closed]
        if family not in DESTINATIONS:
            possible = [row for row in possible if row["service"] != "unknown"] or possible
        times = Counter(row["service"] for row in possible)
        most = max(times.values(), default=0)
        service = [row["service"] for row in possible if times[row["service"]] == most][-1:] or ["unknown"]
        if family in DESTINATIONS or family == "surveyed":
            service = [telling[-1]["service"]]
        places[person] = (this_year[0]["municipality"], level[0], service[0])
        if family == "surveyed":
            forms = [row["municipality"] for row in telling if row["municipality"] != "unknown"][-1:] or ["unknown"]
            places[person] = (forms[0], level[0], service[0])
        if this_year[0]["home"] == "elsewhere":
            places[person] = ("elsewhere", "all", "all")
    made = []
    for row in inside:
        own = (row["municipality"], row["level"], row["service"])
        if row["home"] == "elsewhere":
            own = ("elsewhere", "all", "all")
        made.append((places.get(row["person"], own), row))
    return made


def is_in(cell: Cell, wanted: Cell) -> bool:
    """Does a leaf belong to a cell, where "all" takes everything but people from elsewhere?"""
    if "elsewhere" in (cell[0], wanted[0]):
        return cell[0] == wanted[0]
    return all(there in ("all", here) for here, there in zip(cell, wanted, strict=True))


def count(family: str, rows: list[tuple[Cell, Row]], wanted: Cell) -> int:
    """Persons in a cell; heads on the stage for performers, concerts for events."""
    mine = [row for cell, row in rows if is_in(cell, wanted)]
    if family == "performers":
        return sum(row["row"]["performers"] or 0 for row in mine)
    if family in ("events", "activities"):
        return len(mine)
    return len({row["person"] for row in mine if row["counted"] and row["person"] is not None})


def tally(indicator: str, rows: list[tuple[Cell, Row]], wanted: Cell) -> tuple[int, int] | None:
    """Numerator and denominator in a cell; None where no row stands behind them."""
    if indicator in CASES:
        above, below = CASES[indicator]
        cases = [row for cell, row in rows if is_in(cell, wanted) and row["person"] is not None]
        taken = [row for row in cases if not below or row["level"] in below]
        numbers = (len([row for row in cases if row["level"] in above]), len(taken))
        return numbers if cases else None
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
        numbers = (sum(row["audience"] or 0 for row in mine), len([1 for row in mine if row["audience"] is not None]))
    elif indicator == "open_to_public_rate":
        told = [row for row in mine if row["public"] is not None]
        numbers = (len([row for row in told if row["public"]]), len(told))
    elif indicator in ("outreach", "guidance", "advice"):
        numbers = (len([row for row in mine if row["activity"] == indicator]), 0)
    elif indicator == "reached":
        numbers = (sum(row["reached"] or 0 for row in mine), len([1 for row in mine if row["reached"] is not None]))
    else:
        assert indicator == "co_arranged_rate"
        numbers = (
            len([row for row in mine if row["partner"] in VOLUNTARY]),
            len([row for row in mine if row["partners_recorded"]]),
        )
    return numbers if mine else None


def waits(rows: list[tuple[Cell, Row]], wanted: Cell) -> list[tuple[int, bool]] | None:
    """Days and whether they ended in a start, for those who did not withdraw."""
    mine = [(row["days"], row["started"]) for cell, row in rows if is_in(cell, wanted) and not row["withdrawn"]]
    return sorted(mine) or None
