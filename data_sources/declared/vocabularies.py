"""Owns the vocabularies: the codes a column may hold, and how offices write each of them."""

from data_sources.declared.table import Vocabulary

STATUS = Vocabulary(
    "status",
    {
        "attended": (
            "Møtt",
            "møtte",
            "oppmøte",
            "møtt opp",
            "fremmøte",
            "fremmøtt",
            "deltok",
            "deltatt",
            "til stede",
            "tilstede",
            "til stades",
            "møtte opp",
            "oppmøtt",
            "frammøte",
            "frammøtt",
            "frammøtte",
            "x",
            "✓",
            "✔",
            "☑",
            "√",
            "1",
            "j",
            "ja",
            "m",
            "sant",
            "true",
            "attended",
        ),
        "missed": (
            "Ikke møtt",
            "møtte ikke",
            "uteblitt",
            "uteble",
            "ikke oppmøte",
            "ikke fremmøte",
            "im",
            "nei",
            "n",
            "0",
            "ikke møtt opp",
            "møtte ikke opp",
            "ikke til stede",
            "ikkje møtt",
            "møtte ikkje",
            "fravær uten beskjed",
            "ugyldig fravær",
            "borte uten beskjed",
            "usant",
            "false",
            "no-show",
            "no show",
            "missed",
        ),
        "cancelled_by_participant": (
            "Avlyst av deltaker",
            "avbud",
            "avb",
            "avbod",
            "forfall",
            "meldt forfall",
            "avbestilt",
            "avlyst av pasient",
            "avlyst av bruker",
            "avlyst av deltakar",
            "cancelled by participant",
        ),
        "cancelled_by_therapist": (
            "Avlyst av terapeut",
            "avlyst",
            "innstilt",
            "syk terapeut",
            "avlyst av behandler",
            "avlyst av tjenesten",
            "cancelled by therapist",
        ),
        "planned": ("Planlagt", "planlagd", "avtalt", "planned"),
        "unknown": ("Ukjent", "ukjend", "ikke registrert", "unknown", "?"),
    },
    blank="unknown",
    unsure={
        "fravær": "missed",
        "fraværende": "missed",
        "borte": "missed",
        "ikke tilstede": "missed",
        "absent": "missed",
        "fråverande": "missed",
        "fråvær": "missed",
        "+": "attended",
        "cancelled": "cancelled_by_participant",
        "canceled": "cancelled_by_participant",
        "syk": "cancelled_by_participant",
        "sjuk": "cancelled_by_participant",
        "ferie": "cancelled_by_participant",
        "avmeldt": "cancelled_by_participant",
    },
)

LEVEL = Vocabulary(
    "level",
    {
        "individual": (
            "Individuelt forløp",
            "individuell",
            "individuelt",
            "individuelt tilbud",
            "individuelle forløp",
            "enkelt",
            "enkelttime",
            "individual",
        ),
        "group": ("Gruppetilbud", "gruppetilbod", "gruppe", "gruppetime", "band", "group"),
        "open": (
            "Åpent tilbud",
            "opent tilbod",
            "åpen",
            "åpent",
            "åpne tilbud",
            "drop-in",
            "drop in",
            "dropin",
            "åpen gruppe",
            "open",
        ),
        "unknown": ("Ukjent", "unknown"),
    },
    blank="unknown",
)

SOURCE = Vocabulary("source", {}, blank="unknown", of_model="referral_source")

END_REASON = Vocabulary("end_reason", {}, of_model="end_reason")

SURVEY_QUESTION = Vocabulary("survey_question", {}, of_model="survey_question")

SURVEY_RESPONSE = Vocabulary("survey_response", {}, of_model="survey_response", scale=True)

# Whatever a model lists of referrals: what it has no word for, and what nobody knows.
ALWAYS_LISTED = {"other": ("Annet", "annen", "other"), "unknown": ("Ukjent", "unknown")}

YES_NO = Vocabulary(
    "yes_no", {"yes": ("Ja", "j", "x", "1", "sant", "true", "yes"), "no": ("Nei", "n", "0", "usant", "false", "no")}
)

EVENT = Vocabulary(
    "event",
    {
        "held": ("Gjennomført", "gjennomførd", "avholdt", "holdt", "ja", "x", "ok", "utført", "ferdig", "held"),
        "cancelled": ("Avlyst", "innstilt", "nei", "utsatt", "utsett", "ikke gjennomført", "cancelled"),
        "planned": ("Planlagt", "planlagd", "avtalt", "kommer", "planned"),
        "unknown": ("Ukjent", "ukjend", "unknown"),
    },
    blank="unknown",
)

ACTIVITY = Vocabulary(
    "activity",
    {
        "outreach": (
            "Formidling",
            "foredrag",
            "undervisning",
            "konferanse",
            "kurs",
            "fagdag",
            "media",
            "medieoppslag",
            "intervju",
            "artikkel",
            "podkast",
            "seminar",
            "presentasjon",
            "stand",
            "outreach",
        ),
        "guidance": (
            "Veiledning",
            "rettleiing",
            "praksisstudent",
            "praksis",
            "student",
            "hospitant",
            "hospitering",
            "besøk",
            "gruppeveiledning",
            "guidance",
        ),
        "advice": ("Rådgivning", "rådgjeving", "råd", "råd til kommune", "konsultasjon", "rådgiving", "advice"),
        "unknown": ("Ukjent", "unknown"),
    },
    blank="unknown",
)
