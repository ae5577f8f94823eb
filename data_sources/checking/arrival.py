"""Owns an arrival: one file as it came, checked sheet by sheet, or why it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data_sources.checking.account import Account
from data_sources.checking.check import Checked
from data_sources.checking.corrections import Held
from data_sources.parsing.answers import Question
from data_sources.parsing.national_ids import Place
from data_sources.recognising.layout import Layout


@dataclass(frozen=True)
class Arrival:
    """One file as it came: what each sheet holds, or why the file is refused.

    `refused`: a reason code with its arguments; then there are no sheets. `places`: where identity
    numbers stand. `undecided`: the first sheet whose columns somebody must point out. `skipped`: names of
    sheets with no table in them; `hidden`: names of hidden sheets, which are not read unless chosen.
    `held`: the failed rows as they stood, for the correction workbook; `questions`: what has to be answered.
    `people`: hash of each id as written → hash of its normal form. `account`: what became of every cell.
    `partial`: not the whole of anything, so that what is not in it says nothing.
    """

    file: str
    sha256: str
    sheets: tuple[Checked, ...] = ()
    refused: str | None = None
    arguments: Mapping[str, int] | None = None
    places: tuple[Place, ...] = ()
    undecided: Layout | None = None
    skipped: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    held: tuple[Held, ...] = field(default=(), repr=False)
    questions: tuple[Question, ...] = ()
    partial: bool = False
    account: Account = field(default_factory=Account)
    people: Mapping[str, str] = field(default_factory=dict, repr=False)
