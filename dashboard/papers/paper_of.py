"""Owns which paper an order is answered with: the desk opened at its edition, and the maker of its kind.

What only one kind needs is imported where that kind is made: a second, and tens of megabytes, that the others save.
"""

import contextlib
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dashboard.charts.csv_file import file_name
from dashboard.desk import Desk, StoreFault, the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, Words, words
from dashboard.papers.blocks import Pages, Written
from dashboard.papers.formats.setting import with_pages_set
from dashboard.papers.grant import grant, year_of
from dashboard.papers.meeting_papers import agenda, minutes
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.report import report
from dashboard.papers.tidy import tidy

Made = dict[str, bytes | Pages]
"""A paper's files by name; pages that are still to be set stand for the PDF they become."""


def paper_of(order: Order, settings: Settings, notify: Callable[[str, float], None]) -> Made:
    """The files of an order, by name. Raises PaperFault."""
    notify("opening", 0.0)
    try:
        newest = the_desk(settings)
    except StoreFault:
        raise PaperFault("store") from None
    return made_of(order, newest, notify)


def made_ready(settings: Settings) -> None:
    """Before a process is told which paper: its libraries, its words, and the newest numbers. What stands in the way is
    told to whoever asks for a paper."""
    from dashboard.papers.formats import shown, slides, word, workbook  # noqa: F401, PLC0415

    words(DEFAULT)
    with contextlib.suppress(StoreFault):
        newest = the_desk(settings)
        if not newest.periods():
            return
        seen = _seen_by_the_meeting(Order(Kind.MINUTES, meeting=_last_meeting(newest)), newest)
        for pin in dict.fromkeys((newest.pin(), seen)):
            pinned = newest.at(pin) if pin else None
            if pinned is not None and pinned.periods():
                pinned.standings()


def files_of(order: Order, newest: Desk) -> dict[str, bytes]:
    """All of it at once, with a desk at hand. Raises PaperFault."""
    from dashboard.papers.formats.pages import finished  # noqa: PLC0415

    return with_pages_set(made_of(order, newest), finished)


def made_of(order: Order, newest: Desk, notify: Callable[[str, float], None] = lambda stage, share: None) -> Made:
    """The same with a desk at hand, which is asked as at one moment, whatever is published meanwhile."""
    newest.begin_turn(lasting=math.inf)
    try:
        return _made_of(order, newest, notify)
    finally:
        newest.end_turn()


def _made_of(order: Order, newest: Desk, notify: Callable[[str, float], None]) -> Made:
    if not newest.periods():
        raise PaperFault("nothing-published")
    if order.kind is Kind.MINUTES and order.meeting is None:
        order = replace(order, meeting=_last_meeting(newest))
    pinned = order.edition or _seen_by_the_meeting(order, newest)
    desk = newest.at(pinned or newest.pin())
    if desk is None:
        raise PaperFault("unknown-edition", edition=order.edition)
    if not desk.periods():
        raise PaperFault("nothing-published")
    spoken = words(order.language)
    notify("reading", 0.2)
    if order.kind is Kind.NUMBERS:
        from dashboard.papers.formats import open_formats  # noqa: PLC0415

        return dict(open_formats.files(tidy(desk, spoken), spoken))
    if order.kind in {Kind.GRANT, Kind.GRANT_TEXT}:
        order = replace(order, period=year_of(desk, order.period).code)
    elif not order.edition and pinned and order.period not in {period.code for period in desk.periods()}:
        order = replace(order, period="")  # the meeting had not seen that period yet: what it saw was the one before
    return _of_report(order, desk, newest, spoken, notify)


def _last_meeting(newest: Desk) -> date:
    return max((entry.decided_on for entry in newest.decisions()), default=newest.seen_on())


def _seen_by_the_meeting(order: Order, newest: Desk) -> str:
    """Minutes show the numbers of the meeting's day, unless somebody pins others."""
    held = order.meeting if order.kind is Kind.MINUTES else None
    seen = newest.at(held.isoformat()) if held and held < newest.today() else None
    return seen.pin() if seen is not None and seen.periods() else ""


def _of_report(order: Order, desk: Desk, newest: Desk, spoken: Words, notify: Callable[[str, float], None]) -> Made:
    reported = report(desk, order, spoken)
    notify("drawing", 0.5)
    name = named(reported.title, order.kind)
    match order.kind:
        case Kind.REPORT:
            from dashboard.papers.formats import shown  # noqa: PLC0415

            return {name: Pages("report", shown.content(reported, order, spoken), order.preview)}
        case Kind.SLIDES:
            from dashboard.papers.formats import slides  # noqa: PLC0415

            return {name: slides.slides(reported, order, spoken)}
        case Kind.WORKBOOK:
            from dashboard.papers.formats import workbook  # noqa: PLC0415

            return {name: workbook.workbook(desk, reported, order, spoken)}
        case Kind.AGENDA:
            return _written(agenda(reported, spoken), order, spoken)
        case Kind.MINUTES:
            return _written(minutes(newest, reported, order, spoken), order, spoken)
        case Kind.GRANT | Kind.GRANT_TEXT:
            return _written(grant(desk, reported, spoken), order, spoken)
    raise AssertionError(order.kind)


def _written(paper: Written, order: Order, spoken: Words) -> Made:
    name = named(paper.title, order.kind)
    if order.kind is Kind.GRANT:
        from dashboard.papers.formats import shown  # noqa: PLC0415

        return {name: Pages("document", shown.document(paper, order, spoken), order.preview)}
    from dashboard.papers.formats.word import word  # noqa: PLC0415

    return {name: word(paper, order, spoken)}


def named(title: str, kind: Kind) -> str:
    """statusrapport-for-3-kvartal-2026.pdf: a name that any machine and mail program takes."""
    return file_name(title).removesuffix(".csv") + "." + kind.value.rpartition(".")[2]
