"""Owns answers that are given beforehand, so that a scheduled import never stands still at a question."""

from collections.abc import Callable, Mapping, Sequence

from dashboard.desk.incoming.uploads import Uploads
from data_sources.arriving.preview import Preview

_MOST_ROUNDS = 5  # of questions that answers bring


class UnknownAnswer(Exception):  # noqa: N818 - an answer to whoever gave it
    """An answer that the question does not have. `codes`: those it has."""

    def __init__(self, name: str, answer: str, codes: Sequence[str]) -> None:
        super().__init__(name, answer)
        self.name, self.answer, self.codes = name, answer, codes


def answered(desk: Uploads, receive: Callable[[], Preview], answers: Mapping[str, str]) -> Preview:
    """A file with the answers given beforehand: a question's name → code, or a column → the heading it has in the file.

    One answer may bring the next question. Raises UnknownAnswer.
    """
    preview = receive()
    for _ in range(_MOST_ROUNDS if answers else 0):
        every = preview.arrival.questions
        meant = [
            (asked, answers[asked.name])
            for asked in every
            if asked.name in answers and asked.answer != answers[asked.name]
        ]
        layout = preview.arrival.undecided
        wanted = {*layout.missing, *layout.proposed} & answers.keys() if layout else set()
        if not meant and not wanted:
            break
        for question, code in meant:
            if code not in question.options:
                raise UnknownAnswer(question.name, code, [*question.options])
        desk.answer({question.key: code for question, code in meant}, every)
        if layout is not None and wanted:
            desk.point_out(layout, {name: answers[name] for name in wanted})
        preview = receive()
    return preview
