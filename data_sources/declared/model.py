"""Owns the collaboration model: who works together, where, with what offers, and towards which goals.

A model is one TOML file. A region adopts the dashboard by writing its own; no code is touched.
"""

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, Protocol

from pydantic import Field, ValidationError

from data_sources.declared import deliverer
from data_sources.declared.deliverer import Deliverer
from data_sources.declared.model_parts import (
    Contact,
    EndReason,
    GoalEntry,
    Municipality,
    Partner,
    Principle,
    Rebase,
    Reference,
    ReferralSource,
    SurveyQuestion,
    Team,
)
from data_sources.declared.part import Part
from data_sources.declared.spelling import fold, place_word
from data_sources.declared.table import OTHER, UNKNOWN, Column, ColumnKind, Vocabulary
from data_sources.declared.tables import BY_NAME
from data_sources.declared.vocabularies import ALWAYS_LISTED, END_REASON, SOURCE, SURVEY_QUESTION, SURVEY_RESPONSE

MODELS = Path(__file__).with_name("models")
GENERAL = Path(__file__).with_name("general.toml")  # the lists of a model that has none of its own
DEFAULT = "gjovik"
_TOGETHER = re.compile(r"[,;/&+]|\bog\b|\band\b", re.IGNORECASE)  # what stands between partners


class ModelFault(Exception):  # noqa: N818 - an answer to whoever wrote the file
    """A model file that cannot be used. `key` is the place in the file, `reason` a code for words."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


class Model(Part):
    """One region's whole set-up. Keys are unique; `threshold` is the wall's k (never below 3)."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str
    reporting_period: Literal["quarter", "tertial"] = "quarter"
    threshold: int = Field(default=5, ge=3)
    waiting_limit_days: int = Field(default=30, ge=1)
    fit_reliable_change: float = Field(default=5.0, gt=0, le=40)  # ORS points; from the instrument's own norms
    unlisted_municipality: Literal["ask", "other"] = "ask"
    # Columns (table → names) whose long numbers are another country's and no Norwegian identity numbers.
    own_numbers: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    contact: Contact | None = None
    ambiguous: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    partner: tuple[Partner, ...] = ()
    municipality: tuple[Municipality, ...] = Field(min_length=1)
    team: tuple[Team, ...] = ()
    referral_source: tuple[ReferralSource, ...] = ()
    end_reason: tuple[EndReason, ...] = ()
    survey_question: tuple[SurveyQuestion, ...] = ()
    principle: tuple[Principle, ...] = ()
    principles_name: dict[str, str] = Field(default_factory=dict)  # what this model calls its principles
    goal: tuple[GoalEntry, ...] = ()
    reference: tuple[Reference, ...] = ()
    rebase: tuple[Rebase, ...] = ()
    deliverer: tuple[Deliverer, ...] = ()
    headings: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    values: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    defaults: dict[str, dict[str, str]] = Field(default_factory=dict)

    def name_of(self, key: str) -> str:
        """The name of a municipality or team of this model."""
        return self._names[key]

    @functools.cached_property
    def become(self) -> dict[str, str]:
        """The key of a municipality that is no more → that of the one it has become."""
        return {key: place.key for place in self.municipality for key in place.formerly}

    def vocabulary(self, column: Column) -> Vocabulary | None:
        """The codes of a column and how they are written: the table's own, or those this model lists for it."""
        vocabulary = column.vocabulary
        return self._vocabularies.get(vocabulary.of_model, vocabulary) if vocabulary else None

    @functools.cached_property
    def _vocabularies(self) -> dict[str, Vocabulary]:
        responses = [response for question in self.survey_question for response in question.responses]
        listed: tuple[tuple[Vocabulary, Sequence[Named], Mapping[str, tuple[str, ...]]], ...] = (
            (SOURCE, self.sources, ALWAYS_LISTED),
            (END_REASON, self.end_reason, ALWAYS_LISTED),
            (SURVEY_QUESTION, self.survey_question, {}),
            (SURVEY_RESPONSE, responses, {}),
        )
        return {
            vocabulary.of_model: replace(vocabulary, spellings={**_spelt(entries), **always})
            for vocabulary, entries, always in listed
        }

    @functools.cached_property
    def sources(self) -> tuple[ReferralSource, ...]:
        """Who refers: what the model lists, and its teams that are not listed there."""
        listed = {source.key for source in self.referral_source}
        teams = (team for team in self.team if team.key not in listed)
        return (
            *(ReferralSource(key=team.key, name={"nb": team.name}, aliases=team.aliases) for team in teams),
            *self.referral_source,
        )

    def names_volunteers(self, text: str) -> bool:
        """Does what somebody wrote of whom a concert was held with name one of the voluntary partners?"""
        return any(fold(part) in self._voluntary for part in _TOGETHER.split(text))

    @functools.cached_property
    def _voluntary(self) -> frozenset[str]:
        partners = (partner for partner in self.partner if partner.kind == "voluntary")
        return frozenset(fold(word) for partner in partners for word in (partner.name, *partner.aliases))

    def leading(self, *ways: str) -> list[str]:
        """The end reasons that lead so: local, open, dropped."""
        return [reason.key for reason in self.end_reason if reason.leads_to in ways]

    @functools.cached_property
    def _names(self) -> dict[str, str]:
        return {place.key: place.name for place in self.municipality} | {team.key: team.name for team in self.team}


