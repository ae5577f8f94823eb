"""Owns how often somebody may try."""

import time
from collections import deque

_MOST = 10_000


class Rate:
    """So many within so many seconds for each caller; nobody waits, they are told."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most, self.seconds = most, seconds
        self._tries: dict[str, deque[float]] = {}

    def allows(self, caller: str) -> bool:
        """May this caller try now? That counts as a try."""
        moment = time.monotonic()
        if len(self._tries) >= _MOST:
            self._tries = {who: tries for who, tries in self._tries.items() if moment - tries[-1] < self.seconds}
        tries = self._tries.setdefault(caller, deque(maxlen=self.most))
        full = len(tries) == self.most and moment - tries[0] < self.seconds
        if not full:
            tries.append(moment)
        return not full
