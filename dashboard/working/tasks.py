"""Owns what is done with a job of each kind."""

import functools
import logging

from dashboard.desk import Desk
from dashboard.desk.handed_over.orders import KEEP, PAPER, PART, PUBLISH, REMIND, Failed
from dashboard.desk.workers import Tasks
from dashboard.installation.log import log
from dashboard.language.words import DEFAULT, words
from dashboard.papers import making
from dashboard.papers.order import PaperFault
from dashboard.serving.mail import MailFault, Post
from dashboard.serving.reminding import remind


def tasks_of(desk: Desk) -> Tasks:
    """Everything that can be handed over at a desk. Each is given a job's number, and raises StoreFault."""
    return {
        KEEP: desk.do_keep,
        PUBLISH: desk.do_publish,
        PART: desk.do_part,
        PAPER: functools.partial(_make_paper, desk),
        REMIND: functools.partial(_remind, desk),
    }


def _make_paper(desk: Desk, number: int) -> None:
    assert desk.queue is not None
    order = desk.queue.order(number)
    if order is None:
        return
    try:
        desk.queue.finish(number, making.made(order, desk.settings))
    except PaperFault as fault:
        desk.queue.finish(number, Failed(fault.reason, fault.arguments))


def _remind(desk: Desk, _: int) -> None:
    """Write to whoever has not delivered. Where there is no mail server nobody is written to, and nothing noted."""
    try:
        post = Post.of()
    except MailFault as fault:
        log(logging.ERROR, "reminding-failed", reason=fault.reason)
        return
    if post is None:
        return
    outcomes = [outcome for _, outcome in remind(desk, post, words(DEFAULT))]
    log(logging.INFO, "reminded", **{outcome: outcomes.count(outcome) for outcome in sorted(set(outcomes))})
