"""The frame around every page: who is here, language, filters, navigation. The entry script."""

import functools
from base64 import b64encode
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import streamlit as st

from dashboard.counting.period import from_code
from dashboard.desk import ALL, Action, Desk, StoreFault, the_desk
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, LANGUAGES, Words, words
from dashboard.screen import NEWEST, PERIOD, PLACE, View, links, people, publishing_now
from dashboard.screen.choices import asked, chooser, resolve
from dashboard.screen.parts import kept_place
from dashboard.sentences import sentences
from data_sources.declared.model import ModelFault

ROOM = Path(__file__).parents[2] / "pages"
ICON = Path(__file__).with_name("static") / "icon.png"
WIDTH_OF_MENU = 288  # pixels; the pictures need the rest, and screen.css keeps this place until the menu comes
# Page file → (place in the URL, icon, what it can be narrowed by). The URL is the same in every language.
PAGES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "overview": ("oversikt", ":material/dashboard:", ()),
    "goals": ("mal", ":material/flag:", (PLACE,)),
    "municipality": ("kommune", ":material/location_city:", (PLACE, PERIOD)),
    "referrals": ("inn", ":material/login:", (PLACE, PERIOD)),
    "attendance": ("oppmote", ":material/event_available:", (PLACE, PERIOD)),
    "pathways": ("videre", ":material/route:", (PERIOD,)),
    "community": ("samfunn", ":material/music_note:", (PLACE, PERIOD)),
    "meeting": ("mote", ":material/co_present:", ()),
    "measures": ("tiltak", ":material/task_alt:", ()),
    "papers": ("papirer", ":material/description:", (PERIOD,)),
    "upload": ("last-opp", ":material/upload_file:", ()),
    "quality": ("datakvalitet", ":material/fact_check:", ()),
    "access": ("tilgang", ":material/key:", ()),
    "log": ("logg", ":material/receipt_long:", ()),
    "help": ("hjelp", ":material/help:", ()),
    "about": ("om-tallene", ":material/info:", ()),
    "accessibility": ("tilgjengelighet", ":material/accessibility_new:", ()),
}
# The number whose newest period a page opens on, where it is published later than others: courses end slowly.
OPENS_ON = {"pathways": "ended", "referrals": "referred", "attendance": "attendance_rate", "community": "concerts"}
# What the menu shows under each heading: looking, meeting, numbers. The rest stands at every page's foot.
FOOT = ("help", "about", "accessibility")
MENU = {"look": "overview", "meet": "meeting", "work": "upload"}
# How far a reader's role must go for a page to be there. The desk asks again, whatever is done.
NEEDS = {"upload": Action.PREVIEW, "access": Action.GRANT, "log": Action.READ_LOG}


def open_desk(spoken: Words) -> Desk | None:
    """The desk; or None and one sentence on what stands in the way and what to do."""
    try:
        return the_desk(Settings.here())
    except ModelFault as fault:
        st.error(spoken(f"model-{fault.reason}", file=Path(fault.file).name, key=fault.key))
    except StoreFault as fault:
        st.error(spoken(f"store-{fault.reason}"))
    return None


def pages_for(desk: Desk | None) -> list[str]:
    """The pages of a reader's role. Where nobody signs in, nobody is let in either."""
    shut = {"access"} if desk is None or desk.settings.sign_in is None else set()
    return [name for name in PAGES if name not in shut and (name not in NEEDS or desk is None or desk.may(NEEDS[name]))]


def navigate(spoken: Words, open_pages: Sequence[str]) -> tuple[str, bool]:
    """Build the menu; the chosen page's file and whether it has just been chosen."""
    menu_pages = {
        name: st.Page(
            ROOM / f"{name}.py",
            title=spoken(f"{name}-title"),
            url_path=url,
            icon=icon,
            default=name == "overview",
            visibility="hidden" if name in FOOT else "visible",
        )
        for name, (url, icon, _) in PAGES.items()
        if name in open_pages
    }
    st.session_state["pages"] = menu_pages
    names = list(PAGES)
    starts = [*(names.index(first) for first in MENU.values()), len(names)]
    sections = {
        spoken(f"menu-{section}"): [menu_pages[name] for name in names[first:last] if name in menu_pages]
        for section, (first, last) in zip(MENU, pairwise(starts), strict=True)
    }
    chosen = st.navigation(sections, expanded=True)
    name = next(name for name, page in menu_pages.items() if page.url_path == chosen.url_path)
    changed = st.session_state.get("page") != name
    st.session_state["page"] = name
    st.session_state["chosen"] = chosen
    return name, changed


