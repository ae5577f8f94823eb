"""Owns the table of attendance: a row an appointment, or heads at an open offer."""

import polars as pl

from data_sources.declared.table import Column, ColumnKind, Rule, Severity, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS, NEVER_STORED, PARTICIPANT_HEADINGS
from data_sources.declared.vocabularies import LEVEL, STATUS

ATTENDANCE = Table(
    "attendance",
    headings=("Oppmøte", "oppmøteliste", "timer", "avtaler", "liste"),
    columns=(
        Column(
            "date",
            ColumnKind.DATE,
            ("Dato", "avtaledato", "timedato", "møtedato", "avtale", "date", "dag", "dato for time", "når"),
            required=True,
            filled=True,
            future=Severity.WARNS,
            example="05.03.2026",
        ),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, example="D0049"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column(
            "team",
            ColumnKind.TEAM,
            ("Team", "enhet", "tjeneste", "avdeling", "service"),
            example="FACT Gjøvik/Toten/Land",
        ),
        Column(
            "level",
            ColumnKind.CODE,
            ("Tilbudsform", "tilbud", "type tilbud", "tilbudstype", "nivå", "form", "offer level"),
            vocabulary=LEVEL,
            example="Gruppetilbud",
        ),
        Column(
            "status",
            ColumnKind.CODE,
            (
                "Status",
                "oppmøte",
                "fremmøte",
                "frammøte",
                "møtte?",
                "møtt",
                "møtte",
                "møtt?",
                "oppmøtt",
                "oppmøtt?",
                "oppmøtestatus",
                "attendance",
            ),
            required=True,
            vocabulary=STATUS,
            example="Møtt",
        ),
        Column(
            "heads",
            ColumnKind.COUNT,
            ("Antall", "antall deltakere", "antall til stede", "hoder", "heads"),
            low=0,
            high=2000,
            estimates=True,
        ),
    ),
    key=("participant", "date", "team", "level"),
    otherwise=("date", "municipality", "team", "level", "status", "heads"),
    scope=("municipality", "team", "level"),
    either=("participant", "heads"),
    passed_over=("Sent avbud", "sen avlysning", "avlyst under 24 t", "late cancellation", *NEVER_STORED),
    retired=("late",),
    date="date",
    rules=(
        Rule(
            "nobody",
            Severity.STOPS,
            ("participant", "heads"),
            pl.col("participant").is_null() & pl.col("heads").is_null(),
        ),
        Rule(
            "attended-in-future",
            Severity.STOPS,
            ("date", "status"),
            (pl.col("date") > pl.col("today")) & pl.col("status").is_in(["attended", "missed"]),
        ),
    ),
)
