"""Owns what reminders say, in a mail and in a calendar: organisations, tables, periods and days; no number, no name."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from dashboard.desk import ALL, Decision, Desk, Owing
from dashboard.language.words import Words
from data_sources.declared.deliverer import Deliverer

_WIDTH = 75  # octets of a line of a calendar (RFC 5545, 3.1)
AHEAD, BEHIND = 366, 92  # days of due dates that a calendar holds


def subject(owing: Owing, words: Words) -> str:
    """What the mail is about."""
    return words("reminder-subject", who=owing.name)


def body(owing: Owing, desk: Desk, words: Words) -> str:
    """What is missing, how it is delivered, and what to do where there was nothing."""
    lines = [f"- {words(f'table-{table}')}: {words.period(period)}" for table, period in owing.lacking]
    hello = words("reminder-hello", who=owing.contact or owing.name, model=desk.model.name)
    return "\n".join([hello, "", *lines, "", words("reminder-how"), "", words("reminder-automatic")]) + "\n"


def deliveries_calendar(desk: Desk, mine: Sequence[Deliverer], words: Words, now: datetime) -> bytes:
    """Days on which somebody should have delivered, from three months back to a year ahead."""
    today = now.date()
    events = [
        (
            f"{one.place}-{one.table}-{period.code}",
            due,
            words("calendar-deliver", table=words(f"table-{one.table}"), period=words.period(period)),
        )
        for one, period, due in desk.due_dates(mine, today - timedelta(days=BEHIND), today + timedelta(days=AHEAD))
    ]
    name = desk.deliverer_name(mine[0]) if mine else desk.model.name
    return _calendar(words("calendar-deliveries", who=name), events, now)


def measures_calendar(desk: Desk, waiting: Iterable[Decision], words: Words, now: datetime) -> bytes:
    """Days on which measures are due: by case and municipality, without their text, which may name somebody."""
    events = []
    for one in waiting:
        if one.due is not None:
            where = desk.model.name if one.place == ALL else desk.model.name_of(one.place)
            case = words("calendar-case", number=one.case_number) if one.case_number else ""
            events.append((f"measure-{one.number}", one.due, words("calendar-measure", where=where, case=case).strip()))
    return _calendar(words("calendar-measures"), events, now)


def _calendar(name: str, events: Iterable[tuple[str, date, str]], now: datetime) -> bytes:
    """An iCalendar file (RFC 5545) of whole days: key, day, text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samspill//NO", f"X-WR-CALNAME:{_escaped(name)}"]
    for key, day, text in sorted(events, key=lambda event: (event[1], event[0])):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(key)}@samspill",
            f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(text)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line)).encode()


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """A long line in pieces of 75 octets, each later one begun with a space, no letter cut in two."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > _WIDTH:
            parts.append(part)
            part = " "
        part += letter
    return [*parts, part]
