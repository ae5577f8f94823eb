"""Made-up regions of three kinds, unlike the demo's: people come in waves, stay long or hardly at all, and move between
offers; some come from elsewhere, and some rows lack what they should say.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from dashboard.desk import Desk
from dashboard.installation.settings import Settings

TEAMS = {"Klinikken": ("individual", "group"), "Rusteam": ("individual",), "Huset": ("group", "open")}
LEVELS = {"individual": "Individuelt forløp", "group": "Gruppetilbud", "open": "Åpent tilbud"}
NAMES = ("Fjell", "Vik", "Skog", "Myr", "Elv", "Nes", "Dal", "Ås", *(f"Sogn {at}" for at in range(9, 31)))
SOURCES, REASONS = ("Fastlegen", "Sykehuset", "Skolen"), ("Videre til Huset", "Ferdig", "Ga seg")
GOALS = (
    ("Kommer", "attendance_rate", "up", 0.84),
    ("Uteblir", "no_show_rate", "down", 0.12),
    ("Venter", "started_in_time_rate", "up", 0.7),
    ("Videre", "transition_rate", "up", 0.35),
    ("Faller fra", "dropout_rate", "down", 0.3),
)
LONGEST = 500.0  # days anybody stays
LARGEST = 1_000_000  # rows in a file


@dataclass(frozen=True)
class Kind:
    """A kind of region: so many people begin a year, in these municipalities by size; `elsewhere`: a part of them."""

    name: str
    people: int
    sizes: tuple[float, ...]
    elsewhere: float = 0.05
    unknown: float = 0.01  # of rows without a level


KINDS = (
    Kind("as large as Gjøvik's", 220, (0.43, 0.21, 0.19, 0.08, 0.09)),
    Kind("very small", 30, (0.5, 0.3, 0.2)),
    Kind("one municipality", 60, (1.0,)),
)


def model(kind: Kind) -> str:
    """The region's model file."""
    parts = [f'key = "made_up"\nname = "{kind.name}"\nelsewhere = ["Utlandet"]']
    parts += [
        f'[[municipality]]\nkey = "m{at}"\nname = "{NAMES[at]}"\nnumber = "{9900 + at}"\n'
        f"population = [{{ year = 2025, inhabitants = {int(30000 * size) + 900}, adults = {int(24000 * size) + 700} }}]"
        for at, size in enumerate(kind.sizes)
    ]
    parts += [
        f'[[team]]\nkey = "t{at}"\nname = "{name}"\nlevels = {json.dumps(of)}\nlocal = {json.dumps(name == "Huset")}'
        for at, (name, of) in enumerate(TEAMS.items())
    ]
    parts += [f'[[referral_source]]\nkey = "s{at}"\nname = {{ nb = "{name}" }}' for at, name in enumerate(SOURCES)]
    leads = {REASONS[0]: 'leads_to = "local"', REASONS[2]: 'leads_to = "dropped"'}
    parts += [
        f'[[end_reason]]\nkey = "e{at}"\nname = {{ nb = "{name}" }}\n{leads.get(name, "")}'
        for at, name in enumerate(REASONS)
    ]
    parts += [
        f'[[goal]]\nkey = "{key}"\nname = {{ nb = "{key}" }}\nindicator = "{indicator}"\nkind = "keep"\n'
        f'direction = "{direction}"\ntarget = {target}'
        for key, indicator, direction, target in GOALS
    ]
    return "\n\n".join(parts) + "\n"