def name_of_tab(page: str, spoken: Words) -> str:
    """What the browser's tab is called on a page; without one, the app's name."""
    app = spoken("app-name")
    return spoken("page-title", page=spoken(f"{page}-title"), app=app) if page else app


@functools.cache
def icon() -> str:
    """The browser's tab's icon, in its own address: a file's would be fetched at every click."""
    return f"data:image/png;base64,{b64encode(ICON.read_bytes()).decode('ascii')}"


def frame() -> None:
    """Everything around the page, then the page."""
    fresh = "page" not in st.session_state
    language, _ = resolve("lang", list(LANGUAGES), DEFAULT, page_changed=not fresh)
    spoken = words(language)
    # Before the menu: a page's own icon would be fetched from elsewhere for the browser's tab. And with the name of the
    # page that was open: the tab is written once at a click, and its icon not fetched again.
    st.set_page_config(
        name_of_tab(st.session_state.get("page", ""), spoken),
        page_icon=icon(),
        layout="wide",
        initial_sidebar_state=WIDTH_OF_MENU,
    )
    st.logo(str(ICON), size="large")
    try:
        _page(spoken, fresh)
    except StoreFault as fault:  # the database went while the page was open
        st.error(spoken(f"store-{fault.reason}"), icon=":material/error:")


def _page(spoken: Words, fresh: bool) -> None:
    opened = open_desk(spoken)
    desk = people.asked_by_whom(opened, spoken) if opened else None
    if opened and desk is None:
        return
    if desk:
        desk.begin_turn()
    name, changed = navigate(spoken, pages_for(desk))
    if changed:
        st.set_page_config(name_of_tab(name, spoken))
    st.session_state["page_changed"] = moved = changed and not fresh
    if desk is None:
        return
    days = ["", *(day.isoformat() for day in desk.days_of_change())]
    editions = [*days, *(edition for edition in asked("sett") if edition not in days and desk.at(edition))]
    seen, no_day = resolve("sett", editions, "", page_changed=moved)
    desk = desk.at(seen) or desk
    places = [ALL, *(place.key for place in desk.model.municipality)]
    periods = [] if desk.newest_to_come else [period.code for period in desk.periods()]
    place, no_place = resolve(PLACE, places, ALL, page_changed=moved)
    code, no_period = resolve(PERIOD, [NEWEST, *periods], NEWEST, page_changed=moved)
    narrowed_by = PAGES[name][2]
    newest = None if desk.newest_to_come else desk.newest_period(OPENS_ON.get(name, ""))
    with st.sidebar:
        if len(editions) > 1:
            chooser("sett", editions, spoken("choose-edition"), lambda code: sentences.edition(code, spoken))
        links.copying(desk, seen, spoken)
        chooser("lang", list(LANGUAGES), spoken("choose-language"), lambda language: words(language)("language-name"))
        st.caption(desk.model.name)
    if desk.settings.demo:
        with st.container(key="demo"):
            st.markdown(spoken("demo-banner"))
    with kept_place():
        if seen and name != "meeting":
            st.info(spoken("edition-seen", edition=sentences.edition(seen, spoken)), icon=":material/history:")
        if no_place or no_period or no_day:
            st.info(spoken("link-unknown"))
    # A page that is not narrowed to a municipality shows the whole region, whatever was chosen elsewhere.
    shown = place if PLACE in narrowed_by else ALL
    st.session_state["here"] = View(desk, spoken, shown, from_code(code) or newest, narrowed_by, newest)
    people.seen(name, shown if PLACE in narrowed_by else "", code if PERIOD in narrowed_by else "", seen)
    with st.sidebar:
        people.signed_in()
        if desk.publishing is not None:
            publishing_now(desk.pin())
    st.session_state["chosen"].run()
    if name != "meeting":
        links.foot(FOOT, spoken)


frame()
