"""Owns a file's reception: read, checked, held against what is stored; and, when somebody says so, kept."""

import pickle
import weakref
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import polars as pl

from data_sources.arriving import pipeline
from data_sources.checking.arrival import Arrival
from data_sources.checking.causes import Cause, causes
from data_sources.checking.check import Checked
from data_sources.checking.problems import Problem
from data_sources.declared.model import Model
from data_sources.declared.table import Severity
from data_sources.reading.own_folder import Folder
from data_sources.reading.typed_rows import typed_rows
from data_sources.recognising.context import Context
from data_sources.recognising.layout import Layout
from data_sources.storing.batches import Batch, Counts, Terms
from data_sources.storing.database import StoreFault
from data_sources.storing.rows.differences import Difference
from data_sources.storing.store import Store

SHOWN_ROWS, SHOWN_PROBLEMS = 5, 200
_WORST_FIRST = list(Severity)


SOME = 1  # what stands for any number of stored rows from one to nine


def told_of_stored(rows: int) -> int:
    """So much is told of stored rows that a file does not have: none, some, or from ten up the nearest ten.

    Whoever could read them exactly would count hidden people with files of their own making, and store nothing.
    """
    return rows if not rows else SOME if rows < 10 else (rows + 5) // 10 * 10


@dataclass(frozen=True, eq=False)
class Effect:
    """What keeping a file would do to one table.

    `absent`: how many stored rows the file lacks where it is whole, as `told_of_stored` tells; None where that cannot
    be said. `placed`: what it brings by month and municipality, see `Difference.by_month_and_place`; of rows it lacks
    nothing is told there.
    """

    counts: Counts
    absent: int | None
    placed: pl.DataFrame

    @classmethod
    def of(cls, difference: Difference) -> "Effect":
        """In numbers; the rows themselves are let go."""
        absent = None if difference.absent is None else told_of_stored(difference.absent.height)
        placed = difference.by_month_and_place().with_columns(absent=pl.lit(0, dtype=pl.Int64))
        brought = pl.sum_horizontal("new", "changed", "unchanged") > 0
        return cls(difference.counts, absent, placed.filter(brought))


@dataclass(frozen=True, eq=False)
class Sample:
    """What is shown of one table in a file: the first rows, and the worst of what there is to say of them.

    `causes` and `failed` count everything, not only what is here.
    """

    sheet: str
    layout: Layout
    rows: pl.DataFrame
    problems: tuple[Problem, ...]
    failed: int
    causes: tuple[Cause, ...]

    @classmethod
    def of(cls, checked: Checked) -> "Sample":
        """The rest is let go."""
        worst = sorted(checked.problems, key=lambda problem: _WORST_FIRST.index(problem.severity))
        return cls(
            checked.sheet,
            checked.layout,
            checked.rows.head(SHOWN_ROWS),
            tuple(worst[:SHOWN_PROBLEMS]),
            len(checked.failed),
            causes(checked.problems, checked.tally),
        )


class PutBy:
    """An arrival in a file of its own, removed when nobody holds it any more. It has no raw id: see `Preview.held`."""

    def __init__(self, folder: Folder) -> None:
        self.file = folder.path / "arrival"
        weakref.finalize(self, folder.remove)


@dataclass(frozen=True, eq=False)
class Preview:
    """What a file will do if it is kept, or why it cannot be.

    arrival: all that is said of the file, without its rows. origin: a named source, and how far into it.
    held: the failed rows as they stood, packed, in memory only: they may hold what was never to be stored.
    whole: the arrival with all its rows.
    """

    arrival: Arrival
    samples: tuple[Sample, ...]
    effects: tuple[Effect, ...]
    seen: bool
    origin: tuple[str, str] | None
    failed: int
    held: bytes = field(repr=False)
    whole: Arrival | PutBy = field(repr=False)

    @classmethod
    def of(
        cls,
        arrival: Arrival,
        effects: Sequence[Effect] = (),
        *,
        seen: bool = False,
        origin: tuple[str, str] | None = None,
    ) -> "Preview":
        """What is shown of an arrival."""
        return cls(
            arrival=replace(arrival, sheets=(), held=()),
            samples=tuple(map(Sample.of, arrival.sheets)),
            effects=tuple(effects),
            seen=seen,
            origin=origin,
            failed=sum(part.body.height for part in arrival.held),
            held=zlib.compress(pickle.dumps(arrival.held), 1) if arrival.held else b"",
            whole=replace(arrival, held=(), questions=()),  # a question may quote an id
        )

    def corrections(self, say: Callable[[Problem], str], lead: Sequence[str] = ()) -> bytes:
        """A workbook of the rows that failed, to be mended and uploaded. `lead`: what is wrong in all of it."""
        from data_sources.checking import corrections_workbook  # noqa: PLC0415 - openpyxl, which the pages do without

        return corrections_workbook.workbook(pickle.loads(zlib.decompress(self.held)) if self.held else (), say, lead)


class Reception:
    """Files in; nothing is stored before somebody has seen what it will do."""

    def __init__(self, store: Store, model: Model, today: Callable[[], date]) -> None:
        self.store, self.model, self.today = store, model, today
        self._hashed = store.secret.hashed("person")

    def context(self) -> Context:
        """What a file is read against now, with all that has been decided before."""
        return Context(
            self.model,
            self._hashed,
            self.today(),
            chosen=self.store.choices(),
            answers=self.store.answers(),
            spellings=self.store.spellings,
        )

    def receive(
        self,
        content: bytes,
        file: str,
        cancel: Callable[[], bool] | None = None,
        notify: Callable[[str, float], None] = lambda stage, share: None,
    ) -> Preview:
        """Read and check a file, and say what keeping it would do. Nothing is stored: see `pipeline.receive`."""
        arrival = pipeline.receive(content, file, self.context(), cancel, notify)
        notify("comparing", 0.9)
        return self.looked_at(arrival)

    def typed(self, rows: Sequence[Mapping[str, str]], name: str) -> Preview:
        """Rows that somebody has typed in (heading → text): the same checks and the same preview as a file."""
        cells, digest = typed_rows(rows, name)
        return self.looked_at(pipeline.judge([cells], name, digest, self.context()))

    def looked_at(self, arrival: Arrival, origin: tuple[str, str] | None = None) -> Preview:
        """An arrival held against what is stored."""
        if arrival.refused:
            return Preview.of(arrival)
        effects = [Effect.of(difference) for difference in self.store.compare(arrival)]
        return Preview.of(arrival, effects, seen=self.store.seen(arrival.sha256), origin=origin)

    def keep(self, arrival: Arrival | Path | bytes, terms: Terms, cancel: Callable[[], bool] | None = None) -> Batch:
        """Store a file's good rows: see `Store.keep`. Raises StoreFault, `put-away` where the arrival is gone."""
        if isinstance(arrival, Path):
            try:
                with arrival.open("rb") as file:
                    arrival = _arrival(pickle.load(file))
            except OSError:
                raise StoreFault("put-away") from None
        if isinstance(arrival, bytes):
            arrival = _arrival(pickle.loads(arrival))
        return self.store.keep(arrival, terms.by, now=terms.at, whole=terms.whole, origin=terms.origin, cancel=cancel)


def put_by(preview: Preview, folder: Path) -> Preview:
    """The preview without its rows, which lie in the folder until they are kept or let go: see `PutBy`."""
    with (folder / "arrival").open("wb") as file:
        pickle.dump(preview.whole, file)
    return replace(preview, whole=preview.arrival)


def _arrival(unpickled: object) -> Arrival:
    assert isinstance(unpickled, Arrival)
    return unpickled