def files(kind: Kind, seed: int, first: date, last: date) -> dict[str, bytes]:
    """What such a region delivers from a day to another: attendance, referrals and concerts."""
    chance = np.random.default_rng([seed, kind.people])
    came: list[tuple[object, ...]] = []
    sent: list[tuple[object, ...]] = []
    span = (last - first).days
    for number in range(round(kind.people * (span + LONGEST / 2) / 365)):
        municipality = NAMES[chance.choice(len(kind.sizes), p=kind.sizes)]
        place = "Utlandet" if chance.random() < kind.elsewhere else municipality
        begun = first + timedelta(days=int(span * chance.beta(1.4, 1.1) - LONGEST / 2 * chance.random()))
        ended = begun + timedelta(days=int(min(LONGEST, 10 + 60 * chance.pareto(1.1))))
        waited = timedelta(days=int(chance.gamma(1.5, 14)))
        if begun - waited >= first and begun <= last:
            over = ended <= last
            reason = REASONS[chance.choice(3, p=(0.4, 0.35, 0.25))] if over else ""
            row = (f"h{number}", begun - waited, f"p{number}", place, SOURCES[chance.choice(3, p=(0.6, 0.3, 0.1))])
            sent.append((*row, begun, ended if over else None, reason))
        came += _visits(kind, f"p{number}", place, (max(begun, first), min(ended, last)), chance)
    heard = [
        (day, f"Konsert {at}", NAMES[chance.integers(len(kind.sizes))], int(chance.integers(3, 14)))
        for at in range(span // 26)
        if (day := first + timedelta(days=int(span * chance.random())))
    ]
    visit = ["Dato", "Deltaker", "Kommune", "Team", "Tilbudsform", "Status"]
    referral = ["Henvisning", "Mottatt", "Deltaker", "Kommune", "Henvist fra", "Oppstart", "Avsluttet"]
    return {
        "oppmote.csv": _csv(visit, came),
        "henvisninger.csv": _csv([*referral, "Avslutningsårsak"], sent),
        "konserter.csv": _csv(["Dato", "Konsert", "Kommune", "Utøvere"], heard),
    }


def activities(kind: Kind, seed: int, first: date, last: date) -> bytes:
    """What such a region does for others than participants; of some it is not written how many they reached."""
    chance = np.random.default_rng([seed, kind.people, 1])
    kinds = ("Foredrag", "Veiledning", "Rådgivning")
    names = ["Dato", "Slag", "Kommune", "Tema", "Antall nådd"]
    span = (last - first).days
    held = [
        (
            first + timedelta(days=int(span * chance.random())),
            kinds[chance.choice(3, p=(0.5, 0.3, 0.2))],
            NAMES[chance.integers(len(kind.sizes))],
            f"Tema {at}",
            int(chance.gamma(2, 15)) + 1 if chance.random() < 0.6 else None,
        )
        for at in range(span // 9)
    ]
    return _csv(names, held)


def _visits(
    kind: Kind, person: str, place: str, span: tuple[date, date], chance: np.random.Generator
) -> Iterator[tuple[object, ...]]:
    """Every one to four weeks, mostly in one team, now and then at another level."""
    team = list(TEAMS)[chance.choice(3, p=(0.5, 0.2, 0.3))]
    level = TEAMS[team][chance.integers(len(TEAMS[team]))]
    day, last = span
    while day <= last:
        if chance.random() < 0.06:
            team = list(TEAMS)[chance.integers(3)]
            level = TEAMS[team][chance.integers(len(TEAMS[team]))]
        form = "Ukjent" if chance.random() < kind.unknown else LEVELS[level]
        yield day, person, place, team, form, "Møtt" if chance.random() < 0.85 else "Ikke møtt"
        day += timedelta(days=int(chance.choice((7, 14, 28))))


def _csv(names: list[str], rows: list[tuple[object, ...]]) -> bytes:
    frame = pl.DataFrame([[None if v is None else str(v) for v in row] for row in rows], schema=names, orient="row")
    return frame.write_csv(separator=";").encode("utf-8-sig")


def desk_of(kind: Kind, seed: int, folder: Path, years: tuple[int, int], times: int = 1) -> Desk:
    """A desk on such a region's rows of some whole years, kept and not yet published. `times`: as many more people, who
    come and go like the first."""
    folder.mkdir(exist_ok=True)
    (folder / "model.toml").write_text(model(kind), encoding="utf-8")
    settings = Settings(f"sqlite:///{folder}/a.sqlite", str(folder / "model.toml"), folder / "a.key")
    first, last = date(years[0], 1, 1), date(years[1], 12, 31)
    desk = Desk(settings, today=lambda: last + timedelta(days=150))
    # A little of the next year, so that the last period is seen to have come whole.
    for name, content in files(kind, seed, first, last + timedelta(days=100)).items():
        for part in _again(content, times):
            preview = desk.receive(part, name)
            if preview.arrival.refused:
                raise ValueError(f"{name}: {preview.arrival.refused}")
            desk.keep(preview)
    return desk


def _again(content: bytes, times: int) -> Iterator[bytes]:
    """The same rows of so many times as many people, in files of no more than a million rows."""
    frame = pl.read_csv(content, separator=";", infer_schema=False)
    own = [name for name in ("Deltaker", "Henvisning") if name in frame.columns]
    a_file = max(LARGEST // max(frame.height, 1), 1)
    for first in range(0, times if own else 1, a_file):
        copies = range(first, min(first + a_file, times if own else 1))
        grown = pl.concat(frame.with_columns(pl.col(*own) + f"-{copy}" if own else []) for copy in copies)
        yield grown.write_csv(separator=";").encode("utf-8-sig")
