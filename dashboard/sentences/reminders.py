"""Owns what reminders say, in a mail and in a calendar: organisations, tables, periods and days; no number, no name."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from dashboard.desk import ALL, Decision, Desk, Owing
from dashboard.language.words import Words
from dashboard.sentences import deliveries
from data_sources.declared.deliverer import Deliverer

_WIDTH = 75  # octets of a line of a calendar (RFC 5545, 3.1)
AHEAD, BEHIND = 366, 92  # days of due dates that a calendar holds


def subject(owing: Owing, words: Words) -> str:
    """What the mail is about."""
    return words("reminder-subject", who=owing.name)


def body(owing: Owing, desk: Desk, words: Words) -> str:
    """What is missing, how it is delivered, and what to do where there was nothing."""
    lines = [f"- {words(f'table-{table}')}: {words.period(period)}" for table, period in owing.lacking]
    hello = words("reminder-hello", who=deliveries.listed(owing.contacts, words) or owing.name, model=desk.model.name)
    return (
        "\n".join(
            [hello, "", *lines, "", words("reminder-how", page=words("upload-title")), "", words("reminder-automatic")]
        )
        + "\n"
    )


def deliveries_calendar(desk: Desk, owned: Sequence[Deliverer], words: Words, moment: datetime) -> bytes:
    """Days on which somebody should have delivered, from three months back to a year ahead."""
    today = moment.date()
    events = [
        (
            f"{deliverer.place}-{deliverer.table}-{period.code}",
            due,
            words("calendar-deliver", table=words(f"table-{deliverer.table}"), period=words.period(period)),
        )
        for deliverer, period, due in desk.due_dates(
            owned, today - timedelta(days=BEHIND), today + timedelta(days=AHEAD)
        )
    ]
    name = desk.deliverer_name(owned[0]) if owned else desk.model.name
    return _calendar(words("calendar-deliveries", who=name), events, moment)


def measures_calendar(desk: Desk, waiting: Iterable[Decision], words: Words, moment: datetime) -> bytes:
    """Days on which measures are due: by case and municipality, without their text, which may name somebody."""
    events = []
    for decision in waiting:
        if decision.due is not None:
            where = desk.model.name if decision.place == ALL else desk.model.name_of(decision.place)
            case = words("calendar-case", number=decision.case_number) if decision.case_number else ""
            events.append(
                (f"measure-{decision.number}", decision.due, words("calendar-measure", where=where, case=case).strip())
            )
    return _calendar(words("calendar-measures"), events, moment)


def _calendar(name: str, events: Iterable[tuple[str, date, str]], moment: datetime) -> bytes:
    """An iCalendar file (RFC 5545) of whole days: key, day, text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samspill//NO", f"X-WR-CALNAME:{_escaped(name)}"]
    for key, day, text in sorted(events, key=lambda event: (event[1], event[0])):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(key)}@samspill",
            f"DTSTAMP:{moment:%Y%m%dT%H%M%SZ}",
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
