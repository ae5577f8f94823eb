"""Owns the pictures: Published → Altair. Specs are built once per language; only data change with a filter.

A chart takes every row it is given to the browser, so only published rows come here. Values are written as
the reader writes them before they leave.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from dashboard.charts import findings, specs
from dashboard.charts.numbers import decided_number, elsewhere_text, interval_text, value_text
from dashboard.charts.season import with_targets, with_year_before
from dashboard.counting.cells import ALL
from dashboard.counting.indicator import ShownAs
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import from_code
from dashboard.installation.once import once_for_each
from dashboard.language.words import Words
from dashboard.wall.published import Published, Sign
from data_sources.declared.model_parts import Reference

__all__ = ["Chart", "bars", "compared", "interval_text", "places", "plan", "trend", "value_text"]

MOST_BARS = 12  # three years of quarters; more would not be read, least of all on a phone


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture ready for the screen: its rows, its spec, its finding in words, and the same as a table."""

    frame: pl.DataFrame
    spec: Mapping[str, object]
    alt: str
    table: list[dict[str, str]]
    note: str = ""  # what a sign in the picture means, where it is there

    @property
    def height(self) -> int:
        """Pixels with axis and room, so that the page keeps the place before the picture is drawn."""
        drawn = self.spec["height"]
        inside = drawn if isinstance(drawn, int) else self._steps()
        return inside + specs.AROUND

    def _steps(self) -> int:
        step = self.spec["height"]
        assert isinstance(step, dict)
        return int(step["step"]) * self.frame["label"].n_unique()


@once_for_each
def trend(
    published: Published,
    words: Words,
    *,
    target: float | Mapping[str, float] | None = None,
    references: Sequence[Reference] = (),
    name: str = "",
    names: Mapping[str, str] | None = None,
) -> Chart:
    """One number over time with its interval, the same period a year before, hidden points as their sign.

    `target`: one for all, or that of each period (code → target), as a dashed line with a step where it changed.
    `references`: numbers from elsewhere; the first is a dotted line with its name, and never a target.
    `names`: the municipalities in the model's order, so that one of them is drawn in its own colour.
    """
    shown_as = _unit(published)
    frame = with_targets(with_year_before(_dated(published, words, names)), target, shown_as, words)
    first, last = pl.col("at") == pl.col("at").min(), pl.col("at") == pl.col("at").max()
    elsewhere = next(iter(references), None)
    label = elsewhere_text(elsewhere, words) if elsewhere else ""
    frame = frame.with_columns(
        pl.lit(elsewhere.value if elsewhere else None, dtype=pl.Float64).alias("reference"),
        pl.when(first).then(pl.lit(label)).otherwise(pl.lit("")).alias("reference_text"),
        pl.when(pl.col("value").is_not_null() & last).then(pl.col("text")).otherwise(pl.lit("")).alias("last_text"),
    )
    newest = [target_then for target_then in frame["target"].to_list() if target_then is not None][-1:]
    target_text = decided_number(shown_as, newest[0], words) if newest else ""
    finding = findings.over_time(frame, words, name or _name(published, words), target_text)
    spec = specs.trend(words.language, shown_as, aims=target is not None or bool(references))
    more = ("interval", "before_text")
    return _chart(frame, spec, words, finding, "period", more, words("chart-year-before"))


@once_for_each
def bars(
    published: Published, words: Words, *, by: str = "period", names: Mapping[str, str] | None = None, name: str = ""
) -> Chart:
    """Counts as bars, by period or by a dimension; a hidden bar is its sign.

    `by` is one of the family's dimensions, and names the words for its members. `names` are names that are not words of
    ours, such as teams'; over time they are the municipalities in the model's order.
    """
    spec = specs.bars(words.language, _unit(published), across=by != "period")
    name = name or _name(published, words)
    if by == "period":
        frame = with_year_before(_dated(published, words, names)).tail(MOST_BARS)
        finding, more = findings.over_time(frame, words, name), ("interval", "before_text")
        return _chart(frame, spec, words, finding, by, more, words("chart-year-before-bar"))
    frame = _placed(published, words, by, names)
    return _chart(frame, spec, words, findings.among(frame, words, name), by)


@once_for_each
def places(published: Published, words: Words, names: Mapping[str, str], chosen: str, *, name: str = "") -> Chart:
    """Municipalities under each other in the model's order, the chosen one lifted; the region as a line."""
    shown_as = _unit(published)
    everywhere = _placed(published, words, "municipality", names)
    # A region's rate is something to compare with; a region's count is only their sum.
    compared = everywhere.filter(
        (pl.col("key") == ALL) & pl.lit(shown_as in {ShownAs.PERCENT, ShownAs.RATE})
    ).to_dicts()
    region = compared[0] if compared and compared[0]["value"] is not None else {"value": None, "text": ""}
    region_text = words("chart-region", value=region["text"]) if region["text"] else ""
    frame = everywhere.filter(pl.col("key") != ALL).with_columns(
        (pl.col("key") == chosen).alias("chosen"),
        pl.lit(region["value"], dtype=pl.Float64).alias("region"),
        # Written once, beside the line.
        pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(region_text)).otherwise(pl.lit("")).alias("region_text"),
    )
    finding = findings.places(frame, words, name or _name(published, words), region_text)
    return _chart(frame, specs.places(words.language, shown_as), words, finding, "municipality")


@once_for_each
def compared(
    published: Published, words: Words, *, by: str, names: Mapping[str, str] | None = None, name: str = ""
) -> Chart:
    """Shares under each other by a dimension, each a mark with its interval; a hidden one is its sign.

    `names`: see `bars`.
    """
    region = pl.lit(None, dtype=pl.Float64).alias("region")
    none = (pl.lit(value=False).alias("chosen"), region, pl.lit("").alias("region_text"))
    frame = _placed(published, words, by, names).with_columns(none)
    finding = findings.among(frame, words, name or _name(published, words))
    return _chart(frame, specs.places(words.language, _unit(published)), words, finding, by)


