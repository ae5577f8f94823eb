"""Owns the municipality page's pieces: its goals, the region as tiles to press, per inhabitants, and small pictures."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.charts.drawn import Axis, axis, legend_mark, place_class, unseen
from dashboard.charts.drawn.course import Point, course
from dashboard.charts.drawn.places import Beside, places
from dashboard.charts.numbers import interval_text, value_text
from dashboard.counting.indicator import ShownAs
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period
from dashboard.desk import ALL
from dashboard.screen import View, here, numbers_of
from dashboard.screen.goals import pictures
from dashboard.screen.links import to_page
from dashboard.screen.parts import heading, kept_place, nothing_drawn
from dashboard.sentences import deliveries, sentences
from dashboard.sentences import goals as goal_sentences
from dashboard.wall.published import Sign


def goals(place: str) -> None:
    """The goals as they stand in this municipality, each a row of the overview's picture with the way to its card."""
    view, words = here(), here().words
    stood = [cell for row in view.desk.matrix() if (cell := row.cells.get(place)) is not None]
    if not stood:
        return
    columns = {"goal": "goal", "now": "now", "scale": "scale-own", "status": "status"}
    heads = "".join(
        f'<th scope="col" class="{look}">{escape(words(f"board-{name}"))}</th>' for look, name in columns.items()
    )
    rows = "".join(
        f'<tr><th scope="row"><a href="{to_page("goals", mal=standing.entry.key)}">'
        f"{escape(words.said(standing.entry.name))}</a>"
        f"<small>{escape(words('board-target', target=goal_sentences.target(standing, words)))}</small></th>"
        f'<td class="now">{escape(pictures.value(standing, view))}</td>'
        f'<td class="scale">{pictures.of_standing(standing, {}, view)}</td>'
        f'<td class="status-cell">{pictures.status(standing, view)}</td></tr>'
        for standing in stood
    )
    drawn = f'<table class="board short"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    heading(words("municipality-goals"))
    st.html(drawn)


def region(period: Period) -> None:
    """Participants per 1 000 inhabitants: on tiles where municipalities lie, and with intervals beside the region."""
    view, words = here(), here().words
    rates = _rates(period, view)
    text = {place: rate.text for place, rate in rates.items()}
    heading(words("municipality-per-inhabitants"))
    st.markdown(words("municipality-per-inhabitants-lead", period=words.period(period)))
    drawn = f'<div class="region-picture">{_tiles(text, view)}<div>{_beside(rates, view)}</div></div>'
    st.html(drawn)
    absent = deliveries.lacked(view.desk.lacked(view.desk.places("participants", period)), words)
    with kept_place():
        for line in absent:
            st.caption(sentences.plain(line))
    heads = [words(f"chart-{name}") for name in ("municipality", "value", "interval")]
    table = [
        dict(
            zip(
                heads,
                (place_rate.name, place_rate.text, interval_text(words, ShownAs.RATE, place_rate.low, place_rate.high)),
                strict=True,
            )
        )
        for place_rate in rates.values()
    ]
    title = words("municipality-per-inhabitants")
    numbers_of(table, title, words.period(period), absent=absent, key="per-inhabitants")


def _rates(period: Period, view: View) -> dict[str, Beside]:
    """The region's and every municipality's number; the sign for missing where nothing is published of it."""
    row_of = {row["municipality"]: row for row in view.desk.places("participants_per_1000", period).frame.to_dicts()}
    rates = {}
    for key in (ALL, *view.names):
        row = row_of.get(key, {})
        value, sign = row.get("value"), row.get("sign", Sign.MISSING.value)
        text = value_text(view.words, ShownAs.RATE, value, row.get("bound", ""), sign)
        name = sentences.place(key, view.names, view.words)
        rates[key] = Beside(key, name, value, row.get("low"), row.get("high"), text, lifted=key == view.place != ALL)
    return rates


def _tiles(text: dict[str, str], view: View) -> str:
    """One a municipality where it lies, with its number; pressed, it is chosen. No tile's colour tells its number."""
    tiled = [place for place in view.desk.model.municipality if place.tile]
    if len(tiled) < 2:
        return ""
    order = list(view.names)
    tiles = "".join(
        f'<li style="grid-row:{place.tile[0]};grid-column:{place.tile[1]}">'
        f'<a class="{place_class(place.key, order)}{" chosen" if place.key == view.place else ""}"'
        f' href="{to_page("municipality", kommune=place.key)}"{_current(place.key, view)}>'
        f"<span>{legend_mark(place.key, order)}{escape(place.name)}</span>"
        f"<b>{escape(text.get(place.key, ''))}</b></a></li>"
        for place in tiled
        if place.tile
    )
    return f'<ul class="tiles" aria-label="{escape(view.words("municipality-tiles"))}">{tiles}</ul>'


def _current(key: str, view: View) -> str:
    return ' aria-current="true"' if key == view.place else ""


def _beside(rates: Mapping[str, Beside], view: View) -> str:
    """The municipalities with their intervals in the model's order; the region's own number as a line."""
    region = rates[ALL]
    region_text = view.words("chart-region", value=region.text)
    rows = [rates[key] for key in view.names]
    return places(rows, list(view.names), ShownAs.RATE, reference=region.value, caption=region_text)


def side_by_side(indicator: str, title: str) -> None:
    """The same number over time in every municipality, on one axis, the chosen one lifted and the region behind."""
    view, words = here(), here().words
    unit = BY_KEY[indicator].shown_as
    everywhere = view.desk.series(indicator)
    if everywhere.frame.is_empty():
        return
    region_by_period = dict(everywhere.frame.select("period", "value").iter_rows())
    points = {
        key: pictures.period_points(view.desk.series(indicator, key), unit, region_by_period, view)[
            -pictures.MOST_POINTS :
        ]
        for key in view.names
    }
    room = axis(
        [n for series in points.values() for p in series for n in (p.value, p.low, p.high, p.past)], unit, most_ticks=4
    )
    heading(title)
    st.markdown(words("municipality-side-by-side"))
    order = list(view.names)
    figures = "".join(
        f'<figure class="{"chosen" if key == view.place else ""}"><figcaption>{legend_mark(key, order)}'
        f"{escape(view.names[key])}</figcaption>"
        f"{_small(series, unit, room, place_class(key, order), view)}</figure>"
        for key, series in points.items()
    )
    drawn = f'<div class="multiples">{figures}</div>'
    st.html(drawn)
    absent = deliveries.lacked(view.desk.lacked(everywhere), words)
    with kept_place():
        for line in absent:
            st.caption(sentences.plain(line))
    heads = (words("chart-municipality"), words("chart-period"), words("chart-value"))
    table = [
        dict(zip(heads, (view.names[key], point.label, point.text or point.sign), strict=True))
        for key, series in points.items()
        for point in series
    ]
    numbers_of(table, title, words("municipality-side-by-side"), absent=absent, key=title)


def _small(points: list[Point], unit: ShownAs, room: Axis, colour: str, view: View) -> str:
    text = ", ".join(f"{point.label}: {point.text or point.sign}" for point in points)
    if not points:
        return nothing_drawn(view.words("chart-nothing"))
    return course(points, unit, view.words, colour=colour, small=True, room=room) + unseen(text)
