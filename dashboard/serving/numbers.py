"""Owns the addresses under `/tall/`, where Excel, Power BI and R fetch the published numbers.

They are made in a process of their own, once for an edition and a language, and kept for whoever asks next.
"""

import functools
import threading
from collections import OrderedDict
from datetime import UTC, datetime, time
from email.utils import format_datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.desk import Action, StoreFault, edition_of, the_desk
from dashboard.installation.addresses import NUMBERS
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, LANGUAGES, Words, words
from dashboard.papers import making
from dashboard.papers.order import Kind, Order, PaperFault
from dashboard.serving.door import PERSON
from data_sources.declared.model import ModelFault

MOST_KEPT = 4  # editions and languages at a time; each is a few megabytes
_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


class Kept:
    """What was made, by edition and language. Two who ask for the same wait for one making."""

    def __init__(self) -> None:
        self._files: OrderedDict[tuple[str, str, str], dict[str, bytes]] = OrderedDict()
        self._lock = threading.Lock()

    def files(self, settings: Settings, edition: str, stamp: str, language: str) -> dict[str, bytes]:
        """Raises PaperFault. `stamp`: another when what can be read of the edition is: see `Desk.stamp`."""
        key = (settings.database, f"{edition}.{stamp}", language)
        with self._lock:
            if key not in self._files:
                order = Order(Kind.NUMBERS, language=language, edition=edition)
                self._files[key] = making.made(order, settings)
            self._files.move_to_end(key)
            while len(self._files) > MOST_KEPT:
                self._files.popitem(last=False)
            return self._files[key]


@functools.cache
def kept() -> Kept:
    """One for the whole server."""
    return Kept()


def send_numbers(request: Request) -> Response:
    """`/tall/` lists what there is; `/tall/numbers.csv`, `/tall/participants.json` and so on are the files.

    `?sett=` pins an edition, `?lang=` chooses whose names stand in it.
    """
    asked = request.query_params.get("lang", DEFAULT)
    spoken = words(asked if asked in LANGUAGES else DEFAULT)
    try:
        settings = Settings.here()
        desk = the_desk(settings)
        edition = request.query_params.get("sett") or desk.pin()
        read = desk.at(edition)
        if read is None:
            return _sentence(404, spoken("paper-fault-unknown-edition", edition=edition[:40]))
        stamp = read.stamp()
        files = kept().files(settings, edition, stamp, spoken.language)
    except PaperFault as fault:
        status = 404 if fault.reason in {"nothing-published", "unknown-edition"} else 503
        return _sentence(status, spoken(f"paper-fault-{fault.reason}", **fault.arguments))
    except (ModelFault, StoreFault):
        return _sentence(503, spoken("fault-unexpected"))
    name = request.path_params.get("name", "")
    if not name:
        return _list(files, edition, spoken)
    if name not in files:
        return _sentence(404, spoken("tidy-no-such-file", names=", ".join(files)))
    answer = _file(request, name, files[name], edition, f'"{edition}.{stamp}.{spoken.language}"')
    if answer.status_code == HTTPStatus.OK and request.method == "GET":
        person = request.scope.get(PERSON)
        (desk.asked_by(person) if person else desk).saw(f"{NUMBERS}{name} {edition}", Action.TAKE_AWAY)
    return answer


def _file(request: Request, name: str, content: bytes, edition: str, tag: str) -> Response:
    headers = {"etag": tag, "cache-control": "private, no-cache", "content-disposition": f'inline; filename="{name}"'}
    if named := edition_of(edition):
        headers["last-modified"] = format_datetime(datetime.combine(named[0], time(), UTC), usegmt=True)
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=_TYPES[name.rpartition(".")[2]], headers=headers)


def _list(files: dict[str, bytes], edition: str, spoken: Words) -> Response:
    lines = [spoken("tidy-list", edition=edition), "", *(f"{NUMBERS}{name}" for name in files)]
    return PlainTextResponse("\n".join(lines) + "\n", headers={"cache-control": "private, no-cache"})


def _sentence(status: int, text: str) -> Response:
    return PlainTextResponse(text + "\n", status_code=status, headers={"cache-control": "no-store"})
