"""Owns the table of inhabitants: a row a municipality and year."""

from data_sources.declared.table import Column, ColumnKind, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS

POPULATION = Table(
    "population",
    headings=("Innbyggere", "folketall", "befolkning"),
    columns=(
        Column(
            "municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, filled=True, example="Gjøvik"
        ),
        Column(
            "year",
            ColumnKind.COUNT,
            ("År", "årstall", "year"),
            required=True,
            filled=True,
            low=1990,
            high=2100,
            example="2026",
        ),
        Column(
            "inhabitants",
            ColumnKind.COUNT,
            ("Innbyggere", "folketall", "folkemengde", "population"),
            required=True,
            filled=True,
            low=0,
            high=10_000_000,
            example="31350",
        ),
        Column(
            "adults",
            ColumnKind.COUNT,
            ("Voksne 18+", "18+", "18 år og over", "voksne", "adults"),
            low=0,
            high=10_000_000,
            example="25712",
        ),
    ),
    key=("municipality", "year"),
    key_repeats=False,
    date="year",
)
