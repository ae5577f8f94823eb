"""Owns the table of referrals: a row a course, from referral to end."""

import polars as pl

from data_sources.declared.table import Column, ColumnKind, Rule, Severity, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS, NEVER_STORED, PARTICIPANT_HEADINGS
from data_sources.declared.vocabularies import END_REASON, SOURCE

REFERRALS = Table(
    "referrals",
    headings=("Henvisninger", "henvisning", "tilvisning", "søknad", "påmelding", "uttrekk", "ventetid"),
    columns=(
        Column(
            "number",
            ColumnKind.NUMBER_OF_RECORD,
            (
                "Henvisning",
                "henv.nr",
                "henv nr",
                "henvisning-id",
                "henvisningsid",
                "henvisningsnummer",
                "henvisningsnr",
                "tilvisning",
                "tilvisningsnr",
                "saksnr",
                "referral",
            ),
            example="H2026-0001",
        ),
        Column(
            "received",
            ColumnKind.DATE,
            (
                "Mottatt",
                "mottatt dato",
                "henvisning mottatt",
                "henvist dato",
                "henvisningsdato",
                "dato mottatt",
                "dato for henvisning",
                "tilvisningsdato",
                "søknadsdato",
                "henvendelsesdato",
                "påmeldingsdato",
                "received",
            ),
            required=True,
            filled=True,
            future=Severity.STOPS,
            example="05.03.2026",
        ),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, required=True, filled=True, example="D0049"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column(
            "source",
            ColumnKind.CODE,
            (
                "Henvist fra",
                "henvisende instans",
                "henviser",
                "henvist av",
                "tilvist fra",
                "tilvist av",
                "kilde",
                "referral source",
            ),
            vocabulary=SOURCE,
            example="FACT-team",
        ),
        Column(
            "started",
            ColumnKind.DATE,
            (
                "Oppstart",
                "oppstartsdato",
                "startdato",
                "første fremmøte",
                "første time",
                "dato for oppstart",
                "start",
                "started",
            ),
            future=Severity.WARNS,
            example="20.03.2026",
        ),
        Column(
            "ended",
            ColumnKind.DATE,
            ("Avsluttet", "avsluttet dato", "sluttdato", "utskrevet", "avslutningsdato", "slutt", "ended"),
            future=Severity.WARNS,
            example="10.09.2026",
        ),
        Column(
            "end_reason",
            ColumnKind.CODE,
            ("Avslutningsårsak", "sluttårsak", "årsak", "avsluttet årsak", "end reason"),
            vocabulary=END_REASON,
            example="Videreført til Kulturnettverket",
        ),
    ),
    key=("number",),
    otherwise=("participant", "received"),
    scope=("municipality", "source"),
    key_repeats=False,
    passed_over=NEVER_STORED,
    date="received",
    rules=(
        Rule("start-before-received", Severity.STOPS, ("started", "received"), pl.col("started") < pl.col("received")),
        Rule("end-before-start", Severity.STOPS, ("ended", "started"), pl.col("ended") < pl.col("started")),
        Rule("end-before-received", Severity.STOPS, ("ended", "received"), pl.col("ended") < pl.col("received")),
        Rule(
            "reason-without-end",
            Severity.WARNS,
            ("end_reason", "ended"),
            pl.col("end_reason").is_not_null() & pl.col("ended").is_null(),
        ),
    ),
)
