"""Owns what the demo's rows are drawn from: names, places and words, some with how often."""

# How often each of the model's own reasons and sources comes, by its key; those that are not named here, now and then.
END_REASONS = {
    "continued_culture": 24,
    "continued_local": 24,
    "continued_open": 12,
    "completed": 26,
    "work": 6,
    "education": 7,
    "declined": 9,
    "stopped_coming": 7,
    "moved": 4,
    "other_support": 5,
}
SOURCES = {"fact": 34, "dps": 24, "reinsvoll": 14, "culture": 8, "doctor": 8, "municipal": 8, "self": 4}
SELDOM = 2
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

# goal, why it is where it is
CAUSES = (
    ("waiting", "Det kommer flere henvisninger enn det er timer til, og én stilling har stått ledig siden august"),
    ("concerts", "To konserter ble avlyst da kulturhuset pusset opp"),
)

BEGIN_AND_END = ((0, 2), (0, 1), (0, 2), (1, 2), (0, 2), (0, 0), (1, 2), (0, 2), (1, 1), (2, 2))
LEVELS = {"Individuelt forløp": "individual", "Gruppetilbud": "group", "Åpent tilbud": "open"}
