"""Owns the vocabularies: the codes a column may hold, and how offices write each of them."""

from data_sources.declared.table import Vocabulary

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
            "Avlyst av deltaker", "avbud", "avb", "forfall", "meldt forfall", "avbestilt", "avlyst av pasient",
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

ACTIVITY = Vocabulary(
    "activity",
    {
        "outreach": (
            "Formidling", "foredrag", "undervisning", "konferanse", "kurs", "fagdag", "media", "medieoppslag",
            "intervju", "artikkel", "podkast", "seminar", "presentasjon", "stand", "outreach",
        ),
        "guidance": (
            "Veiledning", "rettleiing", "praksisstudent", "praksis", "student", "hospitant", "hospitering", "besøk",
            "gruppeveiledning", "guidance",
        ),
        "advice": (
            "Rådgivning", "rådgjeving", "råd", "råd til kommune", "konsultasjon", "rådgiving", "advice",
        ),
        "unknown": ("Ukjent", "unknown"),
    },
    blank="unknown",
)  # fmt: skip
