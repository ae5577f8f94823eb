"""Owns the picture of what a file will do: rows by month and municipality, in the colours of what happens to them."""

from collections.abc import Mapping, Sequence

import altair as alt
import polars as pl

from dashboard.charts import Chart, specs
from dashboard.counting.period import from_code
from dashboard.installation.once import once
from dashboard.language.words import Words, words

WHAT = {"new": specs.BLUE, "changed": specs.ORANGE, "unchanged": specs.GREY, "absent": "#B5497B"}
"""What happens to rows, in the order of the bar; `absent`: stored rows that the file does not have."""


def arrivals(counted: pl.DataFrame, spoken: Words, names: Mapping[str, str], *, by: str) -> Chart:
    """Rows of a difference (`Difference.by_month_and_place`) as bars by "month", upright, or "municipality", lying."""
    places = list(names)
    rows = counted.rows(named=True)
    summed: dict[str, dict[str, int]] = {}
    for row in rows:
        member = summed.setdefault(str(row[by]), dict.fromkeys(WHAT, 0))
        for what in WHAT:
            member[what] += row[what]
    keys = sorted(summed, key=lambda key: (places.index(key) if key in places else len(places), key))
    drawn = [
        {
            "label": _month(key, spoken) if by == "month" else _place(key, names, spoken),
            "what": spoken(f"arrival-{what}"),
            "order": number,
            "rows": summed[key][what],
            "said": spoken.number(summed[key][what]),
        }
        for key in keys
        for number, what in enumerate(WHAT)
        if summed[key][what]
    ]
    text = dict.fromkeys(("label", "what", "said"), pl.String)
    frame = pl.DataFrame(drawn, schema={**text, "order": pl.Int64, "rows": pl.Int64}, strict=False)
    total = ", ".join(
        f"{spoken(f'arrival-{what}')}: {spoken.number(number)}"
        for what in WHAT
        if (number := sum(member[what] for member in summed.values()))
    )
    alt_text = f"{spoken(f'arrival-by-{by}')}. {total}"
    return Chart(frame, spec(spoken.language, across=by != "month"), alt_text, _table(rows, spoken, names))


def _table(rows: Sequence[Mapping[str, object]], spoken: Words, names: Mapping[str, str]) -> list[dict[str, str]]:
    """A row for each month, a column for each municipality that any row is of, what happens in each cell."""
    with_rows = {str(row["municipality"]) for row in rows}
    places = [*[key for key in names if key in with_rows], *sorted(with_rows - names.keys())]
    cells: dict[str, dict[str, str]] = {}
    for row in rows:
        counts = [(what, int(str(row[what]))) for what in WHAT if row[what]]
        text = ", ".join(spoken("arrival-cell", count=n, what=spoken(f"arrival-{what}").lower()) for what, n in counts)
        cells.setdefault(str(row["month"]), {})[str(row["municipality"])] = text
    return [
        {spoken("chart-period"): _month(month, spoken)}
        | {_place(key, names, spoken): cells[month].get(key, "") for key in places}
        for month in sorted(cells)
    ]


def _month(code: str, spoken: Words) -> str:
    period = from_code(code)
    return spoken.period(period, short=True) if period else code or spoken("arrival-no-month")


def _place(key: str, names: Mapping[str, str], spoken: Words) -> str:
    if key in names:
        return names[key]
    return spoken(f"municipality-{key}") if key and spoken.has(f"municipality-{key}") else key


@once
def spec(language: str, *, across: bool) -> dict[str, object]:
    """Stacked bars, upright by month or lying (`across`) by municipality."""
    spoken = words(language)
    name = alt.Axis(title=None, labelAngle=0, labelOverlap=not across)
    amount = alt.Axis(title=None, tickCount=4, format=",.0f", grid=True)
    colours = alt.Scale(domain=[spoken(f"arrival-{what}") for what in WHAT], range=list(WHAT.values()))
    bars = (
        alt.Chart(alt.NamedData("rows"))
        .mark_bar(cornerRadiusEnd=2)
        .encode(
            **{
                "y" if across else "x": (alt.Y if across else alt.X)("label:N", sort=None, axis=name),
                "x" if across else "y": (alt.X if across else alt.Y)("rows:Q", axis=amount),
            },
            color=alt.Color(
                "what:N",
                scale=colours,
                legend=alt.Legend(
                    orient="bottom", title=None, labelFontSize=specs.TEXT_SIZE, columns=1 if across else 2
                ),
            ),
            order=alt.Order("order:Q"),
            tooltip=[
                alt.Tooltip("label:N", title=spoken("chart-municipality" if across else "chart-period")),
                alt.Tooltip("what:N", title=spoken("arrival-what")),
                alt.Tooltip("said:N", title=spoken("quality-rows")),
            ],
        )
    )
    return specs.finish(alt.layer(bars), language, alt.Step(34) if across else 220)
