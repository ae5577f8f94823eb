"""What a spelling means is asked once for each source; an answer is remembered, shown, and can be taken back."""

import pytest
from drawn_sheets import ATTENDANCE, GJOVIK, arrived, everything, said

from data_sources.checking.questions import MOST
from data_sources.storing.store import Store

ROW = ["05.03.2026", "D1", "Gjøvik", "FACT", "gruppe", "x", None, None]
STRANGE = [
    ATTENDANCE,
    [*ROW[:5], "Q", None, None],
    ["06.03.2026", *ROW[1:5], "q ", None, None],
    ["07.03.2026", "D1", "Toten", "Sangkraft", "gruppe", "x", None, None],
]


def test_each_unknown_spelling_is_asked_about_once_with_how_many_rows_it_stands_in() -> None:
    asked = [(one.column, one.written, one.rows) for one in arrived(STRANGE).questions]
    assert asked == [("status", "Q", 2), ("team", "Sangkraft", 1), ("municipality", "Toten", 1)]


def test_answers_are_remembered_for_the_source_and_only_there(kept: Store) -> None:
    meant = {"Q": "cancelled_by_participant", "Toten": "ostre_toten", "Sangkraft": "unknown"}
    kept.answer({one.key: meant[one.written] for one in arrived(STRANGE, answers=kept.answers()).questions})
    again = arrived(STRANGE, answers=kept.answers())
    [sheet] = again.sheets
    assert sheet.rows["status"].to_list() == ["cancelled_by_participant"] * 2 + ["attended"]
    assert (sheet.rows["municipality"][2], sheet.rows["team"][2], sheet.failed) == ("ostre_toten", "unknown", ())
    assert {reason for _, _, reason in said(again)} == {"value-as-answered"}
    assert {one.written: one.answer for one in again.questions} == meant
    other = [[*ATTENDANCE[:-1], "Noe annet"], *STRANGE[1:]]
    assert {one.answer for one in arrived(other, answers=kept.answers()).questions} == {None}


def test_an_answer_can_be_taken_back(kept: Store) -> None:
    [first, *_] = arrived(STRANGE, answers=kept.answers()).questions
    kept.answer({first.key: "missed"})
    kept.answer({first.key: None})
    assert kept.answers().by_key == {}


def test_an_answer_never_changes_what_a_known_word_means(kept: Store) -> None:
    [first, *_] = arrived(STRANGE, answers=kept.answers()).questions
    fingerprint, column, _ = first.key
    kept.answer({kept.answers().key(fingerprint, column, "x"): "missed"})
    assert arrived([ATTENDANCE, ROW], answers=kept.answers()).sheets[0].rows["status"][0] == "attended"


def test_no_spelling_is_stored_as_it_was_written(kept: Store) -> None:
    kept.answer({one.key: "unknown" for one in arrived(STRANGE, answers=kept.answers()).questions})
    assert "Sangkraft" not in repr(everything(kept)) and "sangkraft" not in repr(everything(kept))


@pytest.mark.parametrize(("spellings", "asked"), [(MOST, MOST), (MOST + 1, 0)])
def test_a_column_full_of_strange_words_is_not_asked_about(spellings: int, asked: int) -> None:
    rows = [[*ROW[:5], f"merknad {n}", None, None] for n in range(spellings)]
    assert len(arrived([ATTENDANCE, *rows]).questions) == asked


def test_nobody_is_asked_about_ids_or_free_text() -> None:
    arrival = arrived(STRANGE)
    quotable = {column.name for column in arrival.sheets[0].layout.table.columns if column.quotable}
    assert {one.column for one in arrival.questions} <= quotable
    assert GJOVIK.municipality
