"""Owns what is said of deliveries: who has not delivered, whose numbers are not in it, and what somebody has said."""

from collections.abc import Sequence

from babel.lists import format_list

from dashboard.counting.period import Period, from_code
from dashboard.language.words import Words


def listed(names: Sequence[str], words: Words) -> str:
    """Gjøvik, Østre Toten og Søndre Land."""
    return str(format_list(list(names), locale=words.locale)) if names else ""


def without(period: Period, names: Sequence[str], words: Words) -> str:
    """1. kvartal 2026: uten Søndre Land, som ikke har levert."""
    return words("deliveries-lacking", period=words.period(period), who=listed(names, words))


def waiting(period: Period, names: Sequence[str], words: Words) -> str:
    """3. kvartal 2026: hele regionen venter på Gjøvik, som ikke har levert."""
    return words("deliveries-waiting", period=words.period(period), who=listed(names, words))


def period_name(code: str, words: Words) -> str:
    """A period's code as people say it."""
    period = from_code(code)
    return words.period(period) if period else code
