"""Owns how a status report is put together from the desk's answers: numbers, verdicts and what was decided."""

from collections.abc import Sequence
from datetime import date

from dashboard import charts
from dashboard.charts import Chart
from dashboard.counting.period import Period
from dashboard.desk import ALL, Decision, Desk, Standing
from dashboard.findings import dictionary
from dashboard.goals.agenda import Topic, agenda
from dashboard.goals.goal import GoalKind
from dashboard.goals.verdict import Status
from dashboard.goals.window import Reason
from dashboard.language.words import Words
from dashboard.papers.content import Definition, GoalPart, KeyNumber, Measure, Picture, PlacePart, Report, Verdict
from dashboard.papers.decided import cause_then, decided_then, known_then, written
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.sentences import deliveries, goals, sentences
from dashboard.sentences import goals as goal_sentences
from dashboard.wall.published import Sign

KEY_NUMBERS = ("participants", "attendance_rate", "referred", "concerts")
# A page for each municipality, and what is new since last time: half of the work, and only these papers show it.
_BY_PLACE = {Kind.REPORT, Kind.SLIDES}
_WITH_NEWS = {Kind.REPORT, Kind.SLIDES, Kind.WORKBOOK, Kind.AGENDA}
SHORT = {Status.OFF_TRACK, Status.BELOW_TARGET_UNSURE, Status.ABOVE_TARGET_UNSURE}


def report(desk: Desk, order: Order, words: Words) -> Report:
    """The whole of it for an order. Raises PaperFault where the order asks for what is not there."""
    return _Reporting(desk, order, words).report()


