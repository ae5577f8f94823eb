"""A large file's way in, without the server ever holding one of its rows: each step in a process of its own.

Between the two steps the rows lie in a folder, as they would be stored, so without ids.
"""

import pickle
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from data_sources.arriving.pipeline import nameable
from data_sources.arriving.preview import Preview, PutBy, Reception, put_by
from data_sources.checking.arrival import Arrival
from data_sources.declared.model import Model
from data_sources.reading import own_process
from data_sources.reading.own_folder import Folder
from data_sources.reading.own_process import Cancel, Ended, Fault, Notify
from data_sources.storing.batches import Batch, Terms
from data_sources.storing.database import StoreFault
from data_sources.storing.keys.secret import SecretKey
from data_sources.storing.same_file import FileIdentity, hold_to
from data_sources.storing.store import Store

LARGE = 128 * 1024
"""Bytes of a file from which on it is worth a process of its own: starting one takes about a second."""
_NO_MEMORY = "too-much-memory"
# What Polars' allocator has free it gives back at once: what is read, checked and keyed after each other is then not
# all there together. A million rows: 591 MB at the most instead of 708 to 726, for a fourth more processor time.
_GIVES_BACK = {"_RJEM_MALLOC_CONF": "background_thread:true,dirty_decay_ms:0,muzzy_decay_ms:0"}


@dataclass(frozen=True)
class House:
    """What the process must know of us. It goes through a pipe, and is never written down.

    `opened`: the file that we have opened as the database; in another one the process stores nothing.
    """

    database: str = field(repr=False)
    secret: SecretKey = field(repr=False)
    model: Model
    today: date
    opened: FileIdentity = None


def receive(
    house: House, content: bytes, file: str, cancel: Cancel | None = None, notify: Notify = lambda stage, share: None
) -> Preview:
    """As `Reception.receive`; the rows stay on disk, without raw ids, until the preview is let go."""
    by = PutBy(Folder())
    request = {"house": house, "content": content, "file": file, "folder": by.file.parent}
    try:
        preview = pickle.loads(
            own_process.run(received, request, cancel=cancel, notify=notify, environment=_GIVES_BACK)
        )
    except (Fault, Ended) as end:
        if isinstance(end, Fault) and end.reason != _NO_MEMORY:
            raise StoreFault(end.reason) from None
        return Preview.of(Arrival(nameable(file), "", refused=_NO_MEMORY))  # only the system's own limits end it so
    assert isinstance(preview, Preview)
    return replace(preview, whole=by)


def keep(house: House, arrival: PutBy, terms: Terms, cancel: Cancel | None = None) -> Batch:
    """As `Reception.keep`. Raises StoreFault; `broken-off` where the process ended before its time."""
    request = {"house": house, "arrival": arrival.file, "terms": terms}
    try:
        batch = pickle.loads(own_process.run(kept, request, cancel=cancel))
    except Fault as fault:
        raise StoreFault("broken-off" if fault.reason == _NO_MEMORY else fault.reason) from None
    except Ended:
        raise StoreFault("broken-off") from None
    assert isinstance(batch, Batch)
    return batch


# --- inside the process ------------------------------------------------------------------------------------------


def received(request: dict[str, Any], cancel: Cancel, notify: Notify) -> bytes:
    """A preview without its rows, which lie in the request's folder. Raises StoreFault."""
    store, reception = _reception(request["house"])
    try:
        preview = reception.receive(request["content"], request["file"], cancel, notify)
        return pickle.dumps(put_by(preview, Path(request["folder"])))
    finally:
        store.engine.dispose()


def kept(request: dict[str, Any], cancel: Cancel, notify: Notify) -> bytes:
    """The batch that was stored. Raises StoreFault."""
    store, reception = _reception(request["house"])
    try:
        return pickle.dumps(reception.keep(request["arrival"], request["terms"], cancel))
    finally:
        store.engine.dispose()


def _reception(house: House) -> tuple[Store, Reception]:
    hold_to(house.database, house.opened)
    store = Store(house.database, house.secret)
    return store, Reception(store, house.model, lambda: house.today)
