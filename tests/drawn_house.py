"""Draws the house from its imports: a box a room, in the layers of the contracts, an arrow where one uses another."""

import ast
import tomllib
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "house.svg"
HALLS = ("pages", "dashboard", "data_sources")
WIDTH, BOX, HIGH, GAP, LEFT = 860, 168, 44, 34, 20


def layers() -> list[list[str]]:
    """Rooms from the top down, as the contracts have them: pages, then the dashboard's, then the sources'."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    inside = {
        contract["containers"][0]: [
            [f"{contract['containers'][0]}.{room.strip()}" for room in layer.split("|")] for layer in contract["layers"]
        ]
        for contract in contracts
        if "containers" in contract
    }
    return [["pages"], *inside["dashboard"], *inside["data_sources"]]


def room(module: str, rooms: list[str]) -> str | None:
    return next((name for name in rooms if module == name or module.startswith(name + ".")), None)


def arrows(rooms: list[str]) -> set[tuple[str, str]]:
    """Which room uses which other one."""
    used: set[tuple[str, str]] = set()
    for file in (path for hall in HALLS for path in (ROOT / hall).rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        mine = room(module, rooms)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if mine and isinstance(node, ast.ImportFrom) and node.module:
                for name in node.names:
                    theirs = room(f"{node.module}.{name.name}", rooms)
                    if theirs and theirs != mine:
                        used.add((mine, theirs))
    return used


def drawing() -> str:
    """The picture, as SVG: the same for the same imports."""
    rows = layers()
    rooms = [name for row in rows for name in row]
    at: dict[str, tuple[float, float]] = {}
    for line, row in enumerate(rows):
        first = LEFT + 120 + (WIDTH - LEFT - 120 - len(row) * (BOX + GAP)) / 2
        for place, name in enumerate(row):
            at[name] = (first + place * (BOX + GAP), 20 + line * (HIGH + GAP))
    height = 40 + len(rows) * (HIGH + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="Inter, sans-serif"'
        ' font-size="15"><title>The house: every room, and which rooms it uses</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
    ]
    for above, below in sorted(arrows(rooms)):
        (x1, y1), (x2, y2) = at[above], at[below]
        x1, x2, y1 = x1 + BOX / 2, x2 + BOX / 2, y1 + HIGH
        bend = (y2 - y1) / 2
        parts.append(
            f'<path d="M{x1:.0f} {y1} C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2}"'
            f' fill="none" stroke="#0062BA" stroke-opacity=".45" stroke-width="1.5"/>'
        )
    for hall, color in zip(HALLS, ("#FCF1DD", "#E1EEFA", "#E2F4E4"), strict=True):
        lines = [at[name][1] for name in rooms if name.split(".")[0] == hall]
        parts.append(f'<text x="{LEFT}" y="{min(lines) + 27:.0f}" font-weight="700" fill="#24272B">{hall}</text>')
        for name in (one for one in rooms if one.split(".")[0] == hall):
            x, y = at[name]
            label = escape(name.split(".")[-1])
            parts.append(
                f'<rect x="{x:.0f}" y="{y}" width="{BOX}" height="{HIGH}" rx="6" fill="{color}" stroke="#5B636D"/>'
                f'<text x="{x + BOX / 2:.0f}" y="{y + 28}" text-anchor="middle" fill="#24272B">{label}</text>'
            )
    return "\n".join([*parts, "</svg>", ""])
