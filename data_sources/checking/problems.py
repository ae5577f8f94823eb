"""Owns what there is to say of a file's rows: place and reason, never a value that may not be quoted."""

from dataclasses import dataclass, field

from data_sources.declared.table import Severity


@dataclass(frozen=True)
class Problem:
    """Place and reason. `value` and `suggestion` only from a column declared quotable, only to the uploader."""

    sheet: str
    row: int
    column: str  # the letter as the file shows it, empty where the column is not in the file
    heading: str
    name: str  # the table's column
    reason: str
    severity: Severity
    value: str | None = field(default=None, repr=False)
    suggestion: str | None = field(default=None, repr=False)
