"""What is told of who has not delivered, and of what is not recorded: named, never judged, never zero."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from dashboard.counting.period import from_code
from dashboard.desk import ALL, Desk, Standing
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from dashboard.sentences import deliveries as of_deliveries
from dashboard.sentences import goals as goal_sentences
from dashboard.sentences import sentences
from data_sources.declared.model import MODELS
from data_sources.storing.books.deliveries import WordKind
from tests import made_up
from tests.stores import copy_of, database_at

pytestmark = pytest.mark.slow

TODAY = date(2026, 2, 20)
FIRST, LAST = date(2025, 1, 2), date(2026, 1, 31)
KEYS = ("gjovik", "ostre_toten", "vestre_toten", "sondre_land", "nordre_land")


def keep(desk: Desk, content: bytes, name: str) -> None:
    preview = desk.receive(content, name)
    assert preview.arrival.refused is None
    desk.keep(preview)


def lines(content: bytes, *words_in: str) -> bytes:
    """The heading, and the rows that hold one of these words."""
    head, *rows = content.decode("utf-8-sig").splitlines()
    return "\r\n".join([head, *(row for row in rows if any(word in row for word in words_in))]).encode("utf-8-sig")


def goal(desk: Desk, key: str, place: str = ALL) -> Standing:
    return next(one for one in desk.standings(place) if one.entry.key == key)


def at_nine(database: str, key: Path) -> Desk:
    return Desk(Settings(database, "gjovik", key), today=lambda: TODAY).then(
        datetime.combine(TODAY, time(9)), "koordinator"
    )


@pytest.fixture(scope="module")
def one_delivered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the appointments of Østre Toten alone, published."""
    file = tmp_path_factory.mktemp("alone") / "a.sqlite"
    desk = at_nine(database_at(file), file.with_suffix(".key"))
    keep(desk, lines(made_up.attendance(FIRST, LAST), ";Østre Toten;"), "oppmote.csv")
    desk.publish()
    return file


@pytest.fixture
def alone(one_delivered: Path, tmp_path: Path) -> Iterator[Desk]:
    """Only Østre Toten has delivered, and that is published: a store of the test's own."""
    desk = at_nine(copy_of(one_delivered, tmp_path / "b.sqlite"), one_delivered.with_suffix(".key"))
    yield desk
    desk._store.engine.dispose()


def test_one_of_five_sees_its_own_numbers_and_the_others_are_named(alone: Desk) -> None:
    year = from_code("2025Q4")
    assert year is not None
    assert alone.figure("participants", year, "ostre_toten").value is not None
    attendance = goal(alone, "attendance")
    assert (attendance.verdict.status, attendance.verdict.reason) == (Status.CANNOT_JUDGE, Reason.NOT_DELIVERED)
    assert attendance.lacking == ("Gjøvik", "Vestre Toten", "Søndre Land", "Nordre Land")
    assert goal(alone, "attendance", "ostre_toten").verdict.status is not Status.CANNOT_JUDGE
    said = goal_sentences.sentence(attendance, words("nb"))
    assert "Gjøvik, Vestre Toten, Søndre Land og Nordre Land har ikke levert" in said


def test_a_pinned_link_gives_the_same_reasons_as_the_page_it_was_made_from(alone: Desk) -> None:
    """And goes on giving them when the others have delivered, and that is published."""
    pinned = alone.at(alone.pin())
    assert pinned is not None

    def reasons(desk: Desk) -> list[tuple[str, str, Reason | None, tuple[str, ...]]]:
        cells = [(row.standing.entry.key, place, cell) for row in desk.matrix() for place, cell in row.cells.items()]
        return [(key, place, one.verdict.reason, one.lacking) for key, place, one in cells if one is not None]

    assert reasons(pinned) == (then := reasons(alone))
    assert ("attendance", ALL, Reason.NOT_DELIVERED, goal(alone, "attendance").lacking) in then
    assert pinned.waiting_for() == alone.waiting_for() != []
    later = alone.then(datetime.combine(TODAY + timedelta(days=3), time(9)), "koordinator")
    keep(later, made_up.attendance(FIRST, LAST), "alle.csv")
    later.publish()
    assert goal(later, "attendance").verdict.reason is not Reason.NOT_DELIVERED
    again = later.at(pinned.pin())
    assert again is not None
    assert reasons(again) == then


