"""Regions and years that are not like others are published, and nothing of them falls to the intruder."""

import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from benchmarks.regions import LEVELS, Kind, model
from dashboard.counting.cells import ALL
from dashboard.counting.period import from_code
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.publishing.notice import Outcome
from data_sources.storing.books.deliveries import WordKind
from tests import made_up
from tests.stores import database_at

pytestmark = pytest.mark.slow

TODAY = date(2025, 9, 1)
Q1 = from_code("2025Q1")


def region(folder: Path, names: Mapping[str, int], today: date = TODAY) -> Desk:
    """A desk on a model with these municipalities."""
    text = model(Kind("unusual", 0, (1.0,)))
    head, _, rest = text.partition("[[municipality]]")
    _, teams, rest = rest.partition("[[team]]")
    tables = [
        f'[[municipality]]\nkey = "m{at}"\nname = "{name}"\nnumber = "{9800 + at}"\n' for at, name in enumerate(names)
    ]
    path = folder / "model.toml"
    path.write_text("\n".join([head, *tables, teams + rest]), encoding="utf-8")
    return Desk(Settings(database_at(folder / "a.sqlite"), str(path), folder / "a.key"), today=lambda: today)


def quarter(people: Mapping[tuple[str, str], int], gone: int = 0) -> bytes:
    """Everybody comes once in the first quarter: (municipality, level) → how many; the first `gone` do not."""
    leaves = [leaf for leaf, n in people.items() for _ in range(n)]
    rows = [
        {
            "Dato": (date(2025, 1, 2) + timedelta(days=number % 88)).strftime("%d.%m.%Y"),
            "Deltaker": f"p{number}",
            "Kommune": place,
            "Team": "Klinikken",
            "Tilbudsform": LEVELS[level],
            "Status": "Møtt",
        }
        for number, (place, level) in enumerate(leaves)
    ][gone:]
    return made_up.table([*rows, {**rows[-1], "Dato": "31.03.2025"}])


def published(desk: Desk, content: bytes, name: str = "oppmote.csv") -> None:
    desk.keep(desk.receive(content, name))
    notices = desk.publish()
    assert {n.outcome for n in notices if n.period == Q1} == {Outcome.PUBLISHED}
    assert [audit for audit in desk.audit() if audit.breaches] == []


