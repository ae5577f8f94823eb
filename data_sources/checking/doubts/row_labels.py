"""Owns rows of a register whose name is hardly a person's among ids with figures: "Besøk student", with marks."""

import polars as pl

from data_sources.parsing.answers import About, Question
from data_sources.recognising.context import Context
from data_sources.recognising.sheets import TableInSheet
from data_sources.recognising.totals_and_notes import odd_ids

PERSON, COUNT = "person", "count"


def questions(body: pl.DataFrame, table: TableInSheet, context: Context) -> dict[str, Question]:
    """Each such name → what is asked of it. `body`: the register's rows, without those that count others."""
    odd = odd_ids(body, table.layout) if table.register is not None else None
    if odd is None:
        return {}
    index = table.layout.columns["participant"]
    asked = {}
    for name, rows in body.filter(odd).group_by(f"t{index}", maintain_order=True).len().iter_rows():
        key = context.answers.key(table.layout.fingerprint, "@row", name)
        choices = {PERSON: "", COUNT: ""}
        question = Question(key, About.ROW, table.layout.table.name, "participant", name, rows, choices, COUNT)
        asked[name] = context.answers.answered(question)
    return asked
