"""Every word the code asks for is there in every language, and no word is there that nobody asks for.

Keys are found by reading the sources: written out, or put together from a code ("status-{}"). What a code can
be is listed here once, from the definitions themselves.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import streamlit
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from dashboard.counting.families import ENDED, FAMILIES
from dashboard.counting.indicator import Measure, ShownAs
from dashboard.counting.indicators import INDICATORS
from dashboard.counting.period import PeriodKind, from_code, of_year
from dashboard.desk.explanations import Rule
from dashboard.desk.identity.person import Action, Role
from dashboard.findings.control_chart import Basis
from dashboard.goals.recorded import UNRECORDED
from dashboard.goals.verdict import Status, Trend
from dashboard.goals.window import Reason
from dashboard.language.words import DEFAULT, LANGUAGES, MissingWordsError, source, words
from dashboard.papers.order import Kind
from dashboard.papers.tidy import COLUMNS as COLUMNS_OF_NUMBERS
from dashboard.publishing.deliveries import State as DeliveryState
from dashboard.publishing.publish import Outcome
from dashboard.screen.guide import READERS
from dashboard.screen.upload.typing import FORMS
from dashboard.statistics.signals import Assurance, Change, Signal
from dashboard.wall.published import Sign
from data_sources.declared.model import MODELS, load
from data_sources.declared.table import Severity
from data_sources.declared.tables import TABLES
from data_sources.declared.vocabularies import LEVEL
from data_sources.reading import cells
from data_sources.storing.books.deliveries import WordKind
from data_sources.storing.books.minute_book import State

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("dashboard", "data_sources", "pages")
FOR_THE_BROWSER = "browser-"  # said by the browser's own code, which is not read here
languages = pytest.mark.parametrize("language", LANGUAGES)


# --- the words -------------------------------------------------------------------------------------------


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's own name
        self.found.add(node.id.name)


@cache
def spoken(language: str) -> dict[str, frozenset[str]]:
    """Every key, and every attribute as key.attribute, with the arguments its words need."""
    parsed = FluentParser().parse(source(language))
    found: dict[str, frozenset[str]] = {}
    for entry in parsed.body:
        assert not isinstance(entry, fluent.Junk), entry.content
        if not isinstance(entry, fluent.Message):
            continue
        parts = [(entry.id.name, entry.value)]
        parts += [(f"{entry.id.name}.{attribute.id.name}", attribute.value) for attribute in entry.attributes]
        for key, pattern in parts:
            assert key not in found, f"{key} is there twice"
            arguments = _Arguments()
            arguments.visit(pattern)
            found[key] = frozenset(arguments.found)
    return found


# --- the code --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """One place where words are asked for: the keys it may ask for, with "{}" for what is not written out."""

    where: str
    shapes: tuple[str, ...]
    arguments: frozenset[str] | None  # None where they are handed on and cannot be read


@cache
def sources() -> dict[Path, ast.Module]:
    files = sorted(chain.from_iterable((ROOT / room).rglob("*.py") for room in ROOMS))
    assert files
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def callers() -> dict[str, list[tuple[ast.Call, ast.AST]]]:
    """Function name → every call of it, and the function (or module) the call stands in."""
    found: dict[str, list[tuple[ast.Call, ast.AST]]] = {}

    def walk(node: ast.AST, inside: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                name = getattr(child.func, "attr", getattr(child.func, "id", ""))
                found.setdefault(name, []).append((child, inside))
            walk(child, child if isinstance(child, ast.FunctionDef) else inside)

    for module in sources().values():
        walk(module, module)
    return found


@cache
def enclosing() -> dict[ast.AST, ast.AST]:
    """Each function → the function or module it stands in."""
    found: dict[ast.AST, ast.AST] = {}

    def walk(node: ast.AST, outer: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef):
                found[child] = outer
            walk(child, child if isinstance(child, ast.FunctionDef) else outer)

    for module in sources().values():
        walk(module, module)
    return found


def module_of(node: ast.AST) -> ast.AST:
    return module_of(enclosing()[node]) if node in enclosing() else node


def shapes(node: ast.AST | None, inside: ast.AST, depth: int = 0) -> list[str]:
    """The texts an expression may be: written out, chosen between, named before, or given by the callers."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            made = [""]
            for part in parts:
                inner = part.value if isinstance(part, ast.FormattedValue) else part
                made = [before + more for before in made for more in shapes(inner, inside, depth)]
            return made
        case ast.IfExp(body=one, orelse=other):
            return shapes(one, inside, depth) + shapes(other, inside, depth)
        case ast.BoolOp(values=values):
            return [text for value in values for text in shapes(value, inside, depth) if text]
        case ast.Name(id=name) if depth < 4:
            return _named(name, inside, depth) or ["{}"]
    return ["{}"]


