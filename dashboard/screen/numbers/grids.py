"""Owns tables of one number by level and service at once, each cell a number or a sign."""

import streamlit as st

from dashboard.charts import value_text
from dashboard.counting.indicators import BY_KEY
from dashboard.desk import ALL
from dashboard.screen import here, with_numbers
from dashboard.screen.parts import nothing
from dashboard.screen.tables import as_table
from dashboard.wall.published import Sign


def level_by_service(indicator: str) -> None:
    """The chosen place and period by level and service. A cell that is not published has the sign for missing."""
    view = here()
    frame = view.desk.grid(indicator, with_numbers(), view.place).frame
    if frame.is_empty():
        nothing(view.words("chart-nothing"))
        return
    shown_as = BY_KEY[indicator].shown_as
    text = {
        (level, service): value_text(view.words, shown_as, value, bound, sign)
        for level, service, value, bound, sign in frame.select("level", "service", "value", "bound", "sign").iter_rows()
    }
    levels = [level for level in (*BY_KEY[indicator].family.fixed_members("level"), ALL) if (level, ALL) in text]
    teams = {**view.team_names, "unknown": view.words("service-unknown"), ALL: view.words("service-all")}
    as_table(
        [
            {view.words("chart-service"): name}
            | {view.words(f"level-{level}"): text.get((level, service), Sign.MISSING.value) for level in levels}
            for service, name in teams.items()
            if (ALL, service) in text
        ]
    )
    st.caption(view.words("signs"))
