"""Owns what is said of deliveries: who has not delivered, whose numbers are not in it, and what somebody has said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from babel.lists import format_list

from dashboard.charts import Chart
from dashboard.counting.period import Period
from dashboard.desk import BoardRow, Standing
from dashboard.language.words import Words
from data_sources.declared.table import Table

MOST_OWED = 3


def listed(names: Sequence[str], words: Words) -> str:
    """Gjøvik, Østre Toten og Søndre Land."""
    return str(format_list(list(names), locale=words.locale)) if names else ""


def without(period: Period, names: Sequence[str], words: Words) -> str:
    """1. kvartal 2026: uten Søndre Land, som ikke hadde levert."""
    return words("deliveries-lacking", period=words.period(period), who=listed(names, words))


def waiting(periods: Sequence[tuple[Period, Sequence[str]]], words: Words) -> list[str]:
    """2. kvartal 2026 og 3. kvartal 2026: tall for hele regionen venter på Gjøvik, som ikke har levert."""
    return _of_periods("deliveries-waiting", periods, words)


def lacked(periods: Sequence[tuple[Period, Sequence[str]]], words: Words) -> list[str]:
    """2. kvartal 2026 og 3. kvartal 2026: uten Søndre Land, som ikke hadde levert. A sentence for each set of names."""
    return _of_periods("deliveries-lacking", periods, words)


def _of_periods(key: str, periods: Sequence[tuple[Period, Sequence[str]]], words: Words) -> list[str]:
    """A sentence for each set of names, with the periods that follow each other."""
    return [
        words(key, period=listed([words.period(p) for p, _ in group], words), who=listed(names, words))
        for names, together in groupby(periods, key=lambda one: one[1])
        if (group := list(together))
    ]


def with_lacking(chart: Chart, periods: Sequence[tuple[Period, Sequence[str]]], words: Words) -> Chart:
    """A picture whose finding also says whose numbers it lacks, and in which periods: it goes where that goes."""
    return replace(chart, alt=" ".join([chart.alt, *lacked(periods, words)]))


def answer(tables: Sequence[tuple[Table, Sequence[Period], Sequence[BoardRow]]], day: date, words: Words) -> str:
    """Ja, alle som skulle ha levert, har levert; or who has not delivered what, the newest first."""
    owed: dict[tuple[Period, str], list[str]] = {}
    for table, _, rows in tables:
        for row in rows:
            for period, delivery in row.cells.items():
                if delivery.is_owed(day):
                    owed.setdefault((period, table.name), []).append(row.name)
    if not owed:
        return words("delivery-all")
    newest = [
        words("delivery-owed", who=listed(names, words), table=words(f"table-{table}"), period=words.period(period))
        for (period, table), names in sorted(owed.items(), key=lambda one: one[0][0], reverse=True)
    ]
    owing = words("delivery-not-all", what="; ".join(newest[:MOST_OWED]))
    return f"{owing} {words('delivery-owed-more', count=len(newest) - MOST_OWED)}" if len(newest) > MOST_OWED else owing


def aside(standing: Standing, words: Words) -> str:
    """Uten Søndre Land: beside a number, where there is no room for a sentence. Nothing where nobody lacks."""
    if not standing.lacking or standing.verdict.estimate is None:
        return ""
    return words("without-aside", who=listed(standing.lacking, words))
