"""Made-up rows for tests: a region small enough to reason about, large enough to be published."""

import csv
import io
import random
from collections.abc import Sequence
from datetime import date, timedelta

PLACES = (("Gjøvik", 40), ("Østre Toten", 18), ("Vestre Toten", 18), ("Søndre Land", 8), ("Nordre Land", 9))
TEAMS = ("FACT Gjøvik/Toten/Land", "DPS Gjøvik", "SI Reinsvoll", "Kulturnettverket")
LEVELS = ("Individuelt forløp", "Gruppetilbud", "Åpent tilbud")


def table(rows: Sequence[dict[str, str]]) -> bytes:
    """Rows as Excel in Norway writes csv."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def attendance(first: date, last: date, *, reliable: float = 0.9, seed: int = 1) -> bytes:
    """A session about every other week for every person of PLACES."""
    dice = random.Random(seed)
    rows = []
    number = 0
    for place, persons in PLACES:
        for _ in range(persons):
            number += 1
            team, level = dice.choice(TEAMS), dice.choice(LEVELS)
            day = first + timedelta(days=dice.randint(0, 20))
            while day <= last:
                status = "Møtt" if dice.random() < reliable else dice.choice(("Ikke møtt", "Avlyst av deltaker"))
                rows.append(
                    {
                        "Dato": day.strftime("%d.%m.%Y"),
                        "Deltaker": f"P{number:03d}",
                        "Kommune": place,
                        "Team": team,
                        "Tilbudsform": level,
                        "Status": status,
                    }
                )
                day += timedelta(days=dice.choice((7, 14, 14, 21)))
    return table(rows)


def referrals(first: date, last: date, *, seed: int = 2) -> bytes:
    """About twenty a month, most started within a month, half ended."""
    dice = random.Random(seed)
    rows = []
    for number in range((last - first).days * 20 // 30):
        received = first + timedelta(days=dice.randint(0, (last - first).days))
        started = received + timedelta(days=dice.randint(3, 45))
        ended = started + timedelta(days=dice.randint(60, 200))
        reason = dice.choice(("Videreført til Kulturnettverket", "Fullført etter plan", "Ønsket ikke å fortsette"))
        over = ended <= last
        rows.append(
            {
                "Henvisning": f"H{number:05d}",
                "Mottatt": received.strftime("%d.%m.%Y"),
                "Deltaker": f"R{number:05d}",
                "Kommune": dice.choices(*zip(*PLACES, strict=True))[0],
                "Henvist fra": dice.choice(("FACT-team", "DPS Gjøvik", "Fastlege")),
                "Oppstart": started.strftime("%d.%m.%Y") if started <= last else "",
                "Avsluttet": ended.strftime("%d.%m.%Y") if over else "",
                "Avslutningsårsak": reason if over else "",
            }
        )
    return table(rows)


def concerts(first: date, last: date, *, seed: int = 3) -> bytes:
    """Two a month."""
    dice = random.Random(seed)
    rows, day = [], first
    while day <= last:
        rows.append(
            {
                "Dato": day.strftime("%d.%m.%Y"),
                "Arrangement": f"Konsert {len(rows)}",
                "Sted": "Kulturhuset",
                "Kommune": dice.choice(PLACES)[0],
                "Publikum": str(dice.randint(20, 90)),
                "Medvirkende": str(dice.randint(5, 12)),
                "Samarbeid med": dice.choice(("Korpset", "")),
            }
        )
        day += timedelta(days=15)
    return table(rows)