def both(names: Mapping[str, int]) -> dict[tuple[str, str], int]:
    """Two thirds of everybody in individual courses, the rest in groups."""
    return {
        (name, level): part
        for name, n in names.items()
        for level, part in (("individual", n - n // 3), ("group", n // 3))
    }


def test_thirty_municipalities_of_which_one_has_nobody(tmp_path: Path) -> None:
    names = {f"Kommune {chr(65 + at % 26)}{at}": (0 if at == 7 else 2 + at % 17) for at in range(30)}
    desk = region(tmp_path, names)
    published(desk, quarter(both(names)))
    assert desk.figure("participants", Q1).sign == ".."  # the region waits for whom nobody has heard from
    for deliverer, month, _ in desk.open_deliveries():
        if deliverer.municipality == "m7":
            desk.say(WordKind.NOTHING, deliverer, month)
    assert {n.outcome for n in desk.publish() if n.period == Q1} == {Outcome.PUBLISHED}
    assert [audit for audit in desk.audit() if audit.breaches] == []
    assert desk.figure("participants", Q1).value == sum(names.values())
    shown = [desk.figure("participants", Q1, f"m{at}").value for at in range(30)]
    assert shown[7] is None
    large = [at for at, n in enumerate(names.values()) if n >= 5]
    assert sum(shown[at] is not None for at in large) >= 0.9 * len(large)


def test_two_thousand_in_one_cell_and_one_in_another(tmp_path: Path) -> None:
    names = {"Storby": 2000, "Bygd": 60, "Øy": 1}
    desk = region(tmp_path, names)
    published(desk, quarter(both(names)))
    assert desk.figure("participants", Q1).value == 2061
    assert desk.figure("participants", Q1, "m2").value is None
    assert sum(desk.figure("participants", Q1, f"m{at}").value is None for at in range(3)) == 2


NAMES = {"Fjell": 41, "Vik": 19, "Skog": 12, "Myr": 7, "Elv": 3}


@pytest.mark.parametrize(
    "corrected",
    [
        lambda: quarter({**both(NAMES), ("Elv", "individual"): 3}),  # one more, of three
        lambda: quarter(both({**NAMES, "Vik": 18, "Elv": 4})),  # one has moved
        lambda: quarter(both(NAMES), gone=1),  # one fewer
    ],
    ids=["added", "moved", "removed"],
)
def test_a_correction_of_one_person_gives_nobody_away(tmp_path: Path, corrected: Callable[[], bytes]) -> None:
    """The old edition can still be read beside the new one; what both tell together tells of nobody."""
    desk = region(tmp_path, NAMES)
    published(desk, quarter(both(NAMES)))
    assert desk.undo(desk.batches()[0].id)
    desk.keep(desk.receive(corrected(), "rettet.csv"))
    notices = desk.publish(edition_of=2025, reason="En person er rettet")
    mine = {n.outcome for n in notices if n.family == "participants" and n.period == Q1}
    assert mine <= {Outcome.PUBLISHED, Outcome.SHOWN_LESS}
    editions = [entry.edition for entry in desk.publications() if entry.period == "2025Q1"]
    assert sorted(editions) == [1, 2]
    assert [audit for audit in desk.audit() if audit.breaches] == []
    assert desk.figure("participants", Q1).value is not None


def test_a_year_of_which_only_some_quarters_could_be_published(tmp_path: Path) -> None:
    """FIT was begun in May: courses that ended in March are in the year, and in none of its quarters."""
    desk = region(tmp_path, {"Fjell": 40, "Vik": 20}, today=date(2026, 9, 1))
    ends = [date(2025, 1, 20) + timedelta(days=5 * number) for number in range(66)]
    referrals = [
        {
            "Henvisning": f"h{number}",
            "Mottatt": (end - timedelta(days=90)).strftime("%d.%m.%Y"),
            "Deltaker": f"p{number}",
            "Kommune": "Fjell" if number % 3 else "Vik",
            "Henvist fra": "Fastlegen",
            "Oppstart": (end - timedelta(days=80)).strftime("%d.%m.%Y"),
            "Avsluttet": end.strftime("%d.%m.%Y"),
            "Avslutningsårsak": ("Ferdig", "Ga seg", "Videre til Huset")[number % 3],
        }
        for number, end in enumerate([*ends, date(2026, 3, 1)])
    ]
    scores = [
        {"Dato": day.strftime("%d.%m.%Y"), "Deltaker": f"p{number}", "ORS": str(20 + (number + back) % 9)}
        for number, end in enumerate([*ends, date(2026, 3, 1)])
        for back in (40, 20, 1)
        if (day := end - timedelta(days=back)) >= date(2025, 5, 5)
    ]
    for rows, name in ((referrals, "henvisninger.csv"), (scores, "fit.csv")):
        desk.keep(desk.receive(made_up.table(rows), name))
    time.sleep(1.1)  # rows of the very second of a publication count as come after it
    notices = [n for n in desk.publish() if n.family in {"ended", "followed"} and n.period.year == 2025]
    assert {n.period.code for n in notices if n.outcome in {Outcome.PUBLISHED, Outcome.SHOWN_LESS}} >= {
        "2025",
        "2025Q3",
    }
    assert not [n for n in notices if n.outcome in {Outcome.BLOCKED, Outcome.WITHDRAWN}]
    followed = {entry.period for entry in desk.publications() if entry.family == "followed"}
    assert {"2025Q2", "2025Q3", "2025Q4", "2025"} <= followed
    assert "2025Q1" not in followed
    assert [audit for audit in desk.audit() if audit.breaches] == []
    told = desk.published().frame.filter(pl.col("indicator") == "ended", pl.col("municipality") == ALL)
    assert told.height > 0
