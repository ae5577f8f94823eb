"""Owns the addresses under `/kalender/`, which a calendar subscribes to: days and organisations, and no number."""

from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.desk import StoreFault, the_desk
from dashboard.installation.addresses import CALENDARS
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, LANGUAGES, words
from dashboard.sentences import reminders
from data_sources.declared.model import ModelFault

MEASURES = "tiltak"


def send_calendar(request: Request) -> Response:
    """`/kalender/` lists them; `/kalender/tiltak.ics` has the measures, `/kalender/gjovik.ics` a deliverer's days.

    Behind a sign-in a calendar program says its code in the address, `/kalender/CODE/tiltak.ics`: see the door.
    """
    asked = request.query_params.get("lang", DEFAULT)
    spoken = words(asked if asked in LANGUAGES else DEFAULT)
    name = request.path_params.get("name", "")
    try:
        desk = the_desk(Settings.here())
        feeds = desk.calendars()
        moment = datetime.now(UTC)
        if not name:
            code = request.path_params.get("code", "")
            lines = [f"{CALENDARS}{code and f'{code}/'}{key}.ics" for key in (MEASURES, *feeds)]
            return PlainTextResponse("\n".join(lines) + "\n", headers={"cache-control": "no-store"})
        key = name.removesuffix(".ics")
        if key == MEASURES:
            content = reminders.measures_calendar(desk, desk.measures(), spoken, moment)
        elif key in feeds:
            content = reminders.deliveries_calendar(desk, feeds[key], spoken, moment)
        else:
            return PlainTextResponse(spoken("calendar-unknown") + "\n", status_code=404)
    except (ModelFault, StoreFault):
        return PlainTextResponse(spoken("fault-unexpected") + "\n", status_code=503)
    return Response(content, media_type="text/calendar; charset=utf-8", headers={"cache-control": "private, no-cache"})
