"""Tables on the screen: what is said in a cell is what is read."""

import re

from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT


def test_a_quarter_or_a_day_is_no_numbered_list() -> None:
    """Streamlit reads cells as Markdown: "3. kvartal" would stand as a list of one, out of line with its row."""

    def page() -> None:
        from dashboard.screen.tables import as_table  # noqa: PLC0415 - the page is a script of its own

        as_table([{"Periode": "3. kvartal 2026", "3. kv. 26": ":green[levert]", "Frist": "31.10.2026"}])

    shown = AppTest.from_function(page, default_timeout=120).run().table[0].value
    assert list(shown.columns) == ["Periode", r"3\. kv. 26", "Frist"]
    assert list(shown.iloc[0]) == [r"3\. kvartal 2026", ":green[levert]", "31.10.2026"]


def test_every_table_is_put_on_the_screen_in_that_one_way() -> None:
    files = [*ROOT.glob("pages/*.py"), *ROOT.glob("dashboard/**/*.py")]
    calls = [path.name for path in files if re.search(r"\bst\.table\(", path.read_text("utf-8"))]
    assert calls == ["tables.py"]