class _Reporting:
    """One report under way: what every part of it needs at hand."""

    def __init__(self, desk: Desk, order: Order, words: Words) -> None:
        self.desk, self.words = desk, words
        self.period = _period(desk, order.period)
        self.kind, self.meeting = order.kind, order.meeting
        self.names = {place.key: place.name for place in desk.model.municipality}
        self.places = _chosen(order.places, list(self.names)) if order.kind in _BY_PLACE else []
        standings = {standing.entry.key: standing for standing in desk.standings()}
        _check(order, list(self.names), list(standings))
        chosen = _chosen(order.goals, list(standings))
        ordered = [slide.key for slide in agenda(list(standings.values()), (), 0) if slide.topic is Topic.GOAL]
        self.standings = [standings[key] for key in ordered if key in chosen]
        self.decisions = decided_then(desk)

    def report(self) -> Report:
        """All parts, in the order they are read."""
        words, desk = self.words, self.desk
        measures = [self._measure(entry) for entry in self._open()]
        edition = sentences.edition(desk.pin(), words)
        period = words.period(self.period)
        return Report(
            language=words.language,
            region=desk.model.name,
            title=words("paper-report-title", period=period),
            period=sentences.period_of(self.period, words),
            edition=edition,
            pin=desk.pin(),
            source=words("paper-source", edition=edition, pin=desk.pin()),
            foot=words("paper-foot", region=desk.model.name, edition=edition),
            period_code=self.period.code,
            meeting=self.meeting,
            held=words("paper-meeting", day=words.day(self.meeting)) if self.meeting else "",
            made_up=desk.settings.demo,
            summary=[written(line) for line in self._summary()],
            numbers=[self._number(key, ALL) for key in KEY_NUMBERS],
            verdicts=[self._verdict(standing) for standing in self.standings],
            goals=[self._goal(standing) for standing in self.standings],
            places=[self._place(key) for key in self.places],
            deviations=[self._verdict(judged) for judged in self.standings if judged.verdict.status in SHORT],
            measures=measures,
            wanted=[written(line) for line in self._wanted()],
            definitions=self._definitions(),
            signs=words("signs"),
            undelivered=[written(line) for line in self._undelivered()],
            decisions=self.decisions,
        )

    # --- in words ------------------------------------------------------------------------------------

    def _summary(self) -> list[str]:
        words, desk = self.words, self.desk
        lines = [sentences.overview(self.standings, words)]
        lines += [
            words("paper-summary-short", goal=words.said(standing.entry.name), status=self._verdict(standing).word)
            for standing in self.standings
            if standing.verdict.status is Status.OFF_TRACK
        ]
        lines.append(sentences.measures(self._open(), desk.seen_on(), words))
        if self.kind in _WITH_NEWS and (news := desk.news()):
            lines += sentences.published_since(news, words)
        return lines

    def _undelivered(self) -> list[str]:
        """Whom the region's numbers lack, and who owed rows on their day: organisations and periods, never how much."""
        words, desk = self.words, self.desk
        lacking = [self.names[key] for key in desk.lacking(self.period)]
        lines = [words("paper-lacking", period=words.period(self.period), names=", ".join(lacking))] if lacking else []
        for owing in desk.owing(now=False):
            what = [f"{words(f'table-{table}')} {words.period(period)}" for table, period in owing.lacking]
            lines.append(words("paper-owing", name=owing.name, what=", ".join(what)))
        return lines

    def _wanted(self) -> list[str]:
        """What the meeting is asked to decide: targets not yet decided, goals without a measure, dates gone by."""
        words, today = self.words, self.desk.seen_on()
        proposed = [words.said(standing.entry.name) for standing in self.standings if not standing.goal.decided]
        lines = [words("paper-wanted-goals", names="; ".join(proposed), count=len(proposed))] if proposed else []
        bare = [
            standing
            for standing in self.standings
            if standing.verdict.status is Status.OFF_TRACK and not self._of(standing)
        ]
        lines += [words("paper-wanted-measure", goal=words.said(standing.entry.name)) for standing in bare]
        late = [entry for entry in self._open() if entry.is_overdue(today)]
        lines += [words("paper-wanted-date", text=written(entry.text)) for entry in late]
        return [*lines, words("paper-wanted-note")]

    def _definitions(self) -> list[Definition]:
        words = self.words
        shown = {*KEY_NUMBERS, "participants", *(standing.indicator.key for standing in self.standings)}
        heads = [words(key) for key in ("about-definition", "dictionary-above", "dictionary-below")]
        heads += [words("dictionary-caution"), words("about-source")]
        return [
            Definition(row[words("about-name")], *(row[head] for head in heads))
            for row in dictionary.numbers(words)
            if row[words("dictionary-key")] in shown
        ]

    # --- numbers -------------------------------------------------------------------------------------

    def _number(self, key: str, place: str) -> KeyNumber:
        words = self.words
        figure = self.desk.figure(key, self.period, place)
        before = self.desk.figure(key, self.period.a_year_before, place)
        beside = [sentences.a_year_before(key, before, words)]
        if place == ALL and (without := self.desk.without(key, self.period)):
            beside.append(words("without", who=deliveries.listed(self.desk.names_of(without), words)))
        return KeyNumber(
            words(f"indicator-{key.replace('_', '-')}"),
            sentences.figure(key, figure, words),
            sentences.between(key, figure, words),
            ". ".join(beside),
        )

    def _verdict(self, standing: Standing) -> Verdict:
        words, judged = self.words, standing.verdict
        sign = Sign.HIDDEN if judged.reason is Reason.HIDDEN else Sign.MISSING
        return Verdict(
            written(words.said(standing.entry.name)),
            judged.status,
            ", ".join(filter(None, (sentences.status(judged, words), deliveries.aside(standing, words)))),
            sign.value if judged.estimate is None else goal_sentences.estimate(standing, words),
            goal_sentences.target(standing, words),
        )

    def _goal(self, standing: Standing) -> GoalPart:
        words, key = self.words, f"indicator-{standing.indicator.key.replace('_', '-')}"
        measures = [self._measure(entry) for entry in self._of(standing)]
        return GoalPart(
            standing,
            self._verdict(standing),
            goals.between(standing, words),
            goal_sentences.sentence(standing, words),
            self._facts(standing),
            Picture(words(key), lambda: self._picture(standing)),
            [*self._cause(standing), *known_then(self.desk, standing, self.names, words)],
            measures,
            self._next_step(standing, measures),
            words(f"{key}.definition"),
            words(f"defined-by-{standing.indicator.source}"),
        )

    def _cause(self, standing: Standing) -> list[str]:
        cause = cause_then(self.desk, standing)
        return [self.words("paper-cause", text=cause)] if cause else []

    def _facts(self, standing: Standing) -> list[str]:
        return [written(fact) for fact in goals.whose(standing, self.words)]

    def _next_step(self, standing: Standing, measures: Sequence[Measure]) -> str:
        words = self.words
        if measures:
            return words("paper-next-measures", count=len(measures))
        return words("paper-next-decide" if standing.verdict.status in SHORT else "paper-next-follow")

    def _picture(self, standing: Standing) -> Chart:
        desk, words = self.desk, self.words
        if standing.goal.kind is GoalKind.DELIVER:
            plan = charts.plan(standing.series, words, standing.goal.target, desk.plan_periods(standing.goal))
            return deliveries.with_lacking(plan, desk.lacked(standing.series), words)
        references = desk.references(standing.indicator.key)
        trend = charts.trend(standing.series, words, target=standing.targets, references=references, names=self.names)
        return deliveries.with_lacking(trend, desk.lacked(standing.series), words)

    def _place(self, key: str) -> PlacePart:
        desk, words = self.desk, self.words
        own = [standing for standing in desk.standings(key) if standing.place == key]
        shown = {standing.entry.key for standing in self.standings}

        def persons() -> Chart:
            return charts.bars(desk.series("participants", key), words, names=self.names)

        def rate() -> Chart:
            return charts.trend(desk.series("attendance_rate", key), words, names=self.names)

        return PlacePart(
            key,
            self.names[key],
            [self._number(indicator, key) for indicator in KEY_NUMBERS],
            [self._verdict(standing) for standing in own if standing.entry.key in shown or standing.entry.municipality],
            [Picture(words("indicator-participants"), persons), Picture(words("indicator-attendance-rate"), rate)],
            [words("paper-note", days=days, text=text) for days, text in _notes(desk, key, words)],
            [self._measure(entry) for entry in self._open() if entry.place == key],
        )

    # --- what was decided ----------------------------------------------------------------------------

    def _open(self) -> list[Decision]:
        waiting = [entry for entry in self.decisions if entry.is_open]
        return sorted(waiting, key=lambda entry: (entry.due or date.max, entry.number))

    def _of(self, standing: Standing) -> list[Decision]:
        return [entry for entry in self._open() if entry.goal == standing.entry.key]

    def _measure(self, entry: Decision) -> Measure:
        words, late = self.words, entry.is_overdue(self.desk.seen_on())
        goals_by_key = {goal.key: words.said(goal.entry.name) for goal in self.desk.goals()}
        about = [written(goals_by_key.get(entry.goal, ""))] if entry.goal else []
        about += [sentences.place(entry.place, self.names, words)] if entry.place != ALL else []
        return Measure(
            entry.number,
            written(entry.text),
            ", ".join(part for part in about if part),
            written(entry.responsible),
            words.day(entry.due) if entry.due else "",
            words("decision-state-overdue" if late else "decision-state-open"),
            late,
            written(entry.case_number),
        )


