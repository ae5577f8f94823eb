"""Owns what participants answer in the user surveys: each question's good answers, then one question as a whole."""

from collections.abc import Sequence

import streamlit as st

from dashboard import charts
from dashboard.counting.period import Period
from dashboard.screen import here, show
from dashboard.screen.choices import chooser, resolve
from dashboard.screen.numbers.key_numbers import where_all_from
from dashboard.screen.parts import heading


def surveys(indicators: Sequence[str], period: Period) -> None:
    """The newest survey up to the period's year; nothing where the model asks no questions.

    `indicators`: those whose way is told of the chosen question.
    """
    view = here()
    names = view.question_names
    if not names:
        return
    heading(view.words("survey-title"))
    year = view.desk.surveyed(period)
    if year is None:
        st.info(view.words("survey-none"))
        return
    st.markdown(view.words("survey-lead", year=str(year.year), threshold=view.desk.model.threshold))
    if any(question.good for question in view.desk.model.survey_question):
        shares = view.desk.good_responses_by_question(year)
        drawn = charts.compared(shares, view.words, by="question", names=view.short_question_names)
        show(drawn, view.words("survey-good", year=str(year.year)), of=shares)
    chosen, _ = resolve("sporsmal", list(names), next(iter(names)), page_changed=False)
    chooser("sporsmal", list(names), view.words("survey-choose"), lambda key: names[key])
    _question(chosen, year)
    where_all_from(indicators, year, chosen)


def _question(key: str, year: Period) -> None:
    """How one question was answered: each answer, and the good ones year by year and by form of offer."""
    view = here()
    question = next(each for each in view.desk.model.survey_question if each.key == key)
    asked = view.words.said(question.name)
    responses = {response.key: view.words.said(response.name) for response in question.responses}
    left, right = st.columns(2, gap="large")
    with left:
        answers = view.desk.responses(key, year)
        name = view.words("survey-answered", question=asked)
        drawn = charts.bars(answers, view.words, by="response", names=responses, name=name)
        show(drawn, view.words("survey-responses", year=str(year.year)), of=answers)
    with right:
        if not question.good:
            st.info(view.words("survey-no-good"))
            return
        name = view.words("survey-well", question=asked)
        years = view.desk.good_responses(key)
        show(charts.trend(years, view.words, name=name), view.words("survey-by-year"), of=years)
    levels = view.desk.good_responses(key, year, by="level")
    drawn = charts.compared(levels, view.words, by="level", name=name)
    show(drawn, view.words("survey-by-level", year=str(year.year)), of=levels)
