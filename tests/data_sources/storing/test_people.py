"""A person whose id is written in several ways is one, until somebody has said that it is two people."""

from drawn_sheets import arrived, everything

from data_sources.declared.tables import ATTENDANCE
from data_sources.parsing.answers import About
from data_sources.storing.store import Store

HEADS = ["Dato", "Deltaker", "Kommune", "Status"]


def file(*ids: str, day: int = 5) -> list[list[str]]:
    return [HEADS, *[[f"{day:02}.03.2026", one, "Gjøvik", "møtt"] for one in ids]]


def persons(store: Store) -> int:
    return store.rows(ATTENDANCE)["participant"].n_unique()


def test_two_ways_of_writing_count_as_one_across_files_until_it_is_answered(kept: Store) -> None:
    kept.keep(arrived(file("007", "8")), "kari")
    later = arrived(file("7", day=6), spellings=kept.spellings, answers=kept.answers())
    [question] = later.questions
    assert (question.about, question.written, question.likely) == (About.PERSON, "«7»", "same")
    kept.keep(later, "kari")
    assert persons(kept) == 2
    before = kept.version()
    kept.answer({question.key: "different"}, [question], "kari")
    assert persons(kept) == 3 and kept.version() > before
    [answer] = kept.given_answers()
    assert (answer.meaning, answer.about, answer.shown, answer.by) == ("different", "person", "", "kari")
    kept.answer({question.key: None})
    assert persons(kept) == 2


def test_the_store_holds_no_id_in_any_form(kept: Store) -> None:
    kept.keep(arrived(file("HEMMELIG-007", "hemmelig-7")), "kari")
    assert "emmelig" not in repr(everything(kept)).casefold().replace("hemmeligfil", "")
    assert persons(kept) == 1
