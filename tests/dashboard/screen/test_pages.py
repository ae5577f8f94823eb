"""Every page opens in every language, empty and full, and shows what the desk said."""

import functools
import html
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest

from dashboard.desk import ALL, Desk, the_desk
from dashboard.goals.verdict import Status
from dashboard.installation.settings import Settings
from dashboard.language.words import LANGUAGES, words
from dashboard.screen import overview
from dashboard.screen.guide import READERS
from dashboard.sentences import sentences
from tests import made_up
from tests.stores import at_home, database_at

pytestmark = pytest.mark.slow

APP = Path(__file__).parents[3] / "dashboard" / "app" / "frame.py"
PAGES = [
    "overview",
    "goals",
    "municipality",
    "referrals",
    "attendance",
    "pathways",
    "community",
    "measures",
    "papers",
    "upload",
    "quality",
    "help",
    "about",
]
WITH_NUMBERS = PAGES[:7]
# What each page can be narrowed by: a choice stands where it does something, and nowhere else.
NARROWED = {
    "goals": {"kommune"},
    "municipality": {"kommune", "periode"},
    "referrals": {"kommune", "periode"},
    "attendance": {"kommune", "periode"},
    "pathways": {"periode"},
    "community": {"kommune", "periode"},
    "papers": {"periode"},
}
LAST = date.today().replace(day=1)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with half a year or more of made-up rows, published."""
    folder = tmp_path_factory.mktemp("full")
    desk = Desk(Settings(database_at(folder / "full.sqlite"), "gjovik", folder / "full.key"))
    first = date(
        LAST.year if LAST.month > 6 else LAST.year - 1, LAST.month - 6 if LAST.month > 6 else LAST.month + 6, 1
    )
    for name, make in (("o", made_up.attendance), ("h", made_up.referrals), ("k", made_up.concerts)):
        desk.keep(desk.receive(make(first, LAST), f"{name}.csv"))
    desk.publish()
    return folder / "full.sqlite"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    at_home(monkeypatch, tmp_path / "empty.sqlite")
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    monkeypatch.setattr("dashboard.screen.upload.uploading.PATIENCE", 30.0)  # a test has no eyes for a bar
    yield
    the_desk.cache_clear()


@functools.cache
def hashed(page: str) -> str:
    """What Streamlit calls a page, as an app that has been to the overview knows it."""
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    return app.switch_page(f"../../pages/{page}.py")._page_hash


def visit(page: str, **params: str) -> AppTest:
    """A page opened by its link: nothing is drawn before it."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in params.items():
        app.query_params[name] = value
    if page != "overview":
        app._page_hash = hashed(page)
    return app.run()


def said(app: AppTest) -> str:
    parts = [*app.title, *app.subheader, *app.markdown, *app.caption, *app.info]
    return "\n".join([*(str(part.value) for part in parts), *drawn(app)])


def drawn(app: AppTest) -> list[str]:
    """What stands in the page's own HTML."""
    return [html.unescape(one.proto.body) for one in app.get("html")]


def key_numbers(app: AppTest) -> list[tuple[str, str, list[str]]]:
    """The key numbers of a page: what each is called, what stands in it, and its notes."""
    shape = r"<div><dt>(.*?) <button.*?</dt><dd><strong>(.*?)</strong></dd><dd>(.*?)</dd>"
    shown = [numbers for body in drawn(app) for numbers in re.findall(shape, body)]
    return [(name, number, notes.split("<br>")) for name, number, notes in shown]


