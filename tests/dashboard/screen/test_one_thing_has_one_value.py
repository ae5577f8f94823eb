"""All pages opened for a choice, with the meeting and the papers: no thing has two values, verdicts or sentences."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.counting.indicators import BY_KEY, INDICATORS
from dashboard.counting.period import from_code
from dashboard.desk import ALL, Desk, the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import words
from dashboard.papers.order import Kind, Order
from dashboard.papers.report import report
from tests import made_up
from tests.dashboard.screen.test_pages import WITH_NUMBERS, key_numbers, visit
from tests.stores import at_home, database_at

pytestmark = pytest.mark.slow

NB = words("nb")
INDICATOR_OF = {NB(f"indicator-{indicator.key.replace('_', '-')}"): indicator.key for indicator in INDICATORS}
TEXT = re.compile(r"<[^>]+>")
Claims = dict[tuple[str, ...], dict[str, list[str]]]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a year or more of attendance and concerts; of the last quarter one municipality is left out by decision."""
    folder = tmp_path_factory.mktemp("one")
    desk = Desk(Settings(database_at(folder / "one.sqlite"), "gjovik", folder / "one.key"))
    today = date.today()
    last = today.replace(day=1)
    first = (last - timedelta(days=220)).replace(day=1)
    desk.keep(desk.receive(made_up.concerts(first, last), "k.csv"))
    head, *rows = made_up.attendance(first, last).decode("utf-8-sig").splitlines()
    quarter = desk.reporting_periods(from_code(f"{last.year - (last.month < 4)}"))[(last.month - 1) // 3 - 1]
    kept = [row for row in rows if ";Søndre Land;" not in row or _day(row) < quarter.first]
    desk.keep(desk.receive("\r\n".join([head, *kept]).encode("utf-8-sig"), "o.csv"))
    desk.do_without("sondre_land", quarter)
    desk.publish()
    return folder / "one.sqlite"


def _day(row: str) -> date:
    day, month, year = row.split(";", maxsplit=1)[0].split(".")
    return date(int(year), int(month), int(day))


@pytest.fixture
def desk(database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    at_home(monkeypatch, database)
    monkeypatch.delenv("SAMSPILL_MODEL", raising=False)
    yield the_desk(Settings.here())
    the_desk.cache_clear()


def plain(markup: str) -> str:
    return " ".join(html.unescape(TEXT.sub(" ", markup)).split())


def inside(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    return plain(found[1]) if found else ""


def claimed_in_numbers(app: AppTest, desk: Desk, page: str, place: str, claims: Claims) -> None:
    """A key number with its notes: the same a year before, and the region's beside a municipality's."""
    chosen = next((box.value for box in app.selectbox if box.key == "choice:periode"), None)
    period = from_code(chosen) if chosen else None
    if period is None:
        opened = {
            "referrals": "referred",
            "attendance": "attendance_rate",
            "pathways": "ended",
            "community": "concerts",
        }
        period = desk.newest_period(opened.get(page, ""))
    assert period is not None
    for name, number, notes in key_numbers(app):
        key = INDICATOR_OF[name]
        of = place if BY_KEY[key].family.by_municipality else ALL
        claims["number", key, of, period.code][number].append(page)
        for note in notes:
            for words_key, about in (
                ("figure-last-year", (of, period.a_year_before.code)),
                ("figure-region", (ALL, period.code)),
            ):
                before = NB(words_key, value="\0").partition("\0")[0]
                if note.startswith(before):
                    claims["number", key, *about][note.removeprefix(before).split(", ")[0]].append(f"{page}, note")


def claimed_of_goals(app: AppTest, page: str, place: str, desk: Desk, claims: Claims) -> None:
    """Value and status of each goal, in rows, cards and slides; the sentence where there is one."""
    names = {NB.said(goal.entry.name): goal.entry.key for goal in desk.goals()}
    shown = "\n".join(one.proto.body for one in app.get("html"))
    cards = re.findall(r'<article class="goal-card">.*?</article>', shown, re.DOTALL)
    rows = re.findall(r"<tr>.*?</tr>", shown, re.DOTALL)
    slides = re.findall(r'<section class="slide">.*?</section>', shown, re.DOTALL)
    for part in [*cards, *rows, *slides]:
        name = (
            inside(part, r"<h[12][^>]*>(.*?)</h[12]>")
            if part in [*cards, *slides]
            else inside(part, r"<th[^>]*>(.*?)</")
        )
        if (key := names.get(name)) is None:
            continue
        of = ALL if 'class="of-region"' in part else place
        value = inside(part, r'class="(?:big|now|number)">(.*?)<(?:/|small)')
        claims["verdict", key, of][f"{value} {inside(part, r'<span class=.status [^>]*>(.*?)</span>')}"].append(page)
        if sentence := inside(part, r'<p class="sentence">(.*?)</p>') or inside(
            part, r'<p class="big">.*?</p><p>(.*?)</p>'
        ):
            claims["sentence", key, of][sentence].append(page)


def claimed_in_papers(desk: Desk, claims: Claims) -> None:
    pinned = desk.at(desk.pin())
    assert pinned is not None
    paper = report(pinned, Order(Kind.REPORT), NB)
    for goal in paper.goals:
        key, place = goal.standing.entry.key, goal.standing.place
        status = goal.verdict.word.partition(", uten ")[0]
        claims["verdict", key, place][f"{goal.verdict.text} {status}".replace("\u00a0", " ")].append("paper")
        claims["sentence", key, place][" ".join(goal.sentence.split())].append("paper")
    for number in paper.numbers:
        claims["number", INDICATOR_OF[number.name], ALL, paper.period_code][number.text].append("paper")


@pytest.mark.parametrize("choice", [{}, {"kommune": "gjovik", "periode": "older"}])
def test_all_pages_the_meeting_and_the_papers_say_one_thing_of_one_thing(desk: Desk, choice: dict[str, str]) -> None:
    quarters = [period for period in desk.periods() if period.kind.value == desk.model.reporting_period]
    asked = {name: quarters[1].code if value == "older" else value for name, value in choice.items()}
    claims: Claims = defaultdict(lambda: defaultdict(list))
    for page in WITH_NUMBERS:
        app = visit(page, **asked)
        assert not app.exception, page
        place = asked.get("kommune", ALL) if page not in {"overview", "pathways"} else ALL
        claimed_in_numbers(app, desk, page, place, claims)
        claimed_of_goals(app, page, place, desk, claims)
    for goal in desk.goals() if not asked else ():
        slide = visit("meeting", bilde=f"mal.{goal.entry.key}")
        assert not slide.exception
        claimed_of_goals(slide, "meeting", ALL, desk, claims)
    if "kommune" in asked:
        slide = visit("meeting", bilde=f"kommune.{asked['kommune']}", kommuner=asked["kommune"])
        claimed_of_goals(slide, "meeting", asked["kommune"], desk, claims)
    claimed_in_papers(desk, claims)
    contradicted = {about: dict(said) for about, said in claims.items() if len(said) > 1}
    assert not contradicted
    said_twice = [about for about, said in claims.items() if sum(map(len, said.values())) > 1]
    kinds = {about[0] for about in said_twice}
    assert kinds == {"number", "verdict", "sentence"}  # or pages were read and nothing was found to be held together
    assert len(said_twice) > 10
