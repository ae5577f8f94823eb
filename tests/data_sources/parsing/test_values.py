"""Every way offices write a status, a place, a team and an id: what it comes to, or what is asked."""

import unicodedata

import pytest
from drawn_sheets import GJOVIK, HASHED
from hypothesis import given, settings
from hypothesis import strategies as st

from data_sources.declared.model import load
from data_sources.declared.spelling import fold, normalise, tidy
from data_sources.declared.table import OTHER, UNKNOWN, Column
from data_sources.declared.tables import ATTENDANCE, CONCERTS, REFERRALS, TABLES
from data_sources.declared.vocabularies import STATUS
from data_sources.parsing.parsed import Parsed, Parser
from data_sources.parsing.values import code_parser, municipality_parser, parser, team_parser
from data_sources.reading.cells import Kind


def scrambled(text: str, encoding: str = "cp1252") -> str:
    """UTF-8 read as something else."""
    return text.encode().decode(encoding)


# --- codes -------------------------------------------------------------------------------------------

STATUSES = {
    "attended": "møtt|oppmøte|fremmøte|deltok|til stede|x|X|✓|1|j|ja|M|MØTT|Møtt |møtt.|JA|✔️|TRUE",
    "missed": "ikke møtt|møtte ikke|uteblitt|ikke oppmøte|IM|nei|0|im.|Ikke  møtt|ikkje møtt|FALSE",
    "cancelled_by_participant": "avlyst av deltaker|avbud|forfall|meldt forfall|avbestilt",
    "cancelled_by_therapist": "avlyst av terapeut|avlyst|innstilt|syk terapeut",
    "planned": "planlagt|Avtalt",
    "unknown": "ukjent|?",
}
LEVELS = {
    "individual": "individuelt forløp|individuell|enkelt",
    "group": "gruppetilbud|gruppe",
    "open": "åpent tilbud|åpen|drop-in|Drop in",
}
SOURCES = {
    "fact": "FACT-team|FACT Gjøvik|FACT Toten/Land|FACT Gjøvik/Toten/Land",
    "dps": "DPS Gjøvik",
    "reinsvoll": "SI Reinsvoll",
    "culture": "Kulturnettverket",
    "doctor": "fastlege",
    "municipal": "kommunal psykisk helse og rus",
    "nav": "NAV|nav",
    "self": "egenhenvendelse",
    "other": "annet",
    "unknown": "ukjent",
}
REASONS = {
    "completed": "fullført etter plan",
    "continued_culture": "videreført til Kulturnettverket",
    "continued_open": "videreført til kommunalt eller åpent tilbud",
    "work": "fått jobb",
    "education": "utdanning",
    "other_support": "trenger annen støtte",
    "declined": "ønsket ikke å fortsette",
    "stopped_coming": "møter ikke opp",
    "ill": "syk",
    "moved": "flyttet",
    "died": "død",
    "other": "annet",
    "unknown": "ukjent",
}


@pytest.mark.parametrize(
    ("column", "ways"),
    [
        (ATTENDANCE.by_name["status"], STATUSES),
        (ATTENDANCE.by_name["level"], LEVELS),
        (REFERRALS.by_name["source"], SOURCES),
        (REFERRALS.by_name["end_reason"], REASONS),
    ],
)
def test_every_way_of_writing_a_code_is_that_code(column: Column, ways: dict[str, str]) -> None:
    parse = parser(column, GJOVIK, HASHED)
    read = {word: parse(word, Kind.TEXT).value for words in ways.values() for word in words.split("|")}
    assert read == {word: code for code, words in ways.items() for word in words.split("|")}


def test_a_letter_whose_accents_came_apart_or_whose_encoding_was_lost_is_the_same_word() -> None:
    parse = code_parser(STATUS, {})
    for word in ("møtt", "ikke møtt", "fremmøte"):
        for written in (
            unicodedata.normalize("NFD", word),
            word.replace("ø", "o\u0338"),
            word.upper(),
            scrambled(word),
            scrambled(scrambled(word)),
            scrambled(word, "latin-1"),
            scrambled(word, "mac-roman"),
            f"\u00a0{word}\u200b ",
            word[:2] + "\u00ad" + word[2:],
        ):
            assert parse(written, Kind.TEXT) == parse(word, Kind.TEXT), repr(written)


@pytest.mark.parametrize("word", ["A", "F", "syk", "kanskje", "5"])
def test_a_mark_nobody_explained_is_asked_about(word: str) -> None:
    assert code_parser(STATUS, {})(word, Kind.TEXT).fault == "code-unknown"


def test_a_misspelt_code_is_asked_about_with_what_was_perhaps_meant() -> None:
    assert code_parser(STATUS, {})("ikke møt", Kind.TEXT) == Parsed(fault="code-unknown", suggestion="Ikke møtt")


