"""Owns what is written before a meeting and after it: notice and agenda, and minutes with the numbers it saw."""

from collections.abc import Sequence
from datetime import date

from dashboard.desk import ALL, Decision, Desk
from dashboard.language.words import Words
from dashboard.papers.blocks import Block, Grid, Heading, Points, Text, Written
from dashboard.papers.content import Measure, Report, Verdict
from dashboard.papers.decided import written
from dashboard.papers.order import Order
from dashboard.sentences import decisions, sentences


def agenda(report: Report, words: Words) -> Written:
    """Notice and agenda: what was to be done since last time, the numbers as they are, and what is to be decided."""
    day = words.day(report.meeting) if report.meeting else words("paper-day-open")
    cases = [words("paper-case-agenda"), words("paper-case-last"), words("paper-case-status")]
    cases += [words("paper-case-goal", goal=verdict.name) for verdict in report.deviations]
    cases += [words("paper-case-other")]
    blocks: list[Block] = [
        Text(words("paper-notice", day=day, region=report.region)),
        Heading(words("paper-cases")),
        Points(cases, numbered=True),
        Heading(words("paper-case-last")),
        *_measures(report.measures, words),
        Heading(words("paper-case-status")),
        Points(report.summary),
        _verdicts(report.verdicts, words),
    ]
    for goal in report.goals:
        if goal.verdict in report.deviations:
            blocks += [Heading(goal.verdict.name, 2), Text(goal.sentence)]
            blocks += [Points(goal.known)] if goal.known else []
            blocks += [Text(goal.next_step)]
            blocks += _measures(goal.measures, words) if goal.measures else []
    if report.undelivered:
        blocks += [Heading(words("paper-undelivered")), Points(report.undelivered)]
    blocks += [Heading(words("paper-wanted")), Points(report.wanted, numbered=True)]
    blocks += [Text(report.signs, quiet=True)]
    return _paper(words("paper-agenda-title", day=day), report, blocks, words)


def minutes(desk: Desk, report: Report, order: Order, words: Words) -> Written:
    """Minutes of the meeting of a day: who was there, what was decided case by case, the numbers the meeting saw."""
    held = order.meeting or desk.seen_on()
    entries = sorted(
        (decision for decision in desk.decisions() if decision.decided_on == held), key=lambda entry: entry.number
    )
    day = words.day(held)
    blocks: list[Block] = [
        Heading(words("paper-present")),
        Text(written(order.present) or words("paper-present-write")),
        Heading(words("paper-decided")),
    ]
    if not entries:
        blocks.append(Text(words("paper-nothing-decided", day=day)))
    for entry in entries:
        blocks += _case(entry, desk, words, held)
    blocks += [Heading(words("paper-case-last")), *_measures(report.measures, words)]
    blocks += [Heading(words("paper-seen")), Text(report.summary[0]), _verdicts(report.verdicts, words)]
    blocks += [Text(report.signs, quiet=True)]
    return _paper(words("paper-minutes-title", day=day), report, blocks, words)


def _case(entry: Decision, desk: Desk, words: Words, held: date) -> Sequence[Block]:
    """One decision under the number of its case, with who does it and until when."""
    goals = {goal.key: written(words.said(goal.entry.name)) for goal in desk.goals()}
    names = {place.key: place.name for place in desk.model.municipality}
    about = [goals.get(entry.goal, "")] if entry.goal else []
    about += [sentences.place(entry.place, names, words)] if entry.place != ALL else []
    facts = [written(fact) for fact in decisions.who_and_when(entry, words)]
    heading = ": ".join(
        part for part in (written(decisions.mark_of(entry, words)), ", ".join(part for part in about if part)) if part
    )
    blocks: list[Block] = [Heading(heading, 2), Text(written(entry.text))]
    return [*blocks, Text(". ".join(facts) + ".")] if facts else blocks


def _measures(measures: Sequence[Measure], words: Words) -> Sequence[Block]:
    if not measures:
        return [Text(words("paper-no-measures"))]
    heads = ("paper-measure", "paper-about", "decision-responsible", "decision-due", "decision-state")
    rows = [(measure.text, measure.about, measure.responsible, measure.due, measure.state) for measure in measures]
    return [Grid([words(head) for head in heads], rows)]


def _verdicts(verdicts: Sequence[Verdict], words: Words) -> Grid:
    heads = ("decision-goal", "paper-now", "paper-target", "decision-state")
    return Grid(
        [words(head) for head in heads],
        [(verdict.name, verdict.text, verdict.target, verdict.marked) for verdict in verdicts],
    )


def _paper(title: str, report: Report, blocks: Sequence[Block], words: Words) -> Written:
    lines = [report.region, report.period]
    lines += [words("paper-made-up")] if report.made_up else []
    return Written(title, lines, report.source, report.foot, blocks)
