"""A partner's own database → cells: named queries in a file of their own, only ever read, only what is new.

Whoever writes the file decides what leaves the partner's database. User and password never stand in it: the file
names the environment variables that hold them.
"""

import hashlib
import re
import sqlite3
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data_sources.reading.cells import Cells, Refused
from data_sources.reading.formats.typed_cells import Size, frame_of

LARGEST = Size(rows=2_000_000, columns=300)
SECONDS = 60  # that a query may take
_SLICE = 10_000
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
_READS = re.compile(r"\s*(select|with)\b", re.IGNORECASE)
_SHUT_OUT = ("password", "authentication", "login failed", "access denied", "permission denied for database", "role ")
_SLOW = ("timeout", "timed out", "canceling statement", "interrupted")

Mark: TypeAlias = int | float | str | date | datetime
"""A value of the cursor column: what grows from row to row."""


class SourceFault(Exception):  # noqa: N818 - an answer to whoever fetches
    """A source that cannot be used. `reason`: a code for words; `arguments`: names from the file, never a value."""

    def __init__(self, reason: str, **arguments: object) -> None:
        super().__init__(reason)
        self.reason, self.arguments = reason, arguments


class Source(BaseModel):
    """One named query. `cursor`: the column that grows; only rows from where the last fetch came to are fetched."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str
    query: str = Field(min_length=1)
    cursor: str | None = None
    user_from: str | None = None
    password_from: str | None = None
    seconds: int = Field(default=SECONDS, ge=1, le=3600)


@dataclass(frozen=True, eq=False)
class Fetched:
    """Rows from a source as the cells of a sheet called as the source; `marks`: the cursor's value of each row."""

    cells: Cells
    sha256: str
    marks: tuple[Mark | None, ...] = field(repr=False)

    def reached(self, failed: Iterable[int], since: str) -> str:
        """How far to remember that we came: to the end, or to the first row that failed, so that it comes again."""
        marks = [mark for mark in self.marks if mark is not None]
        held = [self.marks[row - 2] for row in failed if row - 2 < len(self.marks)]
        if not marks or None in held:
            return since
        return _written(min(mark for mark in held if mark is not None) if held else max(marks))


def named(path: Path) -> dict[str, Source]:
    """Every source in the file; none where there is no file. Raises SourceFault `file-unreadable`, `file-broken`."""
    if not path.exists():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Source.model_validate(entry) for name, entry in content.get("source", {}).items()}
    except (OSError, UnicodeError, tomllib.TOMLDecodeError, AttributeError):
        raise SourceFault("file-unreadable", file=path.name) from None
    except ValidationError as fault:
        key = ".".join(str(part) for part in fault.errors()[0]["loc"])
        raise SourceFault("file-broken", file=path.name, key=key) from None


def fetch(
    name: str,
    source: Source,
    environment: Mapping[str, str],
    since: str | None = None,
    cancel: Callable[[], bool] | None = None,
) -> Fetched:
    """Run a source's query, read only. Raises SourceFault, and Refused `cancelled` or for too many rows or columns."""
    engine = _engine(name, source, environment)
    statement = _statement(name, source, engine, since)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
                connection.exec_driver_sql(f"SET LOCAL statement_timeout = {source.seconds * 1000}")
            bound = {"since": _read(since)} if since else {}
            result = connection.execute(statement, bound, execution_options={"stream_results": True})
            names = list(result.keys())
            if source.cursor is not None and source.cursor not in names:
                raise SourceFault("cursor-missing", source=name, column=source.cursor)
            at = names.index(source.cursor) if source.cursor is not None else None
            marks: list[Mark | None] = []
            rows = _rows(result, names, at, marks, cancel)
            frame = frame_of(rows, 0, len(names), {}, LARGEST)
            connection.rollback()
    except (sa.exc.SQLAlchemyError, engine.dialect.loaded_dbapi.Error) as fault:
        raise _as_fault(name, fault) from None
    finally:
        engine.dispose()
    digest = hashlib.sha256()
    for part in frame.iter_slices(_SLICE):
        digest.update(part.write_csv().encode())
    return Fetched(Cells(name, 0, False, frame), digest.hexdigest(), tuple(marks))