def test_the_models_own_spelling_wins() -> None:
    assert code_parser(STATUS, {"missed": ("x",)})("x", Kind.TEXT).value == "missed"


def test_no_spelling_stands_for_two_codes() -> None:
    coded = [column for table in TABLES for column in table.columns if column.vocabulary]
    for column in coded:
        vocabulary = GJOVIK.vocabulary(column)
        assert vocabulary
        assert vocabulary.spellings
        words = [(normalise(w), code) for code, spellings in vocabulary.spellings.items() for w in spellings]
        assert len({word for word, _ in words}) == len(set(words)), vocabulary.name


def test_yes_and_no() -> None:
    parse = parser(CONCERTS.by_name["public"], GJOVIK, HASHED)
    assert [parse(word, Kind.TEXT).value for word in ("ja", "x", "1", "nei", "0")] == [True, True, True, False, False]
    assert parse("TRUE", Kind.BOOL).value is True
    assert parse("kanskje", Kind.TEXT).fault == "code-unknown"


# --- places ------------------------------------------------------------------------------------------

PLACES = {
    "gjovik": "Gjøvik|3407|0502|502|Gjøvik kommune|gjøvik |GJØVIK|Gjovik|Gjoevik|3407 Gjøvik|Gjøvik (3407)|2819 Gjøvik"
    "|Biri|Snertingdal|Hunndalen|Kommune: Gjøvik|Gjøvik k.",
    "ostre_toten": "Østre Toten|3442|0528|528|Ø. Toten|Ø.Toten|Østre-Toten|Ostre Toten|Oestre Toten|ØSTRE TOTEN"
    "|0528 Østre Toten|Østre Toten kommune|Lena|Kapp|Skreia|Lena, Østre Toten|3442 Toten|3442.0",
    "vestre_toten": "Vestre Toten|3443|0529|V.Toten|V. Toten|Vestre-Toten|Raufoss|Reinsvoll|Eina|2830 Raufoss"
    "|Raufoss (Vestre Toten)",
    "sondre_land": "Søndre Land|3447|0536|536|S. Land|S.Land|Søndre land kommune|Sondre Land|Hov",
    "nordre_land": "Nordre Land|3448|0538|538|N. Land|N.Land|Nordre-Land|Dokka",
    OTHER: "Annen kommune|annen|andre kommuner|Hamar|Lillehammer|3403|3403 Hamar|301|0301 Oslo",
    UNKNOWN: "Ukjent|ukjent kommune|Uoppgitt|?",
}


@pytest.fixture(scope="module")
def place() -> Parser:
    return municipality_parser(GJOVIK)


@pytest.mark.parametrize("key", PLACES)
def test_every_way_of_writing_a_municipality_is_that_municipality(place: Parser, key: str) -> None:
    for word in PLACES[key].split("|"):
        assert place(word, Kind.TEXT) == Parsed(key), word


def test_a_municipality_in_any_letters(place: Parser) -> None:
    for key in ("gjovik", "ostre_toten", "sondre_land"):
        name = GJOVIK.name_of(key)
        for written in (
            unicodedata.normalize("NFD", name),
            name.replace("ø", "o\u0338").replace("Ø", "O\u0338"),
            scrambled(name),
            scrambled(scrambled(name)),
            name.replace(" ", "\u00a0") + "\u00a0",
            name.upper(),
            name.replace("ø", "ö"),
        ):
            assert place(written, Kind.TEXT).value == key, repr(written)


def test_a_number_cell_is_a_municipalitys_number(place: Parser) -> None:
    assert [place(text, Kind.NUMBER).value for text in ("3407", "528", "502")] == ["gjovik", "ostre_toten", "gjovik"]


@pytest.mark.parametrize(
    "word", ["Toten", "Land", "toten kommune", "Gjøvik/Land", "3407 Østre Toten", "Raufoss, Lena", "Lena (Toten)"]
)
def test_what_may_be_two_municipalities_is_asked_about(place: Parser, word: str) -> None:
    assert place(word, Kind.TEXT) == Parsed(fault="municipality-ambiguous")


@pytest.mark.parametrize("word", ["Nittedal", "9999", "?stre Toten", "3407 Tranby", "12", "Gjøvik eller omegn"])
def test_a_municipality_nobody_knows_is_asked_about(place: Parser, word: str) -> None:
    assert place(word, Kind.TEXT).fault == "municipality-unknown"


def test_a_misspelt_municipality_is_never_guessed_but_proposed(place: Parser) -> None:
    assert place("Østre Totn", Kind.TEXT) == Parsed(fault="municipality-unknown", suggestion="Østre Toten")


def test_fredrikstads_three_numbers() -> None:
    parse = municipality_parser(load("fredrikstad"))
    assert {parse(text, Kind.TEXT).value for text in ("3107", "3004", "0106", "106")} == {"fredrikstad"}


