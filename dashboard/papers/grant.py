"""Owns the yearly report to whoever gives the grant: goals against the application, deviations explained, who was
reached, surveys and FIT, concerts. What we have no numbers of is said, with room for it."""

from collections.abc import Mapping, Sequence

from dashboard.counting.cells import ALL
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period, PeriodKind, from_code
from dashboard.desk import Desk
from dashboard.goals.standing import Standing, course
from dashboard.goals.verdict import Verdict
from dashboard.language.words import Words
from dashboard.papers.blocks import Block, Grid, Heading, Points, Text, Written
from dashboard.papers.content import Report
from dashboard.papers.order import PaperFault
from dashboard.papers.report import SHORT
from dashboard.sentences import deliveries, sentences

REACHED = ("participants", "participations", "referred", "ended", "transition_rate")
FIT = ("fit_followed_rate", "fit_improved_rate")
IN_PUBLIC = ("concerts", "audience", "performers", "outreach", "guidance", "advice", "reached")


def year_of(desk: Desk, code: str) -> Period:
    """The year a code names or lies in, else the newest that is published. Raises PaperFault."""
    years = [period for period in desk.periods() if period.kind is PeriodKind.YEAR]
    asked = from_code(code) if code else None
    if asked is not None and asked.kind is PeriodKind.YEAR:
        year_chosen = next((year for year in years if year.year == asked.year), None)
    else:
        year_chosen = next(iter(years), None)
    if year_chosen is None:
        raise PaperFault("unpublished-year", year=str(asked.year) if asked else "")
    return year_chosen


def grant(desk: Desk, report: Report, words: Words) -> Written:
    """The report of a year. `report` is of that year."""
    year = from_code(report.period_code)
    assert year is not None
    state = [partner.name for partner in desk.model.partner if partner.kind == "state"]
    blocks: list[Block] = [Heading(words("paper-summary")), Points([*report.summary[:1], *report.undelivered])]
    blocks += [Heading(words("paper-grant-goals")), Text(words("paper-grant-goals-text", year=str(year.year)))]
    stood = {goal.standing.entry.key: _at_the_end(goal.standing, year) for goal in report.goals}
    blocks += [_goals(desk, report, year, stood, words)]
    blocks += [Heading(words("paper-grant-deviations"))]
    deviations = [goal for goal in report.goals if stood[goal.standing.entry.key].status in SHORT]
    for goal in deviations:
        then, now = (sentences.status(each, words) for each in (stood[goal.standing.entry.key], goal.standing.verdict))
        statuses = {"year": str(year.year), "then": then, "now": now}
        blocks += [Heading(goal.verdict.name, 2), Text(words("paper-grant-deviation", **statuses)), Text(goal.sentence)]
        blocks += [Points([*goal.known, *(f"{part.text} ({part.state})" for part in goal.measures)])]
        blocks += [Text(words("paper-grant-explain"))]
    if not deviations:
        blocks += [Text(words("paper-no-deviations"))]
    blocks += [Heading(words("paper-grant-reached")), _numbers(desk, REACHED, year, words)]
    blocks += [_by_place(desk, year, words)]
    blocks += [Heading(words("paper-grant-surveys")), *_answers(desk, year, words), _numbers(desk, FIT, year, words)]
    blocks += [Text(words("paper-grant-surveys-text"))]
    blocks += [Heading(words("paper-grant-public")), _numbers(desk, IN_PUBLIC, year, words)]
    blocks += [Heading(words("paper-grant-accounts")), Text(words("paper-grant-accounts-text"))]
    blocks += [Heading(words("about-definitions-title"))]
    blocks += [
        Points([f"{part.name}: {part.definition}" for part in report.definitions]),
        Text(report.signs, quiet=True),
    ]
    to = words("paper-grant-to", name=", ".join(state)) if state else ""
    lines = [line for line in (report.region, to, words("paper-made-up") if report.made_up else "") if line]
    return Written(words("paper-grant-title", year=str(year.year)), lines, report.source, report.foot, blocks)


def _goals(desk: Desk, report: Report, year: Period, stood: Mapping[str, Verdict], words: Words) -> Grid:
    """What was aimed at, what the year came to, how the goal stood then, and how it stands."""
    heads = [words("decision-goal"), words("paper-target"), words("paper-grant-result", year=str(year.year))]
    rows = []
    for goal in report.goals:
        indicator = goal.standing.indicator.key
        result = _figure(desk, indicator, year, words, goal.standing.place)
        then = sentences.status(stood[goal.standing.entry.key], words)
        rows.append((goal.verdict.name, goal.verdict.target, result, then, goal.verdict.marked))
    return Grid([*heads, words("paper-grant-then", year=str(year.year)), words("paper-grant-now")], rows)


def _at_the_end(standing: Standing, year: Period) -> Verdict:
    """How the goal stood when the year had ended; as it stands, where no period of it ended then."""
    ended = (judged.verdict for judged in course(standing) if judged.period.last == year.last)
    return next(ended, standing.verdict)


def _numbers(desk: Desk, indicators: Sequence[str], year: Period, words: Words) -> Grid:
    """Numbers of the year beside those of the year before."""
    rows = []
    for key in indicators:
        name = words(f"indicator-{key.replace('_', '-')}")
        rows.append((name, _figure(desk, key, year, words), _figure(desk, key, year.a_year_before, words)))
    heads = [words("about-name"), str(year.year), str(year.year - 1)]
    return Grid(heads, rows)


def _answers(desk: Desk, year: Period, words: Words) -> list[Block]:
    """Each question of the user survey: how many answered it, and how many of them well, beside the year before."""
    names = {question.key: words.said(question.name) for question in desk.model.survey_question}
    if desk.surveyed(year) != year:
        return [Text(words("paper-grant-survey-none", year=str(year.year)))] if names else []
    good = words("indicator-good-response-rate")
    heads = [words("paper-grant-survey-question"), words("paper-grant-survey-answered"), f"{good}, {year.year}"]
    rows = []
    for key, name in names.items():
        answered = desk.figure_of(key, "responses", year)
        shares = (desk.figure_of(key, "good_response_rate", each) for each in (year, year.a_year_before))
        texts = [sentences.figure("good_response_rate", share, words) for share in shares]
        rows.append((name, sentences.figure("responses", answered, words), *texts))
    return [Grid([*heads, str(year.year - 1)], rows)]


def _figure(desk: Desk, key: str, year: Period, words: Words, place: str = ALL) -> str:
    """A number of the year; beside one of the region, whom it was published without."""
    figure = desk.figure(key, year, place)
    lacking = desk.names_of(desk.without(key, year)) if place == ALL and not figure.sign else []
    aside = words("without-aside", who=deliveries.listed(lacking, words)) if lacking else ""
    return ", ".join(filter(None, (sentences.figure(key, figure, words), aside)))


def _by_place(desk: Desk, year: Period, words: Words) -> Grid:
    """Participants, referred persons and concerts of each municipality."""
    shown = [key for key in ("participants", "referred", "concerts") if BY_KEY[key].family.by_municipality]
    names = {place.key: place.name for place in desk.model.municipality}
    heads = [words("chart-municipality"), *(words(f"indicator-{key.replace('_', '-')}") for key in shown)]
    rows = [
        (sentences.place(place, names, words), *(_figure(desk, key, year, words, place) for key in shown))
        for place in (ALL, *names)
    ]
    return Grid(heads, rows)
