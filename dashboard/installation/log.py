"""Owns the log: a line of JSON for each event on standard error; codes and counts, no value, name or address."""

import logging
import sys


def log(level: int, event: str, **facts: object) -> None:
    """Write an event down. `level`: as `logging` has it."""
    # Loaded by the first event: a server that has nothing to say would wait for it before it answers.
    import structlog  # noqa: PLC0415

    structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    ).log(level, event, **facts)


class _Coded(logging.Handler):
    """That a library had something to say, and which: its own words may name hosts, users and values."""

    def emit(self, record: logging.LogRecord) -> None:
        fault = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        log(record.levelno, "library", library=record.name, fault=fault)


def hear_libraries() -> None:
    """What libraries have to say becomes events, too."""
    logging.lastResort = _Coded(logging.WARNING)
