"""What is hidden has no bearing on anything: put other people behind the hidden numbers, and every page stays as it is.

The second and third regions are the wall's own witnesses: whole-number worlds that agree with every shown number.
Everybody in them comes equally often, so that a world differs in who is where and in nothing else.
"""

import io
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import sqlalchemy as sa
import streamlit as st
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.counting import tally
from dashboard.counting.families import PARTICIPANTS, REFERRED
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, from_code
from dashboard.desk import ALL, Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.wall import rounding, translation
from dashboard.wall.lattice import Key, build
from dashboard.wall.search import Search
from dashboard.wall.solver import Work
from data_sources.declared.model import load
from data_sources.declared.tables import BY_NAME
from data_sources.storing.schema import BATCH, metadata
from tests import made_up
from tests.dashboard.unfolded import unfold
from tests.stores import copy_of, database_at

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
APP = ROOT / "dashboard" / "app" / "frame.py"
# Who may see what is a page only where people sign in, and reads accounts alone. The log says when things were done,
# which differs between two databases that were filled at different moments: what stands in it has a test of its own.
PAGES = sorted({path.stem for path in (ROOT / "pages").glob("[a-z]*.py")} - {"access", "log"})
MODEL = load("gjovik")
PLACES = [place.key for place in MODEL.municipality]
NAMES = {p.key: p.name for p in MODEL.municipality} | {"other": MODEL.elsewhere[0], "unknown": ""}
TEAMS = {team.key: team.name for team in MODEL.team} | {"unknown": ""}
LEVELS = dict(zip(("individual", "group", "open"), made_up.LEVELS, strict=True)) | {"unknown": "Ukjent"}
SOURCES = {source.key: source.name["nb"] for source in MODEL.sources} | {"other": "Annet", "unknown": "Ukjent"}
QUARTER = from_code("2025Q1")
LEDGER = ("publication", "decided_cell", "published_number", "publication_attempt", "publication_without", "withdrawal")
Leaves = Mapping[tuple[str, ...], int]


