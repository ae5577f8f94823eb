"""Owns work that takes its time: done on the side, with how far it has come, and a way to call it off."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Generic, TypeVar

from dashboard.desk.incoming.uploads import Uploads
from data_sources.arriving.preview import Preview
from data_sources.storing.store import Batch

Result = TypeVar("Result")
# Two at a time for the whole server: reading and checking use a core each.
_HANDS = ThreadPoolExecutor(2, thread_name_prefix="samspill-job")


class Job(Generic[Result]):
    """Something going on. A lost connection does not end it; whoever asked finds it again as it stands then.

    `stage`: waiting, reading, checking, comparing, keeping or done. `share`: 0–1.
    """

    def __init__(self, what: str, work: Callable[["Job[Result]"], Result]) -> None:
        self.what, self.stage, self.share = what, "waiting", 0.0
        self._called_off = threading.Event()
        self._future = _HANDS.submit(work, self)

    @property
    def done(self) -> bool:
        """Has it come to an end, of whatever kind?"""
        return self._future.done()

    def at(self, stage: str, share: float) -> None:
        """Tell how far it has come."""
        self.stage, self.share = stage, share

    def call_off(self) -> None:
        """Ask it to stop; it stops where nothing is left half done."""
        self._called_off.set()

    def called_off(self) -> bool:
        """Has somebody asked it to stop?"""
        return self._called_off.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait a little; was it done then?"""
        wait([self._future], timeout=seconds)
        return self.done

    def result(self) -> Result:
        """What it came to. Raises what the work raised."""
        return self._future.result()


class Jobs(Uploads):
    """The slow parts of the way in, on the side."""

    def receiving(self, content: bytes, file: str) -> Job[Preview]:
        """Read and check a file on the side: see `receive`."""
        return Job(file, lambda job: self.receive(content, file, job.called_off, job.at, aside=True))

    def keeping(self, previews: Sequence[tuple[Preview, Sequence[str]]]) -> Job[list[Batch]]:
        """Store files on the side, one transaction each. Called off, the files already stored stay stored."""

        def work(job: Job[list[Batch]]) -> list[Batch]:
            kept: list[Batch] = []
            for number, (preview, whole) in enumerate(previews):
                if job.called_off():
                    break
                job.at("keeping", number / len(previews))
                kept.append(self.keep(preview, whole, job.called_off))
            return kept

        return Job("", work)
