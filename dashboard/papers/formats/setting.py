"""Owns the process in which pages are drawn and set. The numbers were read in another, which has ended by then.

Neither holds what the other needs, so that neither fills the memory: this one imports nothing of the desk's.
"""

import pickle
from collections.abc import Callable, Mapping

from dashboard.papers.blocks import Pages
from dashboard.papers.order import PREVIEW


class CalledOff(Exception):  # noqa: N818 - an answer
    """Nobody waits for the pages any more."""

    reason = "cancelled"


def work(pages: Pages, cancel: Callable[[], bool], notify: Callable[[str, float], None]) -> bytes:
    """The PDF, and its first page where that is wanted. Raises CalledOff."""
    from dashboard.papers.formats.pages import finished  # noqa: PLC0415 - whoever asks for it need not hold it

    def told(stage: str, share: float) -> None:
        if cancel():
            raise CalledOff
        notify(stage, share)

    return pickle.dumps(finished(pages, told), protocol=5)


def with_pages_set(
    made: Mapping[str, bytes | Pages], finish: Callable[[Pages], tuple[bytes, bytes | None]]
) -> dict[str, bytes]:
    """Files with their pages set, and the first page by the name of previews where it was wanted."""
    files: dict[str, bytes] = {}
    for name, content in made.items():
        if isinstance(content, Pages):
            files[name], first_page = finish(content)
            files |= {PREVIEW: first_page} if first_page is not None else {}
        else:
            files[name] = content
    return files
