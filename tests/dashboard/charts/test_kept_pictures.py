"""A picture is drawn once for all who look at the same numbers, and is gone when the numbers are."""

import gc
import threading
import weakref

from sealed import sealed

from dashboard import charts
from dashboard.installation.once import once, once_for_each
from dashboard.language.words import Words, words
from dashboard.wall.published import Published

NAMES = {"gjovik": "Gjøvik", "ostre_toten": "Østre Toten"}


def concerts(count: float = 7.0) -> Published:
    return sealed("concerts", [{"period": "2025Q1", "municipality": key, "value": count} for key in NAMES])


def test_the_same_numbers_in_the_same_language_are_one_picture() -> None:
    numbers = concerts()
    first = charts.bars(numbers, words("nb"), names=NAMES)
    assert charts.bars(numbers, words("nb"), names=dict(NAMES)) is first


def test_other_numbers_languages_and_choices_are_other_pictures() -> None:
    numbers = concerts()
    first = charts.places(numbers, words("nb"), NAMES, "gjovik")
    for other in (
        charts.places(concerts(8.0), words("nb"), NAMES, "gjovik"),
        charts.places(numbers, words("nn"), NAMES, "gjovik"),
        charts.places(numbers, words("nb"), NAMES, "ostre_toten"),
        charts.places(numbers, words("nb"), NAMES, "gjovik", name="K"),
    ):
        assert other is not first
    assert charts.places(concerts(8.0), words("nb"), NAMES, "gjovik").table != first.table


def test_a_picture_goes_when_nobody_holds_its_numbers() -> None:
    numbers = concerts()
    drawn = weakref.ref(charts.bars(numbers, words("nb")))
    assert drawn() is not None
    del numbers
    gc.collect()
    assert drawn() is None


def test_what_cannot_be_drawn_is_tried_again() -> None:
    numbers, tried = concerts(), []

    @once_for_each
    def draw(numbers: Published, spoken: Words) -> str:
        tried.append(spoken.language)
        if len(tried) == 1:
            raise ValueError
        return "drawn"

    for _ in range(3):
        try:
            answer = draw(numbers, words("nb"))
        except ValueError:
            answer = ""
    assert (answer, tried) == ("drawn", ["nb", "nb"])


def test_what_is_made_once_is_made_once_for_all_who_come_at_the_same_time() -> None:
    begun, made = threading.Event(), []

    @once
    def slow(language: str) -> list[str]:
        begun.wait(10)
        made.append(language)
        return [language]

    answers: list[list[str]] = []
    readers = [threading.Thread(target=lambda: answers.append(slow("nb"))) for _ in range(8)]
    for one in readers:
        one.start()
    begun.set()
    for one in readers:
        one.join(10)
    assert made == ["nb"]
    assert all(answer is answers[0] for answer in answers)
    assert slow("nn") == ["nn"]