def _named(name: str, inside: ast.AST, depth: int) -> list[str]:
    """What a name stands for: what it is set to here, or what the callers give for it."""
    for step in ast.walk(inside):
        if not isinstance(step, ast.Assign):
            continue
        pairs = [(step.targets[0], step.value)]
        if isinstance(step.targets[0], ast.Tuple) and isinstance(step.value, ast.Tuple):
            pairs = list(zip(step.targets[0].elts, step.value.elts, strict=True))
        for target, value in pairs:
            if isinstance(target, ast.Name) and target.id == name:
                return shapes(value, inside, depth + 1)
    if not isinstance(inside, ast.FunctionDef):
        return []
    around = enclosing()[inside]
    by_place = [argument.arg for argument in inside.args.posonlyargs + inside.args.args]
    by_name = [argument.arg for argument in inside.args.kwonlyargs]
    if name not in by_place + by_name:
        return _named(name, around, depth) if isinstance(around, ast.FunctionDef) else []
    given = [default for argument, default in _defaults(inside) if argument == name]
    found = [text for default in given for text in shapes(default, inside, depth + 1)]
    for call, caller in callers().get(inside.name, []):
        if inside.name.startswith("_") and module_of(caller) is not module_of(inside):
            continue  # somebody else's of the same name
        arguments = {keyword.arg: keyword.value for keyword in call.keywords}
        arguments |= dict(zip(by_place, call.args, strict=False))
        if name in arguments:
            found += shapes(arguments[name], caller, depth + 1)
    return list(dict.fromkeys(text for text in found if text))


def _defaults(function: ast.FunctionDef) -> Iterator[tuple[str, ast.expr]]:
    named = function.args.posonlyargs + function.args.args
    for argument, default in zip(reversed(named), reversed(function.args.defaults), strict=False):
        yield argument.arg, default
    for argument, maybe in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True):
        if maybe is not None:
            yield argument.arg, maybe


SPEAKERS = {"words", "spoken", "SAID"}  # the names a language goes by in the code


def _speaks(call: ast.Call, module: ast.Module) -> bool:
    """Is this somebody asking a language for words?"""
    languages_here = any(
        isinstance(node, ast.ImportFrom) and node.module == "dashboard.language.words" and alias.name == "words"
        for node in module.body
        for alias in getattr(node, "names", ())
    )
    match call.func:
        case ast.Name(id="words") if languages_here:
            return False  # asking for a language
        case ast.Name(id="self") | ast.Call(func=ast.Name(id="words")):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in SPEAKERS
    return False


@cache
def asked() -> tuple[Asked, ...]:
    """Every place where the code asks for words."""
    found = []
    for file, module in sources().items():

        def walk(node: ast.AST, inside: ast.AST, file: Path = file, module: ast.Module = module) -> Iterator[Asked]:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.Call) and _speaks(child, module) and child.args:
                    names = {keyword.arg for keyword in child.keywords}
                    yield Asked(
                        f"{file.relative_to(ROOT)}:{child.lineno}",
                        tuple(text for text in shapes(child.args[0], inside) if text != "{}"),
                        None if None in names else frozenset(name for name in names if name),
                    )
                yield from walk(child, child if isinstance(child, ast.FunctionDef) else inside)

        found += walk(module, module)
    return tuple(found)


