"""What leaves the wall: a number or a sign for every decided cell, and no number where there is a sign."""

from collections.abc import Mapping

import polars as pl
import pytest
from sealed import sealed

from dashboard.counting.cells import ALL, CELL, ELSEWHERE
from dashboard.counting.families import EVENTS, PARTICIPANTS, PERFORMERS
from dashboard.counting.indicator import Family
from dashboard.counting.period import from_code
from dashboard.counting.tally import Tallies
from dashboard.wall.published import Decided, Published, Sign, decide, persons, publish
from dashboard.wall.search import Depth
from dashboard.wall.translation import shape
from data_sources.declared.model import load

MODEL = load("gjovik")
PLACES = tuple(place.key for place in MODEL.municipality)
NUMBERS = ("value", "low", "high", "base")
TOLD = {"value": 0.9, "low": 0.8, "high": 0.95, "base": 90.0, "finer": 0.9, "bound": "", "design": 1.4}


def one(told: Mapping[str, object] | None, shown: bool, family: str = "participants") -> Published:
    """One cell: what the ledger holds of its attendance, if anything, and whether it is shown."""
    cell = {"period": "2025Q1", **dict.fromkeys(CELL, ALL)}
    floats = dict.fromkeys((*NUMBERS, "finer", "design"), pl.Float64())
    schema = dict.fromkeys(("indicator", "period", *CELL, "bound"), pl.String()) | floats
    rows = [] if told is None else [{"indicator": "attendance_rate", **cell, **told}]
    return publish(pl.DataFrame(rows, schema=schema), pl.DataFrame([{**cell, "family": family, "shown": shown}]))


def rate(published: Published) -> dict[str, object]:
    [row] = published.where(pl.col("indicator") == "attendance_rate").frame.to_dicts()
    return row


@pytest.mark.parametrize(
    ("told", "shown", "sign"),
    [
        (TOLD, True, Sign.SHOWN),
        (TOLD, False, Sign.HIDDEN),
        (None, True, Sign.HIDDEN),
        (None, False, Sign.HIDDEN),
        ({**TOLD, "value": None}, True, Sign.IMPOSSIBLE),
        ({**TOLD, "value": None, "bound": "not_reached"}, True, Sign.SHOWN),
        ({**TOLD, "bound": "at_least"}, True, Sign.SHOWN),
    ],
)
def test_every_cell_has_its_number_or_its_sign(told: dict[str, object] | None, shown: bool, sign: Sign) -> None:
    row = rate(one(told, shown))
    assert row["sign"] == sign.value
    whole = told is not None and shown
    assert [row[name] for name in NUMBERS] == ([told[name] for name in NUMBERS] if whole else [None] * 4)
    assert row["bound"] == (told["bound"] if whole else "")
    assert row["period"] == "2025Q1" and all(row[name] == ALL for name in CELL)


def test_for_judging_there_is_a_finer_number_of_what_is_shown_and_of_nothing_else() -> None:
    finer = one(TOLD, shown=True).finer
    assert finer.columns == ["indicator", "period", *CELL, "finer", "base", "design"]
    assert finer.select("indicator", "finer", "base", "design").rows() == [("attendance_rate", 0.9, 90.0, 1.4)]
    assert one(TOLD, shown=False).finer.is_empty()
    assert one({**TOLD, "finer": None}, shown=True).finer.is_empty()
    assert one(TOLD, shown=True).where(pl.col("indicator") == "participants").finer.is_empty()


def test_every_number_of_a_family_has_its_row_but_what_is_reckoned_when_it_is_looked_up() -> None:
    every = set(one(TOLD, shown=True).frame["indicator"])
    assert {"participants", "attendance_rate", "participations"} <= every
    assert "participants_per_1000" not in every and "referred" not in every
    assert set(one(None, shown=True, family="events").frame["indicator"]) >= {"concerts", "audience"}


def test_numbers_without_a_design_are_read_as_they_are() -> None:
    """As the ledger held them before intervals reckoned with persons."""
    whole = sealed("attendance_rate", [{"value": 0.9, "low": 0.8, "high": 0.95, "base": 90.0, "finer": 0.9}])
    assert (rate(whole)["value"], whole.finer["design"].to_list()) == (0.9, [None])


# --- what is decided -------------------------------------------------------------------------------------------------


def decided(
    family: Family,
    counts: Mapping[str, int],
    *,
    events: Mapping[str, int] | None = None,
    before: Mapping[str, bool] | None = None,
    least: int = 0,
    places: tuple[str, ...] = PLACES,
) -> Decided:
    """A quarter of counts by municipality, and what the wall decides of it."""
    model = MODEL.model_copy(update={"municipality": tuple(p for p in MODEL.municipality if p.key in places)})
    quarter = from_code("2025Q1")
    assert quarter is not None
    cell = {"period": "2025Q1", **dict.fromkeys(CELL, ALL)}
    every = {ALL: sum(n for place, n in counts.items() if place != ELSEWHERE), ELSEWHERE: 0, **counts}
    frame = pl.DataFrame([{**cell, "municipality": place, "persons": n} for place, n in every.items()])
    earlier = pl.DataFrame([{**cell, "municipality": p, "shown": s} for p, s in before.items()]) if before else None
    held = pl.DataFrame(
        [("2025Q1", place, n) for place, n in (events or {}).items()],
        schema={"period": pl.String, "municipality": pl.String, "events": pl.Int64},
        orient="row",
    )
    return decide(
        Tallies(family, frame, pl.DataFrame(), pl.DataFrame()),
        shape(family, model, 2025, [quarter]),
        ["2025Q1"],
        None,
        5,
        before=earlier,
        held=None if events is None else held,
        least=least,
    )


