"""Owns how the demo's years are lived: who delivers what on which day, who is late, and when it is published."""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from operator import itemgetter
from typing import Any

from dashboard.counting.period import Period, PeriodKind, of_year, period
from dashboard.desk import Desk, WordKind
from dashboard.language.words import DEFAULT, words
from data_sources.declared.deliverer import Deliverer, deliverers
from data_sources.declared.model import Model
from data_sources.declared.table import ColumnKind, Table
from data_sources.declared.tables import ACTIVITIES, ATTENDANCE, BY_NAME, CONCERTS, FIT, REFERRALS, SURVEY

Rows = Sequence[Mapping[str, str]]
Months = dict[tuple[int, int], list[tuple[int, Mapping[str, str]]]]
MONTHLY = 12  # months back to when files came month by month; before that by quarter, and in older years by year
LATE_DAYS, IN_TIME_DAYS = 33, 6
FILES = {
    REFERRALS.name: "Henvisninger",
    ATTENDANCE.name: "Oppmøte",
    CONCERTS.name: "Konserter",
    ACTIVITIES.name: "Aktiviteter",
    FIT.name: "FIT",
    SURVEY.name: "Brukerundersøkelse",
}
QUARTER = PeriodKind.QUARTER
LOOKED_BACK_ON = {ATTENDANCE.name, REFERRALS.name}  # by the newest quarter's numbers
MEETINGS = 4  # the last ones, at which numbers were published
SECRETARIAT = "Sekretariatet"
CORRECTED_IN = 3  # the month of last year that was mended: in no twelve months that this year's numbers look back on
MEETS = time(10, 0)
MEETING_DAYS = 24  # after a quarter's end, the numbers are published for the meeting


@dataclass(frozen=True)
class Act:
    """Something somebody did once: when, who, and what it does to a desk. `wait`: what is done first has 0; who looks
    at the demo waits for the newest quarter's numbers, and none of them turns on what waits."""

    moment: datetime
    by: str
    does: Callable[[Desk], object]
    publishes: bool = False
    wait: int = 0


def acts(model: Model, today: date, tables: Mapping[str, Callable[[date], Rows]]) -> list[Act]:
    """Everything that was done up to today, in the order to do it in. `tables`: name → its rows as they were known on
    a day."""
    every = [*_deliveries(model, today, tables), *_words(model, today), *_publishing(today)]
    if ATTENDANCE.name in tables:
        every += _correction(model, today, tables[ATTENDANCE.name](today))
    done = (act for act in every if act.moment.date() <= today)
    return sorted(done, key=lambda act: (act.wait, act.moment, act.publishes))


def _deliveries(model: Model, today: date, tables: Mapping[str, Callable[[date], Rows]]) -> Iterator[Act]:
    meeting, quarter = _meetings(today)[-1]
    for name, table_rows in tables.items():
        table, places = BY_NAME[name], {place.key: place.name for place in model.municipality}
        known = functools.cache(table_rows)
        by_month = {id(known(today)): _by_month(table, known(today))}
        first = min((date(*month, 1) for month in by_month[id(known(today))]), default=today)
        for deliverer in deliverers(model, table):
            for stretch in _stretches(deliverer, first, today):
                if _is_missing(deliverer, stretch, model, today) or _is_nothing(deliverer, stretch, model, today):
                    continue
                then = known(stretch.last)
                if id(then) not in by_month:
                    by_month[id(then)] = _by_month(table, then)
                months = by_month[id(then)]
                rows = _of(deliverer.municipality, table, months, stretch, places)
                days = LATE_DAYS if _is_late(deliverer, stretch, model, today) else IN_TIME_DAYS + deliverer.days // 3
                who, contact = deliverer.source or places.get(deliverer.municipality or "", ""), deliverer.contact
                if rows and deliverer.municipality is not None and stretch.last < _each_from(today):
                    if deliverer.municipality != next(at for at in places if _of(at, table, months, stretch, places)):
                        continue  # it is in the secretariat's file
                    rows, who, contact = _of(None, table, months, stretch, places), SECRETARIAT, ""
                by = contact if who in contact else f"{contact}, {who}" if contact else who
                at = datetime.combine(stretch.last + timedelta(days=days), time(9, 12))
                needed = name in LOOKED_BACK_ON or stretch.first >= quarter.first
                wait = int(at.date() > meeting) if needed else 1 if stretch.last.year == quarter.year else 2
                if rows:
                    yield Act(at, by, _delivering(rows, f"{FILES[name]} {who} {stretch.code}.csv"), wait=wait)
                elif stretch.kind is PeriodKind(deliverer.rhythm):
                    yield Act(at, by, _saying_nothing(deliverer, stretch), wait=wait)


