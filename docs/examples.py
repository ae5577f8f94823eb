"""Makes the example papers in docs/eksempler, from the demo as it is today.

    uv run python docs/examples.py [--database sqlite:////…/demo.sqlite]

Without a database the demo's years are lived first, a minute or two. The same day and database give the same bytes.
"""

import argparse
import tempfile
from pathlib import Path

from dashboard import demonstration
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.papers import making
from dashboard.papers.order import Kind, Order

FOLDER = Path(__file__).with_name("eksempler")
NAMES = {
    Kind.REPORT: "statusrapport.pdf",
    Kind.SLIDES: "lysbilder.pptx",
    Kind.WORKBOOK: "regneark.xlsx",
    Kind.AGENDA: "saksliste.docx",
    Kind.MINUTES: "referat.docx",
    Kind.GRANT: "arsrapport.pdf",
    Kind.GRANT_TEXT: "arsrapport.docx",
}
PRESENT = "Sykehuset, de fem kommunene, Kulturnettverket og to brukerrepresentanter"


def main() -> None:
    """All of them, or none. Raises PaperFault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", default="")
    with tempfile.TemporaryDirectory() as folder:
        database = parser.parse_args().database or f"sqlite:///{folder}/demo.sqlite"
        key = Path(database.removeprefix("sqlite:///")).with_suffix(".key")
        settings = Settings(database, "gjovik", key, demo=True)
        desk = Desk(settings)
        if desk.is_empty():
            demonstration.fill(desk)
        files = {}
        for kind, name in NAMES.items():
            (files[name],) = making.made(
                Order(kind, present=PRESENT if kind is Kind.MINUTES else ""), settings
            ).values()
    making.write(FOLDER, files)


if __name__ == "__main__":
    main()
