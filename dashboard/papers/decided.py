"""Owns what was decided and known when an edition was the newest: a paper on old numbers tells no later decision."""

import re
import unicodedata

from dashboard.counting.period import from_code
from dashboard.desk import ALL, Decision, Desk, Standing
from dashboard.language.words import Words

# Signs that turn the direction of text around, or are nothing at all: a paper could say another thing than it reads.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\ufe00-\ufe0f]")


def written(text: str) -> str:
    """What somebody wrote, as a paper may hold it: on one line, without control signs and turned directions."""
    shown = _UNSEEN.sub("", text)
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in shown).split())


def decided_then(desk: Desk) -> list[Decision]:
    """What stood or was done on the day of the desk's numbers, newest first, each in its version of that day."""
    day, entries = desk.seen_on(), []
    for entry in [*desk.decisions(), *desk.withdrawn()]:
        versions = [entry] if entry.version == 1 else desk.history_of(entry.number)
        then = [version for version in versions if version.at.date() <= day]
        if then and then[-1].state != "withdrawn":
            entries.append(then[-1])
    return sorted(entries, key=lambda entry: (entry.decided_on, entry.number), reverse=True)


def cause_then(desk: Desk, standing: Standing) -> str:
    """Why a goal was where it was, as it stood written on the day of the desk's numbers; or nothing."""
    written_then = [
        version
        for version in desk.causes_written(standing.entry.key, standing.place)
        if version.at.date() <= desk.seen_on()
    ]
    newest = written_then[-1] if written_then else None
    return written(newest.text) if newest is not None and newest.state == "standing" else ""


def known_then(desk: Desk, standing: Standing, names: dict[str, str], words: Words) -> list[str]:
    """Notes on the stretch of time a goal is judged on: what may be the cause of its number."""
    start, end = standing.verdict.start, standing.verdict.end
    if start is None or end is None:
        periods = [period for code in standing.series.frame["period"] if (period := from_code(code))]
        if not periods:
            return []
        start, end = min(stretch.first for stretch in periods), max(stretch.last for stretch in periods)
    notes = [note for note in desk.notes(ALL) if note.at.date() <= desk.seen_on()]
    return [
        words(
            "paper-known",
            place=names.get(note.place, note.place),
            days=f"{words.day(note.first)}–{words.day(note.last)}",
            text=written(note.text),
        )
        for note in notes
        if note.first <= end and note.last >= start and standing.place in {ALL, note.place}
    ]
