"""What a reader can rely on about when numbers come, and that they stay."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.counting import tally
from dashboard.counting.cells import CELL, whole
from dashboard.counting.families import REFERRED
from dashboard.counting.period import from_code
from dashboard.counting.tally import Tallies
from dashboard.desk import ALL, Desk
from dashboard.installation.settings import Settings
from dashboard.publishing import attacking
from dashboard.publishing.publish import Outcome
from dashboard.publishing.situation import Situation
from dashboard.wall import published as privacy
from dashboard.wall.attack.intruder import Attack, Breach
from dashboard.wall.published import Decided, Published
from data_sources.declared import model as model_file
from tests import made_up
from tests.stores import copy_of, database_at

pytestmark = pytest.mark.slow

FIRST, LAST = date(2025, 1, 2), date(2025, 6, 30)
TODAY = date(2025, 7, 20)


def desk_at(database: str, key: Path) -> Desk:
    return Desk(Settings(database, "gjovik", key), today=lambda: TODAY)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with half a year's appointments, and its key beside it."""
    file = tmp_path_factory.mktemp("taken_in") / "a.sqlite"
    keep(desk_at(database_at(file), file.with_suffix(".key")), made_up.attendance(FIRST, LAST), "oppmote.csv")
    time.sleep(1.1)  # rows of the very second of a publication count as come after it
    return file


@pytest.fixture(scope="module")
def key(taken_in: Path) -> Path:
    return taken_in.with_suffix(".key")


