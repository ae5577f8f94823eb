"""Owns what is said of a tool's token: does it open, who made it, and when it was last used."""

from datetime import date

from dashboard.desk import ToolToken
from dashboard.language.words import Words


def facts(token: ToolToken, today: date, words: Words) -> list[str]:
    """Short phrases: until when it opens or since when it does not, by whom it was made, when it was used."""
    if token.revoked_at is not None:
        state = words("tools-revoked", day=words.day(token.revoked_at.date()))
    else:
        state = words("tools-open" if token.opens(today) else "tools-over", day=words.day(token.last_day))
    maker = words("tools-made", who=token.made_by, day=words.day(token.made_at.date()))
    used = words("tools-used", day=words.moment(token.used_at)) if token.used_at else words("tools-unused")
    return [state, maker, used]
