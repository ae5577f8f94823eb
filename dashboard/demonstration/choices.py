"""Owns what the demo's rows are drawn from: names, places and words, some with how often."""

END_REASONS = (
    ("Videreført til Kulturnettverket", 24),
    ("Videreført til kommunalt eller åpent tilbud", 12),
    ("Fullført etter plan", 26),
    ("Fått jobb", 6),
    ("Utdanning", 7),
    ("Ønsket ikke å fortsette", 9),
    ("Møter ikke opp", 7),
    ("Flyttet", 4),
    ("Trenger annen støtte", 5),
)
SOURCES = (
    ("FACT-team", 34),
    ("DPS Gjøvik", 24),
    ("SI Reinsvoll", 14),
    ("Kulturnettverket", 8),
    ("Fastlege", 8),
    ("Kommunal psykisk helse og rus", 8),
    ("Egenhenvendelse", 4),
)
CONCERT_NAMES = (
    "Vårkonsert",
    "Åpen scene",
    "Låtskriverkafé",
    "Verdensdagen",
    "Julekonsert",
    "Sommerkonsert",
    "Egne låter",
)
PLACES = ("Kulturhuset", "Biblioteket", "Kafeen", "Kirka", "Frivilligsentralen")
PARTNERS = ("Kulturnettverket", "Mental Helse", "Frivilligsentralen", "Korpset", "")

ACTIVITY_NAMES = (
    ("Foredrag", "Musikk og bedring", "Fagdag i kommunen", (20, 80)),
    ("Undervisning", "Musikkterapi i FACT", "Høgskolen", (12, 40)),
    ("Medieoppslag", "Åpen scene", "Lokalavisa", (0, 0)),
    ("Praksisstudent", "Praksis i gruppe", "Musikkterapistudenter", (1, 3)),
    ("Hospitant", "En dag i tilbudet", "Ansatte i psykisk helse", (1, 4)),
    ("Veiledning", "Musikk i miljøarbeidet", "Miljøpersonalet", (4, 12)),
    ("Rådgivning", "Hvordan komme i gang", "En nabokommune", (2, 8)),
)

# goal, case, what was decided, by whom it is done, how many days ago, and in how many days it is due
DECISIONS = (
    ("attendance", 3, "Målet på oppmøte står også i år", "", 300, 0),
    ("no_show", 14, "Påminnelse på SMS dagen før avtalen prøves ut", "Musikkterapeutene", 240, -60),
    ("waiting", 15, "Ventelista gås gjennom hver måned", "FACT-teamet", 240, 40),
    ("concerts", 22, "Åpen scene i hver kommune før sommeren", "Kulturnettverket", 70, 190),
)

BEGIN_AND_END = ((0, 2), (0, 1), (0, 2), (1, 2), (0, 2), (0, 0), (1, 2), (0, 2), (1, 1), (2, 2))
LEVELS = {"Individuelt forløp": "individual", "Gruppetilbud": "group", "Åpent tilbud": "open"}
