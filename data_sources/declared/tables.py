"""Owns the tables Samspill takes in. Reader, template, checks, SQL and data dictionary read these."""

import polars as pl

from data_sources.declared.table import Column, ColumnKind, Rule, Severity, Table
from data_sources.declared.vocabularies import ACTIVITY, END_REASON, LEVEL, SOURCE, STATUS, YES_NO

PARTICIPANT_HEADINGS = (
    "Deltaker", "deltakernr", "deltakernummer", "deltaker-id", "deltakerid", "delt.nr", "delt nr", "pid", "pasient",
    "pasient-id", "pasientid", "bruker", "bruker-id", "id", "løpenummer", "klient", "medlem", "initialer", "navn",
    "participant", "fødselsnr", "fødselsnummer", "personnummer",
)  # fmt: skip
MUNICIPALITY_HEADINGS = (
    "Kommune", "bosted", "bostedskommune", "hjemkommune", "kommunenr", "kommunenummer", "municipality",
)  # fmt: skip

ATTENDANCE = Table(
    "attendance",
    headings=("Oppmøte", "oppmøteliste", "timer", "avtaler", "liste"),
    columns=(
        Column(
            "date", ColumnKind.DATE,
            ("Dato", "avtaledato", "timedato", "møtedato", "avtale", "date", "dag", "dato for time"),
            required=True, filled=True, future=Severity.WARNS, example="05.03.2026",
        ),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, example="D0049"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column(
            "team", ColumnKind.TEAM, ("Team", "enhet", "tjeneste", "avdeling", "service"),
            example="FACT Gjøvik/Toten/Land",
        ),
        Column(
            "level", ColumnKind.CODE,
            ("Tilbudsform", "tilbud", "type tilbud", "tilbudstype", "nivå", "form", "offer level"),
            vocabulary=LEVEL, example="Gruppetilbud",
        ),
        Column(
            "status", ColumnKind.CODE,
            ("Status", "oppmøte", "fremmøte", "møtte?", "møtt", "møtte", "møtt?", "oppmøtestatus", "attendance"),
            required=True, vocabulary=STATUS, example="Møtt",
        ),
        Column(
            "heads", ColumnKind.COUNT, ("Antall", "antall deltakere", "antall til stede", "hoder", "heads"),
            low=0, high=2000, estimates=True,
        ),
        Column(
            "late", ColumnKind.YES_NO, ("Sent avbud", "sen avlysning", "avlyst under 24 t", "late cancellation"),
            vocabulary=YES_NO,
        ),
    ),
    key=("participant", "date", "team", "level"),
    otherwise=("date", "municipality", "team", "level", "status", "heads"),
    scope=("municipality", "team", "level"),
    date="date",
    rules=(
        Rule("nobody", Severity.STOPS, ("participant", "heads"),
             pl.col("participant").is_null() & pl.col("heads").is_null()),
        Rule("attended-in-future", Severity.STOPS, ("date", "status"),
             (pl.col("date") > pl.col("today")) & pl.col("status").is_in(["attended", "missed"])),
    ),
)  # fmt: skip

REFERRALS = Table(
    "referrals",
    headings=("Henvisninger", "henvisning", "tilvisning", "søknad", "påmelding", "uttrekk", "ventetid"),
    columns=(
        Column(
            "number", ColumnKind.NUMBER_OF_RECORD,
            ("Henvisning", "henv.nr", "henv nr", "henvisning-id", "henvisningsid", "henvisningsnummer",
             "henvisningsnr", "tilvisning", "tilvisningsnr", "saksnr", "referral"),
            example="H2026-0001",
        ),
        Column(
            "received", ColumnKind.DATE,
            ("Mottatt", "mottatt dato", "henvisning mottatt", "henvist dato", "henvisningsdato", "dato mottatt",
             "dato for henvisning", "tilvisningsdato", "søknadsdato", "henvendelsesdato", "påmeldingsdato",
             "received"),
            required=True, filled=True, future=Severity.STOPS, example="05.03.2026",
        ),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, required=True, filled=True, example="D0049"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column(
            "source", ColumnKind.CODE,
            ("Henvist fra", "henvisende instans", "henviser", "henvist av", "tilvist fra", "tilvist av", "kilde",
             "referral source"),
            vocabulary=SOURCE, example="FACT-team",
        ),
        Column(
            "started", ColumnKind.DATE,
            ("Oppstart", "oppstartsdato", "startdato", "første fremmøte", "første time", "dato for oppstart",
             "start", "started"),
            example="20.03.2026",
        ),
        Column(
            "ended", ColumnKind.DATE,
            ("Avsluttet", "avsluttet dato", "sluttdato", "utskrevet", "avslutningsdato", "slutt", "ended"),
            future=Severity.WARNS, example="10.09.2026",
        ),
        Column(
            "end_reason", ColumnKind.CODE,
            ("Avslutningsårsak", "sluttårsak", "årsak", "avsluttet årsak", "end reason"),
            vocabulary=END_REASON, example="Videreført til Kulturnettverket",
        ),
    ),
    key=("number",),
    otherwise=("participant", "received"),
    scope=("municipality", "source"),
    key_repeats=False,
    date="received",
    rules=(
        Rule("start-before-received", Severity.STOPS, ("started", "received"),
             pl.col("started") < pl.col("received")),
        Rule("end-before-start", Severity.STOPS, ("ended", "started"), pl.col("ended") < pl.col("started")),
        Rule("end-before-received", Severity.STOPS, ("ended", "received"), pl.col("ended") < pl.col("received")),
        Rule("reason-without-end", Severity.WARNS, ("end_reason", "ended"),
             pl.col("end_reason").is_not_null() & pl.col("ended").is_null()),
    ),
)  # fmt: skip