def test_a_choice_writes_the_browsers_tab_once_and_fetches_no_icon(
    full: Path, opened: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    app = visit("community")
    written: list[tuple[str, str]] = []
    sent = ScriptRunContext.enqueue

    def noted(self: ScriptRunContext, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "page_config_changed":
            written.append((message.page_config_changed.title, message.page_config_changed.favicon))
        sent(self, message)

    monkeypatch.setattr(ScriptRunContext, "enqueue", noted)
    app.selectbox(key="choice:kommune").select("gjovik").run()
    ((title, icon),) = written
    assert title == "I samfunnet – Samspill"
    assert icon.startswith("data:image/png;base64,")


@pytest.mark.parametrize("page", WITH_NUMBERS)
def test_a_page_waits_for_the_newest_of_the_first_numbers_and_does_not_jump_with_each_that_comes(
    page: str, full: Path, opened: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    desk = the_desk(Settings.here())
    desk.publishing, desk.newest_to_come = 0.4, True
    app = visit(page)
    assert not app.exception
    assert words("nb")("publish-first") in [one.proto.text for one in app.get("progress")]
    assert not app.get("vega_lite_chart") and not key_numbers(app)
    desk.publishing, desk.newest_to_come = None, False
    assert not app.run().get("progress") and not app.exception


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_nothing_uploaded(page: str, language: str, opened: None) -> None:
    app = visit(page, lang=language)
    assert not app.exception
    assert app.title[0].value == words(language)(f"{page}-title")
    if page in WITH_NUMBERS:
        assert words(language)("empty-title") in said(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_numbers(
    page: str, language: str, opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    app = visit(page, lang=language)
    assert not app.exception
    assert app.title[0].value == words(language)(f"{page}-title")
    assert words(language)("empty-title") not in said(app)


def test_every_municipality_and_period_opens_on_every_page(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    desk = the_desk(Settings.here())
    period = desk.periods()[1].code
    for page in WITH_NUMBERS:
        for place in desk.model.municipality:
            app = visit(page, kommune=place.key, periode=period)
            assert not app.exception
            chosen = {name: box.value for box in app.selectbox if (name := (box.key or "").removeprefix("choice:"))}
            narrowed = {name: chosen[name] for name in ("kommune", "periode") if name in chosen}
            both = {"kommune": place.key, "periode": period}
            assert narrowed == {name: both[name] for name in NARROWED.get(page, ())}, page


def test_the_goal_page_answers_for_every_number_and_draws_the_one_a_link_names(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    app = visit("goals", tall="no_show_rate")
    charted = [found for found in the_desk(Settings.here()).control_charts() if found.last is not None]
    names = [words("nb")(f"indicator-{found.indicator.key.replace('_', '-')}") for found in charted]
    assert app.table[0].value[words("nb")("changes-indicator")].to_list() == names
    assert words("nb")("control-heading", name=words("nb")("indicator-no-show-rate")) in said(app)
    assert app.selectbox(key="choice:tall").value == "no_show_rate"


def test_the_overview_has_a_row_for_every_goal_with_its_number_status_and_a_link(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    board = next(one for one in drawn(visit("overview")) if 'class="board"' in one)
    desk, spoken = the_desk(Settings.here()), words("nb")
    rows = board.split("<tr>")[2:]
    assert len(rows) == len(desk.matrix()) > 0
    for row in desk.matrix():
        (there,) = [one for one in rows if spoken.said(row.standing.entry.name) in one]
        assert f"mal={row.standing.entry.key}" in there
        assert sentences.status(row.standing.verdict, spoken) in there
        for key, cell in row.cells.items():  # whoever hears the page hears every municipality
            if cell is not None and key != ALL:
                assert f"{next(p.name for p in desk.model.municipality if p.key == key)}: " in there


def test_the_sentence_above_counts_every_goal_once(opened: None, full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_home(monkeypatch, full)
    desk = the_desk(Settings.here())
    told = sentences.overview(desk.standings(), words("nb")).replace("Ingen", "0").replace("ett ", "1 ")
    first, *rest = told.split(", ")
    reached, total = (int(number) for number in re.findall(r"\d+", first))
    assert total == len(desk.standings()) == reached + sum(int(part.split()[0]) for part in rest)


def test_trouble_comes_first_and_the_rest_keeps_the_models_order() -> None:
    order = [Status.REACHED, Status.OFF_TRACK, Status.CANNOT_JUDGE, Status.ABOVE_TARGET_UNSURE, Status.ON_TRACK_SURE]
    assert sorted(order, key=overview.urgency) == [
        Status.OFF_TRACK,
        Status.ABOVE_TARGET_UNSURE,
        Status.REACHED,
        Status.CANNOT_JUDGE,
        Status.ON_TRACK_SURE,
    ]


def test_a_goal_that_a_link_names_and_we_do_not_have_is_told_of(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    app = visit("goals", mal="tull")
    assert not app.exception
    assert words("nb")("link-unknown") in said(app)


def test_a_link_to_something_unknown_gives_the_nearest_view_and_one_sentence(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    app = visit("overview", kommune="atlantis", periode="1814Q9", lang="tlh")
    assert not app.exception
    assert words("nb")("link-unknown") in said(app)
    assert app.switch_page("../../pages/goals.py").run().selectbox(key="choice:kommune").value == "all"


def test_a_goal_shows_value_target_due_date_status_in_words_and_trend(
    opened: None, full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, full)
    desk = the_desk(Settings.here())
    text = said(visit("goals"))
    spoken = words("nb")
    for standing in desk.standings():
        assert spoken.said(standing.entry.name) in text
        assert spoken(f"status-{standing.verdict.status.value.replace('_', '-')}") in text
    assert "31.12.2026" in text


def test_an_office_file_goes_from_the_browser_to_the_store_and_back(opened: None) -> None:
    app = visit("upload")
    content = made_up.attendance(date(2025, 1, 2), date(2025, 3, 31))
    app.file_uploader[0].upload("oppmote.csv", content).run()
    assert not app.exception
    assert "nye" in said(app)
    next(button for button in app.button if button.label == words("nb")("upload-keep", count=1)).click().run()
    assert not app.exception
    desk = the_desk(Settings.here())
    assert desk.batches()[0].counts[0].new == content.count(b"\r\n") - 1
    next(button for button in app.button if button.key == "undo:1").click().run()
    assert desk.batches()[0].undone_at is not None


def test_a_file_that_is_no_spreadsheet_gets_one_sentence_and_nothing_is_stored(opened: None) -> None:
    app = visit("upload")
    app.file_uploader[0].upload("bilde.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64)).run()
    assert not app.exception
    assert [error.value for error in app.error] == [words("nb")("refused-image")]
    assert the_desk(Settings.here()).batches() == []


def test_a_row_that_fails_never_stops_the_good_ones_and_is_listed(opened: None) -> None:
    rows = b"Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;Gjovik;x\r\n31.02.2026;D2;Gjovik;x\r\n"
    app = visit("upload")
    app.file_uploader[0].upload("to.csv", rows).run()
    listed = said(app)
    assert words("nb")("problem-date-not-in-calendar", column="Dato") in listed
    assert "31.02.2026" in listed
    assert "D2" not in listed


def pressed(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.label == words("nb")(key)).click().run()


def test_what_a_word_means_is_asked_once_and_the_answer_brings_the_row_in(opened: None) -> None:
    rows = "Dato;Deltaker;Kommune;Status\r\n05.03.2026;D1;Gjøvik;Q\r\n06.03.2026;D2;Gjøvik;x\r\n".encode()
    app = visit("upload")
    app.file_uploader[0].upload("en.csv", rows).run()
    assert "Hva betyr «Q» under Status?" in said(app)
    [choices] = app.radio
    choices.set_value("missed")
    pressed(app, "asked-use")
    assert not app.exception and not app.warning
    other = visit("upload")
    other.file_uploader[0].upload("to.csv", rows + "07.03.2026;D3;Gjøvik;Q\r\n".encode()).run()
    assert "3 nye" in said(other)


def test_a_heading_nobody_knows_is_chosen_and_remembered(opened: None) -> None:
    rows = "Dato;Deltaker;Bydel;Utfall\r\n05.03.2026;D1;Gjøvik;x\r\n".encode()
    app = visit("upload")
    app.file_uploader[0].upload("en.csv", rows).run()
    assert app.error
    for column, index in (("municipality", 2), ("status", 3)):
        next(box for box in app.selectbox if box.key.endswith(f":{column}")).select(index)
    pressed(app, "ask-use-headings")
    assert not app.error and "1 nye" in said(app)


def test_a_database_that_cannot_be_written_gets_a_sentence(
    opened: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    at_home(monkeypatch, blocked / "db.sqlite")
    app = visit("overview")
    assert not app.exception
    assert len(app.error) == 1


def test_a_broken_model_file_gets_one_message_with_file_and_key(
    opened: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "region.toml"
    broken.write_text('key = "x"\nname = "X"\n[[municipality]]\nkey = "a"\nname = "A"\n')
    monkeypatch.setenv("SAMSPILL_MODEL", str(broken))
    app = visit("overview")
    assert not app.exception
    assert "region.toml" in app.error[0].value
    assert "municipality.1.number" in app.error[0].value


def test_made_up_numbers_are_marked_on_every_page(opened: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPILL_DEMO", "1")
    for page in PAGES:
        app = visit(page)
        assert words("nb")("demo-banner") in [one.value for one in app.markdown]
        assert not app.warning  # a state of things is no alarm


def test_the_guides_in_docs_have_the_words_of_the_app_and_pictures_that_are_there() -> None:
    """Made by `uv run python docs/pictures.py`; the words change in one place."""
    root = APP.parents[2]
    for reader, passages in READERS.items():
        texts = [one.read_text("utf-8") for one in (root / "docs").glob("veiledning-*.md")]
        (text,) = [one for one in texts if words("nb")(f"guide-{reader}-title") in one]
        for passage, picture in passages.items():
            assert words("nb")(f"guide-{passage}") in text
            assert f"guide/{picture}.png" in text
            assert (root / "dashboard" / "app" / "static" / "guide" / f"{picture}.png").stat().st_size > 10_000


def test_the_environment_is_left_alone(opened: None) -> None:
    assert "SAMSPILL_DEMO" not in os.environ
