"""Owns the pictures: Published → Altair. Specs are built once per language; only data change with a filter.

A chart takes every row it is given to the browser, so only published rows come here. Values are written as
the reader writes them before they leave.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.charts import specs
from dashboard.indicator import ShownAs
from dashboard.indicators import BY_KEY
from dashboard.measure import ALL, SOURCES
from dashboard.period import from_code
from dashboard.privacy import Published, Sign
from dashboard.words import Words

MOST_BARS = 12  # three years of quarters; more would not be read, least of all on a phone


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture ready for the screen: its rows, its spec, what a screen reader says, and the same as a table."""

    frame: pl.DataFrame
    spec: Mapping[str, object]
    alt: str
    table: list[dict[str, str]]


def value_text(words: Words, shown_as: ShownAs, value: float | None, bound: str, sign: str) -> str:
    """A published number as text: 94 %, at least 95 %, 7 weeks, or its sign."""
    if sign:
        return sign
    if bound == "not_reached":
        return words("value-not-reached")
    if value is None:
        return Sign.IMPOSSIBLE.value
    match shown_as:
        case ShownAs.PERCENT:
            text = words.percent(value)
        case ShownAs.WEEKS:
            text = words("value-weeks", count=words.number(value), amount=value)
        case ShownAs.RATE:
            text = words.number(value, 1)
        case ShownAs.COUNT:
            text = words.number(value)
    return words(f"value-{bound.replace('_', '-')}", value=text) if bound else text


def interval_text(words: Words, shown_as: ShownAs, low: float | None, high: float | None) -> str:
    """85–97 %, or nothing where there is no interval."""
    if low is None or high is None:
        return ""
    match shown_as:
        case ShownAs.PERCENT:
            return f"{words.number(low * 100)}–{words.percent(high)}"
        case ShownAs.RATE:
            return f"{words.number(low, 1)}–{words.number(high, 1)}"
    return ""


def trend(published: Published, words: Words, *, target: float | None = None, name: str = "") -> Chart:
    """One number over time with its interval, the target as a dashed line, hidden points as their sign."""
    frame = _dated(published, words)
    shown_as = _unit(published)
    told = words.percent(target) if target is not None and shown_as is ShownAs.PERCENT else ""
    first, last = pl.col("at") == pl.col("at").min(), pl.col("at") == pl.col("at").max()
    frame = frame.with_columns(
        pl.lit(target, dtype=pl.Float64).alias("target"),
        pl.when(first).then(pl.lit(words("chart-target", value=told) if told else ""))
        .otherwise(pl.lit("")).alias("target_text"),
        pl.when(pl.col("value").is_not_null() & last).then(pl.col("text")).otherwise(pl.lit("")).alias("last_text"),
    )  # fmt: skip
    return _chart(
        frame,
        specs.trend(words.language, shown_as),
        words,
        name or _name(published, words),
        "chart-period",
    )


def bars(
    published: Published,
    words: Words,
    *,
    by: str = "period",
    names: Mapping[str, str] | None = None,
    name: str = "",
) -> Chart:
    """Counts as bars, by period or by a dimension; a hidden bar is its sign.

    `by` names the words for the members: "level", "service", or what those stand for in this family
    ("source", "outcome"). `names` are names that are not words of ours, such as teams'.
    """
    frame = (
        _dated(published, words).tail(MOST_BARS) if by == "period" else _placed(published, words, by, names)
    )
    spec = specs.bars(words.language, _unit(published), across=by != "period")
    return _chart(frame, spec, words, name or _name(published, words), f"chart-{by}")


def places(
    published: Published, words: Words, names: Mapping[str, str], chosen: str, *, name: str = ""
) -> Chart:
    """Municipalities under each other in the model's order, the chosen one lit; the region as a line."""
    shown_as = _unit(published)
    frame = _placed(published, words, "municipality", names)
    region = frame.filter(pl.col("key") == ALL)["value"]
    frame = frame.filter(pl.col("key") != ALL).with_columns(
        (pl.col("key") == chosen).alias("chosen"),
        # A region's rate is something to compare with; a region's count is only their sum.
        pl.lit(region[0] if len(region) and shown_as is ShownAs.PERCENT else None, dtype=pl.Float64).alias(
            "region"
        ),
    )
    spec = specs.places(words.language, shown_as)
    return _chart(frame, spec, words, name or _name(published, words), "chart-municipality")