def written_out() -> set[str]:
    return {key for place in asked() for key in place.shapes if "{}" not in key}


def put_together() -> set[str]:
    return {key for place in asked() for key in place.shapes if "{}" in key}


# --- what the codes can be -------------------------------------------------------------------------------


def dashed(codes: Iterable[str]) -> list[str]:
    return [code.replace("_", "-") for code in codes]


def _reasons() -> set[str]:
    """What can be wrong in a row: the tables' rules, and the codes the checks write out."""
    found = {rule.key for table in TABLES for rule in table.rules}
    for file, module in sources().items():
        for node in ast.walk(module) if "data_sources" in file.parts else ():
            match node:
                case ast.Call(func=ast.Name(id="Rule"), args=[key, *_]):
                    found.update(_constants(key))
                case ast.keyword(arg="fault" | "warning" | "note", value=value):
                    found.update(_constants(value))
                case ast.Assign(targets=[ast.Name(id="fault" | "warning" | "note")], value=value):
                    found.update(_constants(value))
    return found


def _constants(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def _faults(name: str, place: int) -> set[str]:
    """The codes a fault is raised with anywhere."""
    return {code for call, _ in callers()[name] if len(call.args) > place for code in _constants(call.args[place])}


def _given(function: str, argument: str) -> set[str]:
    """The texts a keyword argument is called with anywhere."""
    return {
        text
        for call, inside in callers()[function]
        for keyword in call.keywords
        if keyword.arg == argument
        for text in shapes(keyword.value, inside)
    }


def _model_faults() -> set[str]:
    """As raised, and those a broken value of the file is sorted into."""
    model = ast.walk(sources()[ROOT / "data_sources" / "declared" / "model.py"])
    sorted_into = [node for node in model if isinstance(node, ast.Assign) and "reason" in ast.unparse(node.targets[0])]
    codes = {text for node in sorted_into for text in _constants(node.value)} - {"extra_forbidden", "type"}
    return codes | _faults("ModelFault", 2) | _faults("Misfit", 1)


PAGES = [file.stem for file in (ROOT / "pages").glob("*.py") if file.stem != "__init__"]
COLUMNS = {column.name for table in TABLES for column in table.columns}
PAPERS = [kind.value.replace(".", "-") for kind in Kind if kind is not Kind.NUMBERS]
DIVIDED = {ShownAs.PERCENT, ShownAs.RATE}
KEYS = dashed(indicator.key for indicator in INDICATORS)
JUDGED = dashed(set(Status) - {Status.CANNOT_JUDGE})


@cache
def refusals() -> set[str]:
    """Why a file or a part of it is not read."""
    written = (_given(function, "refused") for function in ("Arrival", "replace", "_line"))
    return {*cells.REASONS, *chain.from_iterable(written)} - {"{}"}


# A goal is a share or a delivery; shares are measured in these ways.
SHARES = [Measure.SHARE_OF_ROWS, Measure.SHARE_OF_CASES, Measure.SHARE_OF_EVENTS]

OWN_ANSWERS = [
    *("none", "tab", "not-tab", "read", "leave", "both", "first", "second", "once", "twice"),
    *("same", "different", "person", "count", "fine"),
]
MARKED = dashed(set(Change) - {Change.NONE})


@cache
def families_of_keys() -> dict[str, Iterable[str]]:
    """What may stand in the hole of each key that is put together."""
    return {
        "{}-title": PAGES,
        "{}-lead": [page for page in PAGES if page != "overview"],  # a sentence of its numbers stands there
        "guide-{}-title": READERS,
        "guide-{}": [passage for passages in READERS.values() for passage in passages],
        "guide-picture-{}": [picture for passages in READERS.values() for picture in passages.values()],
        "menu-{}": ["look", "meet", "work"],
        "board-{}": ["goal", "now", "scale", "scale-own", "curve", "status", "next"],
        "goal-more-{}": ["numbers", "change", "decisions", "why"],
        "asked-effect-{}": ["once", "twice"],
        "status-{}": dashed(Status),
        "trend-{}": dashed(Trend),
        "trend-{}-sentence": dashed(Trend),
        "goal-cannot-{}": dashed(Reason),
        "typing-{}": list(FORMS),
        "typing-file-{}": list(FORMS),
        "mail-{}": _faults("MailFault", 0) | {"sent", "reminded"},
        "tools-fault-{}": _faults("TokenFault", 0),
        "delivery-{}": list(DeliveryState),
        "deliveries-{}": list(WordKind)[:2],
        "deliveries-{}-said": list(WordKind),
        "goal-verdict-{}": JUDGED,
        "explain-{}": list(Rule),
        "goal-path-{}": [one for one in JUDGED if one != "reached"],
        "goal-delivery-{}": [*(one for one in JUDGED if one != "above-target-unsure"), *("missed", "held", "passed")],
        "goal-delivery-ceiling-{}": [one for one in JUDGED if one not in {"reached", "below-target-unsure"}],
        "seen-lately-{}": ["improvement", "deterioration"],
        "goal-measured-{}": dashed(SHARES),
        "goal-broken-{}": ["unknown-indicator", "wrong-kind-of-goal"],
        "goal-fault-{}": {*_faults("GoalFault", 0), "unknown-indicator", "wrong-kind-of-goal"} - {"overtaken"},
        "goal-kind-{}": ["keep", "reach", "deliver"],
        "indicator-{}": KEYS,
        "measured-{}": KEYS,
        "measured-{}.caution": KEYS,
        "measured-{}.recorded": dashed(
            i.key for i in INDICATORS if i.measure is Measure.SHARE_OF_ROWS and i.key != UNRECORDED
        ),
        "measured-{}.below": dashed(indicator.key for indicator in INDICATORS if indicator.shown_as in DIVIDED),
        "unit-{}": list(ShownAs),
        "better-{}": ["up", "down", "none"],
        "indicator-{}.definition": KEYS,
        "family-{}": [family.key for family in FAMILIES],
        "defined-by-{}": sorted({indicator.source for indicator in INDICATORS}),
        "table-{}": [table.name for table in TABLES],
        "column-{}": COLUMNS,
        "column-{}.meaning": COLUMNS,
        "template-{}": ["where", "column", "needed", "meaning", "example"],
        "problem-{}": _reasons(),
        "problem-{}.short": _reasons(),
        "answer-{}": OWN_ANSWERS,
        "severity-{}": list(Severity),
        "publish-{}": dashed(Outcome),
        "publish-{}-rule": dashed([Outcome.NOT_REPORTED]),
        "refused-{}": refusals(),
        "store-{}": _faults("StoreFault", 0) | _faults("NotAllowed", 0),
        "model-{}": _model_faults(),
        "minute-fault-{}": _faults("MinuteFault", 0),
        "decision-becomes-{}": list(State),
        "municipality-{}": ["all", "elsewhere", "other", "unknown"],
        "publish-step-{}": ["1", "2", "3"],
        "level-{}": ["all", *LEVEL.spellings],
        "service-{}": ["all", "unknown"],
        "source-{}": ["all", "other", "unknown"],
        "outcome-{}": dashed({"all", *chain.from_iterable(f.fixed_members("outcome") for f in FAMILIES)}),
        "destination-{}": [*dashed(ENDED.fixed_members("destination")), "other", "dropped"],
        "question-{}": ["all"],
        "response-{}": ["all"],
        "sign-{}": [sign.name.lower().replace("_", "-") for sign in Sign if sign.value],
        "bound-{}": ["at-least", "at-most", "not-reached"],
        "tidy-{}": dashed([*COLUMNS_OF_NUMBERS, "number"]),
        "plot-{}": ["value", "low", "high", "target", "plan"],
        "papers-kind-{}": PAPERS,
        "papers-about-{}": PAPERS,
        "paper-stage-{}": ["waiting", "opening", "reading", "drawing", "setting"],
        "paper-fault-{}": _faults("PaperFault", 0) | {"too-much-memory"},
        "arrival-{}": ["new", "changed", "unchanged", "absent"],
        "arrival-by-{}": ["month", "municipality"],
        "quality-about-{}": ["timely", "failed", "unknown", "incomplete"],
        "quality-grade-{}": ["missing", "few"],
        "quality-days-{}": ["good", "watch", "weak", "bad"],
        "quality-share-{}": ["good", "watch", "weak", "bad"],
        "quality-wide-{}": ["good", "watch", "weak", "bad"],
        "quality-finding-{}": ["timely", "failed", "unknown", "incomplete"],
        "job-{}": ["waiting", "reading", "checking", "comparing", "keeping", "fetching"],
        "source-fault-{}": _faults("SourceFault", 0) | {"unknown", "none", "nothing", "nothing-new"},
        "control-{}": ["period", "value", "centre-line", "lower", "upper", "seen", "municipality", "by-chance", *Basis],
        "line-{}": ["upper", "centre", "lower", "median", "target"],
        "mark-{}": MARKED,
        "signal-{}": dashed(Signal),
        "variation-{}": dashed(Change),
        "assurance-{}": [*dashed(Assurance), "no-target", "too-few"],
        "seen-change-{}": dashed(Change),
        "seen-target-{}": dashed(Assurance),
        "chart-{}": ["interval", "plan-text", "before-text"],
        "chart-tip-{}": ["label", "text", "interval", "plan-text", "before-text", "limits", "seen"],
        "value-{}": ["at-least", "at-most"],
        "period-{}": ["quarter", "tertial"],
        "period-{}-short": ["quarter", "tertial"],
        "role-{}": ["none", *Role],
        "action-{}": list(Action),
        "log-outcome-{}": ["done", "begun", "not-allowed", "failed"],
        "log-column-{}": ["at", "who", "role", "action", "object", "outcome", "number", "seal"],
    }


def members(shape: str) -> list[str]:
    """Every key of a family."""
    start, _, end = shape.partition("{}")
    return [f"{start}{code}{end}" for code in families_of_keys()[shape]]


# --- the words and the code ------------------------------------------------------------------------------


def test_the_sources_are_read():
    assert len(asked()) > 150
    assert {"app-name", "attendance-title", "municipality-lead-all", "chart-period"} <= written_out()


@languages
def test_every_key_that_is_written_out_has_words(language: str):
    assert written_out() - spoken(language).keys() == set()


def test_every_family_of_keys_in_the_code_is_listed_here_and_the_other_way_round():
    assert put_together() == set(families_of_keys())


@languages
def test_every_member_of_a_family_has_words(language: str):
    for shape in families_of_keys():
        assert members(shape), shape
        assert set(members(shape)) - spoken(language).keys() == set(), shape


@languages
def test_no_words_are_there_that_nothing_can_ask_for(language: str):
    reachable = written_out() | set(chain.from_iterable(members(shape) for shape in families_of_keys()))
    unused = {key for key in spoken(language) if not key.startswith(FOR_THE_BROWSER)} - reachable
    assert unused == set()


@languages
def test_whoever_asks_gives_the_arguments_the_words_need(language: str):
    needs = spoken(language)
    short = [
        (place.where, key, sorted(needs[key] - place.arguments))
        for place in asked()
        if place.arguments is not None
        for shape in place.shapes
        for key in (members(shape) if shape in families_of_keys() else [shape])
        if key in needs and not needs[key] <= place.arguments
    ]
    # A refusal's numbers come with its reason; a chart over time names its periods by `Words.period`.
    assert [found for found in short if not found[1].startswith(("refused-", "period-"))] == []


@languages
def test_a_refusal_uses_no_other_numbers_than_come_with_its_reason(language: str):
    for reason, arguments in cells.REASONS.items():
        assert spoken(language)[f"refused-{reason}"] <= set(arguments), reason


def test_all_languages_say_the_same_things_with_the_same_arguments():
    first, *others = LANGUAGES
    for other in others:
        assert spoken(other).keys() == spoken(first).keys()
        different = [key for key, needs in spoken(first).items() if spoken(other)[key] != needs]
        assert different == []


@languages
def test_words_that_are_not_there_are_a_fault_and_never_a_key_on_the_screen(language: str):
    for key in ("no-such-key", "indicator-participants.no-such-part"):
        assert not words(language).has(key)
        with pytest.raises(MissingWordsError):
            words(language)(key)
    with pytest.raises(MissingWordsError):
        words(language)("goal-the-target")  # an argument is missing


def test_no_word_of_the_screen_stands_in_the_code():
    """What Streamlit, the charts and the command say comes from the words, not from a text in a call."""
    found = []
    for file, module in sources().items():
        if file.relative_to(ROOT).parts[0] == "data_sources":
            continue
        for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", "")
            if name in SAYING:
                found += [(str(file.relative_to(ROOT)), call.lineno, text) for text in _said_in(call)]
    assert found == []


SAYING = {name for name in dir(streamlit) if callable(getattr(streamlit, name)) and name not in {"switch_page"}}
SAYING |= {"echo", "UsageError", "ClickException", "progressbar", "Tooltip", "Axis", "Title"}
# Arguments that are no words: where a thing goes, what it looks like, what it is called inside.
SILENT = {
    "key",
    "icon",
    "size",
    "type",
    "layout",
    "gap",
    "border",
    "color",
    "height",
    "width",
    "vertical_alignment",
    "horizontal_alignment",
    "label_visibility",
    "page_icon",
    "visibility",
    "url_path",
    "file_name",
    "mime",
    "format",
    "position",
    "initial_sidebar_state",
    "accept_multiple_files",
    "num_rows",
    "on_click",
    "horizontal",
    "args",
    "selection_mode",
    "on_change",
}


def _said_in(call: ast.Call) -> list[str]:
    """Letters in the texts of a call itself, not in the calls inside it; icons and fields are no words."""
    named_first = getattr(call.func, "attr", "") in {
        "form",
        "Page",
        "set_option",
        "get_option",
    }  # a name of ours, a file
    given = [*call.args[named_first:], *(keyword.value for keyword in call.keywords if keyword.arg not in SILENT)]
    texts = list(chain.from_iterable(_own_texts(value) for value in given))
    plain = [re.sub(r":material/\w+:|\w+:[NQOT]$", "", text) for text in texts]
    return [text for text in plain if re.search(r"[^\W\d_]{2}", text)]


def _own_texts(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call() | ast.Subscript() | ast.Compare() | ast.Lambda():
            return
        case ast.Constant(value=str(text)):
            yield text
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _own_texts(child)


# --- numbers and days ------------------------------------------------------------------------------------

NORWEGIAN, ENGLISH = words("nb"), words("en")


def test_numbers_are_written_as_the_reader_writes_them():
    assert NORWEGIAN.number(10_000) == "10\u00a0000"
    assert NORWEGIAN.number(1_234_567.26, 1) == "1\u00a0234\u00a0567,3"
    assert NORWEGIAN.number(4.5, 1) == "4,5"
    assert ENGLISH.number(10_000) == "10,000"
    assert ENGLISH.number(4.5, 1) == "4.5"


def test_per_cents_are_written_as_the_reader_writes_them():
    assert NORWEGIAN.percent(0.94) == "94\u00a0%"
    assert NORWEGIAN.percent(0.9306, 1) == "93,1\u00a0%"
    assert ENGLISH.percent(0.94) == "94%"
    assert [NORWEGIAN.percent(share) for share in (0, 1)] == ["0\u00a0%", "100\u00a0%"]


def test_days_and_moments_are_written_as_the_reader_writes_them():
    assert NORWEGIAN.day(date(2026, 3, 5)) == "05.03.2026"
    assert ENGLISH.day(date(2026, 3, 5)) == "5 Mar 2026"
    # What is kept in UTC is told by the clock on the wall, summer and winter.
    assert NORWEGIAN.moment(datetime(2026, 3, 5, 9, 7)) == "05.03.2026 10:07"
    assert ENGLISH.moment(datetime(2026, 7, 5, 9, 7)) == "5 Jul 2026 11:07"


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("2025", "2025", "2025"),
        ("2025Q1", "1. kvartal 2025", "1. kv. 25"),
        ("2025T3", "3. tertial 2025", "3. tert. 25"),
        ("2025-03", "mars 2025", "mars 25"),
        ("2025-09", "september 2025", "sep. 25"),
    ],
)
def test_periods_have_names(code: str, name: str, short: str):
    period = from_code(code)
    assert (NORWEGIAN.period(period), NORWEGIAN.period(period, short=True)) == (name, short)


