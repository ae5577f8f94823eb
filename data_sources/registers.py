"""Owns the wide register: a row per person, a column per date. It becomes ordinary rows here."""

import re
import polars as pl

from data_sources.cells import KIND_TYPE, Cells, Kind
from data_sources.headings import DEEPEST_HEADING
from data_sources.values import normalise

_LEGEND = re.compile(r"([^\s,;=]{1,3})\s*=\s*([^,;=]+?)(?=\s*[,;]|\s*$)")
_GROUP = re.compile(r"gruppe|band|kor\b|orkester|ensemble", re.IGNORECASE)


def legend(cells: Cells) -> dict[str, str]:
    """What the sheet itself says its marks mean: "x = møtt, A = avbud" → {"x": "møtt", "a": "avbud"}."""
    found: dict[str, str] = {}
    for index in cells.columns:
        texts = cells.frame[f"t{index}"].drop_nulls()
        for text in texts.filter(texts.str.contains("=", literal=True)):
            found |= {normalise(mark): meaning.strip() for mark, meaning in _LEGEND.findall(text)}
    return found


def unfold(cells: Cells, row: int) -> Cells:
    """A register as one row per person and date: the person's own columns, then date, mark and level.

    Empty marks make no row. The frame's extra column `came_from` says which column a mark stood in.
    """
    head = next(values for values in cells.frame.iter_rows(named=True) if values["row"] == row)
    dated = [i for i in cells.columns if head[f"k{i}"] in {Kind.DATE, Kind.DATETIME}]
    own = [i for i in cells.columns if i < dated[0] and head[f"k{i}"] == Kind.TEXT]
    level = "Gruppetilbud" if _GROUP.search(_title(cells, row)) else None
    body = cells.frame.filter(pl.col("row") > row)
    parts = []
    for index in dated:
        marked = body.filter(pl.col(f"t{index}").is_not_null() & pl.col(f"t{own[0]}").is_not_null())
        parts.append(
            marked.select(
                "row",
                pl.lit(index, dtype=pl.Int32).alias("came_from"),
                *[pl.col(f"{part}{i}").alias(f"{part}{n}") for n, i in enumerate(own) for part in "tk"],
                *_constant(len(own), head[f"t{index}"], head[f"k{index}"]),
                pl.col(f"t{index}").alias(f"t{len(own) + 1}"),
                pl.col(f"k{index}").alias(f"k{len(own) + 1}"),
                *_constant(len(own) + 2, level, Kind.TEXT if level else Kind.BLANK),
            )
        )
    long = pl.concat(parts).sort("row", "came_from", maintain_order=True)
    titles = [head[f"t{i}"] for i in own] + ["Dato", "Status", "Tilbudsform"]
    heading = pl.DataFrame(
        {"row": [row], "came_from": [None]}
        | {f"t{n}": [title] for n, title in enumerate(titles)}
        | {f"k{n}": [Kind.TEXT.value] for n in range(len(titles))},
        schema_overrides={"row": pl.UInt32, "came_from": pl.Int32} | {f"k{n}": KIND_TYPE for n in range(len(titles))},
    )
    frame = pl.concat([heading.select(long.columns), long])
    return Cells(cells.sheet, cells.position, cells.hidden, frame)


def _constant(position: int, text: str | None, kind: str) -> list[pl.Expr]:
    return [
        pl.lit(text, dtype=pl.String).alias(f"t{position}"),
        pl.lit(str(kind), dtype=KIND_TYPE).alias(f"k{position}"),
    ]


def _title(cells: Cells, row: int) -> str:
    """What is written above the headings, and on the sheet's tab."""
    above = cells.frame.head(DEEPEST_HEADING).filter(pl.col("row") < row)
    words = [word for i in cells.columns for word in above[f"t{i}"].drop_nulls()]
    return " ".join([*words, cells.sheet])