def test_a_model_may_put_every_unlisted_place_under_other() -> None:
    model = GJOVIK.model_copy(update={"unlisted_municipality": "other"})
    assert municipality_parser(model)("Nittedal", Kind.TEXT) == Parsed(OTHER, note="municipality-elsewhere")
    assert municipality_parser(model)("Toten", Kind.TEXT).fault == "municipality-ambiguous"


@pytest.mark.parametrize(
    "word", ["FACT Gjøvik", "FACT Toten/Land", "FACT Gjøvik/Toten/Land", "FACT", "fact-team", "Fact Gjovik"]
)
def test_all_three_names_of_the_merged_team_are_one_team(word: str) -> None:
    assert team_parser(GJOVIK)(word, Kind.TEXT) == Parsed("fact")


def test_a_team_nobody_listed_is_unknown_with_a_warning() -> None:
    assert team_parser(GJOVIK)("BUP", Kind.TEXT) == Parsed(UNKNOWN, warning="team-unknown")
    assert team_parser(GJOVIK)("ukjent", Kind.TEXT) == Parsed(UNKNOWN)


# --- ids and free text -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def person() -> Parser:
    return parser(ATTENDANCE.by_name["participant"], GJOVIK, HASHED)


def test_an_id_is_kept_as_a_keyed_hash_and_nothing_else(person: Parser) -> None:
    read = person("D0049", Kind.TEXT)
    assert read == Parsed(HASHED("d0049"))
    assert len(str(read.value)) == 24


def test_one_person_is_one_person_however_the_id_is_written(person: Parser) -> None:
    ways = ("D0049", "d0049", " D0049 ", "D0049\u200b", "Ｄ0049")
    assert {person(text, Kind.TEXT).value for text in ways} == {HASHED("d0049")}
    assert person("49", Kind.NUMBER).value == person("49", Kind.TEXT).value == person("49.0", Kind.TEXT).value
    assert person("D0049", Kind.TEXT).value != person("D0050", Kind.TEXT).value


@pytest.mark.parametrize(
    "text", ["2.98725E+13", "2,98725E+13", "3E+14", "2.98725e+16", "29872500000000", "12345678901234567"]
)
def test_an_id_that_excel_broke_is_noticed(person: Parser, text: str) -> None:
    assert person(text, Kind.TEXT).warning == "id-broken-by-excel"
    assert parser(REFERRALS.by_name["number"], GJOVIK, HASHED)(text, Kind.TEXT).warning == "id-broken-by-excel"


@pytest.mark.parametrize("text", ["05.03.1985", "5.3.85", "1985-03-05", "5/3-85", "05031985"])
def test_a_birth_date_in_the_id_column_is_noticed(person: Parser, text: str) -> None:
    assert person(text, Kind.TEXT).warning == "id-is-a-date"
    assert person("1985-03-05", Kind.DATE).warning == "id-is-a-date"


@pytest.mark.parametrize(
    "text", ["Ola Nordmann", "Kari", "KN", "K.N.", "Nordmann, Ola", "ola nordmann", "Åse Bø-Ås", "K N"]
)
def test_a_name_or_initials_in_the_id_column_are_noticed(person: Parser, text: str) -> None:
    assert person(text, Kind.TEXT).warning == "id-is-a-name"


@pytest.mark.parametrize("text", ["D0049", "49", "100000", "A-12", "12345678", "P 17", "29872499982296", "x7"])
def test_an_ordinary_id_is_not_remarked_on(person: Parser, text: str) -> None:
    assert person(text, Kind.TEXT).warning is None


def test_free_text_keeps_its_words_and_loses_what_no_screen_can_show() -> None:
    parse = parser(CONCERTS.by_name["title"], GJOVIK, HASHED)
    assert parse("  Vår\u00a0konsert\x00\n2026 ", Kind.TEXT).value == "Vår konsert 2026"
    assert parse(scrambled("Vårkonsert"), Kind.TEXT).value == "Vårkonsert"


def test_spellings_are_compared_without_case_space_and_marks() -> None:
    assert normalise("  Møtte?:* ") == "møtte?"
    assert tidy("a\u00a0 b\tc\u200b") == "a b c"
    assert fold("Østre-Toten") == fold("OSTRE  TOTEN") == fold("Oestre.Toten")


# --- anything at all -----------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(max_size=12), st.sampled_from(Kind))
def test_any_text_at_all_is_a_value_or_a_reason(text: str, kind: Kind) -> None:
    if kind is Kind.NUMBER:
        text = "17"
    for table in TABLES:
        for column in table.columns:
            read = parser(column, GJOVIK, HASHED)(text, kind)
            assert read.fault is None or read.value is None
