"""The picture of the house is today's: it is drawn from the imports, and drawn anew where they have changed."""

from tests.drawn_house import PICTURE, arrows, drawing, layers


def test_the_picture_of_the_house_is_drawn_from_its_imports() -> None:
    before, today = PICTURE.read_text("utf-8") if PICTURE.exists() else "", drawing()
    if before != today:
        PICTURE.write_text(today, "utf-8")
    assert before == today, "docs/house.svg was out of date and has been drawn anew: commit it"


def test_every_arrow_in_the_picture_points_down() -> None:
    rows = layers()
    floor = {name: line for line, row in enumerate(rows) for name in row}
    found = arrows([name for row in rows for name in row])
    assert len(found) > 20
    assert [pair for pair in found if floor[pair[0]] >= floor[pair[1]]] == []