def region(seed: int) -> tuple[Leaves, Leaves]:
    """How many participants there are by municipality, level and team, and referred by municipality and source."""
    dice = random.Random(seed)
    size = dict(zip(PLACES, (60, 28, 24, 9, 11), strict=True))
    teams = [team.key for team in MODEL.team]
    came = Counter(
        (place, dice.choice(("individual", "group", "open")), dice.choices(teams, (5, 3, 1, 2))[0])
        for place in PLACES
        for _ in range(size[place])
    )
    sent = Counter(
        (place, dice.choices(("fact", "dps", "doctor", "nav", "self"), (6, 4, 2, 1, 1))[0])
        for place in PLACES
        for _ in range(size[place] // 2)
    )
    return came, sent


def files(came: Leaves, sent: Leaves) -> dict[str, bytes]:
    """A quarter's files of such a region: everybody has four appointments and keeps three."""
    people = [leaf for leaf, count in sorted(came.items()) for _ in range(count)]
    attendance = [
        {
            "Dato": (date(2025, 1, 6) + timedelta(days=27 * visit + number % 3)).strftime("%d.%m.%Y"),
            "Deltaker": f"P{number:04d}",
            "Kommune": NAMES[place],
            "Team": TEAMS[team],
            "Tilbudsform": LEVELS[level],
            "Status": "Møtt" if visit else "Ikke møtt",
        }
        for number, (place, level, team) in enumerate(people)
        for visit in range(4)
    ]
    waiting = [leaf for leaf, count in sorted(sent.items()) for _ in range(count)]
    referrals = [
        {
            "Henvisning": f"H{number:04d}",
            "Mottatt": f"{1 + number % 27:02d}.0{1 + number % 3}.2025",
            "Deltaker": f"R{number:04d}",
            "Kommune": NAMES[place],
            "Henvist fra": SOURCES[source],
            "Oppstart": (date(2025, 1 + number % 3, 1 + number % 27) + timedelta(days=10)).strftime("%d.%m.%Y"),
        }
        for number, (place, source) in enumerate(waiting)
    ]
    concerts = made_up.concerts(date(2025, 1, 2), date(2025, 3, 31))
    last = {**attendance[-1], "Dato": "31.03.2025", "Status": "Planlagt"}
    return {
        "oppmote.csv": made_up.table([*attendance, last]),
        "henvisninger.csv": made_up.table([*referrals, {**referrals[-1], "Henvisning": "H9999"}]),
        "konserter.csv": concerts,
    }


def kept(folder: Path, came: Leaves, sent: Leaves, key: Path) -> Desk:
    desk = Desk(Settings(database_at(folder / "samspill.sqlite"), "gjovik", key))
    for name, content in files(came, sent).items():
        preview = desk.receive(content, name)
        assert preview.arrival.refused is None
        assert not any(counts.failed for counts in desk.keep(preview).counts)
    return desk


def witnesses(desk: Desk, family: Any, codes: list[str]) -> list[dict[Key, int]]:
    """The wall's own worlds for one family and quarter, farthest from the truth first."""
    periods: list[Period] = [p for code in codes if (p := from_code(code))]
    rows = {name: desk._store.rows(table) for name, table in BY_NAME.items()}
    tallies = tally.measure(family, rows, desk.model, periods, date(2026, 1, 1))
    shape = translation.shape(family, desk.model, 2025, periods)
    lattice = build(shape, translation.in_lattice(family, tallies.counts), codes)
    search = Search(lattice, shape, codes, {}, desk.model.threshold)
    search.protect(Work(1_500_000))
    whole = [table for table in search.tables if (table == table.round()).all()]
    far = sorted(whole, key=lambda table: -abs(table - lattice.values).sum())
    return [dict(zip(lattice.keys, map(int, table), strict=False)) for table in far]


def leaves_of(world: Mapping[Key, int], *, by_level: bool) -> dict[tuple[str, ...], int]:
    """The leaves of the quarter in a world."""
    return {
        (place, second, third) if by_level else (place, second): count
        for (period, place, second, third), count in world.items()
        if period == QUARTER.code and ALL not in (place, second) and (not by_level or third != ALL) and count
    }


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Databases with the same ledger over different rows: the truth first."""
    key = tmp_path_factory.mktemp("key") / "samspill.key"
    truth = tmp_path_factory.mktemp("truth")
    came, sent = region(5)
    desk = kept(truth, came, sent, key)
    desk.publish()
    codes = ["2025-01", "2025-02", "2025-03", QUARTER.code]
    came_too = [leaves_of(world, by_level=True) for world in witnesses(desk, PARTICIPANTS, codes)]
    sent_too = [leaves_of(world, by_level=False) for world in witnesses(desk, REFERRED, codes[3:])]
    others = zip(
        [world for world in came_too if world != came], [world for world in sent_too if world != sent], strict=False
    )
    made = [truth / "samspill.sqlite"]
    for one, two in list(others)[:2]:
        folder = tmp_path_factory.mktemp("other")
        _with_ledger_of(desk, kept(folder, one, two, key))
        made.append(folder / "samspill.sqlite")
    assert len(made) == 3
    return made


def _with_ledger_of(truth: Desk, other: Desk) -> None:
    """The same publications, and uploads at the same moments, over other rows."""
    with truth._store.engine.connect() as theirs, other._store.engine.begin() as ours:
        for name in LEDGER:
            if rows := [dict(row) for row in theirs.execute(metadata.tables[name].select()).mappings()]:
                ours.execute(metadata.tables[name].insert(), rows)
        for batch in theirs.execute(sa.select(BATCH.c.id, BATCH.c.uploaded_at, BATCH.c.fingerprint)).mappings():
            ours.execute(sa.update(BATCH).where(BATCH.c.id == batch["id"]).values(**batch))


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    yield
    the_desk.cache_clear()


def at(world: Path, key: Path) -> Desk:
    return Desk(Settings(database_at(world), "gjovik", key))


def _key_of(worlds: list[Path]) -> Path:
    return next(worlds[0].parents[1].glob("key*/samspill.key"))


def everything(database: Path, key: Path, monkeypatch: pytest.MonkeyPatch, **chosen: str) -> dict[str, list[bytes]]:
    """All that every page sends to the browser for a choice: words, tables, specs, rows and files to take away."""
    the_desk.cache_clear()
    taken: list[bytes] = []
    offered = st.download_button

    def download_button(label: str, data: Any, **more: Any) -> bool:
        taken.append(_content(data() if callable(data) else data))
        return bool(offered(label, data, **more))

    monkeypatch.setattr(st, "download_button", download_button)
    unfold(monkeypatch)
    monkeypatch.setenv("SAMSPILL_DATABASE", database_at(database))
    monkeypatch.setenv("SAMSPILL_KEY", str(key))
    app, sent = opened(chosen), {}
    for page in PAGES:
        if page != "overview":
            try:
                app.switch_page(f"../../pages/{page}.py").run()
            except ValueError:  # the test's own browser forgets how a list on the page before was worded
                app = opened(chosen).switch_page(f"../../pages/{page}.py").run()
        assert not app.exception, page
        sent[page] = [*_protos(app.main), *_protos(app.sidebar), *taken]
        taken.clear()
    monkeypatch.setattr(st, "download_button", offered)
    return sent


def opened(chosen: Mapping[str, str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in chosen.items():
        app.query_params[name] = value
    return app.run()


def _content(file: bytes) -> bytes:
    """What stands in a file to take away: a workbook's cells, for it also says when it was made."""
    if not file.startswith(b"PK"):
        return file
    book = load_workbook(io.BytesIO(file), read_only=True)
    return repr([(sheet.title, list(sheet.values)) for sheet in book]).encode()


def _protos(block: Any) -> Iterator[bytes]:
    for child in block.children.values():
        if proto := getattr(child, "proto", None):
            copy = type(proto)()
            copy.CopyFrom(proto)
            if "deferred_file_id" in proto.DESCRIPTOR.fields_by_name:
                copy.ClearField("deferred_file_id")  # a file not made before somebody asks; here somebody does
            yield copy.SerializeToString(deterministic=True)
        if getattr(child, "children", None):
            yield from _protos(child)


@pytest.mark.parametrize(("place", "pinned"), [(ALL, False), (PLACES[0], True), (PLACES[-1], False)])
def test_other_people_behind_the_hidden_numbers_change_no_page(
    worlds: list[Path], place: str, pinned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = _key_of(worlds)
    chosen = {"kommune": place, "periode": QUARTER.code} | ({"sett": at(worlds[0], key).pin()} if pinned else {})
    truth = everything(worlds[0], key, monkeypatch, **chosen)
    assert sum(map(len, truth.values())) > 100
    assert any(part.startswith(b"\xef\xbb\xbf") for part in truth["attendance"])  # a csv, as Excel wants it
    for world in worlds[1:]:
        other = everything(world, key, monkeypatch, **chosen)
        assert [page for page in PAGES if other[page] != truth[page]] == []


def test_no_explanation_tells_of_other_people(worlds: list[Path]) -> None:
    desks = [at(world, _key_of(worlds)) for world in worlds]
    of_survey = [question.key for question in desks[0].model.survey_question]
    assert of_survey
    for key, indicator in BY_KEY.items():
        for place, question in product([ALL, *PLACES], of_survey if indicator.family.each else [""]):
            truth, *others = (repr(desk.explain(key, QUARTER, place, question)) for desk in desks)
            assert others == [truth, truth]


def test_no_preview_and_no_receipt_tells_of_other_people(worlds: list[Path], tmp_path: Path) -> None:
    """Of rows that a file brings, it says what becomes of them; of those it lacks, none, some or the nearest ten."""
    key, told = _key_of(worlds), []
    rows = [
        {"Dato": f"{day}.02.2025", "Deltaker": f"NY{day}", "Kommune": NAMES[PLACES[0]], "Team": TEAMS["culture"]}
        | {"Tilbudsform": LEVELS["open"], "Status": "Møtt"}
        for day in (11, 12, 13)
    ]
    for number, world in enumerate(worlds):
        copy_of(world, tmp_path / f"{number}.sqlite")
        desk = at(tmp_path / f"{number}.sqlite", key)
        preview = desk.receive(made_up.table(rows), "nye.csv")
        said = [(effect.counts, effect.absent, effect.placed.rows()) for effect in preview.effects]
        batch = desk.keep(preview)
        receipt = [repr(counts) for counts in batch.counts]
        undone = desk.undo(batch.id)
        quality = repr([desk.quality_by_month(), [{**row, "uploaded_at": ""} for row in desk.quality()[0]]])
        told.append((said, receipt, undone, quality))
    assert told[1:] == told[:1] * (len(told) - 1)
    assert told[0][0] and told[0][2]


def test_the_log_says_who_did_what_and_nothing_of_whom(worlds: list[Path]) -> None:
    logs = [
        [(e.who, e.role, e.action, re.sub(r"^file \w+$", "file", e.object), e.outcome) for e in at(world, key).log()]
        for key in [_key_of(worlds)]
        for world in worlds
    ]
    kept = [[entry for entry in log if entry[2] in {"preview", "keep"}] for log in logs]
    assert kept[1:] == kept[:1] * (len(kept) - 1)
    assert len(kept[0]) >= 6
    assert {entry[3] for entry in kept[0]} == {"file"}


def test_other_people_behind_the_hidden_numbers_change_nothing_that_is_born(worlds: list[Path]) -> None:
    """The same one step earlier: whatever is published from such rows by the same pattern is the same."""
    key = _key_of(worlds)
    born = []
    for world in worlds:
        desk = Desk(Settings(database_at(world), "gjovik", key))
        entries = list(desk._ledger.latest().values())
        decided = desk._ledger.decided(entries)
        rows = {name: desk._store.rows(table) for name, table in BY_NAME.items()}
        numbers = []
        for family in (PARTICIPANTS, REFERRED):
            tallies = tally.measure(family, rows, desk.model, [QUARTER], date(2026, 1, 1))
            mine = decided.filter(pl.col("family") == family.key, pl.col("period") == QUARTER.code)
            numbers.append(set(rounding.numbers(tallies, mine, desk.model.threshold).iter_rows()))
        born.append(numbers)
    assert born[1:] == born[:1] * (len(born) - 1)
    assert sum(map(len, born[0])) > 60
