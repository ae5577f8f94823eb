"""Owns which paper an order is answered with: the desk opened at its edition, and the maker of its kind."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dashboard.charts.csv_file import file_name
from dashboard.desk import Desk, StoreFault
from dashboard.installation.settings import Settings
from dashboard.language.words import Words, words
from dashboard.papers.blocks import Written
from dashboard.papers.formats import open_formats, slides, typeset, workbook
from dashboard.papers.formats.word import word
from dashboard.papers.grant import grant, year_of
from dashboard.papers.meeting_papers import agenda, minutes
from dashboard.papers.order import PREVIEW, Kind, Order, PaperFault
from dashboard.papers.report import report
from dashboard.papers.tidy import tidy


def paper_of(order: Order, settings: Settings, notify: Callable[[str, float], None]) -> dict[str, bytes]:
    """The files of an order, by name. Raises PaperFault."""
    notify("opening", 0.0)
    try:
        newest = Desk(settings)
    except StoreFault:
        raise PaperFault("store") from None
    return files_of(order, newest, notify)


def files_of(
    order: Order, newest: Desk, notify: Callable[[str, float], None] = lambda stage, share: None
) -> dict[str, bytes]:
    """The same with a desk at hand."""
    if not newest.periods():
        raise PaperFault("nothing-published")
    if order.kind is Kind.MINUTES and order.meeting is None:
        held = max((entry.decided_on for entry in newest.decisions()), default=newest.seen_on())
        order = replace(order, meeting=held)
    desk = newest.at(order.edition or _seen_by_the_meeting(order, newest) or newest.pin())
    if desk is None:
        raise PaperFault("unknown-edition", edition=order.edition)
    if not desk.periods():
        raise PaperFault("nothing-published")
    spoken = words(order.language)
    notify("reading", 0.2)
    if order.kind is Kind.NUMBERS:
        return open_formats.files(tidy(desk, spoken), spoken)
    if order.kind in {Kind.GRANT, Kind.GRANT_TEXT}:
        order = replace(order, period=year_of(desk, order.period).code)
    return _of_report(order, desk, newest, spoken, notify)


def _seen_by_the_meeting(order: Order, newest: Desk) -> str:
    """Minutes show the numbers of the meeting's day, unless somebody pins others."""
    held = order.meeting if order.kind is Kind.MINUTES else None
    seen = newest.at(held.isoformat()) if held and held < newest.today() else None
    return seen.pin() if seen is not None and seen.periods() else ""


def _of_report(
    order: Order, desk: Desk, newest: Desk, spoken: Words, notify: Callable[[str, float], None]
) -> dict[str, bytes]:
    reported = report(desk, order, spoken)
    notify("drawing", 0.5)
    name = named(reported.title, order.kind)
    match order.kind:
        case Kind.REPORT:
            shown = typeset.content(reported, order, spoken)
            notify("setting", 0.8)
            return {name: typeset.typeset("report", shown), **_preview("report", shown, order)}
        case Kind.SLIDES:
            return {name: slides.slides(reported, spoken)}
        case Kind.WORKBOOK:
            return {name: workbook.workbook(desk, reported, spoken)}
        case Kind.AGENDA:
            return _written(agenda(reported, spoken), order, spoken)
        case Kind.MINUTES:
            return _written(minutes(newest, reported, order, spoken), order, spoken)
        case Kind.GRANT | Kind.GRANT_TEXT:
            return _written(grant(desk, reported, spoken), order, spoken)
    raise AssertionError(order.kind)


def _written(paper: Written, order: Order, spoken: Words) -> dict[str, bytes]:
    name = named(paper.title, order.kind)
    if order.kind is not Kind.GRANT:
        return {name: word(paper, order, spoken)}
    shown = typeset.document(paper, order, spoken)
    return {name: typeset.typeset("document", shown), **_preview("document", shown, order)}


def _preview(layout: str, shown: dict[str, Any], order: Order) -> dict[str, bytes]:
    return {PREVIEW: typeset.first_page(layout, shown)} if order.preview else {}


def named(title: str, kind: Kind) -> str:
    """statusrapport-for-3-kvartal-2026.pdf: a name that any machine and mail program takes."""
    return file_name(title).removesuffix(".csv") + "." + kind.value.rpartition(".")[2]