CONCERTS = Table(
    "concerts",
    headings=("Konserter", "konsert", "arrangementer", "arrangement"),
    columns=(
        Column("date", ColumnKind.DATE, ("Dato", "når", "konsertdato", "date"),
               required=True, filled=True, example="17.05.2026"),
        Column("title", ColumnKind.TEXT, ("Arrangement", "hva", "konsert", "tittel", "event"),
               required=True, example="Vårkonsert"),
        Column("place", ColumnKind.TEXT, ("Sted", "hvor", "lokale", "arena", "venue"), example="Kulturhuset"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column("audience", ColumnKind.COUNT, ("Publikum", "antall publikum", "tilskuere", "besøkende", "audience"),
               low=0, high=100_000, estimates=True, example="60"),
        Column("performers", ColumnKind.COUNT,
               ("Medvirkende", "utøvere", "opptredende", "antall medvirkende", "deltakere på scenen", "performers"),
               low=0, high=2000, estimates=True, example="8"),
        Column("partner", ColumnKind.TEXT,
               ("Samarbeid med", "samarbeidspartner", "medarrangør", "partner"), example="Frivilligsentralen"),
        Column("public", ColumnKind.YES_NO, ("Åpent for alle", "åpent", "offentlig", "open to the public"),
               vocabulary=YES_NO, example="Ja"),
    ),
    key=("date", "municipality", "place", "title"),
    scope=("municipality",),
    date="date",
)  # fmt: skip

ACTIVITIES = Table(
    "activities",
    headings=("Aktiviteter", "aktivitet", "formidling", "veiledning", "rådgivning"),
    columns=(
        Column("date", ColumnKind.DATE, ("Dato", "når", "aktivitetsdato", "date"),
               required=True, filled=True, future=Severity.WARNS, example="12.04.2026"),
        Column("activity", ColumnKind.CODE,
               ("Slag", "aktivitetstype", "type aktivitet", "slags aktivitet", "hva slags", "aktivitet", "kind"),
               required=True, vocabulary=ACTIVITY, example="Veiledning"),
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, example="Gjøvik"),
        Column("title", ColumnKind.TEXT, ("Tema", "emne", "tittel", "innhold", "topic"), example="Musikk i FACT"),
        Column("receiver", ColumnKind.TEXT, ("Mottaker", "for hvem", "målgruppe", "receiver"),
               example="Praksisstudenter"),
        Column("reached", ColumnKind.COUNT,
               ("Antall nådd", "antall mottakere", "antall deltakere", "antall til stede", "tilhørere", "reached"),
               low=0, high=100_000, estimates=True, example="12"),
    ),
    key=("date", "activity", "municipality", "receiver", "title"),
    date="date",
)  # fmt: skip

FIT = Table(
    "fit",
    headings=("FIT", "skåringer", "ORS og SRS", "tilbakemeldinger"),
    columns=(
        Column("date", ColumnKind.DATE, ("Dato", "skåringsdato", "utfylt", "date"),
               required=True, filled=True, future=Severity.STOPS, example="05.03.2026"),
        Column("participant", ColumnKind.PERSON, PARTICIPANT_HEADINGS, required=True, filled=True, example="D0049"),
        Column("ors", ColumnKind.SCORE, ("ORS", "ORS sum", "ORS-sum", "ORS total"),
               required=True, low=0, high=40, example="21,5"),
        Column("srs", ColumnKind.SCORE, ("SRS", "SRS sum", "SRS-sum", "SRS total"), low=0, high=40, example="36"),
    ),
    key=("participant", "date"),
    date="date",
    rules=(
        Rule("no-score", Severity.STOPS, ("ors", "srs"), pl.col("ors").is_null() & pl.col("srs").is_null()),
    ),
)  # fmt: skip

POPULATION = Table(
    "population",
    headings=("Innbyggere", "folketall", "befolkning"),
    columns=(
        Column("municipality", ColumnKind.MUNICIPALITY, MUNICIPALITY_HEADINGS, required=True, filled=True,
               example="Gjøvik"),
        Column("year", ColumnKind.COUNT, ("År", "årstall", "year"), required=True, filled=True,
               low=1990, high=2100, example="2026"),
        Column("inhabitants", ColumnKind.COUNT, ("Innbyggere", "folketall", "folkemengde", "population"),
               required=True, filled=True, low=0, high=10_000_000, example="31350"),
        Column("adults", ColumnKind.COUNT, ("Voksne 18+", "18+", "18 år og over", "voksne", "adults"),
               low=0, high=10_000_000, example="25712"),
    ),
    key=("municipality", "year"),
    key_repeats=False,
    date="year",
)  # fmt: skip

TABLES: tuple[Table, ...] = (ATTENDANCE, REFERRALS, CONCERTS, ACTIVITIES, FIT, POPULATION)
BY_NAME = {table.name: table for table in TABLES}
