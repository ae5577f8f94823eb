"""A region writes one file; what is wrong in it is one clear answer: which file, where in it, and why."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from drawn_sheets import checked

from data_sources.declared.deliverer import deliverers
from data_sources.declared.model import DEFAULT, MODELS, Model, ModelFault, load
from data_sources.declared.tables import BY_NAME

Write: TypeAlias = Callable[[str | bytes], Path]
SMALL = """
key = "testdal"
name = "Testdal"

[[municipality]]
key = "north"
name = "Nordre Testdal"
number = "9901"
earlier = ["0991"]
aliases = ["N. Testdal"]

[[municipality]]
key = "south"
name = "Søndre Testdal"
number = "9902"

[[team]]
key = "fact"
name = "FACT Testdal"
levels = ["individual"]

[[principle]]
key = "music"
text = { nb = "Musikk" }

[[goal]]
key = "attendance"
name = { nb = "Oppmøte", en = "Attendance" }
indicator = "attendance_rate"
kind = "keep"
direction = "up"
target = 0.9
principles = ["music"]
municipality = "north"
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes) -> Path:
        file = tmp_path / "testdal.toml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


# --- models that hold ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "municipalities", "goals"), [("gjovik", 5, 7), ("fredrikstad", 1, 3)])
def test_the_models_we_ship_load_by_name_and_by_path(name: str, municipalities: int, goals: int) -> None:
    model = load(name)
    assert model == load(MODELS / f"{name}.toml") == load(str(MODELS / f"{name}.toml"))
    assert (len(model.municipality), len(model.goal)) == (municipalities, goals)
    assert all(place.population for place in model.municipality)


def test_every_model_we_ship_is_one_of_these() -> None:
    assert {file.stem for file in MODELS.glob("*.toml")} == {DEFAULT, "fredrikstad"}


def test_the_default_has_the_facts_of_its_region() -> None:
    model = load(DEFAULT)
    assert {place.number: place.earlier for place in model.municipality} == {
        "3407": ("0502",),
        "3442": ("0528",),
        "3443": ("0529",),
        "3447": ("0536",),
        "3448": ("0538",),
    }
    assert len(model.principle) == 11 and model.reporting_period == "quarter" and model.threshold == 5
    people = {p.year: p for place in model.municipality if place.key == "gjovik" for p in place.population}
    assert (people[2026].inhabitants, people[2026].adults, people[2025].inhabitants) == (31350, 25712, 31175)
    assert load("fredrikstad").municipality[0].earlier == ("3004", "0106")
    assert load("fredrikstad").reporting_period == "tertial"


def test_another_regions_file_is_enough(write: Write) -> None:
    model = load(write(SMALL))
    assert (model.name_of("north"), model.name_of("fact")) == ("Nordre Testdal", "FACT Testdal")
    sheet = checked(
        [
            ["Dato", "Deltaker", "Kommune", "Team", "Tilbudsform", "Status"],
            ["05.03.2026", "D1", "991", "fact testdal", "individuell", "x"],
            ["05.03.2026", "D2", "Søndre testdal kommune", "FACT", None, "x"],
        ],
        model,
    )
    assert sheet.rows["municipality"].to_list() == ["north", "south"]


def test_a_region_may_bring_its_own_headings_values_and_defaults(write: Write) -> None:
    model = load(
        write(
            SMALL
            + """
[headings.attendance]
status = ["Utfall"]
[values.status]
attended = ["kom"]
[defaults.attendance]
municipality = "south"
team = "fact"
level = "individual"
[own_numbers]
attendance = ["participant"]
"""
        )
    )
    sheet = checked([["Dato", "Deltaker", "Utfall"], ["05.03.2026", "D1", "Kom"]], model)
    assert sheet.rows.select("municipality", "team", "level", "status").row(0) == (
        "south",
        "fact",
        "individual",
        "attended",
    )


def test_a_model_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load(DEFAULT).threshold = 1


# --- models that do not ----------------------------------------------------------------------------------


def fault(where: str | Path) -> tuple[str, str]:
    with pytest.raises(ModelFault) as caught:
        load(where)
    assert caught.value.file in {str(where), str(MODELS / f"{where}.toml")}
    assert caught.value.__cause__ is None
    return caught.value.reason, caught.value.key


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) >= 1
    return SMALL.replace(old, new, 1)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert fault(tmp_path / "nei.toml") == ("no-file", "")
    assert fault("oslo") == ("no-file", "")


def test_a_file_that_cannot_be_read(write: Write, tmp_path: Path) -> None:
    assert fault(write(SMALL.encode("utf-16"))) == ("unreadable", "")
    assert fault(write("name = 'Søndre'".encode("latin-1"))) == ("unreadable", "")
    assert fault(tmp_path) == ("unreadable", "")
    assert fault("nei\0.toml") == ("unreadable", "")