@pytest.fixture(scope="module")
def published_file(taken_in: Path, key: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the same, published."""
    file = tmp_path_factory.mktemp("published") / "p.sqlite"
    desk_at(copy_of(taken_in, file), key).publish()
    return file


@pytest.fixture(scope="module")
def published(published_file: Path, key: Path) -> Desk:
    """Half a year, published. For tests that only look."""
    return desk_at(database_at(published_file), key)


@pytest.fixture
def desk(published_file: Path, key: Path, tmp_path: Path) -> Iterator[Desk]:
    """The same on a copy of its own, for tests that change something."""
    own = desk_at(copy_of(published_file, tmp_path / "b.sqlite"), key)
    yield own
    own._store.engine.dispose()


@pytest.fixture
def unpublished(taken_in: Path, key: Path, tmp_path: Path) -> Iterator[Desk]:
    """Half a year that nobody has published, on a copy of its own."""
    own = desk_at(copy_of(taken_in, tmp_path / "u.sqlite"), key)
    yield own
    own._store.engine.dispose()


def keep(desk: Desk, content: bytes, name: str) -> None:
    preview = desk.receive(content, name)
    assert preview.arrival.refused is None
    desk.keep(preview)


def codes(desk: Desk, outcome: Outcome, family: str = "participants") -> set[str]:
    return {n.period.code for n in desk.publish() if n.outcome is outcome and n.family == family}


def test_a_period_is_published_when_it_has_closed_and_its_rows_have_come(published: Desk) -> None:
    assert {"2025Q1", "2025Q2", "2025-06"} <= {entry.period for entry in published.publications()}
    assert [period.code for period in published.periods()] == ["2025Q2", "2025Q1"]


def test_nothing_is_published_until_somebody_says_so(unpublished: Desk) -> None:
    desk = unpublished
    assert {n.period.code for n in desk.survey() if n.outcome is Outcome.READY} >= {"2025Q1", "2025Q2"}
    assert desk.periods() == []


def test_a_period_whose_last_month_has_not_come_waits(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(today=TODAY)
    keep(desk, made_up.attendance(FIRST, date(2025, 5, 31)), "oppmote.csv")
    notices = {n.period.code: n.outcome for n in desk.survey() if n.family == "participants"}
    assert notices["2025Q2"] is Outcome.NOT_REPORTED
    assert notices["2025Q1"] is Outcome.READY


def test_what_is_published_is_not_published_again(desk: Desk) -> None:
    before = desk.published().frame
    assert codes(desk, Outcome.PUBLISHED) == set()
    assert desk.published().frame.equals(before)


def test_a_correction_of_a_closed_period_is_named_and_changes_nothing(desk: Desk) -> None:
    before = desk.published().frame
    keep(desk, made_up.attendance(FIRST, LAST, reliable=0.6), "rettet.csv")
    assert codes(desk, Outcome.CORRECTED) >= {"2025Q1", "2025Q2"}
    assert desk.published().frame.equals(before)


def test_rows_that_come_while_publishing_goes_on_are_named_as_a_correction(
    unpublished: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are in no number that was published, and no later survey may take it that they were."""
    desk = unpublished
    read = Situation.read

    def slowly(*asked: object) -> Situation:
        situation = read(*asked)
        monkeypatch.setattr(Situation, "read", read)
        keep(desk, made_up.attendance(FIRST, LAST, reliable=0.6), "rettet.csv")
        time.sleep(1.1)
        return situation

    monkeypatch.setattr(Situation, "read", slowly)
    desk.publish(look_after=False)
    corrected = {n.period.code for n in desk.survey() if n.outcome is Outcome.CORRECTED}
    assert corrected >= {"2025Q1", "2025Q2"}


def test_years_that_no_upload_has_touched_are_not_counted_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    count = tally.measure
    monkeypatch.setattr(tally, "measure", lambda family, *rest: counted.append(family.key) or count(family, *rest))
    desk.survey()
    assert "participants" not in counted


def test_what_falls_to_the_attack_is_withdrawn_and_the_next_try_shows_less_until_it_holds(
    unpublished: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = unpublished
    attack = attacking.attack

    def careless(*asked: object, **more: object) -> Attack:
        found = attack(*asked, **more)
        quarter = [screen for screen in asked[0] if screen.period == "2025Q1"]
        finest = [s for s in quarter if not s.frame.filter(pl.col("sign") == "", ~whole(but=CELL[:2])).is_empty()]
        fallen = tuple(Breach(s.family, s.period, (), "cell", 1, 1) for s in finest if s.family == "participants")
        return Attack(found.tried, found.breaches + fallen)

    monkeypatch.setattr(attacking, "attack", careless)
    assert "2025Q1" in codes(desk, Outcome.WITHDRAWN)
    assert "2025Q1" not in {period.code for period in desk.periods()}
    told = [n for n in desk.survey() if n.outcome is Outcome.READY and n.period.code == "2025Q1"]
    assert told
    outcomes = [codes(desk, Outcome.SHOWN_LESS) for _ in range(3)]
    assert any("2025Q1" in shown for shown in outcomes)
    newest = {e.period: e for e in desk.publications() if e.family == "participants"}["2025Q1"]
    assert (newest.depth, newest.edition) >= (1, 2)
    assert desk.figure("participants", from_code("2025Q1"), ALL).value == 93


def test_what_nobody_has_attacked_is_read_by_nobody_and_is_attacked_the_next_time(
    unpublished: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine stops between publishing and the attack: nothing is read that may give somebody away."""
    desk = unpublished
    attack, asked = attacking.attack, []

    def stops(*_: object, **__: object) -> Attack:
        raise MemoryError

    monkeypatch.setattr(attacking, "attack", stops)
    with pytest.raises(MemoryError):
        desk.publish()
    assert (desk.periods(), desk.publications()) == ([], [])
    assert desk.figure("participants", from_code("2025Q1"), ALL).value is None
    assert {n.period.code for n in desk.survey() if n.outcome is Outcome.READY} >= {"2025Q1", "2025Q2"}
    monkeypatch.setattr(attacking, "attack", lambda *a, **more: asked.append(a) or attack(*a, **more))
    assert codes(desk, Outcome.PUBLISHED) >= {"2025Q1", "2025Q2"}
    assert len(asked) == 1
    assert desk.figure("participants", from_code("2025Q1"), ALL).value == 93
    assert {entry.edition for entry in desk.publications()} == {1}


def test_two_families_of_the_same_persons_never_contradict_each_other_on_how_many_they_are(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one hides, the other would tell: so one has the first word, and the other waits for it."""
    desk = make_desk(today=TODAY)
    keep(desk, made_up.referrals(FIRST, LAST), "henvisninger.csv")
    decide = privacy.decide

    def hiding_totals(tallies: Tallies, *rest: object, **more: object) -> Decided:
        decided = decide(tallies, *rest, **more)
        if tallies.family is not REFERRED:
            return decided
        total = pl.all_horizontal(pl.col(name) == ALL for name in CELL)
        frame = decided.frame.with_columns(
            pl.when(~total).then("shown").otherwise(pl.lit(False)).alias("shown"),
            pl.when(~total).then("persons").alias("persons"),
        )
        return Decided(frame, decided.depth)

    with monkeypatch.context() as other:
        other.setattr(privacy, "decide", hiding_totals)
        desk.publish()
    families = {entry.family for entry in desk.publications()}
    assert "referred" in families and "waited" not in families
    assert not [n for n in desk.survey() if n.family == "waited" and n.period.code == "2025Q1"]
    # What an edition hides, a later one cannot show beside it.
    desk.publish(edition_of=2025, reason="Region på nytt")
    assert "waited" not in {entry.family for entry in desk.publications()}


def test_publishing_goes_on_by_itself_and_only_once_at_a_time(unpublished: Desk) -> None:
    desk = unpublished
    assert desk.start_publishing()
    assert not desk.start_publishing()
    while desk.publishing is not None:
        time.sleep(0.05)
    assert isinstance(desk.published_last, list)
    assert [period.code for period in desk.periods()] == ["2025Q2", "2025Q1"]


def test_publishing_goes_on_until_what_came_of_it_is_told(
    make_desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is written when it is done, and that may take a while."""
    acting = Desk.acting

    @contextmanager
    def slowly(desk: Desk, *args: object, **kwargs: object) -> Iterator[None]:
        with acting(desk, *args, **kwargs):
            yield
        time.sleep(0.3)

    monkeypatch.setattr(Desk, "acting", slowly)
    desk = make_desk(today=TODAY)
    keep(desk, made_up.concerts(FIRST, LAST), "konserter.csv")
    assert desk.start_publishing()
    while desk.publishing is not None:
        time.sleep(0.01)
    assert isinstance(desk.published_last, list)


def test_a_new_edition_is_a_deliberate_act_and_the_old_one_is_kept(desk: Desk) -> None:
    before = desk.figure("attendance_rate", from_code("2025Q1"))
    keep(desk, made_up.attendance(FIRST, LAST, reliable=0.6), "rettet.csv")
    desk.publish(edition_of=2025, reason="Feil uttrekk i mars")
    after = desk.figure("attendance_rate", from_code("2025Q1"))
    assert after.value < before.value
    assert {edition for _, period, edition, _ in desk.newest_editions() if period.code == "2025Q1"} == {2}
    first = [entry for entry in desk.publications() if entry.period == "2025Q1" and entry.family == "participants"]
    assert [(entry.edition, entry.reason) for entry in first] == [(1, ""), (2, "Feil uttrekk i mars")]


def test_no_published_number_bears_on_fewer_than_five_persons(published: Desk) -> None:
    persons = published.published().where(pl.col("indicator") == "participants").frame
    shown = persons.filter(pl.col("sign") == "")["value"]
    assert shown.filter(shown > 0).min() >= 5
    # Nobody whose offer or service is unknown is no secret.
    zeros = persons.filter(pl.col("sign") == "", pl.col("value") == 0)
    assert zeros.filter((pl.col("level") != "unknown") & (pl.col("service") != "unknown")).is_empty()
    assert len(shown) > 10


def test_what_happened_in_public_is_told_however_few_they_were(make_desk: Callable[..., Desk]) -> None:
    """A concert is no person: one concert is shown as one, and so is its audience."""
    desk = make_desk(today=TODAY)
    keep(desk, made_up.concerts(FIRST, LAST), "konserter.csv")
    desk.publish()
    mine = pl.col("indicator").is_in(["concerts", "audience"])
    told = desk.published().frame.filter(mine)
    few = told.filter(pl.col("indicator") == "concerts", pl.col("value").is_between(1, 4))
    assert few.height > 3
    assert set(told["sign"]) == {""}


@pytest.mark.parametrize("missing", ["Publikum", "Medvirkende", "Samarbeid med"])
def test_what_no_concert_says_is_not_nought(make_desk: Callable[..., Desk], missing: str) -> None:
    """A file without the column, or with nothing in it: nobody knows how many they were, or with whom."""
    about = {"Publikum": "audience", "Medvirkende": "performers", "Samarbeid med": "co_arranged_rate"}
    desk = make_desk(today=TODAY)
    lines = [line.split(";") for line in made_up.concerts(FIRST, LAST).decode("utf-8-sig").splitlines()]
    at = lines[0].index(missing)
    content = "\n".join(
        ";".join("" if n and i == at else text for i, text in enumerate(line)) for n, line in enumerate(lines)
    )
    keep(desk, content.encode(), "konserter.csv")
    desk.publish()
    told = desk.published().frame
    heard = told.filter(pl.col("indicator") == "concerts", pl.col("value") > 0).select("period", "municipality")
    silent = told.filter(pl.col("indicator") == about[missing]).join(heard, on=["period", "municipality"])
    assert heard.height > 3
    assert set(silent["sign"]) == {":" if missing == "Medvirkende" else "."}
    assert silent["value"].null_count() == silent.height > 3
    others = told.filter(pl.col("indicator").is_in([*about.values()])).join(heard, on=["period", "municipality"])
    assert set(others.filter(pl.col("indicator") != about[missing])["sign"]) == {""}


def test_what_is_hidden_has_one_sign_and_no_number(published: Desk) -> None:
    hidden = published.published().frame.filter(pl.col("sign") == ":")
    assert len(hidden) > 0
    numbers = hidden.select("value", "low", "high", "base").null_count().row(0)
    assert numbers == (len(hidden),) * 4
    assert hidden["bound"].unique().to_list() == [""]


def test_a_rate_is_a_whole_per_cent_and_appointments_are_rounded_to_ten(published: Desk) -> None:
    rates = published.published().where(pl.col("indicator") == "attendance_rate").frame
    rates = rates.filter(pl.col("sign") == "")
    assert all(abs(value * 100 - round(value * 100)) < 1e-9 for value in rates["value"])
    assert all(base % 10 == 0 for base in rates["base"])


def test_what_a_team_does_not_offer_has_its_own_sign_and_nobody_stands_there(
    tmp_path: Path, make_desk: Callable[..., Desk]
) -> None:
    """Also where rows, and people's ways between teams, say otherwise: the period is published all the same."""
    model = (tmp_path / "model.toml").absolute()
    text = (Path(model_file.__file__).parent / "models" / "gjovik.toml").read_text(encoding="utf-8")
    model.write_text(
        text.replace('name = "SI Reinsvoll"', 'name = "SI Reinsvoll"\nlevels = ["individual"]'), encoding="utf-8"
    )
    desk = make_desk(str(model), today=TODAY, name="model")
    keep(desk, made_up.attendance(FIRST, LAST), "oppmote.csv")
    desk.publish()
    grid = desk.grid("participants", from_code("2025Q1")).frame
    signs = {(level, service): sign for level, service, sign in grid.select("level", "service", "sign").iter_rows()}
    assert (signs["group", "reinsvoll"], signs["open", "reinsvoll"]) == ("–", "–")
    assert signs["individual", "reinsvoll"] in {"", ":"}
    assert len(grid) == len(signs)


def test_only_the_wall_can_publish() -> None:
    with pytest.raises(TypeError):
        Published(pl.DataFrame(), pl.DataFrame(), object())


def test_a_filter_chooses_among_published_numbers_and_never_counts_again(published: Desk) -> None:
    every = published.published().frame
    some = published.series("participants", "gjovik").frame
    assert some.join(every, on=some.columns, how="semi", nulls_equal=True).height == some.height


def test_the_region_and_municipalities_are_shown_for_people_to_steer_by(published: Desk) -> None:
    assert published.figure("participants", from_code("2025Q1"), ALL).value == 93
    shown = [published.figure("participants", from_code("2025Q1"), p.key).value for p in published.model.municipality]
    assert sum(value is not None for value in shown) >= 4


def test_undoing_an_upload_leaves_what_was_published(desk: Desk) -> None:
    before = desk.published().frame
    assert desk.undo(desk.batches()[0].id)
    desk.publish()
    assert desk.published().frame.equals(before)


def test_what_a_meeting_saw_can_be_read_after_a_new_edition(desk: Desk) -> None:
    with desk._store.engine.begin() as store:
        store.exec_driver_sql("UPDATE publication SET at = '2025-07-20 10:00:00'")
    before = desk.figure("attendance_rate", from_code("2025Q1"))
    assert desk.days_of_change() == []
    keep(desk, made_up.attendance(FIRST, LAST, reliable=0.6), "rettet.csv")
    desk.publish(edition_of=2025, reason="Feil uttrekk i mars")
    assert desk.figure("attendance_rate", from_code("2025Q1")) != before
    assert desk.at("2025-07-20").figure("attendance_rate", from_code("2025Q1")) == before
    assert date(2025, 7, 20) in desk.days_of_change()


def test_participants_per_1000_are_reckoned_of_shown_counts_only_and_say_how_sure_they_are(published: Desk) -> None:
    period = from_code("2025Q2")
    for place in [ALL, *(place.key for place in published.model.municipality)]:
        count = published.figure("participants", period, place)
        rate = published.figure("participants_per_1000", period, place)
        adults = published.adults(2025, place)
        if count.sign:
            assert (rate.value, rate.low, rate.high, rate.sign) == (None, None, None, count.sign)
        else:
            assert rate.value == round(count.value * 1000 / adults, 1)
            assert rate.low < rate.value < rate.high
    assert "other" not in published.places("participants_per_1000", period).frame["municipality"].to_list()
