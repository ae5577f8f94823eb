"""The reader's own process: one file in, one answer out, inside limits it cannot lift.

Run as a script by `workbook`, never imported by it: a reader that aborts, hangs or fills the memory ends this
process and nothing else. The directory given as the only argument holds `request.json` and the file;
`answer.json` and one Arrow file per sheet are written beside them.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"  # every thread reserves address space, which is limited here
sys.path.append(str(Path(__file__).resolve().parents[2]))

TOLD = ("sheet", "position", "hidden", "merged", "hidden_rows", "hidden_columns", "remarks")


def confine(memory: int, seconds: int) -> None:
    """Limit this process to `memory` bytes of address space and `seconds` of CPU; no core dumps of cells.

    Windows has no `resource`; there the parent's wall limit alone ends the process.
    """
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def peak() -> int:
    """The most memory this process has had, in bytes; 0 where it cannot be told."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def answer(directory: Path, request: dict[str, Any]) -> dict[str, Any]:
    """What `answer.json` is to hold: sheets, or a refusal."""
    # Imported here, inside the limits.
    from data_sources.reading import readers  # noqa: PLC0415
    from data_sources.reading.cells import Refused  # noqa: PLC0415
    from data_sources.reading.guard import Format  # noqa: PLC0415
    from data_sources.reading.typed_cells import Size  # noqa: PLC0415

    (directory / "started").touch()
    form = Format(request["format"])
    try:
        sheets = readers.read(
            directory / f"file.{form}",
            form,
            request["name"],
            frozenset(request["broken"]),
            Size(rows=request["rows"], columns=request["columns"]),
        )
    except Refused as refused:
        return {"refused": refused.reason, "arguments": refused.arguments}
    except MemoryError:
        return {"refused": "too-much-memory", "arguments": {}}
    except BaseException:  # a panic of Rust code is not an Exception
        # Readers near the end of their memory fail in words of their own.
        reason = "too-much-memory" if peak() > request["memory"] // 2 else "damaged"
        return {"refused": reason, "arguments": {}}
    listed = []
    for number, cells in enumerate(sheets):
        cells.frame.write_ipc_stream(directory / f"{number}.arrow")
        listed.append({name: getattr(cells, name) for name in TOLD})
    return {"sheets": listed}


def main() -> None:
    directory = Path(sys.argv[1])
    request = json.loads((directory / "request.json").read_text("utf-8"))
    confine(request["memory"], request["seconds"])
    written = directory / "answer.part"
    written.write_text(json.dumps(answer(directory, request)), "utf-8")
    written.rename(directory / "answer.json")
    if os.name == "posix" and os.getppid() != request["parent"]:
        shutil.rmtree(directory, ignore_errors=True)  # nobody is left to take the answer


if __name__ == "__main__":
    main()