def test_a_slip_of_the_pen_is_told_by_its_line(write: Write) -> None:
    assert fault(write('key = "a"\nname = \nthreshold = 5\n')) == ("not-toml", "2")
    assert fault(write('key = "a"\nkey = "b"\n')) == ("not-toml", "2")
    assert fault(write('key = "a"\nname = [\n')) == ("not-toml-at-end", "")


GOOD = '[[survey_question.response]]\nkey = "good"\nname = { nb = "Bra" }\n'
ONE_ANSWER = f'[[survey_question]]\nkey = "mood"\nname = {{ nb = "Hvordan?" }}\n{GOOD}'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (changed('name = "Testdal"', ""), ("missing", "name")),
        ('key = "a"\nname = "A"', ("missing", "municipality")),
        (changed('number = "9902"', ""), ("missing", "municipality.2.number")),
        (changed('kind = "keep"', 'kind = "reach"'), ("missing", "goal.attendance.due")),
        (changed('kind = "keep"', 'kind = "deliver"'), ("missing", "goal.attendance.due")),
        ("treshold = 5\n" + SMALL, ("unknown-key", "treshold")),
        (changed("target = 0.9", 'target = 0.9\n"mål" = 1'), ("unknown-key", "goal.1.mål")),
        (SMALL + '[headings.oppmote]\nstatus = ["Utfall"]', ("unknown-key", "headings.oppmote")),
        (SMALL + '[headings.attendance]\nstaus = ["Utfall"]', ("unknown-key", "headings.attendance.staus")),
        (SMALL + '[values.status]\natended = ["kom"]', ("unknown-key", "values.status.atended")),
        (SMALL + '[values.utfall]\nattended = ["kom"]', ("unknown-key", "values.utfall.attended")),
        (SMALL + '[defaults.attendance]\n"nivå" = "a"', ("unknown-key", "defaults.attendance.nivå")),
        (SMALL + '[own_numbers]\nattendance = ["id"]', ("unknown-key", "own_numbers.attendance.id")),
        ("threshold = 2\n" + SMALL, ("wrong-value", "threshold")),
        ('threshold = "mange"\n' + SMALL, ("wrong-value", "threshold")),
        ('reporting_period = "month"\n' + SMALL, ("wrong-value", "reporting_period")),
        ("waiting_limit_days = 0\n" + SMALL, ("wrong-value", "waiting_limit_days")),
        (changed('key = "north"', 'key = "Nord!"'), ("wrong-value", "municipality.1.key")),
        (changed('9901"', '9901"\ntile = [1]'), ("missing", "municipality.1.tile.2")),
        (changed('levels = ["individual"]', 'levels = ["alle"]'), ("wrong-value", "team.1.levels.1")),
        (changed("target = 0.9", 'target = "høyt"'), ("wrong-value", "goal.1.target")),
        (changed("target = 0.9", "target = 0.9\ndue = 2026-13-01"), ("not-toml", "33")),
        (changed('name = { nb = "Oppmøte", en = "Attendance" }', "name = {}"), ("wrong-value", "goal.1.name")),
        ('municipality = []\nkey = "a"\nname = "A"', ("wrong-value", "municipality")),
        (SMALL + '[defaults.attendance]\nlevel = "alene"', ("wrong-value", "defaults.attendance.level")),
        (SMALL + '[defaults.attendance]\nteam = "dps"', ("wrong-value", "defaults.attendance.team")),
        (SMALL + '[defaults.attendance]\nmunicipality = "east"', ("wrong-value", "defaults.attendance.municipality")),
        (SMALL + '[defaults.attendance]\nheads = "1"', ("wrong-value", "defaults.attendance.heads")),
        (changed('key = "south"', 'key = "north"'), ("taken-key", "municipality.north")),
        (changed('key = "fact"', 'key = "all"'), ("taken-key", "team.all")),
        (changed('key = "south"', 'key = "unknown"'), ("taken-key", "municipality.unknown")),
        (changed('number = "9902"', 'number = "0991"'), ("taken-key", "municipality.south: 991")),
        (changed('"9902"', '"9902"\naliases = ["n.testdal"]'), ("taken-key", "municipality.south: n testdal")),
        (SMALL + '[[team]]\nkey = "dps"\nname = "Fact testdal"', ("taken-key", "team.dps: fact testdal")),
        (SMALL + ONE_ANSWER, ("wrong-value", "survey_question.mood.response")),
        (SMALL + ONE_ANSWER * 2, ("taken-key", "survey_question.mood")),
        (SMALL + ONE_ANSWER + GOOD, ("taken-key", "survey_question.mood.response.good")),
        (SMALL + ONE_ANSWER + GOOD.replace('y = "good"', 'y = "bad"'), ("taken-key", "survey_response.bad: bra")),
        (SMALL + '[[survey_question]]\nkey = "mood"\nname = {}', ("wrong-value", "survey_question.1.name")),
        (changed('y = "north"', 'y = "x"'), ("unknown-municipality", "goal.attendance.municipality")),
        (changed('["music"]', '["dance"]'), ("unknown-principle", "goal.attendance.principles")),
    ],
)
def test_what_is_wrong_in_a_model_is_told_by_its_place(write: Write, content: str, expected: tuple[str, str]) -> None:
    assert fault(write(content)) == expected


