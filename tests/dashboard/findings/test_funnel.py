"""Municipalities beside each other: different only beyond 99.8 %, in the model's order, hidden ones as a sign."""

import random

import pytest
from clusters import design_effect
from sealed import sealed

from dashboard.charts.control.funnel_chart import funnel_chart
from dashboard.counting.indicators import BY_KEY
from dashboard.findings.funnel import of_rates, of_shares
from dashboard.language.words import words
from dashboard.statistics.intervals import FunnelPlace, funnel_limits, rate_funnel_limits
from dashboard.wall.rounding import design_of

RATE, REFERRED = BY_KEY["attendance_rate"], BY_KEY["referred"]
NAMES = {"a": "Åsnes", "b": "Bø", "c": "Årdal", "d": "Dokka"}
ORDER = list(NAMES)
NORWEGIAN = words("nb")


def shares(**values: float | None):
    return sealed(
        RATE.key,
        [
            {"municipality": key} | ({} if value is None else {"value": value, "base": 400.0})
            for key, value in values.items()
        ],
    )


def test_only_beyond_99_8_per_cent_is_a_municipality_called_different():
    found = of_shares(RATE, shares(a=0.9, b=0.87, c=0.93, d=0.8), ORDER, 1.0)
    assert found.centre == pytest.approx(0.875)
    assert [row.position for row in found.rows] == [
        FunnelPlace.WITHIN,
        FunnelPlace.WITHIN,
        FunnelPlace.FAR_ABOVE,
        FunnelPlace.FAR_BELOW,
    ]
    assert [row.flagged for row in found.rows] == [False, False, True, True]
    assert found.rows[0].flag == funnel_limits(0.875, 400)


def test_between_95_and_99_8_per_cent_nothing_is_said():
    found = of_shares(RATE, shares(a=0.9, b=0.9, c=0.9, d=0.85), ORDER, 1.0)
    assert found.rows[3].position is FunnelPlace.BELOW
    made = funnel_chart(found, NORWEGIAN, NAMES)
    assert made.frame.to_dicts()[3]["flagged"] is False
    assert NORWEGIAN("compared-alike") in made.finding


def test_the_same_persons_again_widen_the_limits():
    plain = of_shares(RATE, shares(a=0.9, b=0.87, c=0.93, d=0.8), ORDER, 1.0)
    wide = of_shares(RATE, shares(a=0.9, b=0.87, c=0.93, d=0.8), ORDER, 4.0)
    assert not any(row.flagged for row in wide.rows)
    widths = [row.flag.upper - row.flag.lower for found in (plain, wide) if (row := found.rows[0]).flag]
    assert widths[1] > 1.5 * widths[0]


def test_a_hidden_municipality_keeps_its_row_and_sign_and_gives_nothing_away():
    found = of_shares(RATE, shares(a=0.9, b=None, c=0.93, d=0.8), ORDER, 1.0)
    made = funnel_chart(found, NORWEGIAN, NAMES)
    assert made.frame["label"].to_list() == list(NAMES.values())
    silent = {name: value for name, value in made.frame.to_dicts()[1].items() if value not in (None, "", False)}
    assert silent == {"label": "Bø", "text": ":", "note": ":", "colour": "place-2", "sign": ":", "centre": found.centre}
    assert made.table[1][NORWEGIAN("control-value")] == ":"


def test_hidden_numbers_do_not_move_the_others():
    one = of_shares(RATE, shares(a=0.9, b=None, c=0.93, d=0.8), ORDER, 1.0)
    other = of_shares(RATE, shares(a=0.9, c=0.93, d=0.8), ORDER, 1.0)
    assert one.centre == other.centre
    assert one.rows[0] == other.rows[0]


def test_fewer_than_three_are_not_compared():
    made = funnel_chart(of_shares(RATE, shares(a=0.9, b=None, c=0.5), ORDER, 1.0), NORWEGIAN, NAMES)
    assert made.frame.is_empty()
    assert made.finding == NORWEGIAN("compared-too-few")


def test_counts_are_compared_per_1_000_inhabitants_with_poisson_limits():
    counts = sealed(
        REFERRED.key,
        [{"municipality": key, "value": value} for key, value in {"a": 10.0, "b": 22.0, "c": 90.0}.items()],
    )
    found = of_rates(REFERRED, counts, ORDER, {"a": 10_000, "b": 20_000, "c": 30_000, "d": 4_000})
    pooled = 122 / 60_000
    assert found.centre == pytest.approx(1000 * pooled)
    assert [row.value for row in found.rows] == [pytest.approx(n) for n in (1.0, 1.1, 3.0)] + [None]
    limits = rate_funnel_limits(pooled, 10_000)
    assert limits is not None and found.rows[0].flag is not None
    assert found.rows[0].flag.upper == pytest.approx(limits.upper * 1000)
    assert found.rows[2].position is FunnelPlace.FAR_ABOVE
    made = funnel_chart(found, NORWEGIAN, NAMES)
    assert made.frame.to_dicts()[2]["note"] == "3,0 Høyere enn tilfeldig"
    assert "Skiller seg ut: " in made.finding


def test_without_inhabitants_there_is_no_rate():
    counts = sealed(REFERRED.key, [{"municipality": key, "value": 10.0} for key in ORDER])
    found = of_rates(REFERRED, counts, ORDER, {"a": 10_000, "b": 20_000, "c": 30_000, "d": None})
    assert (found.rows[3].value, found.rows[3].sign) == (None, ".")


def test_a_clamped_rate_is_said_and_not_drawn():
    cells = [{"municipality": k, "value": 0.9, "base": 100.0} for k in "abc"]
    cells.append({"municipality": "d", "value": 0.95, "base": 20.0, "bound": "at_least"})
    made = funnel_chart(of_shares(RATE, sealed(RATE.key, cells), ORDER, 1.0), NORWEGIAN, NAMES)
    last = made.frame.to_dicts()[3]
    assert (last["value"], last["sign"], last["flag_low"]) == (None, "≥ 95\u00a0%", None)


def test_persons_who_differ_make_no_municipality_different() -> None:
    """Persons as clusters (ICC 0.1) and no real difference: with the region's design effect, as it is published, one
    municipality in a hundred at the most is called different; as if appointments were independent, ten times as many.
    """
    dice, sizes = random.Random(4), dict(zip(ORDER, (60, 30, 24, 15), strict=True))
    flagged = {"design": 0, "independent": 0}
    for _ in range(300):
        counts = {key: [_kept(dice) for _ in range(people)] for key, people in sizes.items()}
        everybody = [person for people in counts.values() for person in people]
        design = design_of(design_effect(*zip(*everybody, strict=True)))
        cells = []
        for key, people in counts.items():
            x, n = (sum(part) for part in zip(*people, strict=True))
            cells.append({"municipality": key, "value": round(x / n, 2), "base": float((n + 5) // 10 * 10)})
        for name, phi in (("design", design), ("independent", 1.0)):
            flagged[name] += sum(row.flagged for row in of_shares(RATE, sealed(RATE.key, cells), ORDER, phi).rows)
    assert flagged["design"] <= 0.01 * 300 * len(ORDER)
    assert flagged["independent"] > 10 * flagged["design"]


def _kept(dice: random.Random) -> tuple[int, int]:
    """What one person kept of what was agreed with them in a year; persons' own reliability is beta around 0.9."""
    own = dice.betavariate(8.1, 0.9)  # a + b = 9: ICC 0.1
    agreed = dice.randint(16, 36)
    return sum(dice.random() < own for _ in range(agreed)), agreed
