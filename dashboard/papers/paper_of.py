"""Owns which paper an order is answered with: the desk opened at its edition, and the maker of its kind."""

from collections.abc import Callable

from dashboard.desk import Desk, StoreFault
from dashboard.desk.settings import Settings
from dashboard.language.words import words
from dashboard.papers import open_formats
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.papers.tidy import tidy


def paper_of(order: Order, settings: Settings, notify: Callable[[str, float], None]) -> dict[str, bytes]:
    """The files of an order, by name. Raises PaperFault."""
    notify("reading", 0.0)
    try:
        newest = Desk(settings)
    except StoreFault as fault:
        raise PaperFault("store", fault=fault.reason) from None
    return files_of(order, newest, notify)


def files_of(order: Order, newest: Desk, notify: Callable[[str, float], None]) -> dict[str, bytes]:
    """The same with a desk at hand."""
    if not newest.periods():
        raise PaperFault("nothing-published")
    desk = newest.at(order.edition or newest.pin())
    if desk is None:
        raise PaperFault("unknown-edition", edition=order.edition)
    if not desk.periods():
        raise PaperFault("nothing-published")
    spoken = words(order.language)
    notify("making", 0.2)
    match order.kind:
        case Kind.NUMBERS:
            return open_formats.files(tidy(desk, spoken), spoken)
    raise AssertionError(order.kind)
