"""Owns what a picture shows, said in words: for those who hear it, and for those who look past it.

A finding says where it went, how far apart things are and what is not shown; it never lists the numbers, which
stand in the table under the picture.
"""

import polars as pl

from dashboard.counting.period import from_code
from dashboard.language.words import Words
from dashboard.wall.published import Sign

WORTH_TELLING = 4  # so many points and the highest and lowest are more than the two ends


def over_time(frame: pl.DataFrame, words: Words, name: str, target: str = "") -> str:
    """Oppmøte: gikk fra 88 % i 1. kvartal 2025 til 93 % i 4. kvartal 2025. Målet er 90 %."""
    shown = frame.filter(pl.col("value").is_not_null()).to_dicts()
    parts = []
    if not shown:
        parts.append(words("found-nothing", name=name))
    elif len(shown) == 1 or shown[0]["text"] == shown[-1]["text"]:
        parts.append(words("found-at", name=name, value=shown[-1]["text"], at=_period(shown[-1], words)))
        if len(shown) > 1:
            parts.append(words("found-same", at=_period(shown[0], words)))
    else:
        first, last = shown[0], shown[-1]
        parts.append(
            words(
                "found-moved",
                name=name,
                before=first["text"],
                since=_period(first, words),
                value=last["text"],
                at=_period(last, words),
            )
        )
    if len(shown) >= WORTH_TELLING:
        low, high = _ends(shown)
        if low["text"] != high["text"]:
            parts.append(words("found-highest", value=high["text"], at=_period(high, words)))
            parts.append(words("found-lowest", value=low["text"], at=_period(low, words)))
    if target:
        parts.append(words("found-target", target=target))
    return " ".join([*parts, *_unseen(frame, words, "periods")])


def among(frame: pl.DataFrame, words: Words, name: str) -> str:
    """Oppmøte. Høyest: Gruppetilbud, 91 %. Lavest: Åpent tilbud, 80 %."""
    parts = frame.filter(pl.col("value").is_not_null() & (pl.col("key") != "all")).to_dicts()
    if not parts:
        return " ".join([words("found-nothing", name=name), *_unseen(frame, words, "members")])
    low, high = _ends(parts)
    sentences = [words("found-most", name=name, label=high["label"], value=high["text"])]
    if low["label"] != high["label"]:
        sentences.append(words("found-least", label=low["label"], value=low["text"]))
    whole = frame.filter((pl.col("key") == "all") & pl.col("value").is_not_null()).to_dicts()
    sentences += [words("found-whole", label=row["label"], value=row["text"]) for row in whole]
    return " ".join([*sentences, *_unseen(frame, words, "members")])


def places(frame: pl.DataFrame, words: Words, name: str, region: str) -> str:
    """Oppmøte: kommunene ligger mellom 85 % og 95 %. Gjøvik: 88 %. Hele regionen 91 %."""
    shown = frame.filter(pl.col("value").is_not_null()).to_dicts()
    if not shown:
        parts = [words("found-nothing", name=name)]
    else:
        low, high = _ends(shown)
        parts = [words("found-between", name=name, low=low["text"], high=high["text"])]
    chosen = frame.filter(pl.col("chosen")).to_dicts()
    parts += [words("found-chosen", label=row["label"], value=row["text"]) for row in chosen if not row["sign"]]
    if region:
        parts.append(words("found-region", region=region))
    return " ".join([*parts, *_unseen(frame, words, "members")])


def plan(frame: pl.DataFrame, words: Words, name: str, target: str) -> str:
    """Konserter: 14 er gjennomført til og med 3. kvartal 2025. Planen til da var 18. Målet er 24."""
    done = frame.filter(pl.col("done").is_not_null()).to_dicts()
    if not done:
        return words("found-nothing", name=name)
    last = done[-1]
    return words(
        "found-done", name=name, value=last["text"], at=_period(last, words), plan=last["plan_text"], target=target
    )


def _period(row: dict[str, str], words: Words) -> str:
    period = from_code(row["key"])
    return words.period(period) if period else row["label"]


def _ends(rows: list[dict[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """The lowest and the highest, the newest of equal ones."""
    newest_first = rows[::-1]
    return min(newest_first, key=lambda row: row["value"]), max(newest_first, key=lambda row: row["value"])


def _unseen(frame: pl.DataFrame, words: Words, what: str) -> list[str]:
    """How much is hidden and how much is missing: a gap that only looks empty would be a false finding."""
    signs = frame["sign"].to_list()
    hidden, missing = signs.count(Sign.HIDDEN.value), signs.count(Sign.MISSING.value)
    parts = [words(f"found-hidden-{what}", count=hidden)] if hidden else []
    return [*parts, words("found-missing", count=missing)] if missing else parts