def told(decision: Decided) -> dict[str, int | None]:
    assert decision.frame.filter(pl.col("shown") == pl.col("persons").is_null()).is_empty()
    return dict(decision.frame.select("municipality", "persons").iter_rows())


HEADS = dict(zip(PLACES, (20, 14, 12, 9, 0), strict=True))


def test_a_nought_is_told_where_it_is_known_that_nothing_was_held_and_hidden_where_it_is_not() -> None:
    nothing = {**dict.fromkeys(PLACES, 2), PLACES[-1]: 0, "other": 1, "unknown": 0}
    open_zero = told(decided(PERFORMERS, HEADS, events=nothing))
    assert open_zero == {**HEADS, ALL: 55, ELSEWHERE: None}
    secret = told(decided(PERFORMERS, HEADS, events={**nothing, PLACES[-1]: 1}))
    assert secret[PLACES[-1]] is None and list(secret.values()).count(None) == 3
    assert told(decided(PERFORMERS, HEADS)) == secret
    unheard = {place: n for place, n in nothing.items() if n}
    assert told(decided(PERFORMERS, HEADS, events=unheard)) == secret


def test_that_nothing_was_held_elsewhere_is_known_of_all_of_elsewhere_or_not_at_all() -> None:
    nothing = dict.fromkeys(("other", "unknown"), 0)
    assert told(decided(PERFORMERS, HEADS, events=nothing))[ELSEWHERE] == 0
    assert told(decided(PERFORMERS, HEADS, events={"other": 0}))[ELSEWHERE] is None


def test_where_nothing_was_held_at_all_the_region_is_told_as_nought() -> None:
    nobody = dict.fromkeys(PLACES, 0)
    assert told(decided(PERFORMERS, nobody, events=nobody)) == {**nobody, ALL: 0, ELSEWHERE: None}
    assert told(decided(PERFORMERS, nobody, events={**nobody, PLACES[0]: 1}))[ALL] is None


def test_what_happened_in_public_is_told_whatever_it_is() -> None:
    every = decided(EVENTS, {**dict.fromkeys(PLACES, 1), "other": 0})
    assert every.depth == {"2025Q1": Depth.FULL}
    assert every.frame["shown"].all() and told(every)[PLACES[0]] == 1


def test_what_an_earlier_edition_hid_stays_hidden_and_what_it_showed_is_shown() -> None:
    full = {**HEADS, PLACES[-1]: 8}
    assert None not in {told(decided(PERFORMERS, full))[place] for place in PLACES}
    hidden = told(decided(PERFORMERS, full, before={PLACES[-1]: False, PLACES[-2]: False}))
    assert {place for place in PLACES if hidden[place] is None} == set(PLACES[-2:])
    # The cheapest other to hide with a small one is the one the earlier edition hid, not the one it showed.
    known = told(decided(PERFORMERS, {**HEADS, PLACES[-1]: 3}, before={PLACES[0]: True, PLACES[1]: True}))
    assert known[PLACES[0]] is not None and known[PLACES[1]] is not None


@pytest.mark.parametrize(("least", "depth"), [(0, 0), (1, 1), (2, 2), (3, 3), (7, 3)])
def test_it_begins_as_far_down_the_ladder_as_it_is_told(least: int, depth: int) -> None:
    decision = decided(PERFORMERS, {**HEADS, PLACES[-1]: 8}, least=least)
    assert decision.depth == {"2025Q1": Depth(depth)}
    assert decision.frame["shown"].any() == (depth < Depth.NOTHING)


def test_one_municipality_is_told_as_the_region_is() -> None:
    [alone] = PLACES[:1]
    assert told(decided(PERFORMERS, {alone: 20}, places=(alone,))) == {ALL: 20, alone: 20, ELSEWHERE: None}
    assert told(decided(PERFORMERS, {alone: 3}, places=(alone,))) == {ALL: None, alone: None, ELSEWHERE: None}


def test_whether_a_shown_cell_still_holds_as_many_is_asked_of_shown_cells_alone() -> None:
    cell = dict.fromkeys(CELL, ALL)
    then = [("2025Q1", "a", True, 9), ("2025Q1", "b", False, None), ("2025Q2", "a", True, 9), ("2025Q2", "b", True, 0)]
    now = {("2025Q1", "a"): 9, ("2025Q1", "b"): 4, ("2025Q2", "a"): 8}
    counts = pl.DataFrame([{"period": p, **cell, "municipality": m, "persons": n} for (p, m), n in now.items()])
    shown = pl.DataFrame(
        [{"period": p, **cell, "municipality": m, "shown": s, "persons": n} for p, m, s, n in then],
        schema_overrides={"persons": pl.Int64},
    )
    tallies = Tallies(PARTICIPANTS, counts, pl.DataFrame(), pl.DataFrame())
    assert persons(tallies, shown).rows() == [("2025Q1", True), ("2025Q2", False), ("2025Q2", True)]
