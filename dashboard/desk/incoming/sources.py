"""Owns fetching from a partner's database: the same headings, checks, preview and batches as a file has."""

import os
from collections.abc import Callable

from dashboard.desk.identity.person import Action
from dashboard.desk.incoming.jobs import Job, Jobs
from data_sources.arriving import pipeline
from data_sources.arriving.preview import Preview
from data_sources.checking.arrival import Arrival
from data_sources.reading import partner_database
from data_sources.reading.cells import Refused
from data_sources.reading.partner_database import Source, SourceFault


class Sources(Jobs):
    """Named questions to other databases. Every method raises SourceFault where the file or the source is at fault."""

    def sources(self) -> list[str]:
        """The names of all sources."""
        return sorted(self._named())

    def fetch(
        self, name: str, cancel: Callable[[], bool] | None = None, notify: Callable[[str, float], None] | None = None
    ) -> Preview:
        """Ask a source for what is new since the last fetch that stands, and say what keeping it would do."""
        with self.acting(Action.PREVIEW, f"source {name}"):
            return self._theirs(self._fetched(name, cancel, notify))

    def _fetched(
        self, name: str, cancel: Callable[[], bool] | None, notify: Callable[[str, float], None] | None
    ) -> Preview:
        named = self._named()
        if name not in named:
            names = ", ".join(sorted(named))
            raise SourceFault("unknown" if names else "none", source=name, names=names, file=self.settings.sources.name)
        since = self._store.reached(name) or None
        if notify:
            notify("fetching", 0.1)
        try:
            fetched = partner_database.fetch(name, named[name], os.environ, since, cancel)
        except Refused as no:
            return Preview.of(Arrival(name, "", refused=no.reason, arguments=no.arguments))
        if not fetched.cells.frame.filter(fetched.cells.frame["row"] > 1).height:
            raise SourceFault("nothing-new" if since else "nothing", source=name)
        if notify:
            notify("checking", 0.6)
        reception = self._reception()
        arrival = pipeline.judge([fetched.cells], name, fetched.sha256, reception.context(), partial=since is not None)
        failed = [row for sheet in arrival.sheets for row in sheet.failed]
        preview = reception.looked_at(arrival, (name, fetched.reached(failed, since or "")))
        if (
            since
            and not arrival.refused
            and not any(effect.counts.new + effect.counts.changed + effect.counts.failed for effect in preview.effects)
        ):
            raise SourceFault("nothing-new", source=name)
        return preview

    def fetching(self, name: str) -> Job[Preview]:
        """Ask a source on the side: see `fetch`."""
        return Job(name, lambda job: self.fetch(name, job.called_off, job.at))

    def _named(self) -> dict[str, Source]:
        return partner_database.named(self.settings.sources)
