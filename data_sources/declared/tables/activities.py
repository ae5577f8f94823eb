"""Owns the table of activities: outreach, guidance and advice."""

from data_sources.declared.table import Column, ColumnKind, Severity, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS, NEVER_STORED
from data_sources.declared.vocabularies import ACTIVITY

ACTIVITIES = Table(
    "activities",
    headings=("Aktiviteter", "aktivitet", "formidling", "veiledning", "rådgivning"),
    columns=(
        Column(
            "date",
            ColumnKind.DATE,
            ("Dato", "når", "aktivitetsdato", "date"),
            required=True,
            filled=True,
            future=Severity.WARNS,
            example="12.04.2026",
        ),
        Column(
            "activity",
            ColumnKind.CODE,
            ("Slag", "aktivitetstype", "type aktivitet", "slags aktivitet", "hva slags", "aktivitet", "kind"),
            required=True,
            vocabulary=ACTIVITY,
            example="Veiledning",
        ),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column("title", ColumnKind.TEXT, ("Tema", "emne", "tittel", "innhold", "topic"), example="Musikk i FACT"),
        Column(
            "receiver", ColumnKind.TEXT, ("Mottaker", "for hvem", "målgruppe", "receiver"), example="Praksisstudenter"
        ),
        Column(
            "reached",
            ColumnKind.COUNT,
            ("Antall nådd", "antall mottakere", "antall deltakere", "antall til stede", "tilhørere", "reached"),
            low=0,
            high=100_000,
            estimates=True,
            example="12",
        ),
    ),
    key=("date", "activity", "municipality", "receiver", "title"),
    passed_over=NEVER_STORED,
    date="date",
)