def plan(published: Published, words: Words, target: float, periods: list[str], *, name: str = "") -> Chart:
    """What is done so far against an even plan. `periods`: the codes from start to due date, in order."""
    done = {
        code: (value, sign)
        for code, value, sign in published.frame.select("period", "value", "sign").iter_rows()
    }
    total, rows = 0.0, []
    for number, code in enumerate(periods, start=1):
        period = from_code(code)
        assert period is not None
        known, sign = done.get(code, (None, Sign.MISSING.value))
        total += known or 0.0
        planned = target * number / len(periods)
        rows.append(
            {
                "label": words.period(period, short=True),
                "done": total if known is not None else None, "plan": planned,
                "text": words.number(total) if known is not None else sign,
                "plan_text": words.number(planned),
            }
        )  # fmt: skip
    text, number_type = pl.String(), pl.Float64()
    schema = {"label": text, "done": number_type, "plan": number_type, "text": text, "plan_text": text}
    return _chart(
        pl.DataFrame(rows, schema=schema),
        specs.plan(words.language),
        words,
        name or _name(published, words),
        "chart-period",
        "plan_text",
    )


# --- rows --------------------------------------------------------------------------------------------


def _unit(published: Published) -> ShownAs:
    keys = published.frame["indicator"].unique().to_list()
    return BY_KEY[keys[0]].shown_as if keys else ShownAs.COUNT


def _name(published: Published, words: Words) -> str:
    keys = published.frame["indicator"].unique().to_list()
    return words(f"indicator-{keys[0].replace('_', '-')}") if keys else ""


def _dated(published: Published, words: Words) -> pl.DataFrame:
    """One row per period in order of time."""

    def label(code: str) -> tuple[str, str]:
        period = from_code(code)
        return ("", code) if period is None else (period.first.isoformat(), words.period(period, short=True))

    return _rows(published, words, "period", label)


def _placed(published: Published, words: Words, by: str, names: Mapping[str, str] | None) -> pl.DataFrame:
    """One row per member of a dimension, in the order of `names` where there is one."""
    column = {"source": "service", "outcome": "level"}.get(by, by)
    members: tuple[str, ...] = SOURCES if by == "source" else ()
    if column == "level" and not published.frame.is_empty():
        members = BY_KEY[published.frame["indicator"][0]].family.levels
    order = {key: f"{number:03d}" for number, key in enumerate(names or members)}

    def label(key: str) -> tuple[str, str]:
        ours = f"{by}-{key.replace('_', '-')}"
        # A team that was published once and has left the model since is called by its key.
        spoken = (names or {}).get(key) or (words(ours) if words.has(ours) else key)
        return order.get(key, "998" if key != ALL else "999"), spoken

    return _rows(published, words, column, label)


def _rows(
    published: Published, words: Words, by: str, label: Callable[[str], tuple[str, str]]
) -> pl.DataFrame:
    shown_as = _unit(published)
    made = []
    columns = ("value", "low", "high", "bound", "sign")
    for key, value, low, high, bound, sign in published.frame.select(by, *columns).iter_rows():
        at, spoken = label(key)
        made.append(
            {
                "key": key, "at": at, "label": spoken, "value": value, "low": low, "high": high,
                "text": value_text(words, shown_as, value, bound, sign),
                "interval": interval_text(words, shown_as, low, high),
                "sign": sign,
            }
        )  # fmt: skip
    schema = dict.fromkeys(("key", "at", "label"), pl.String) | dict.fromkeys(
        ("value", "low", "high"), pl.Float64
    )
    schema |= dict.fromkeys(("text", "interval", "sign"), pl.String)
    return pl.DataFrame(made, schema=schema).sort("at", "label", maintain_order=True)


def _chart(
    frame: pl.DataFrame,
    spec: Mapping[str, object],
    words: Words,
    name: str,
    dimension: str,
    more: str = "interval",
) -> Chart:
    """The frame that travels holds only what the picture draws. Of a long time the newest is heard, else all."""
    heads = (words(dimension), words("chart-value"), words(f"chart-{more.replace('_', '-')}"))
    table = [dict(zip(heads, row, strict=True)) for row in frame.select("label", "text", more).iter_rows()]
    heard = frame.tail(6) if dimension == "chart-period" else frame
    finding = ", ".join(f"{label}: {text}" for label, text in heard.select("label", "text").iter_rows())
    drawn = frame.select(name for name in frame.columns if name in specs.fields(spec))
    return Chart(drawn, spec, f"{name}. {finding}", table)