def _each_from(today: date) -> date:
    """From when each municipality delivers its own; before that the secretariat's file had all of them."""
    return late_month(today).first


def _correction(model: Model, today: date, attendance: Rows) -> Iterator[Act]:
    """The first municipality mends a month of last year after the last meeting but one, and the year is published
    anew."""
    meetings, first = _meetings(today), model.municipality[0]
    year = meetings[-1][1].year - 1
    month = period(PeriodKind.MONTH, year, CORRECTED_IN)
    rows = [
        row for row in attendance if row["Kommune"] == first.name and month.first <= _day_of(row["Dato"]) <= month.last
    ]
    if rows:
        day = meetings[-2][0]
        mended = datetime.combine(day + timedelta(days=5), time(13, 5))
        name = f"{FILES[ATTENDANCE.name]} {first.name} {month.code} rettet.csv"
        yield Act(mended, f"koordinator i kommunen, {first.name}", _delivering(_mended(rows), name), wait=3)
        reason = f"{first.name} rettet oppmøtet i {words(DEFAULT).period(month)}"
        yield _published(day + timedelta(days=9), wait=3, edition_of=year, reason=reason, since=date(year, 1, 1))


def _saying_nothing(deliverer: Deliverer, stretch: Period) -> Callable[[Desk], object]:
    return lambda desk: desk.say(WordKind.NOTHING, deliverer, stretch)


def _mended(rows: Rows) -> Rows:
    """Every ninth appointment turns out to have been kept."""
    return [{**row, "Status": "Møtt" if number % 9 == 0 else row["Status"]} for number, row in enumerate(rows)]


def _delivering(rows: Rows, name: str) -> Callable[[Desk], object]:
    return lambda desk: desk.keep(desk.typed(rows, name))


def _by_month(table: Table, rows: Rows) -> Months:
    """Rows by each month that any of their days is in, with their places in the list."""
    headings = [column.headings[0] for column in table.columns if column.kind is ColumnKind.DATE]
    months: Months = defaultdict(list)
    for number, row in enumerate(rows):
        days = [_day_of(row[name]) for name in headings if row.get(name)]
        for month in {(day.year, day.month) for day in days}:
            months[month].append((number, row))
    return months


def _stretches(deliverer: Deliverer, first: date, today: date) -> list[Period]:
    """The periods a deliverer's files are of, as declared; long ago, what comes by month came by quarter or year."""
    years, rhythm = range(first.year, today.year + 1), PeriodKind(deliverer.rhythm)
    monthly_from = date(today.year, today.month, 1) - timedelta(days=31 * MONTHLY)
    begun = next(p.first for p in of_year(QUARTER, monthly_from.year) if p.last >= monthly_from)
    if rhythm is not PeriodKind.MONTH:
        return [p for year in years for p in of_year(rhythm, year) if first <= p.last < today]
    old = [p for year in years for p in of_year(QUARTER if year == begun.year else PeriodKind.YEAR, year)]
    months = [p for year in years for p in of_year(rhythm, year) if begun <= p.first and p.last < today]
    return [*(p for p in old if first <= p.last < begun), *months]


def _of(place: str | None, table: Table, months: Months, stretch: Period, places: Mapping[str, str]) -> Rows:
    """A municipality's rows of a stretch, or everybody's; of referrals also those that changed in it. Who lives
    elsewhere comes with the first municipality's file."""
    inside = [part for month, part in months.items() if stretch.first <= date(*month, 1) <= stretch.last]
    within = list(dict(sorted(chain.from_iterable(inside), key=itemgetter(0))).values())
    if place is None:
        return within
    heading = table.by_name["municipality"].headings[0]
    names, first = set(places.values()), next(iter(places))
    own = places[place]
    return [row for row in within if row[heading] == own or (place == first and row[heading] not in names)]


