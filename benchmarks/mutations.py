"""Are the tests any good? A room's code is changed by one thing at a time, and the changes they notice are counted.

    uv run --with mutmut python -m benchmarks.mutations ROOM [--sample 200] [--seed 1] [--keep FOLDER] [--quick]

ROOM is wall, counting, goals or publishing. mutmut makes every change (another number, `>` for `>=`, a text, an
argument left out …) in a copy of the checkout. A sample of them is tried, each with the tests of its room that pass
through the changed function, quickest first. Prints every change that was not noticed, as a difference, and how many
were, with a 95 % interval for all of the room's. A change takes some seconds when it is noticed, else as long as all
tests that pass through it: 10 to 40 minutes a room on a core of one's own. `--sample 0` takes all, which are 1 400 to
5 700. `--keep` leaves the copy in a folder, where `mutmut show NAME` and `mutmut run NAME` go on. `--quick`: only the
tests that are not marked slow are asked, which takes a tenth of the time and notices somewhat less.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dashboard.statistics.intervals import wilson

ROOT = Path(__file__).resolve().parents[1]
ABOVE = "tests/dashboard"
# What tries a room: its own tests, and those of whoever says in words what it decides. Whole years are left out.
TESTS = {
    "wall": ["wall", "publishing/test_shown_by_shown_numbers.py", "findings/test_funnel.py"],
    "counting": ["counting", "findings/test_dictionary.py", "findings/test_definitions_agree.py"],
    "goals": ["goals", "sentences", "findings", "desk/test_minutes.py"],
    "publishing": ["publishing"],
}
TOO_LONG = (
    *("publishing/test_three_kinds_of_region.py", "publishing/test_ordinary_year.py"),
    *("publishing/test_unusual_regions.py", "wall/test_non_interference.py", "wall/test_spelling.py"),
)
NOTICED = {"killed", "timeout", "segfault"}
ASKED = ("-n", "0", "-p", "no:cacheprovider", "-k", "not postgresql")


def configured(room: str, *, quick: bool) -> str:
    """The project's file with mutmut told of one room."""
    tests = [f"{ABOVE}/{path}" for path in TESTS[room]]
    left_out = [f"--ignore={ABOVE}/{path}" for path in TOO_LONG]
    told = {
        "source_paths": [f"dashboard/{room}"],
        "also_copy": sorted(path.name for path in ROOT.iterdir() if path.name not in {".git", ".venv", "mutants"}),
        "pytest_add_cli_args": [*ASKED, *(["-m", "not slow"] if quick else []), *left_out],
        "pytest_add_cli_args_test_selection": tests,
        # Polars' threads do not live on in a fork: whoever forks must not have used them.
        "process_isolation": "forkserver",
        "forkserver_warmup": "collect",
        "timeout_constant": 60,  # of a machine with other work; what never ends is still noticed
        "timeout_multiplier": 5,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    return (ROOT / "pyproject.toml").read_text("utf-8") + "\n[tool.mutmut]\n" + "\n".join(lines) + "\n"


def changes(room: str) -> list[str]:
    """The names of all changes that mutmut can make in a room of the copy we stand in, in its order."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415 - only this command has it
    from mutmut.utils.format_utils import get_mutant_name  # noqa: PLC0415

    names = []
    for where in sorted(Path("dashboard", room).rglob("*.py")):
        mutated = mutate_file_contents(str(where), where.read_text("utf-8"))
        names += [get_mutant_name(where, name) for name in mutated.mutant_names]
    return names


def outcomes(copy: Path) -> dict[str, str]:
    """What came of every change that was tried."""
    from mutmut.stats import status_by_exit_code  # noqa: PLC0415

    tried: dict[str, str] = {}
    for kept in (copy / "mutants" / "dashboard").rglob("*.meta"):
        codes = json.loads(kept.read_text("utf-8"))["exit_code_by_key"]
        tried |= {name: status_by_exit_code[code] for name, code in codes.items() if code is not None}
    return tried


def main() -> int:
    """Print what was not noticed, and a line with how much was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=TESTS)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--quick", action="store_true")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = wanted.keep or Path(folder) / "samspill"
        shutil.copytree(
            ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "mutants", "__pycache__", "*.sqlite")
        )
        (copy / "pyproject.toml").write_text(configured(wanted.room, quick=wanted.quick), "utf-8")
        os.chdir(copy)  # where mutmut looks for how it is told
        every = changes(wanted.room)
        chosen = every
        if wanted.sample:
            chosen = sorted(random.Random(wanted.seed).sample(every, min(wanted.sample, len(every))))
        here = {**os.environ, "PYTHONPATH": "", "VIRTUAL_ENV": sys.prefix}
        mutmut = [shutil.which("mutmut") or "mutmut"]
        done = subprocess.run(
            [*mutmut, "run", "--max-children", "1", *chosen], env=here, check=False, capture_output=True
        )
        (copy / "mutmut.log").write_bytes(done.stdout + done.stderr)
        tried = {name: outcome for name, outcome in outcomes(copy).items() if name in set(chosen)}
        if len(tried) < len(chosen):
            print(done.stdout.decode()[-3000:], done.stderr.decode()[-3000:])
            print(f"Only {len(tried)} of {len(chosen)} were tried.")
            return 2
        unnoticed = [name for name in chosen if tried[name] not in NOTICED]
        for name in unnoticed:
            shown = subprocess.run([*mutmut, "show", name], env=here, check=False, capture_output=True, text=True)
            print(tried[name], re.sub(r"^# .*\n", "", shown.stdout), sep=": ")
    noticed = len(chosen) - len(unnoticed)
    interval = wilson(noticed, len(chosen))
    assert interval is not None
    between = f"{interval.lower:.0%} to {interval.upper:.0%}" if wanted.sample else "all of them"
    print(
        f"{wanted.room}: {noticed} of {len(chosen)} noticed, {noticed / len(chosen):.0%} ({between}), of {len(every)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
