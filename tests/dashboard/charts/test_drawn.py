"""Pictures that need no pointer: nothing outside its room, nothing on top of each other, nothing told twice."""

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.charts.drawn import BREADTH, PLACES, apart, axis, place_class, shape
from dashboard.charts.drawn.course import Point, course
from dashboard.charts.drawn.curve import curve
from dashboard.charts.drawn.places import Beside, places
from dashboard.charts.drawn.scale import Placed, scale
from dashboard.counting.indicator import ShownAs
from dashboard.language.words import words

NB = words("nb")
NUMBERS = st.floats(0, 1, allow_nan=False)
LONG = "Kommunen med det lange navnet " * 7 + "<script>alert(1)</script>"


def drawings(page: str) -> Iterator[ElementTree.Element]:
    """What the page's script puts in place, read as the XML it is."""
    for carried in re.findall('data-drawn="([^"]*)"', page):
        yield ElementTree.fromstring(html.unescape(carried))


def shares(drawing: ElementTree.Element) -> Iterator[float]:
    for element in drawing.iter():
        for name in ("x", "x1", "x2", "cx", "y1", "y2", "cy", "width", "height"):
            if element.get(name, "").endswith("%"):
                yield float(element.get(name, "0").rstrip("%"))


def a_scale(value: float | None, target: float, others: dict[str, float], **more: object) -> str:
    order = list(others) or ["a"]
    placed = {key: Placed(at, key) for key, at in others.items()}
    return scale(
        value=value,
        low=value,
        high=value,
        target=target,
        upwards=bool(more.get("upwards", True)),
        shown_as=ShownAs.PERCENT,
        target_text="Mål",
        places=placed,
        order=order,
    )


@given(value=NUMBERS, target=NUMBERS, others=st.lists(NUMBERS, max_size=30), upwards=st.booleans())
def test_whatever_the_numbers_are_a_scale_draws_them_inside_its_room(
    value: float, target: float, others: list[float], upwards: bool
) -> None:
    page = a_scale(value, target, {f"m{number}": at for number, at in enumerate(others)}, upwards=upwards)
    (drawing,) = drawings(page)
    assert all(0 <= at <= 100.01 for at in shares(drawing))


@given(st.lists(NUMBERS, min_size=1, max_size=12), NUMBERS)
@example([1.0], 1.0)
@example([0.9999999999999999], 1.0)
@example([0.95], 0.96875)
def test_an_axis_holds_every_number_and_begins_and_ends_on_even_marks(numbers: list[float], target: float) -> None:
    found = axis([*numbers, target], ShownAs.PERCENT)
    assert found.low <= min(*numbers, target) and found.high >= max(*numbers, target) - 1e-9
    assert 2 <= len(found.ticks) <= 8
    assert all(0 <= tick <= 1 for tick in found.ticks)
    gaps = {round(after - before, 6) for before, after in zip(found.ticks, found.ticks[1:], strict=False)}
    assert len(gaps) == 1


def test_no_number_at_all_still_makes_an_axis() -> None:
    assert axis([None, float("nan")], ShownAs.COUNT).ticks


def test_marks_that_would_lie_on_each_other_stand_beside_each_other() -> None:
    moved = apart({"a": 50.0, "b": 50.0, "c": 51.0, "d": 80.0})
    assert moved["d"] == 0
    assert sorted(moved[key] for key in "abc") == [-BREADTH, 0, BREADTH]


def test_thirty_municipalities_each_have_a_colour_and_a_shape() -> None:
    order = [f"m{number}" for number in range(30)]
    assert {place_class(key, order) for key in order} == {f"place-{number}" for number in range(1, PLACES + 1)}
    assert len({shape(key, order) for key in order}) == PLACES


def test_a_very_long_name_is_text_and_never_markup() -> None:
    page = places([Beside("a", LONG, 0.5, 0.4, 0.6, "50 %", LONG)], ["a"], ShownAs.PERCENT, target=0.5, caption=LONG)
    assert "<script>" not in page
    assert html.escape(LONG) in page
    assert "<script>" not in a_scale(0.5, 0.5, {LONG: 0.5})


def points(*values: float | None, target: float | None = 0.9) -> list[Point]:
    return [
        Point(f"{n}. kv.", value, value, value, f"{value}" if value is not None else "", "" if value else ":", target)
        for n, value in enumerate(values, start=1)
    ]


def test_a_missing_period_breaks_the_line_and_shows_its_sign() -> None:
    (drawing,) = drawings(course(points(0.8, 0.85, None, 0.9, 0.95), ShownAs.PERCENT, NB, target_text="Mål 90 %"))
    lines = [one for one in drawing.iter() if one.get("class") == "line"]
    assert [len(one.get("points", "").split()) for one in lines] == [2, 2]
    assert [one.text for one in drawing.iter() if one.get("class") == "sign"] == [":"]


def test_a_target_that_was_changed_is_a_step() -> None:
    changed = [*points(0.8, 0.8, target=0.7), *points(0.8, 0.8, target=0.9)]
    (drawing,) = drawings(course(changed, ShownAs.PERCENT, NB))
    (aim,) = [one for one in drawing.iter() if one.get("class") == "aim"]
    heights = re.findall(r",([\d.]+)", aim.get("d", ""))
    assert len(set(heights)) == 2 and heights[0] == heights[3] and heights[4] == heights[7]


def test_a_number_stands_where_its_target_does_not_run_through_it() -> None:
    near = points(0.89, 0.89, 0.89, target=0.9) + points(0.5, target=None)
    (drawing,) = drawings(course(near, ShownAs.PERCENT, NB))
    under = [one.get("dy") for one in drawing.iter() if (one.get("class") or "").startswith("value")]
    assert under[0] == "24"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_several_decisions_in_one_period_are_one_mark(count: int) -> None:
    marked = [Point("1. kv.", 0.9, text="90 %", marks=tuple(range(1, count + 1)))]
    (drawing,) = drawings(course(marked, ShownAs.PERCENT, NB))
    texts = [one.text for one in drawing.iter() if one.get("class") == "mark-text"]
    assert texts == ["1" if count == 1 else f"1–{count}"]


def test_a_curve_of_nothing_is_nothing_and_of_one_number_a_dot() -> None:
    assert curve([None, None], [None, None], ShownAs.PERCENT) == ""
    (drawing,) = drawings(curve([None, 0.5], [0.6, 0.6], ShownAs.PERCENT))
    assert [one.get("class") for one in drawing.iter() if one.tag.endswith("circle")] == ["now"]
