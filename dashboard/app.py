"""The frame around every page: who is here, language, filters, navigation. The entry script."""

from pathlib import Path

import streamlit as st

from dashboard.counting.period import from_code
from dashboard.desk import ALL, Desk, StoreFault, the_desk
from dashboard.desk.settings import Settings
from dashboard.language.words import DEFAULT, LANGUAGES, Words, words
from dashboard.screen import Here, links, publishing_now
from dashboard.screen.choices import asked, chooser, resolve
from dashboard.screen.meeting import notes
from dashboard.sentences import sentences
from data_sources.declared.model import ModelFault

ROOM = Path(__file__).parents[1] / "pages"
STATIC = Path(__file__).with_name("static")
# Page file → (place in the URL, icon, does it take filters?). The URL is the same in every language.
PAGES = {
    "overview": ("oversikt", ":material/dashboard:", True),
    "goals": ("mal", ":material/flag:", True),
    "changes": ("endring", ":material/show_chart:", True),
    "municipality": ("kommune", ":material/location_city:", True),
    "attendance": ("oppmote", ":material/event_available:", True),
    "referrals": ("henvisninger", ":material/sync_alt:", True),
    "pathways": ("veien-videre", ":material/route:", True),
    "concerts": ("konserter", ":material/music_note:", True),
    "activities": ("formidling", ":material/campaign:", True),
    "meeting": ("mote", ":material/co_present:", False),
    "measures": ("tiltak", ":material/task_alt:", False),
    "upload": ("last-opp", ":material/upload_file:", False),
    "quality": ("datakvalitet", ":material/fact_check:", False),
    "about": ("om-tallene", ":material/info:", False),
    "accessibility": ("tilgjengelighet", ":material/accessibility_new:", False),
}


def open_desk(spoken: Words) -> Desk | None:
    """The desk; or None and one sentence on what stands in the way and what to do."""
    try:
        return the_desk(Settings.here())
    except ModelFault as fault:
        st.error(spoken(f"model-{fault.reason}", file=Path(fault.file).name, key=fault.key))
    except StoreFault as fault:
        st.error(spoken(f"store-{fault.reason}"))
    return None


def navigate(spoken: Words) -> tuple[str, bool]:
    """Build the menu; the chosen page's file and whether it has just been chosen."""
    made = {
        name: st.Page(
            ROOM / f"{name}.py", title=spoken(f"{name}-title"), url_path=url, icon=icon, default=name == "overview"
        )
        for name, (url, icon, _) in PAGES.items()
    }
    st.session_state["pages"] = made
    names = list(made)
    meet, work = names.index("meeting"), names.index("upload")
    chosen = st.navigation(
        {
            spoken("menu-look"): [made[name] for name in names[:meet]],
            spoken("menu-meet"): [made[name] for name in names[meet:work]],
            spoken("menu-work"): [made[name] for name in names[work:]],
        },
        expanded=True,
    )
    name = next(name for name, page in made.items() if page.url_path == chosen.url_path)
    changed = st.session_state.get("page") != name
    st.session_state["page"] = name
    st.session_state["chosen"] = chosen
    return name, changed


def frame() -> None:
    """Everything around the page, then the page."""
    fresh = "page" not in st.session_state
    language, _ = resolve("lang", list(LANGUAGES), DEFAULT, page_changed=not fresh)
    spoken = words(language)
    st.set_page_config(spoken("app-name"), page_icon=str(STATIC / "icon.png"), layout="wide")
    st.logo(str(STATIC / "icon.png"), size="large")
    name, changed = navigate(spoken)
    st.session_state["page_changed"] = moved = changed and not fresh
    desk = open_desk(spoken)
    if desk is None:
        return
    days = ["", *(day.isoformat() for day in desk.days_of_change())]
    editions = [*days, *(one for one in asked("sett") if one not in days and desk.at(one))]
    seen, no_day = resolve("sett", editions, "", page_changed=moved)
    desk = desk.at(seen) or desk
    municipalities = {place.key: place.name for place in desk.model.municipality}
    places = [ALL, *municipalities]
    periods = [period.code for period in desk.periods()]
    place, no_place = resolve("kommune", places, ALL, page_changed=moved)
    newest = periods[0] if periods else ""
    code, no_period = resolve("periode", periods, newest, page_changed=moved)
    period = from_code(code)
    with st.sidebar:
        if PAGES[name][2] and period is not None:
            chooser("kommune", places, spoken("choose-place"), lambda key: sentences.place(key, municipalities, spoken))
            chooser(
                "periode",
                periods,
                spoken("choose-period"),
                lambda one: spoken.period(found) if (found := from_code(one)) else one,
            )
        if len(editions) > 1:
            chooser("sett", editions, spoken("choose-edition"), lambda code: sentences.edition(code, spoken))
        links.copying(desk, seen, spoken)
        chooser("lang", list(LANGUAGES), spoken("choose-language"), lambda one: words(one)("language-name"))
        st.caption(desk.model.name)
    if desk.settings.demo:
        st.warning(spoken("demo-banner"), icon=":material/science:")
    if seen and name != "meeting":
        st.info(spoken("edition-seen", edition=sentences.edition(seen, spoken)), icon=":material/history:")
    if no_place or no_period or no_day:
        st.info(spoken("link-unknown"))
    st.session_state["here"] = Here(desk, spoken, place, period)
    if place != ALL and period and PAGES[name][2] and name != "municipality":
        notes.reminder(place, period)
    if desk.publishing is not None:
        with st.sidebar:
            publishing_now()
    st.session_state["chosen"].run()


frame()
