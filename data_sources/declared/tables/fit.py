"""Owns the table of FIT scores: a row a session."""

import polars as pl

from data_sources.declared.table import Column, ColumnKind, Rule, Severity, Table
from data_sources.declared.tables.people_and_places import NEVER_STORED, PARTICIPANT_HEADINGS

FIT = Table(
    "fit",
    headings=("FIT", "skåringer", "ORS og SRS", "tilbakemeldinger"),
    columns=(
        Column(
            "date",
            ColumnKind.DATE,
            ("Dato", "skåringsdato", "utfylt", "date"),
            required=True,
            filled=True,
            future=Severity.STOPS,
            example="05.03.2026",
        ),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, required=True, filled=True, example="D0049"),
        Column(
            "ors",
            ColumnKind.SCORE,
            ("ORS", "ORS sum", "ORS-sum", "ORS total"),
            required=True,
            low=0,
            high=40,
            example="21,5",
        ),
    ),
    key=("participant", "date"),
    passed_over=("SRS", "SRS sum", "SRS-sum", "SRS total", *NEVER_STORED),
    retired=("srs",),
    date="date",
    rules=(Rule("no-score", Severity.STOPS, ("ors",), pl.col("ors").is_null()),),
)
