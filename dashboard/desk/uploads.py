"""Owns the way in: a file read and looked at, kept, undone; the template; and how good the rows are."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.desk.room import Room
from data_sources import intake, template
from data_sources.intake import Arrival
from data_sources.store import Batch, Difference
from data_sources.table import Table
from data_sources.tables import TABLES


@dataclass(frozen=True, eq=False)
class Preview:
    """What a file will do if it is kept, or why it cannot be."""

    arrival: Arrival
    differences: tuple[Difference, ...]
    seen: bool


class Uploads(Room):
    """Files in; nothing is stored before somebody has seen what it will do."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """What is taken in, as declared."""
        return TABLES

    def is_empty(self) -> bool:
        """Has nothing been uploaded yet?"""
        return self._store.spans().is_empty()

    def receive(self, content: bytes, file: str) -> Preview:
        """Read and check a file, and say what keeping it would do. Nothing is stored."""
        arrival = intake.receive(
            content, file, self.model, hashed=self._hashed, today=self.today(), chosen=self._store.choices()
        )
        if arrival.refused:
            return Preview(arrival, (), seen=False)
        return Preview(arrival, self._store.compare(arrival), self._store.seen(arrival.sha256))

    def keep(self, preview: Preview) -> Batch:
        """Store a file's good rows. Raises StoreFault; then nothing is stored and the upload is still in hand."""
        return self._store.keep(preview.arrival, self.who)

    def undo(self, batch: int) -> bool:
        """Put everything back as it was before a batch; False where later uploads have touched its rows."""
        return self._store.undo(batch, self.who)

    def template(self, words: Callable[[str], str]) -> bytes:
        """An empty workbook with our tables' headings, lists and an explanation in the reader's words."""
        return template.workbook(TABLES, self.model, words)

    def batches(self) -> list[Batch]:
        """Every upload, newest first."""
        return self._store.batches()

    def quality(self) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
        """What each standing upload brought, and how many rows had what problem. No value of any cell."""
        return self._store.spans().to_dicts(), self._store.problems().sort("rows", descending=True).to_dicts()