class Named(Protocol):
    """An entry of a list: what it is called in each language, and how else it is written."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> Mapping[str, str]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


def _spelt(entries: Iterable[Named]) -> dict[str, tuple[str, ...]]:
    """Each key with every way it is written; entries of one key are one."""
    spelt: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        words = (*spelt.get(entry.key, ()), *entry.name.values(), *entry.aliases)
        spelt[entry.key] = tuple(dict.fromkeys(words))
    return spelt


def load(where: str | Path) -> Model:
    """Read a model by its name (a file of ours) or its path. Raises ModelFault."""
    path = MODELS / f"{where}.toml" if isinstance(where, str) and where.isidentifier() else Path(where)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelFault(str(path), "", "no-file") from None
    except tomllib.TOMLDecodeError as fault:
        line = _line(fault)
        raise ModelFault(str(path), line, "not-toml" if line else "not-toml-at-end") from None
    except (OSError, ValueError, RecursionError):
        raise ModelFault(str(path), "", "unreadable") from None
    content = tomllib.loads(GENERAL.read_text(encoding="utf-8")) | content
    try:
        model = Model.model_validate(content)
    except ValidationError as faults:
        first = faults.errors()[0]
        place = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
        reason = {"missing": "missing", "extra_forbidden": "unknown-key"}.get(first["type"], "wrong-value")
        raise ModelFault(str(path), place, reason) from None
    _check_keys(model, str(path))
    _check_survey(model, str(path))
    _check_mergers(model, str(path))
    _check_spellings(model, str(path))
    _check_columns(model, str(path))
    return model


def _line(fault: tomllib.TOMLDecodeError) -> str:
    """Where TOML stopped making sense, as 'line N' has it; empty where it does not say."""
    words = str(fault).rpartition("(at line ")[2]
    return words.partition(",")[0] if words[:1].isdigit() else ""


def _check_keys(model: Model, file: str) -> None:
    """What one part says of another must be there."""
    for section in ("municipality", "team", "referral_source", "end_reason", "survey_question", "principle", "goal"):
        seen: set[str] = set()
        for part in getattr(model, section):
            if part.key in seen or part.key in {"all", "other", "unknown"}:
                raise ModelFault(file, f"{section}.{part.key}", "taken-key")
            seen.add(part.key)
    places = {place.key for place in model.municipality}
    principles = {principle.key for principle in model.principle}
    for goal in model.goal:
        if goal.municipality is not None and goal.municipality not in places:
            raise ModelFault(file, f"goal.{goal.key}.municipality", "unknown-municipality")
        if not set(goal.principles) <= principles:
            raise ModelFault(file, f"goal.{goal.key}.principles", "unknown-principle")
        if goal.kind != "keep" and goal.due is None:
            raise ModelFault(file, f"goal.{goal.key}.due", "missing")
    for number, rebase in enumerate(model.rebase, start=1):
        if rebase.municipality is not None and rebase.municipality not in places:
            raise ModelFault(file, f"rebase.{number}.municipality", "unknown-municipality")
    if fault := deliverer.fault(model.deliverer, model):
        raise ModelFault(file, *fault)


def _check_survey(model: Model, file: str) -> None:
    """A question has two answers or more, each of them once."""
    for question in model.survey_question:
        keys = [response.key for response in question.responses]
        if len(keys) < 2:
            raise ModelFault(file, f"survey_question.{question.key}.response", "wrong-value")
        for key in keys:
            if keys.count(key) > 1 or key in {"all", OTHER, UNKNOWN}:
                raise ModelFault(file, f"survey_question.{question.key}.response.{key}", "taken-key")


def _check_mergers(model: Model, file: str) -> None:
    """What has become another municipality is none of its own any more, and has become one only."""
    places = {place.key for place in model.municipality}
    for place in model.municipality:
        if any(key in places or model.become[key] != place.key for key in place.formerly):
            raise ModelFault(file, f"municipality.{place.key}.formerly", "taken-key")


def _check_spellings(model: Model, file: str) -> None:
    """One way of writing stands for one municipality, or one team; what is shared would be decided by chance."""
    taken: dict[tuple[str, str], str] = {}
    for place in model.municipality:
        words = {place_word(word) for word in (place.name, *place.aliases)}
        for word in sorted(words | {number.lstrip("0") for number in (place.number, *place.earlier)}):
            if taken.setdefault(("municipality", word), place.key) != place.key:
                raise ModelFault(file, f"municipality.{place.key}: {word}", "taken-key")
    for team in model.team:
        for word in sorted({fold(word) for word in (team.name, *team.aliases)}):
            if taken.setdefault(("team", word), team.key) != team.key:
                raise ModelFault(file, f"team.{team.key}: {word}", "taken-key")
    listed: tuple[tuple[str, Sequence[Named]], ...] = (
        ("referral_source", model.referral_source),
        ("end_reason", model.end_reason),
        ("survey_question", model.survey_question),
        # An answer written in one way is the same answer to every question.
        ("survey_response", [response for question in model.survey_question for response in question.responses]),
    )
    for section, entries in listed:
        for entry in entries:
            for word in sorted({fold(word) for word in (entry.key, *entry.name.values(), *entry.aliases)}):
                if taken.setdefault((section, word), entry.key) != entry.key:
                    raise ModelFault(file, f"{section}.{entry.key}: {word}", "taken-key")


def _check_columns(model: Model, file: str) -> None:
    """What the model says of tables, columns and codes must be about ours."""
    about = [("headings", table, tuple(columns)) for table, columns in model.headings.items()]
    about += [("defaults", table, tuple(columns)) for table, columns in model.defaults.items()]
    about += [("own_numbers", table, columns) for table, columns in model.own_numbers.items()]
    for section, table, columns in about:
        if table not in BY_NAME:
            raise ModelFault(file, f"{section}.{table}", "unknown-key")
        for name in columns:
            if name not in BY_NAME[table].by_name:
                raise ModelFault(file, f"{section}.{table}.{name}", "unknown-key")
    coded = {
        column.name: vocabulary.spellings
        for table in BY_NAME.values()
        for column in table.columns
        if (vocabulary := model.vocabulary(column))
    }
    for name, spellings in model.values.items():
        for code in spellings:
            if code not in coded.get(name, ()):
                raise ModelFault(file, f"values.{name}.{code}", "unknown-key")
    for table, values in model.defaults.items():
        for name, value in values.items():
            if value not in _possible(model, BY_NAME[table].by_name[name]):
                raise ModelFault(file, f"defaults.{table}.{name}", "wrong-value")


def _possible(model: Model, column: Column) -> set[str]:
    """What a column that is not in the file may be set to."""
    match column:
        case Column(kind=ColumnKind.MUNICIPALITY):
            return {*(place.key for place in model.municipality), OTHER, UNKNOWN}
        case Column(kind=ColumnKind.TEAM):
            return {*(team.key for team in model.team), UNKNOWN}
        case Column(kind=ColumnKind.CODE) if vocabulary := model.vocabulary(column):
            return set(vocabulary.spellings)
    return set()
