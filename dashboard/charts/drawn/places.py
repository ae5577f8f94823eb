"""Owns municipalities beside each other on one scale: a row each, in the model's order, and never by result."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.charts.drawn import axis, carried, mark
from dashboard.counting.indicator import ShownAs


@dataclass(frozen=True)
class Beside:
    """A municipality's number with its ends, as text, and its sign where there is none; `status` in words."""

    key: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    status: str = ""
    lifted: bool = False


def places(
    rows: Sequence[Beside],
    order: Sequence[str],
    shown_as: ShownAs,
    *,
    target: float | None = None,
    upwards: bool = True,
    reference: float | None = None,
    caption: str,
) -> str:
    """A table of name, drawn place and number; `reference`: the whole region's, a dashed line that is no target."""
    across = axis([target, reference, *(n for row in rows for n in (row.value, row.low, row.high))], shown_as)
    lines = []
    for row in rows:
        parts = ['<line class="grid" x1="0" x2="100%" y1="50%" y2="50%"/>']
        if target is not None:
            aim = across.at(target)
            good = f'x="{aim}%" width="{100 - aim}%"' if upwards else f'x="0" width="{aim}%"'
            parts.append(f'<rect class="good" {good} y="0" height="100%"/>')
            parts.append(f'<line class="aim" x1="{aim}%" x2="{aim}%" y1="0" y2="100%"/>')
        if reference is not None:
            along = across.at(reference)
            parts.append(f'<line class="reference" x1="{along}%" x2="{along}%" y1="0" y2="100%"/>')
        if row.value is not None:
            if row.low is not None and row.high is not None:
                ends = f'x1="{across.at(row.low)}%" x2="{across.at(row.high)}%"'
                parts.append(f'<line class="interval" {ends} y1="50%" y2="50%"/>')
            parts.append(mark(row.key, order, across.at(row.value), "50%", f"{row.name}: {row.text}"))
        unseen = f'<span class="unseen">{escape(row.status)}</span>' if row.status else ""
        lifted = ' class="lifted"' if row.lifted else ""
        drawn = carried(f'<svg aria-hidden="true" width="100%" height="26">{"".join(parts)}</svg>', "strip")
        lines.append(
            f'<tr{lifted}><th scope="row">{escape(row.name)}</th><td class="drawn">{drawn}</td>'
            f'<td class="number">{escape(row.text)}{unseen}</td></tr>'
        )
    return f'<table class="beside"><caption>{escape(caption)}</caption><tbody>{"".join(lines)}</tbody></table>'
