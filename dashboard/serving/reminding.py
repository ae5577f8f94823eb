"""Owns reminding: who has not delivered is written to once a month, or told of where there is no mail server."""

from collections.abc import Iterator

from dashboard.desk import Desk, Owing
from dashboard.language.words import Words
from dashboard.sentences import reminders
from dashboard.serving.mail import MailFault, Post


def remind(desk: Desk, post: Post | None, words: Words) -> Iterator[tuple[Owing, str]]:
    """Everybody who owes something, with what came of it: sent, printed, reminded (before, this month) or the reason of
    a MailFault. Who cannot be reached is tried again the next time."""
    month = f"{desk.today():%Y-%m}"
    for owing in desk.owing():
        if post is None or not owing.email:
            yield owing, "printed"
        elif not desk.note_reminder(owing, month):
            yield owing, "reminded"
        else:
            try:
                post.send(owing.email, reminders.subject(owing, words), reminders.body(owing, desk, words))
            except MailFault as fault:
                desk.forget_reminder(owing, month)
                yield owing, fault.reason
            else:
                yield owing, "sent"