def _period(desk: Desk, code: str) -> Period:
    """The asked period, or the newest reporting period. Raises PaperFault."""
    periods = desk.periods()
    if code:
        asked = next((period for period in periods if period.code == code), None)
        if asked is None:
            raise PaperFault("unknown-period", period=code)
        return asked
    return next((period for period in periods if period.kind.value == desk.model.reporting_period), periods[0])


def _chosen(asked: Sequence[str] | None, every: Sequence[str]) -> list[str]:
    """Those asked for in our own order; all where nothing was asked."""
    return list(every) if asked is None else [key for key in every if key in asked]


def _check(order: Order, places: Sequence[str], goals_known: Sequence[str]) -> None:
    """Raises PaperFault where a municipality or a goal is asked for that is not there."""
    for key in order.places or ():
        if key not in places:
            raise PaperFault("unknown-place", key=key, keys=", ".join(places))
    for key in order.goals or ():
        if key not in goals_known:
            raise PaperFault("unknown-goal", key=key, keys=", ".join(goals_known))


def _notes(desk: Desk, place: str, words: Words) -> list[tuple[str, str]]:
    return [
        (f"{words.day(note.first)}–{words.day(note.last)}", written(note.text))
        for note in desk.notes(place)
        if note.place == place and note.at.date() <= desk.seen_on()
    ]
