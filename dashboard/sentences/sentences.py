"""Owns what is said of a goal, a file and a problem: codes and published numbers in, whole sentences out."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from dashboard.charts import interval_text, value_text
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, PeriodKind, from_code, of_year
from dashboard.desk import ALL, Counts, Decision, Figure, News, Note, Row, Standing, edition_of
from dashboard.goals.verdict import Status, Trend, Verdict
from dashboard.language.words import Words
from data_sources.checking.arrival import Arrival
from data_sources.checking.problems import Problem
from data_sources.declared.model_parts import Reference
from data_sources.reading.cells import letter

# Status → colour and shape; both stand beside the word, never instead of it.
BADGES = {
    Status.REACHED: ("green", ":material/check_circle:"),
    Status.ON_TRACK_SURE: ("green", ":material/trending_up:"),
    Status.ON_TRACK_UNSURE: ("blue", ":material/contrast:"),
    Status.BELOW_TARGET_UNSURE: ("orange", ":material/change_history:"),
    Status.ABOVE_TARGET_UNSURE: ("orange", ":material/change_history:"),
    Status.OFF_TRACK: ("red", ":material/dangerous:"),
    Status.CANNOT_JUDGE: ("gray", ":material/help:"),
}
_ORDINAL = re.compile(r"^(\d{1,9})([.)])(?=\s)")  # "2. kvartal" is no list
_LAYOUT = re.compile(r"[\\`*_{}\[\]()<>#+!|~$:-]")

FEW_ROWS = 10
FALSE_ALARMS = 0.025  # beyond a 95 % interval on the one side


def status(verdict: Verdict, words: Words) -> str:
    """Nådd, Trygt på vei, …: the words of a status, never a bare colour; after the due date, whether it was reached."""
    if verdict.rule and verdict.status is not Status.CANNOT_JUDGE:
        return words("status-rule-kept" if verdict.status is Status.REACHED else "status-rule-broken")
    if verdict.settled and verdict.status is not Status.REACHED:
        return words("status-missed" if verdict.status is Status.OFF_TRACK else "status-undecided")
    return words(f"status-{verdict.status.value.replace('_', '-')}")


def status_badge(verdict: Verdict, words: Words) -> str:
    """The same word with its shape and colour, inside a text."""
    colour, icon = BADGES[verdict.status]
    return f":{colour}-badge[{icon} {status(verdict, words)}]"


def reference(elsewhere: Reference, words: Words) -> str:
    """A number from elsewhere, with who said it and where it stands. It is no target."""
    unit = BY_KEY[elsewhere.indicator].shown_as
    number = value_text(words, unit, elsewhere.value, "", "")
    return words("reference", label=words.said(elsewhere.label), value=number, source=elsewhere.source)


def by_chance(rows: Sequence[Row], words: Words) -> str:
    """How many of so many verdicts would be red by chance alone, were every goal just met; nothing where not one of the
    goals themselves is judged, for then there is nothing red or green to be read with care."""
    if not any(_is_judged(row.standing) for row in rows):
        return ""
    judged = [cell for row in rows for cell in row.cells.values() if cell is not None and _is_judged(cell)]
    expected = len(judged) * FALSE_ALARMS
    count = words.number(expected, 0 if expected >= 1 else 1)
    return words("matrix-by-chance", all=len(judged), count=count)


def _is_judged(standing: Standing) -> bool:
    return standing.verdict.status is not Status.CANNOT_JUDGE and standing.verdict.lower is not None


def overview(standings: list[Standing], words: Words) -> str:
    """2 av 7 mål er nådd, ett er på vei, 2 er ikke på vei …: every goal is counted in exactly one part."""
    if not standings:
        return words("goals-none")
    count = Counter(standing.verdict.status for standing in standings)
    on_track = count[Status.ON_TRACK_SURE] + count[Status.ON_TRACK_UNSURE]
    unsure = count[Status.BELOW_TARGET_UNSURE] + count[Status.ABOVE_TARGET_UNSURE]
    parts = [words("overview-reached", reached=count[Status.REACHED], all=len(standings))]
    parts += [words("overview-on-track", count=on_track)] if on_track else []
    parts += [words("overview-unsure", count=unsure)] if unsure else []
    parts += [words("overview-off", count=off)] if (off := count[Status.OFF_TRACK]) else []
    parts += [words("overview-not-judged", count=none)] if (none := count[Status.CANNOT_JUDGE]) else []
    return f"{', '.join(parts)}."


def measures(waiting: Sequence[Decision], today: date, words: Words) -> str:
    """3 tiltak venter. Ett er over fristen."""
    late = sum(entry.is_overdue(today) for entry in waiting)
    sentence = words("measures-open", count=len(waiting))
    return f"{sentence} {words('measures-overdue', count=late)}" if late else sentence


def figure(indicator: str, answer: Figure, words: Words) -> str:
    """One published number of an indicator as text: 94 %, 47, or its sign."""
    return value_text(words, BY_KEY[indicator].shown_as, answer.value, answer.bound, answer.sign)


def between(indicator: str, answer: Figure, words: Words) -> str:
    """Between which numbers a number surely lies; empty where there is no interval."""
    ends = interval_text(words, BY_KEY[indicator].shown_as, answer.low, answer.high)
    return words("figure-between", between=ends) if ends else ""


def a_year_before(indicator: str, before: Figure, words: Words) -> str:
    """What the number was a year before."""
    return words("figure-last-year", value=figure(indicator, before, words))


def published_since(news: News, words: Words) -> list[str]:
    """Which periods have come since the numbers before these, and which were published anew and why."""
    since = edition(news.since.partition(".")[0], words)
    periods = ", ".join(words.period(period) for period in news.periods)
    came = [words("news-periods", since=since, periods=periods)] if news.periods else []
    for period, reason in news.anew:
        name = words.period(period)
        # An edition that somebody asked for has a reason; one without only adds those who had not come.
        came.append(words("news-anew", period=name, reason=reason) if reason else words("news-completed", period=name))
    return came


def edition(code: str, words: Words) -> str:
    """The numbers' edition as it is said: 25.11.2026, or 25.11.2026 (utgave 137), or Nyeste."""
    edition_parts = edition_of(code)
    if edition_parts is None:
        return words("edition-newest")
    day, last = edition_parts
    return words.day(day) if last is None else words("edition-pinned", day=words.day(day), number=str(last))


