"""Owns what can be asked for: a kind of paper, of which numbers, for which meeting, in whose language."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dashboard.language.words import DEFAULT

PREVIEW = "preview.png"
"""The name of the picture of a paper's first page among its files."""


class Kind(StrEnum):
    """The papers. REPORT and GRANT are PDF; AGENDA, MINUTES and GRANT_TEXT open in Word; NUMBERS is for other tools."""

    REPORT = "report.pdf"
    SLIDES = "slides.pptx"
    WORKBOOK = "workbook.xlsx"
    AGENDA = "agenda.docx"
    MINUTES = "minutes.docx"
    GRANT = "grant.pdf"
    GRANT_TEXT = "grant.docx"
    NUMBERS = "numbers"


class PaperFault(Exception):  # noqa: N818 - an answer to the person who asked
    """A paper that cannot be made. `reason`: nothing-published, unknown-edition, unknown-period, unknown-place,
    unknown-goal, broken-template, unwritable, disk-full, too-much-memory, broken-off or cancelled."""

    def __init__(self, reason: str, **arguments: str) -> None:
        super().__init__(reason, arguments)
        self.reason, self.arguments = reason, arguments


@dataclass(frozen=True)
class Order:
    """One paper. Same order, same edition: the same bytes.

    `edition`: the code of the pinned numbers, empty for the newest. `period`: a code, empty for the newest. `places`:
    municipalities with a page of their own, None for all. `goals`: keys, None for all. `meeting`: the day of the
    meeting. `template`: a Word document whose styles are used. `contrast`, `large`: for a reader who sees less.
    `present`: who was there, as it was typed. `preview`: with a picture of the first page, where there is one.
    """

    kind: Kind
    language: str = DEFAULT
    edition: str = ""
    period: str = ""
    places: tuple[str, ...] | None = None
    goals: tuple[str, ...] | None = None
    meeting: date | None = None
    template: bytes | None = field(default=None, repr=False)
    present: str = ""
    contrast: bool = False
    large: bool = False
    preview: bool = False