@once_for_each
def plan(published: Published, words: Words, target: float, periods: list[str], *, name: str = "") -> Chart:
    """What is done so far against an even plan. `periods`: the codes from start to due date, in order."""
    done = {code: (value, sign) for code, value, sign in published.frame.select("period", "value", "sign").iter_rows()}
    total, rows = 0.0, []
    for number, code in enumerate(periods, start=1):
        period = from_code(code)
        assert period is not None
        done_then, sign = done.get(code, (None, Sign.MISSING.value))
        total += done_then or 0.0
        planned = target * number / len(periods)
        rows.append(
            {
                "key": code,
                "label": words.period(period, short=True),
                "done": total if done_then is not None else None,
                "plan": planned,
                "top": max(total, planned) if done_then is not None else None,
                "text": words.number(total) if done_then is not None else sign,
                "plan_text": words.number(planned),
                "plan_end": words("chart-plan-end", value=words.number(target)) if number == len(periods) else "",
                # A period still to come is no gap in what is done.
                "sign": sign if sign != Sign.MISSING else "",
                "colour": "main",
            }
        )
    text, number_type = pl.String(), pl.Float64()
    schema = dict.fromkeys(("key", "label", "text", "plan_text", "plan_end", "sign", "colour"), text)
    frame = pl.DataFrame(rows, schema=schema | dict.fromkeys(("done", "plan", "top"), number_type))
    finding = findings.plan(frame, words, name or _name(published, words), words.number(target))
    return _chart(frame, specs.plan(words.language), words, finding, "period", ("plan_text",))


# --- rows --------------------------------------------------------------------------------------------


def _unit(published: Published) -> ShownAs:
    keys = published.frame["indicator"].unique().to_list()
    return BY_KEY[keys[0]].shown_as if keys else ShownAs.COUNT


def _name(published: Published, words: Words) -> str:
    keys = published.frame["indicator"].unique().to_list()
    return words(f"indicator-{keys[0].replace('_', '-')}") if keys else ""


def _dated(published: Published, words: Words, names: Mapping[str, str] | None) -> pl.DataFrame:
    """One row per period in order of time, in the colour of the municipality they are all of."""

    def label(code: str) -> tuple[str, str]:
        period = from_code(code)
        return ("", code) if period is None else (period.first.isoformat(), words.period(period, short=True))

    everywhere = published.frame["municipality"].unique().to_list()
    own = specs.role(everywhere[0] if len(everywhere) == 1 else ALL, list(names or ()))
    return _rows(published, words, "period", label).with_columns(pl.lit(own).alias("colour"))


def _placed(published: Published, words: Words, by: str, names: Mapping[str, str] | None) -> pl.DataFrame:
    """One row per member of a dimension, in the order of `names` where there is one."""
    keys = published.frame["indicator"].unique().to_list()
    members = BY_KEY[keys[0]].family.fixed_members(by) if keys else ()
    order = {key: f"{number:03d}" for number, key in enumerate(names or members)}

    def label(key: str) -> tuple[str, str]:
        ours = f"{by}-{key.replace('_', '-')}"
        # A team that was published once and has left the model since is called by its key.
        spoken = (names or {}).get(key) or (words(ours) if words.has(ours) else key)
        return order.get(key, "998" if key != ALL else "999"), spoken

    roles = {key: specs.role(key, list(names or ())) for key in names or ()} if by == "municipality" else {}
    return _rows(published, words, by, label).with_columns(
        pl.col("key").replace_strict(roles, default="main", return_dtype=pl.String).alias("colour")
    )


def _rows(published: Published, words: Words, by: str, label: Callable[[str], tuple[str, str]]) -> pl.DataFrame:
    shown_as = _unit(published)
    rows = []
    columns = ("value", "low", "high", "bound", "sign")
    for key, value, low, high, bound, sign in published.frame.select(by, *columns).iter_rows():
        at, spoken = label(key)
        rows.append(
            {
                "key": key,
                "at": at,
                "label": spoken,
                "value": value,
                "low": low,
                "high": high,
                "text": value_text(words, shown_as, value, bound, sign),
                "interval": interval_text(words, shown_as, low, high),
                "sign": sign,
            }
        )
    schema = dict.fromkeys(("key", "at", "label"), pl.String) | dict.fromkeys(("value", "low", "high"), pl.Float64)
    schema |= dict.fromkeys(("text", "interval", "sign"), pl.String)
    return pl.DataFrame(rows, schema=schema).sort("at", "label", maintain_order=True)


def _chart(
    frame: pl.DataFrame,
    spec: Mapping[str, object],
    words: Words,
    finding: str,
    dimension: str,
    more: tuple[str, ...] = ("interval",),
    note: str = "",
) -> Chart:
    """The frame that travels holds only what the picture draws. The year before is a column where there is one, and
    `note` says how it is drawn."""
    columns_told = [column for column in more if column != "before_text" or frame[column].str.len_chars().sum()]
    heads = [words(f"chart-{dimension}"), words("chart-value")]
    heads += [words(f"chart-{column.replace('_', '-')}") for column in columns_told]
    table = [dict(zip(heads, row, strict=True)) for row in frame.select("label", "text", *columns_told).iter_rows()]
    read = specs.fields(spec)
    drawn = frame.select(name for name in frame.columns if name in read)
    has_year_before = "before" in drawn.columns and drawn["before"].count() > 0
    return Chart(drawn, spec, finding, table, note if has_year_before else "")
