"""Names say what things are: the empty ones are counted, room by room."""

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EMPTY = {"found", "made", "said", "told", "one", "now", "given", "known", "mine", "here"}
MOST = 0.01


def stored_names(path: Path) -> list[str]:
    """Every name that something is stored under: variables and parameters."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    variables = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return variables + [node.arg for node in nodes if isinstance(node, ast.arg)]


def test_in_no_room_do_more_than_one_stored_name_in_a_hundred_say_nothing() -> None:
    every: Counter[str] = Counter()
    empty: Counter[str] = Counter()
    for hall in ("data_sources", "dashboard"):
        for path in (ROOT / hall).glob("*/**/*.py"):
            room = "/".join(path.relative_to(ROOT).parts[:2])
            names = stored_names(path)
            every[room] += len(names)
            empty[room] += sum(name in EMPTY for name in names)
    shares = {room: empty[room] / count for room, count in every.items() if count >= 50}
    assert len(shares) >= 15
    assert {room: share for room, share in shares.items() if share > MOST} == {}
