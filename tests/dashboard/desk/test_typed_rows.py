"""What somebody types in without Excel is checked, kept and undone as a file is."""

from collections.abc import Callable

from dashboard.desk import Desk


def row(**changed: str) -> dict[str, str]:
    return {
        "Dato": "03.03.2026",
        "Arrangement": "Åpen scene",
        "Kommune": "Gjøvik",
        "Publikum": "40",
        "Medvirkende": "8",
    } | changed


def test_typed_rows_have_the_preview_batch_and_undo_of_a_file(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    preview = desk.typed([row(), row(Dato="5. mars 2026", Kommune="Ø. Toten")], "Skrevet inn: konserter")
    [effect] = preview.effects
    assert (effect.counts.table, effect.counts.new, effect.counts.failed) == ("concerts", 2, 0)
    batch = desk.keep(preview)
    assert batch.file == "Skrevet inn: konserter"
    assert desk.undo(batch.id)


def test_a_typed_row_that_cannot_be_kept_is_told_with_its_place(make_desk: Callable[..., Desk]) -> None:
    preview = make_desk().typed([row(), row(Dato="snart")], "Skrevet inn: konserter")
    assert preview.failed == 1
    assert {problem.row for sample in preview.samples for problem in sample.problems} == {3}


def test_an_identity_number_that_is_typed_in_is_refused(make_desk: Callable[..., Desk]) -> None:
    preview = make_desk().typed([row(Arrangement="13097248022")], "Skrevet inn: konserter")
    assert preview.arrival.refused == "identity-numbers"
