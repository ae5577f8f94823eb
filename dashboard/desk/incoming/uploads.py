"""Owns the way in: a file or a source read and looked at, asked about, kept, undone; and the template."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence

import polars as pl

from dashboard.counting.cells import ALL
from dashboard.desk.identity.person import Action
from dashboard.desk.room import Room
from dashboard.findings import quality
from dashboard.findings.quality import SourceQuality
from dashboard.publishing.deliveries import last_in_time
from data_sources.arriving import large_files
from data_sources.arriving.preview import Preview, PutBy, Reception
from data_sources.checking.arrival import Arrival
from data_sources.checking.problems import Problem
from data_sources.declared.table import Table
from data_sources.declared.tables import BY_NAME, TABLES
from data_sources.parsing.answers import Key, Question
from data_sources.recognising.layout import Layout
from data_sources.storing.batches import Terms
from data_sources.storing.books.choices import GivenAnswer
from data_sources.storing.store import Batch


class Uploads(Room):
    """Files in; nothing is stored before somebody has seen what it will do."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """What is taken in, as declared."""
        return TABLES

    def is_empty(self) -> bool:
        """Has nothing been uploaded yet?"""
        return self._store.spans().is_empty()

    def receive(
        self,
        content: bytes,
        file: str,
        cancel: Callable[[], bool] | None = None,
        notify: Callable[[str, float], None] = lambda stage, share: None,
        *,
        aside: bool = False,
    ) -> Preview:
        """Read and check a file, and say what keeping it would do. Nothing is stored.

        `cancel` is asked many times a second; true ends the reading with a refusal. `notify`: stage and 0–1.
        `aside`: a large file may have a process of its own, so that this one never holds its rows.
        """
        with self.acting(Action.PREVIEW, self._store.mark(hashlib.sha256(content).hexdigest())):
            if aside and len(content) >= large_files.LARGE and self._store.shared:
                return self._theirs(large_files.receive(self._house(), content, file, cancel, notify))
            return self._theirs(self._reception().receive(content, file, cancel, notify))

    def typed(self, rows: Sequence[Mapping[str, str]], name: str) -> Preview:
        """Rows that somebody has typed in (heading → text), checked and looked at as a file is. Nothing is stored."""
        with self.acting(Action.PREVIEW, self._store.mark(name)):
            return self._theirs(self._reception().typed(rows, name))

    def keep(self, preview: Preview, whole: Collection[str] = (), cancel: Callable[[], bool] | None = None) -> Batch:
        """Store a file's good rows. Raises StoreFault; then nothing is stored and the upload is still in hand.

        `whole`: names of tables of which the file is the whole, so that stored rows it lacks are removed.
        `cancel`: asked between the steps; true ends it with StoreFault `cancelled`.
        """
        about, apart = self._store.mark(preview.arrival.sha256), isinstance(preview.whole, PutBy)
        with self.acting(Action.KEEP, about, self._places_in(preview), in_steps=apart):
            terms = Terms(self.who, tuple(whole), preview.origin, self.moment)
            if isinstance(preview.whole, PutBy):
                return large_files.keep(self._house(), preview.whole, terms, cancel)
            return self._reception().keep(preview.whole, terms, cancel)

    def _theirs(self, preview: Preview) -> Preview:
        """Whoever uploads for some municipalities is told nothing of the others' rows, nor whether there are any."""
        outside = self._places_in(preview) - self.person.places if self.person.places else set()
        if not outside:
            return preview
        return Preview.of(Arrival(preview.arrival.file, preview.arrival.sha256, refused="other-municipality"))

    def _places_in(self, preview: Preview) -> set[str]:
        """The municipalities that a file's own rows are of."""
        keys = [place.key for place in self.model.municipality]
        own = (pl.col("new") + pl.col("changed") + pl.col("unchanged") > 0) & pl.col("municipality").is_in(keys)
        return {key for effect in preview.effects for key in effect.placed.filter(own)["municipality"]}

    def _reception(self) -> Reception:
        return Reception(self._store, self.model, self.today)

    def _house(self) -> large_files.House:
        return large_files.House(
            self.settings.database, self._store.secret, self.model, self.today(), self._store.opened
        )

    def state(self) -> tuple[int, int]:
        """Changes whenever something is kept or undone: a preview made before that may no longer be true."""
        return self._store.version(), len(self._store.batches())

    def undo(self, batch: int) -> bool:
        """Put everything back as it was before a batch; False where later uploads have touched its rows."""
        is_own = any(entry.id == batch and entry.uploaded_by == self.who for entry in self._store.batches())
        with self.acting(Action.UNDO, f"batch {batch}", () if is_own else [ALL]):
            return self._store.undo(batch, self.who)

    def point_out(self, layout: Layout, chosen: Mapping[str, str]) -> None:
        """Remember which heading is which column, for all files with these headings; empty: none of them."""
        with self.acting(Action.EXPLAIN, layout.fingerprint[:12]):
            self._store.remember(layout, chosen)

    def answer(self, meant: Mapping[Key, str | None], asked: Sequence[Question] = ()) -> None:
        """Remember answers, for all files with the same headings; None takes one back. `asked`: their questions."""
        with self.acting(Action.EXPLAIN, ", ".join(sorted({key[0][:12] for key in meant}))):
            self._store.answer(meant, asked, self.who)

    def given_answers(self) -> list[GivenAnswer]:
        """Every answer that is remembered, to be looked at and taken back."""
        return self._store.given_answers()

    def corrections(self, preview: Preview, say: Callable[[Problem], str], lead: Sequence[str] = ()) -> bytes:
        """A workbook of the rows that failed, to be mended and uploaded. `lead`: what is wrong in all of it."""
        return preview.corrections(say, lead)

    def template(self, words: Callable[[str], str]) -> bytes:
        """An empty workbook with our tables' headings, lists and an explanation in the reader's words."""
        from data_sources.declared import template  # noqa: PLC0415 - openpyxl, which the pages do without

        return template.workbook(TABLES, self.model, words)

    def batches(self) -> list[Batch]:
        """Every upload, newest first."""
        return self._store.batches()

    def quality_by_month(self) -> list[SourceQuality]:
        """How good what came in is, by source and month: grades only."""
        return quality.judged(self._store.months(), lambda table, day: last_in_time(self.model, BY_NAME[table], day))

    def quality(self) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
        """What each standing upload brought, and how many rows had what problem. No value of any cell."""
        return self._store.spans().to_dicts(), self._store.problems().sort("rows", descending=True).to_dicts()