def plain(text: str) -> str:
    """What somebody has written, with every sign that would be read as layout made a plain one."""
    return _ORDINAL.sub(r"\1\\\2", _LAYOUT.sub(r"\\\g<0>", text))


def brief(text: str, most: int) -> str:
    """So many letters at most of what somebody has written, ended between words; the whole stands elsewhere."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def trend(trend_code: Trend | None, words: Words) -> str:
    """▲ Bedring, ▼ Forverring, ● Ingen sikker endring, – For få punkter."""
    return words(f"trend-{trend_code.value.replace('_', '-')}") if trend_code else ""


def place(key: str, names: dict[str, str], words: Words) -> str:
    """A municipality's name, or the whole region."""
    return words("place-all") if key == ALL else names.get(key) or words(f"municipality-{key}")


def period_named(code: str, words: Words) -> str:
    """3. kvartal 2026; the code itself where it names no period."""
    period = from_code(code)
    return words.period(period) if period else code


def span(note: Note, words: Words) -> str:
    """jan. 2026–mars 2026, or one month."""
    ends = [of_year(PeriodKind.MONTH, day.year)[day.month - 1] for day in (note.first, note.last)]
    names = [words.period(month) for month in ends]
    return names[0] if ends[0] == ends[1] else f"{names[0]}–{names[1]}"


def with_step(period: Period, depth: int, words: Words) -> str:
    """A published period, with what of it could not be shown: see `search.Depth`."""
    name = words.period(period)
    return words(f"publish-step-{depth}", name=name) if depth else name


def refusal(arrival: Arrival, words: Words) -> str:
    """Why a file is not taken in, and what to do about it."""
    key = f"refused-{arrival.refused}"
    if arrival.refused == "identity-numbers":
        where = ", ".join(spot(sheet, row, column, words) for sheet, row, column in arrival.places[:3])
        return words(key, count=len(arrival.places), where=where)
    if arrival.refused == "headings-missing" and arrival.undecided:
        layout = arrival.undecided
        missing = ", ".join(words("quoted", text=layout.table.by_name[name].headings[0]) for name in layout.missing)
        return words(key, table=words(f"table-{layout.table.name}"), missing=missing, row=layout.row)
    if arrival.refused == "only-hidden":
        return words(key, sheet=arrival.hidden[0])
    if arrival.refused == "pivot" and arrival.arguments:
        return words(key, sheet=arrival.skipped[arrival.arguments["sheet"]])
    if arrival.refused in {"column-not-understood", "several-in-cell"} and arrival.arguments:
        return words(key, column=letter(arrival.arguments["column"]))
    if arrival.refused == "cell-far-away" and arrival.arguments:
        return words(key, column=letter(arrival.arguments["column"]), row=str(arrival.arguments["row"]))
    return words(key, **(arrival.arguments or {})) if words.has(key) else words("refused-other")


def spot(sheet: str, row: int, column: str, words: Words) -> str:
    """ark «Liste», rad 2, kolonne B."""
    return words("spot", sheet=sheet, row=row, column=column) if sheet else words("spot-sheet-name", number=row)


def problem(fault: Problem, words: Words) -> str:
    """What is wrong with one cell or row, and what to do. The value only where it may be quoted."""
    quoted = "" if fault.value is None else words("quoted", text=fault.value)
    return problem_sentence(fault.reason, fault.name, quoted, fault.suggestion, words)


def problem_sentence(reason: str, column: str, quoted: str, suggestion: str | None, words: Words) -> str:
    """The same of one problem or of many: what stands there, what is wrong, what to do, what was perhaps meant."""
    sentence = words(f"problem-{reason}", column=words(f"column-{column}"))
    if quoted:
        sentence = f"{quoted}: {sentence}"
    return f"{sentence} {words('problem-perhaps', suggestion=suggestion)}" if suggestion else sentence


def roughly(rows: int, words: Words) -> str:
    """How many rows, to the nearest ten: a small municipality's file has about as many rows as it has people."""
    if rows < FEW_ROWS:
        return words("rows-few")
    return words("rows-about", count=words.number((rows + 5) // 10 * 10))


def brought(counts: Counts, words: Words) -> str:
    """Oppmøte: om lag 450 rader, noen endret, noen med feil. On a shared screen nobody counts one file's rows."""
    parts = [roughly(counts.new + counts.changed + counts.unchanged, words)]
    if counts.changed:
        parts.append(words("rows-some-changed"))
    if counts.removed:
        parts.append(words("rows-some-removed"))
    if counts.failed:
        parts.append(words("rows-some-failed"))
    return f"{words(f'table-{counts.table}')}: {', '.join(parts)}"


def period_of(period: Period, words: Words) -> str:
    """The period's name with its two days."""
    return words(
        "period-with-days", name=words.period(period), first=words.day(period.first), last=words.day(period.last)
    )