def test_nothing_is_said_of_chance_where_no_goal_of_the_region_can_be_judged(alone: Desk) -> None:
    """The one municipality's own verdicts are no reason to speak of red and green on the overview."""
    assert goal(alone, "attendance", "ostre_toten").verdict.status is not Status.CANNOT_JUDGE
    assert sentences.by_chance(alone.matrix(), words("nb")) == ""


def test_the_others_have_the_sign_for_missing_and_no_number(alone: Desk) -> None:
    period = from_code("2025Q4")
    assert period is not None
    found = alone.places("participants", period).frame
    signs = dict(found.select("municipality", "sign").iter_rows())
    assert {place for place, sign in signs.items() if sign == ".."} == {ALL, *KEYS} - {"ostre_toten"}
    assert found.filter(found["value"] == 0).is_empty()


def test_a_table_nobody_has_delivered_gives_no_zero_and_no_verdict(alone: Desk) -> None:
    period = from_code("2025Q4")
    assert period is not None
    assert alone.figure("concerts", period).sign == ".."
    concerts = goal(alone, "concerts")
    assert concerts.verdict.reason is Reason.NOT_DELIVERED
    assert concerts.lacking == ("Kulturnettverket",)
    assert {table.name for table in alone.never_delivered()} >= {"concerts", "referrals", "fit"}


def test_what_no_file_records_is_not_judged(make_desk: Callable[..., Desk]) -> None:
    """Nobody ever wrote who cancelled: that is no goal reached."""
    desk = make_desk(today=TODAY)
    written = made_up.attendance(FIRST, LAST).decode("utf-8-sig").replace("Avlyst av deltaker", "Ikke møtt")
    keep(desk, written.encode("utf-8-sig"), "oppmote.csv")
    desk.publish()
    cancelled = goal(desk, "cancelled")
    assert (cancelled.verdict.status, cancelled.verdict.reason) == (Status.CANNOT_JUDGE, Reason.NOT_RECORDED)
    assert cancelled.verdict.estimate is None
    assert "føres nesten ikke i filene fra Gjøvik" in goal_sentences.sentence(cancelled, words("nb"))
    assert goal(desk, "attendance").verdict.reason is not Reason.NOT_RECORDED


def test_nothing_to_report_counts_as_delivered_and_can_be_taken_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(today=TODAY)
    whole = made_up.attendance(FIRST, LAST)
    keep(desk, lines(whole, ";Gjøvik;", ";Østre Toten;", ";Vestre Toten;", ";Nordre Land;"), "uten.csv")
    period = from_code("2025Q4")
    assert period is not None
    assert desk.missing("participants", period) == ["sondre_land"]
    for one, month, _ in desk.open_deliveries():
        desk.say(WordKind.NOTHING, one, month)
    assert desk.missing("participants", period) == []
    for word in desk.words_of_deliveries():
        assert desk.withdraw_word(word.id)
    assert desk.missing("participants", period) == ["sondre_land"]
    assert not desk.withdraw_word(1)


def test_rows_behind_published_numbers_are_known_before_they_are_undone(alone: Desk) -> None:
    [batch] = alone.batches()
    assert from_code("2025Q4") in alone.behind_published(batch)
    later = made_up.concerts(TODAY - timedelta(days=10), TODAY)
    keep(alone, later, "konserter.csv")
    assert alone.behind_published(alone.batches()[0]) == []


