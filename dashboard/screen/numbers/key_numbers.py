"""Owns key numbers side by side: each with how sure it is, the same a year before, and where it comes from."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.charts import value_text
from dashboard.counting.indicators import BY_KEY
from dashboard.counting.period import Period
from dashboard.desk import ALL
from dashboard.screen import here, not_come, signs_of, with_numbers
from dashboard.screen.parts import folded
from dashboard.sentences import deliveries as of_deliveries
from dashboard.sentences import sentences
from dashboard.sentences.explanations import explanation
from dashboard.wall.published import Sign


def figures(indicators: Sequence[str]) -> None:
    """Key numbers side by side, each with the same period last year."""
    period = with_numbers()
    beside = [_figure(key, period) for key in indicators]
    shown = {text for texts, _ in beside for text in texts}
    # One piece of HTML. Streamlit's own number, frame and notes are three parts for each, drawn anew at every click.
    signs = signs_of(shown)
    below = f'<p class="picture-note">{escape(signs)}</p>' if signs else ""
    drawn = f'<dl class="figures">{"".join(figure for _, figure in beside)}</dl>{below}'
    st.html(drawn)
    where_all_from(indicators, period)


def where_all_from(indicators: Sequence[str], period: Period, question: str = "") -> None:
    """Where each of some numbers comes from, for whoever opens it."""

    def written() -> None:
        for indicator in indicators:
            where_from(indicator, period, question)

    title, key = here().words("explain-title"), f"from {indicators[0]}"
    folded(title, written, key=key, icon=":material/account_tree:")


def where_from(indicator: str, period: Period, question: str = "") -> None:
    """Where one number comes from, line for line; of a survey that of one question."""
    view = here()
    goals = {version.entry.key: view.words.said(version.entry.name) for version in view.desk.goals()}
    lines = explanation(view.desk.explain(indicator, period, view.place, question), view.words, view.names, goals)
    st.markdown("\n".join([f"**{lines[0]}**", "", *(f"- {sentences.plain(line)}" for line in lines[1:])]))


def _figure(key: str, period: Period) -> tuple[list[str], str]:
    """One of them: the numbers or signs that stand in it, and how it is drawn."""
    view = here()
    indicator, name = BY_KEY[key], f"indicator-{key.replace('_', '-')}"
    figure = view.desk.figure(key, period, view.place)
    before = view.desk.figure(key, period.a_year_before, view.place)
    text = value_text(view.words, indicator.shown_as, figure.value, figure.bound, figure.sign)
    notes = [sentences.a_year_before(key, before, view.words)]
    shown = [text, sentences.figure(key, before, view.words)]
    if between := sentences.between(key, figure, view.words):
        notes.insert(0, between)
    of_region = view.desk.figure(key, period)
    lacking = of_deliveries.listed(view.desk.names_of(view.desk.without(key, period)), view.words)
    lacking = "" if of_region.sign else lacking
    if lacking and (view.place == ALL or not indicator.family.by_municipality):
        notes.append(view.words("without", who=lacking))
    if figure.sign == Sign.MISSING and (why := not_come(key, period)):
        notes.append(why)
    if view.place != ALL and not indicator.family.by_municipality:
        notes.append(view.words("figure-region-only"))
    elif view.place != ALL:
        region = sentences.figure(key, of_region, view.words)
        shown.append(region)
        aside = view.words("without-aside", who=lacking) if lacking else ""
        notes.append(view.words("figure-region", value=", ".join(filter(None, (region, aside)))))
    return shown, _drawn(key, view.words(name), text, notes)


def _drawn(key: str, name: str, number: str, notes: Sequence[str]) -> str:
    words = here().words
    what = escape(words("figure-what", name=name), quote=True)
    definition = escape(words(f"indicator-{key.replace('_', '-')}.definition"))
    explained = f'<button type="button" popovertarget="what-{key}" aria-label="{what}"><span>?</span></button>'
    return (
        f"<div><dt>{escape(name)} {explained}</dt><dd><strong>{escape(number)}</strong></dd>"
        f'<dd>{"<br>".join(map(escape, notes))}</dd><dd popover id="what-{key}">{definition}</dd></div>'
    )