def _engine(name: str, source: Source, environment: Mapping[str, str]) -> sa.Engine:
    """An engine that opens nothing yet. A database file is opened so that it cannot be written to."""
    try:
        url = sa.make_url(source.url)
    except (sa.exc.ArgumentError, ValueError):
        raise SourceFault("address", source=name) from None
    if url.password is not None:
        raise SourceFault("password-in-file", source=name)
    for variable in (source.user_from, source.password_from):
        if variable is not None and not environment.get(variable):
            raise SourceFault("variable-missing", source=name, variable=variable)
    if source.user_from is not None:
        url = url.set(username=environment[source.user_from])
    if source.password_from is not None:
        url = url.set(password=environment[source.password_from])
    try:
        if url.get_backend_name() == "sqlite" and url.database:
            file = Path(url.database).absolute().as_uri() + "?mode=ro"
            return sa.create_engine(
                "sqlite://",
                creator=lambda: sqlite3.connect(file, uri=True, timeout=source.seconds),
                poolclass=sa.NullPool,
                hide_parameters=True,
            )
        return sa.create_engine(url, hide_parameters=True, poolclass=sa.NullPool)
    except (ImportError, sa.exc.NoSuchModuleError):
        raise SourceFault("driver", source=name, kind=url.get_backend_name()) from None
    except (sa.exc.ArgumentError, ValueError, TypeError):
        raise SourceFault("address", source=name) from None


def _statement(name: str, source: Source, engine: sa.Engine, since: str | None) -> sa.TextClause:
    """The query, from where the last fetch came to. The last rows come again: they may have got company since."""
    plain = _COMMENT.sub(" ", source.query).strip().rstrip("; \n")
    if not _READS.match(plain) or ";" in plain:
        raise SourceFault("not-a-question", source=name)
    if not since or source.cursor is None:
        return sa.text(plain.replace(":", r"\:"))
    column = engine.dialect.identifier_preparer.quote(source.cursor)
    inner = plain.replace(":", r"\:")
    return sa.text(f"SELECT * FROM ({inner}) source WHERE {column} >= :since")  # noqa: S608 - the operator's own query


def _rows(
    result: sa.CursorResult[Any],
    names: list[str],
    at: int | None,
    marks: list[Mark | None],
    cancel: Callable[[], bool] | None,
) -> Iterator[list[Any]]:
    """The headings, then every row; the cursor's values are put by on the way."""
    yield names
    for part in result.partitions(_SLICE):
        if cancel is not None and cancel():
            raise Refused("cancelled")
        for row in part:
            values = [_plain(value) for value in row]
            mark = values[at] if at is not None else None
            marks.append(mark if isinstance(mark, int | float | str | date) else None)
            yield values


def _plain(value: object) -> object:
    """A value as a workbook would have it."""
    match value:
        case None | bool() | int() | float() | str() | date():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case bytes() | memoryview():
            return None
    return str(value)


def _written(mark: Mark) -> str:
    """A cursor's value with its type, so that it goes back into the question as what it was."""
    if isinstance(mark, date):
        return f"{type(mark).__name__}:{mark.isoformat()}"
    return f"{type(mark).__name__}:{mark}"


def _read(written: str) -> Mark:
    kind, _, text = written.partition(":")
    ways: dict[str, Callable[[str], Mark]] = {
        "int": int,
        "float": float,
        "str": str,
        "date": date.fromisoformat,
        "datetime": datetime.fromisoformat,
    }
    return ways[kind](text)


def _as_fault(name: str, fault: Exception) -> SourceFault:
    """What a driver says may hold values, and goes no further than to tell kinds apart."""
    text = str(getattr(fault, "orig", None) or fault).casefold()
    if any(word in text for word in _SLOW):
        return SourceFault("slow", source=name)
    if any(word in text for word in _SHUT_OUT):
        return SourceFault("shut-out", source=name)
    if isinstance(fault, sa.exc.OperationalError) and "no such" not in text and "syntax" not in text:
        return SourceFault("unreachable", source=name)
    return SourceFault("question-refused", source=name)