def test_the_board_answers_its_own_question_in_a_sentence(alone: Desk) -> None:
    said = of_deliveries.answer(alone.board(), TODAY, words("nb"))
    assert said.startswith("Nei, ikke ennå. Dette mangler: Gjøvik, Vestre Toten, Søndre Land og Nordre Land (Oppmøte, ")
    for deliverer, month, _ in alone.open_deliveries():
        alone.say(WordKind.NOTHING, deliverer, month)
    assert of_deliveries.answer(alone.board(), TODAY, words("nb")) == "Ja. Alle som skulle ha levert, har levert."


def test_nobody_is_reminded_of_what_the_board_does_not_show(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    """A team that ended two years ago was reminded every month of what it never delivered then."""
    text = (MODELS / "gjovik.toml").read_text("utf-8")
    file = tmp_path / "region.toml"
    ended = '[[deliverer]]\ntable = "attendance"\nteam = "reinsvoll"\nuntil = 2024-04-15\n\n'
    file.write_text(text.replace("[[deliverer]]", f"{ended}[[deliverer]]", 1), "utf-8")
    desk = make_desk(str(file), today=date(2026, 7, 20))
    others = [team for team in made_up.TEAMS if team != "SI Reinsvoll"]
    keep(desk, lines(made_up.attendance(date(2024, 1, 2), date(2026, 5, 31)), *others), "oppmote.csv")
    owed = {(owing.name, *one) for owing in desk.owing() for one in owing.lacking}
    day, board = desk.today(), desk.board()
    cells = [
        (row.name, table.name, period)
        for table, _, rows in board
        for row in rows
        for period, cell in row.cells.items()
        if cell.is_owed(day)
    ]
    assert owed == set(cells) != set()
    assert not {deliverer.team for deliverer, _, _ in desk.open_deliveries()} - {None}
    assert all(row.cells for _, _, rows in board for row in rows)
    assert of_deliveries.answer(board, day, words("nb")).count("juni 2026") == 1


def test_every_period_of_the_last_year_that_waits_is_told_with_all_whom_it_waits_for(alone: Desk) -> None:
    """Also with those who deliver for everybody, without whom nobody's numbers are whole."""
    content = made_up.referrals(FIRST, date(2025, 9, 30))
    keep(alone, content, "henvisninger.csv")
    fourth = from_code("2025Q4")
    assert fourth is not None
    assert alone.blocking("referred", fourth) == ["Sykehuset Innlandet"]
    waits = dict(alone.waiting_for(("referred",)))
    assert waits == {fourth: ["Sykehuset Innlandet"]}
    every = dict(alone.waiting_for())
    assert [period.code for period in every] == ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]
    assert every[fourth][-1] == "Sykehuset Innlandet" != every[next(iter(every))][-1]
    first, last = of_deliveries.waiting(alone.waiting_for(), words("nb"))
    assert first.startswith("1. kvartal 2025, 2. kvartal 2025 og 3. kvartal 2025: ")
    assert last.startswith("4. kvartal 2025: ") and "Nordre Land og Sykehuset Innlandet" in last


def test_nobody_is_told_to_lack_in_a_quarter_what_is_delivered_and_counted_by_the_year(alone: Desk) -> None:
    """A year's survey comes when the year is over: its quarters wait for nobody."""
    question = alone.model.survey_question[0]
    answer = {"Spørsmål": question.name["nb"], "Svar": question.responses[0].name["nb"], "Kommune": "Gjøvik"}
    alone.keep(alone.typed([{"Dato": "03.10.2024", **answer, "Deltaker": "D1"}], "undersøkelse.csv"))
    [last_year] = alone.waiting_for(("surveyed",))
    assert (last_year[0].code, last_year[1]) == ("2025", ["Kulturnettverket"])
    assert alone.awaited("responses", last_year[0]) == ["Kulturnettverket"]
    fourth = from_code("2025Q4")
    assert fourth is not None and alone.awaited("responses", fourth) == []
    told = {period.code: names for period, names in alone.waiting_for()}
    assert not [code for code, names in told.items() if "Q" in code and "Kulturnettverket" in names]
