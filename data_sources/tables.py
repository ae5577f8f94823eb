"""Owns the tables Samspill takes in. Reader, template, checks, SQL and data dictionary read these."""

import polars as pl

from data_sources.table import Column, ColumnKind, Rule, Severity, Table, Vocabulary

STATUS = Vocabulary(
    "status",
    {
        "attended": (
            "Møtt", "møtte", "oppmøte", "møtt opp", "fremmøte", "fremmøtt", "deltok", "deltatt", "til stede",
            "tilstede", "til stades", "møtte opp", "oppmøtt", "x", "✓", "✔", "☑", "√", "1", "j", "ja", "m", "sant",
            "true", "attended",
        ),
        "missed": (
            "Ikke møtt", "møtte ikke", "uteblitt", "uteble", "ikke oppmøte", "ikke fremmøte", "im", "nei", "n",
            "0", "ikke møtt opp", "møtte ikke opp", "ikke til stede", "ikkje møtt", "møtte ikkje",
            "fravær uten beskjed", "ugyldig fravær", "borte uten beskjed", "usant", "false", "no-show", "no show",
            "missed",
        ),
        "cancelled_by_participant": (
            "Avlyst av deltaker", "avbud", "forfall", "meldt forfall", "avbestilt", "avlyst av pasient",
            "avlyst av bruker", "avlyst av deltakar", "cancelled by participant",
        ),
        "cancelled_by_therapist": (
            "Avlyst av terapeut", "avlyst", "innstilt", "syk terapeut", "avlyst av behandler",
            "avlyst av tjenesten", "cancelled by therapist",
        ),
        "planned": ("Planlagt", "planlagd", "avtalt", "planned"),
        "unknown": ("Ukjent", "ukjend", "ikke registrert", "unknown", "?"),
    },
    blank="unknown",
)  # fmt: skip

LEVEL = Vocabulary(
    "level",
    {
        "individual": (
            "Individuelt forløp", "individuell", "individuelt", "individuelt tilbud", "individuelle forløp", "enkelt",
            "enkelttime", "individual",
        ),
        "group": ("Gruppetilbud", "gruppetilbod", "gruppe", "gruppetime", "band", "group"),
        "open": (
            "Åpent tilbud", "opent tilbod", "åpen", "åpent", "åpne tilbud", "drop-in", "drop in", "dropin",
            "åpen gruppe", "open",
        ),
        "unknown": ("Ukjent", "unknown"),
    },
    blank="unknown",
)  # fmt: skip

SOURCE = Vocabulary(
    "source",
    {
        "fact": ("FACT-team", "fact", "fact team", "FACT Gjøvik/Toten/Land", "FACT Gjøvik", "FACT Toten/Land"),
        "dps": ("DPS Gjøvik", "dps", "distriktspsykiatrisk senter"),
        "reinsvoll": ("SI Reinsvoll", "reinsvoll", "sykehuset reinsvoll"),
        "culture": ("Kulturnettverket", "kulturnettverk"),
        "doctor": ("Fastlege", "fastlegen", "lege", "gp"),
        "municipal": (
            "Kommunal psykisk helse og rus", "kommunen", "psykisk helse og rus", "rus og psykisk helse",
            "kommunal tjeneste",
        ),
        "nav": ("NAV",),
        "self": ("Egenhenvendelse", "selv", "selvhenvendelse", "egen henvendelse", "self"),
        "other": ("Annet", "annen", "other"),
        "unknown": ("Ukjent", "unknown"),
    },
    blank="unknown",
)  # fmt: skip

END_REASON = Vocabulary(
    "end_reason",
    {
        "completed": ("Fullført etter plan", "fullført", "avsluttet etter plan", "completed"),
        "continued_culture": ("Videreført til Kulturnettverket", "kulturnettverket", "overført kulturnettverket"),
        "continued_open": (
            "Videreført til kommunalt eller åpent tilbud", "åpent tilbud", "kommunalt tilbud",
            "videreført til åpent tilbud", "videreført til kommunalt tilbud",
        ),
        "work": ("Fått jobb", "jobb", "arbeid"),
        "education": ("Utdanning", "skole", "studier"),
        "other_support": ("Trenger annen støtte", "annen støtte", "annet tiltak"),
        "declined": ("Ønsket ikke å fortsette", "ønsker ikke å fortsette", "sluttet", "trukket seg"),
        "stopped_coming": ("Møter ikke opp", "møtte ikke opp", "uteblitt"),
        "ill": ("Syk", "sykdom"),
        "moved": ("Flyttet", "flytting"),
        "died": ("Død",),
        "other": ("Annet", "annen", "other"),
        "unknown": ("Ukjent", "unknown"),
    },
)  # fmt: skip

YES_NO = Vocabulary(
    "yes_no",
    {"yes": ("Ja", "j", "x", "1", "sant", "true", "yes"), "no": ("Nei", "n", "0", "usant", "false", "no")},
)

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
    date="date",
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

TABLES: tuple[Table, ...] = (ATTENDANCE, REFERRALS, CONCERTS, POPULATION)
BY_NAME = {table.name: table for table in TABLES}
