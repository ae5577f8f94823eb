"""Owns the pieces that tell change from chance: a control chart with its finding, municipalities compared."""

import streamlit as st

from dashboard.charts import value_text
from dashboard.charts.control.control import control
from dashboard.charts.control.funnel_chart import funnel_chart
from dashboard.counting.indicators import BY_KEY
from dashboard.desk import ALL
from dashboard.findings.control_chart import ControlChart, basis
from dashboard.screen import here, name_of, show, with_numbers
from dashboard.screen.choices import chooser, resolve
from dashboard.screen.parts import heading, kept_place
from dashboard.screen.tables import as_table
from dashboard.statistics.signals import Assurance, Change, Presentation

# A shape of its own for each answer, beside its word; the colour only repeats it.
_VARIATION = {
    Change.IMPROVEMENT: ":green[:material/trending_up:]",
    Change.DETERIORATION: ":orange[:material/trending_down:]",
    Change.HIGHER: ":violet[:material/north:]",
    Change.LOWER: ":violet[:material/south:]",
    Change.NONE: ":gray[:material/waves:]",
}
_ASSURANCE = {
    Assurance.WILL_REACH: ":green[:material/check_circle:]",
    Assurance.SOMETIMES: ":blue[:material/contrast:]",
    Assurance.WILL_MISS: ":red[:material/cancel:]",
}
_UNKNOWN = ":gray[:material/remove:]"


def control_chart(indicator: str, where: str = "") -> None:
    """One number as its control chart: what it shows in words, the picture, what the limits are.

    `where`: what tells it from others of the same number on the page."""
    view = here()
    charted = view.desk.control_chart(indicator, view.place)
    name = name_of(indicator)
    picture = control(charted, view.words, name=view.words("control-by-month", name=name) if charted.months else name)
    heading(view.words("control-heading", name=name))
    with kept_place():
        if picture.frame.is_empty():
            st.info(picture.finding)
            return
        st.markdown(picture.finding)
        months = view.desk.series(indicator, charted.place, months=charted.months)
        show(picture, of=months, key=f"course {indicator} {where}".rstrip())
        notes = [view.words(f"control-{charted.basis.value}"), view.words("control-rounded")]
        if view.place != charted.place:
            notes.insert(0, view.words("figure-region-only") + ".")
        st.caption(" ".join(notes))


def has_control_chart(indicator: str) -> bool:
    """Is there a rule for how this number varies by chance?"""
    return basis(BY_KEY[indicator]) is not None


def municipalities_compared(indicator: str) -> None:
    """The municipalities beside each other in the chosen period: is any of them really different?"""
    view, period = here(), with_numbers()
    compared = view.desk.funnel(indicator, period)
    picture = funnel_chart(compared, view.words, view.names)
    named = "compared-heading" if compared.per is None else "compared-heading-rate"
    heading(view.words(named, name=name_of(indicator)))
    with kept_place():
        if picture.frame.is_empty():
            st.info(picture.finding)
            return
        st.markdown(f"{view.words('compared-period', period=view.words.period(period))} {picture.finding}")
        show(picture, of=view.desk.places(indicator, period), key=f"funnel {indicator}")
        st.caption(view.words("compared-reading"))


def changes() -> None:
    """Every number that has a control chart: is it changing, and does it reach its target? Then one of them drawn."""
    view = here()
    heading(here().words("changes-title"))
    charted = [chart for chart in view.desk.control_charts(view.place) if chart.last is not None]
    if not charted:
        st.info(view.words("changes-none"))
        return
    as_table([_row(chart) for chart in charted])
    st.caption(view.words("changes-help"))
    keys = [chart.indicator.key for chart in charted]
    # A number with a target first: it is what the meeting asks about.
    first = next((chart.indicator.key for chart in charted if chart.target is not None), keys[0])
    chosen, _ = resolve("tall", keys, first, page_changed=False)
    chooser("tall", keys, view.words("changes-choose"), name_of)
    control_chart(chosen)
    with st.expander(view.words("changes-read-title")):
        st.markdown(view.words("changes-read"))


def _row(chart: ControlChart) -> dict[str, str]:
    words, full = here().words, chart.presentation is Presentation.FULL
    assert chart.last is not None
    moment = chart.moments[chart.last]
    value = value_text(words, chart.indicator.shown_as, moment.shown, moment.bound, moment.sign)
    variation = _UNKNOWN + " " + words("variation-too-few")
    if full and chart.variation is not None:
        variation = f"{_VARIATION[chart.variation]} {words(f'variation-{chart.variation.value}')}"
    assurance = _UNKNOWN + " " + words("assurance-no-target" if chart.target is None else "assurance-too-few")
    if chart.assurance is not None and chart.target is not None:
        target = words("changes-target", value=value_text(words, chart.indicator.shown_as, chart.target, "", ""))
        assurance_text = words(f"assurance-{chart.assurance.value.replace('_', '-')}")
        assurance = f"{_ASSURANCE[chart.assurance]} {assurance_text} ({target})"
    name = name_of(chart.indicator.key)
    if chart.place == ALL and here().place != ALL and not BY_KEY[chart.indicator.key].family.by_municipality:
        name += f" ({words('figure-region-only').lower()})"
    return {
        words("changes-indicator"): name,
        words("changes-latest"): f"{value}, {words.period(moment.period, short=True)}",
        words("changes-variation"): variation,
        words("changes-assurance"): assurance,
    }
