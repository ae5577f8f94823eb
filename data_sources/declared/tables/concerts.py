"""Owns the table of concerts: a row an event."""

import polars as pl

from data_sources.declared.table import Column, ColumnKind, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS, NEVER_STORED
from data_sources.declared.vocabularies import EVENT, YES_NO

CONCERTS = Table(
    "concerts",
    headings=("Konserter", "konsert", "arrangementer", "arrangement"),
    columns=(
        Column(
            "date",
            ColumnKind.DATE,
            ("Dato", "når", "konsertdato", "date"),
            required=True,
            filled=True,
            example="17.05.2026",
        ),
        Column(
            "title",
            ColumnKind.TEXT,
            ("Arrangement", "hva", "konsert", "tittel", "event"),
            required=True,
            example="Vårkonsert",
        ),
        Column("place", ColumnKind.TEXT, ("Sted", "hvor", "lokale", "arena", "venue"), example="Kulturhuset"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column(
            "audience",
            ColumnKind.COUNT,
            ("Publikum", "antall publikum", "tilskuere", "besøkende", "audience"),
            low=0,
            high=100_000,
            estimates=True,
            example="60",
        ),
        Column(
            "performers",
            ColumnKind.COUNT,
            ("Medvirkende", "utøvere", "opptredende", "antall medvirkende", "deltakere på scenen", "performers"),
            low=0,
            high=2000,
            estimates=True,
            example="8",
        ),
        Column(
            "partner",
            ColumnKind.TEXT,
            ("Samarbeid med", "samarbeidspartner", "medarrangør", "partner"),
            example="Frivilligsentralen",
        ),
        Column(
            "public",
            ColumnKind.YES_NO,
            ("Åpent for alle", "åpent", "offentlig", "open to the public"),
            vocabulary=YES_NO,
            example="Ja",
        ),
        Column(
            "held",
            ColumnKind.CODE,
            ("Status", "gjennomført", "gjennomført?", "avholdt", "avlyst?"),
            vocabulary=EVENT,
            example="Gjennomført",
            stored=False,
        ),
    ),
    key=("date", "municipality", "place", "title"),
    scope=("municipality",),
    not_counted=pl.col("held") == "cancelled",
    passed_over=NEVER_STORED,
    date="date",
)