def test_a_fault_says_file_place_and_reason_in_its_own_words(write: Write) -> None:
    with pytest.raises(ModelFault, match=r"testdal\.toml: threshold: wrong-value"):
        load(write("threshold = 2\n" + SMALL))


def test_anything_at_all_is_a_model_or_a_fault(write: Write) -> None:
    for content in (
        b"",
        b"\xff\xfe",
        b"[" * 5000,
        b"a = " + b"[" * 2000,
        b"key = 1",
        "key = '\u2028'".encode(),
        b"\xef\xbb\xbfkey='a'",
    ):
        with pytest.raises(ModelFault):
            load(write(content))


def test_the_shape_of_a_model_is_closed() -> None:
    assert Model.model_config["extra"] == "forbid" and Model.model_config["frozen"]


@pytest.mark.parametrize("formerly", ['["south"]', '["east", "east"]', '["north"]'])
def test_a_municipality_that_still_is_has_not_become_another(write: Write, formerly: str) -> None:
    """And one has not become two."""
    text = SMALL.replace('key = "north"\n', f'key = "north"\nformerly = {formerly}\n', 1)
    if "east" in formerly:
        text = text.replace('key = "south"\n', 'key = "south"\nformerly = ["east"]\n', 1)
    with pytest.raises(ModelFault) as told:
        load(write(text))
    assert told.value.reason == "taken-key"
    assert told.value.key.endswith(".formerly")


# --- who delivers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "key", "reason"),
    [
        ('table = "attendance"', "deliverer.1", "deliverer-who"),
        ('table = "attendance"\nteam = "fact"\nmunicipality = "north"', "deliverer.1", "deliverer-who"),
        ('table = "attendance"\nmunicipality = "west"', "deliverer.1.municipality", "unknown-municipality"),
        ('table = "attendance"\nteam = "dps"', "deliverer.1.team", "unknown-team"),
        ('table = "fit"\nmunicipality = "north"', "deliverer.1.municipality", "deliverer-column"),
        ('table = "parties"\nsource = "SI"', "deliverer.1.table", "unknown-key"),
        ('table = "fit"\nsource = "SI"\nrhythm = "tertial"', "deliverer.1.rhythm", "wrong-value"),
        ('table = "fit"\nsource = "SI"\nuntil = 2025-01-01\nsince = 2025-06-01', "deliverer.1.until", "wrong-value"),
    ],
)
def test_a_deliverer_who_cannot_deliver_is_named(write: Write, declared: str, key: str, reason: str) -> None:
    with pytest.raises(ModelFault) as told:
        load(write(f"{SMALL}\n[[deliverer]]\n{declared}\n"))
    assert (told.value.key, told.value.reason) == (key, reason)


def test_a_municipality_that_delivers_the_same_twice_is_told(write: Write) -> None:
    twice = '[[deliverer]]\ntable = "attendance"\nmunicipality = "each"\n' * 2
    with pytest.raises(ModelFault) as told:
        load(write(f"{SMALL}\n{twice}"))
    assert told.value.reason == "taken-key"


def test_without_a_declaration_municipalities_deliver_appointments_and_one_source_the_rest(write: Write) -> None:
    model = load(write(SMALL))
    assert [one.place for one in deliverers(model, BY_NAME["attendance"])] == [
        "municipality:north",
        "municipality:south",
    ]
    assert [one.place for one in deliverers(model, BY_NAME["concerts"])] == ["source:Testdal"]
    [survey] = deliverers(model, BY_NAME["survey"])
    assert (survey.place, survey.rhythm) == ("source:Testdal", "year")  # nobody surveys every month


@pytest.mark.parametrize("name", ["gjovik", "fredrikstad", "tests/models/vitoria.toml"])
def test_every_model_asks_something_and_says_which_answers_are_good(name: str) -> None:
    questions = load(name).survey_question
    assert questions and any(question.good for question in questions)
    for question in questions:
        assert set(question.good) < {response.key for response in question.responses}


def test_a_question_without_answers_of_its_own_is_a_scale_of_which_four_and_five_are_good(write: Write) -> None:
    model = load(write(SMALL + '[[survey_question]]\nkey = "mood"\nname = { nb = "Hvordan har du det?" }'))
    [question] = model.survey_question
    assert [response.key for response in question.responses] == ["1", "2", "3", "4", "5"]
    assert question.good == ("4", "5")
