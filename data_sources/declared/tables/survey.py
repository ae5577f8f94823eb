"""Owns the table of user surveys: a row a single answer, of one person to one question."""

from data_sources.declared.table import Column, ColumnKind, Severity, Table
from data_sources.declared.tables.people_and_places import MUNICIPALITY_HEADINGS, NEVER_STORED, PARTICIPANT_HEADINGS
from data_sources.declared.vocabularies import LEVEL, SURVEY_QUESTION, SURVEY_RESPONSE

# What survey tools call "ID" and "løpenummer" is the number of an answered form, and of nobody.
_OF_A_FORM = ("id", "løpenummer")
_PARTICIPANT = tuple(heading for heading in PARTICIPANT_HEADINGS if heading not in _OF_A_FORM)

SURVEY = Table(
    "survey",
    headings=("Brukerundersøkelse", "brukerundersøking", "undersøkelse", "spørreskjema", "evaluering", "survey"),
    columns=(
        Column(
            "date",
            ColumnKind.DATE,
            (
                "Dato",
                "svardato",
                "besvart",
                "utfylt",
                "fullført",
                "fullføringstidspunkt",
                "sluttidspunkt",
                "completion time",
                "levert",
                "tidspunkt",
                "timestamp",
                "date",
            ),
            required=True,
            filled=True,
            future=Severity.STOPS,
            example="12.05.2026",
        ),
        Column(
            "question",
            ColumnKind.CODE,
            ("Spørsmål", "spørsmålet", "question"),
            required=True,
            filled=True,
            vocabulary=SURVEY_QUESTION,
            example="Alt i alt, hvor fornøyd er du med tilbudet?",
        ),
        Column(
            "response",
            ColumnKind.CODE,
            ("Svar", "svaret", "verdi", "skår", "response", "answer"),
            required=True,
            filled=True,
            vocabulary=SURVEY_RESPONSE,
            example="4",
        ),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, example="Gjøvik"),
        Column(
            "level",
            ColumnKind.CODE,
            ("Tilbudsform", "tilbud", "type tilbud", "tilbudstype", "nivå", "form", "offer level"),
            vocabulary=LEVEL,
            example="Gruppetilbud",
        ),
        Column("participant", ColumnKind.PERSON, _PARTICIPANT, example="D0049"),
        Column(
            "round",
            ColumnKind.TEXT,
            ("Runde", "undersøkelse", "anledning", "måling", "måletidspunkt", "round"),
            example="Våren 2026",
        ),
    ),
    key=("participant", "date", "question", "round"),
    otherwise=("date", "question", "response", "municipality", "level", "round"),
    scope=("municipality", "level"),
    passed_over=(
        "Starttidspunkt",
        "start time",
        "starttid",
        "språk",
        "sist endret",
        "last modified time",
        "email",
        "name",
        *_OF_A_FORM,
        *NEVER_STORED,
    ),
    date="date",
    rounds=True,
)