@languages
def test_no_two_periods_have_the_same_name(language: str):
    every = [period for year in (2024, 2025) for kind in PeriodKind for period in of_year(kind, year)]
    for short in (False, True):
        names = [words(language).period(period, short=short) for period in every]
        assert len(set(names)) == len(names)


def test_however_much_somebody_wrote_is_said_whole() -> None:
    names = "Mål \U0001f3b5 " * 1000
    assert words("nb")("paper-wanted-goals", names=names, count=2).endswith(f"{names}.")


def test_a_number_inside_a_sentence_is_written_as_the_reader_writes_it():
    assert "12\u00a0345" in NORWEGIAN("upload-causes", count=12_345)
    assert "12,345" in ENGLISH("upload-causes", count=12_345)


@languages
def test_one_is_said_differently_from_many(language: str):
    said = words(language)
    for key in ("overview-off", "overview-not-judged", "upload-failed", "upload-causes", "upload-keep"):
        assert said(key, count=1) != said(key, count=2).replace("2", "1")
    assert said("value-weeks", count="1", amount=1.0) != said("value-weeks", count="1", amount=2.0)


@languages
def test_every_sign_is_explained_where_it_is_used(language: str):
    for sign in set(Sign) - {Sign.SHOWN}:
        assert sign.value in words(language)("signs")
        assert sign.value in words(language)("about-signs")


def test_a_language_we_do_not_speak_is_answered_in_norwegian():
    assert words("fi").language == DEFAULT == "nb"
    assert words("nb") is words("nb")


def test_what_a_model_says_is_said_in_the_readers_language_or_its_own_first():
    assert ENGLISH.said({"nb": "Konserter", "en": "Concerts"}) == "Concerts"
    assert ENGLISH.said({"nb": "Konserter"}) == "Konserter"
    assert words("nn").said({"en": "Concerts", "nb": "Konserter"}) == "Konserter"
    assert NORWEGIAN.said({"en": "Concerts", "nn": "Konsertar"}) == "Konsertar"
    assert words("nn").said({"en": "Concerts"}) == "Concerts"


@languages
@pytest.mark.parametrize("model", sorted(path.stem for path in MODELS.glob("*.toml")))
def test_our_own_models_speak_every_language(model: str, language: str):
    ours = load(model)
    for part in (*(goal.name for goal in ours.goal), *(principle.text for principle in ours.principle)):
        assert part.get(language)