def _day_of(text: str) -> date:
    day, month, year = map(int, text.split("."))
    return date(year, month, day)


# --- what did not go as it should ------------------------------------------------------------------------


def _ended_months(today: date) -> list[Period]:
    """Months that have ended, newest first."""
    months = [p for year in (today.year - 1, today.year) for p in of_year(PeriodKind.MONTH, year)]
    return [p for p in reversed(months) if p.last < today]


def _place(model: Model, number: int) -> str:
    return model.municipality[number % len(model.municipality)].key


def missing_month(today: date) -> Period:
    """The month that the last municipality has not delivered: the last one of the newest quarter that a meeting has
    looked at, so that its numbers are published without somebody, by decision."""
    return next(p for p in _ended_months(today) if p.number % 3 == 0 and p.last + timedelta(days=MEETING_DAYS) <= today)


def late_month(today: date) -> Period:
    """The month that the third municipality delivered late, though before the meeting: the one before the missing."""
    missing = missing_month(today)
    return period(PeriodKind.MONTH, missing.year, missing.number - 1)


def _is_missing(deliverer: Deliverer, stretch: Period, model: Model, today: date) -> bool:
    several = len(model.municipality) > 1
    return several and deliverer.municipality == _place(model, -1) and stretch == missing_month(today)


def _is_late(deliverer: Deliverer, stretch: Period, model: Model, today: date) -> bool:
    return deliverer.municipality == _place(model, 2) and stretch == late_month(today)


def nothing_quarter(today: date) -> Period:
    """The quarter in which there were no activities."""
    quarters = [p for year in (today.year - 1, today.year) for p in of_year(PeriodKind.QUARTER, year) if p.last < today]
    return quarters[-1]


def _is_nothing(deliverer: Deliverer, stretch: Period, model: Model, today: date) -> bool:
    return deliverer.table == ACTIVITIES.name and stretch.first >= nothing_quarter(today).first


def _words(model: Model, today: date) -> Iterator[Act]:
    """What was said: no activities in a quarter, and, where a closed quarter lacks somebody, to do without."""
    quarter, missing = nothing_quarter(today), missing_month(today)
    [activities] = deliverers(model, ACTIVITIES)[:1]
    if activities.rhythm == "quarter":
        moment = datetime.combine(quarter.last + timedelta(days=12), time(11, 40))
        who = f"{activities.contact}, {activities.source}"
        yield Act(moment, who, lambda desk: desk.say(WordKind.NOTHING, activities, quarter))
    inside = period(PeriodKind.QUARTER, missing.year, (missing.number + 2) // 3)
    if len(model.municipality) > 1 and inside.last + timedelta(days=MEETING_DAYS) <= today:
        meeting = datetime.combine(inside.last + timedelta(days=MEETING_DAYS), time(9, 0))
        yield Act(meeting, SECRETARIAT, lambda desk: desk.do_without(_place(model, -1), inside))


def _meetings(today: date) -> list[tuple[date, Period]]:
    """The last meetings that numbers were published for, and the quarter that had closed."""
    quarters = [quarter for year in range(today.year - 2, today.year + 1) for quarter in of_year(QUARTER, year)]
    held = [(quarter.last + timedelta(days=MEETING_DAYS), quarter) for quarter in quarters]
    return [(day, quarter) for day, quarter in held if day <= today][-MEETINGS:]


def _publishing(today: date) -> Iterator[Act]:
    """Before each of the last meetings. The newest quarter, which is what people wait for, is published first, then
    the others of its year, then older years, each as of its own meeting: what comes later knows what stands."""
    meetings = _meetings(today)
    newest = meetings[-1][1]
    yield _published(meetings[-1][0], since=newest.first)
    for day, quarter in meetings[:-1]:
        if quarter.year == newest.year:
            yield _published(day, wait=1, since=date(newest.year, 1, 1))
        else:
            yield _published(day, wait=2)
    if meetings[0][1].year == newest.year:
        yield _published(meetings[0][0], wait=2)
    yield _published(meetings[-1][0], wait=2)


def _published(day: date, *, wait: int = 0, **asked: Any) -> Act:
    moment = datetime.combine(day, MEETS)
    return Act(moment, SECRETARIAT, lambda desk: desk.publish(look_after=False, **asked), publishes=True, wait=wait)
