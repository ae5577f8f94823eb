"""Work in a process of its own: the memory and time it takes are given back when it ends, and it can be stopped.

One protocol. Which function, and what it is given, go in on standard input. How far the work has come goes out on
standard output, and then one answer: bytes, which whoever asked knows how to read. Closing standard input calls the
work off. What is too large for a pipe lies in a folder of its own: see `own_folder`.

Run as a script, this module is that process, and imports nothing else of ours before its limits are set.
"""

import contextlib
import importlib
import json
import os
import pickle
import queue
import re
import struct
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

POLL = 0.05
GRACE = 5.0
NOTHING_MORE: Mapping[str, str] = {}
"""Seconds that a process has to end by itself when its answer has come."""
_HEAD = struct.Struct("<cQ")
_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)
_MEGABYTE = 1024 * 1024

Cancel: TypeAlias = Callable[[], bool]
Notify: TypeAlias = Callable[[str, float], None]
Work: TypeAlias = Callable[[Any, Cancel, Notify], bytes]
"""What is done in the process, of what was asked; it can hear that it is called off, and tell how far it has come."""


@dataclass(frozen=True)
class Confines:
    """What work that may abort, hang or fill the memory gets: bytes of address space, seconds of CPU, and no
    environment. It is ended at once when it is called off."""

    memory: int
    seconds: int


class Fault(Exception):  # noqa: N818 - an answer
    """The work ended with a reason instead of an answer: that of its own exception, or `too-much-memory`."""

    def __init__(self, reason: str, **arguments: int) -> None:
        super().__init__(reason, arguments)
        self.reason, self.arguments = reason, arguments


class Ended(Exception):  # noqa: N818
    """The process is gone without an answer. `code`: as `Popen.returncode`; `begun`: it had come to its work;
    `memory`: its last words are of memory."""

    def __init__(self, code: int, *, begun: bool, memory: bool) -> None:
        super().__init__(code)
        self.code, self.begun, self.memory = code, begun, memory


class CalledOff(Exception):  # noqa: N818
    """Confined work that somebody stopped."""


def run(
    work: Work,
    request: object,
    *,
    confines: Confines | None = None,
    cancel: Cancel | None = None,
    notify: Notify = lambda stage, share: None,
    waiting: "subprocess.Popen[bytes] | None" = None,
    environment: Mapping[str, str] = NOTHING_MORE,
) -> bytes:
    """The answer of a function of ours, named by where it lies. `cancel`: asked twenty times a second. `waiting`: a
    process that was begun for this very work. `environment`: what is set in it beside ours.

    Raises Fault, Ended, CalledOff, and RuntimeError where the work broke, which is our own fault.
    """
    with tempfile.TemporaryFile() as words, contextlib.ExitStack() as stack:
        process = waiting or begin(work, confines=confines, words=words if confines else None, environment=environment)
        stack.callback(end, process, 0.0 if confines else GRACE)
        assert process.stdin is not None
        with contextlib.suppress(OSError):  # it has ended already, and the listener says so
            process.stdin.write(pickle.dumps(request, protocol=5))
            process.stdin.flush()
        messages: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process, messages), daemon=True).start()
        begun = False
        while True:
            with contextlib.suppress(queue.Empty):
                kind, payload = messages.get(timeout=POLL)
                match kind:
                    case b"p":
                        notify(*json.loads(payload))
                    case b"w":
                        begun = True
                    case b"a":
                        return payload
                    case b"f":
                        fault = json.loads(payload)
                        raise Fault(fault["reason"], **fault["arguments"])
                    case b"b":
                        raise RuntimeError(f"Work in its own process broke: {json.loads(payload)}.")
                    case _:
                        raise Ended(process.wait(), begun=begun, memory=_speaks_of_memory(words))
                continue
            if cancel is not None and cancel():
                if confines:
                    raise CalledOff
                with contextlib.suppress(OSError):
                    process.stdin.close()


def begin(
    work: Work,
    *,
    ready: tuple[Callable[[Any], None], object] | None = None,
    confines: Confines | None = None,
    words: IO[bytes] | None = None,
    environment: Mapping[str, str] = NOTHING_MORE,
) -> "subprocess.Popen[bytes]":
    """A process that knows which function it is for, and waits to be told of what. `ready`: a function of ours that it
    calls meanwhile, and with what; `words`: where it says what it says at its end."""
    names = (ready[0].__module__, ready[0].__name__) if ready else None
    limits = asdict(confines) if confines else None
    order = {"module": work.__module__, "name": work.__name__, "ready": names, "confines": limits}
    process = subprocess.Popen(
        [sys.executable, "-I", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=words,
        env=_environment() if confines else {**os.environ, **environment},
        start_new_session=True,
    )
    assert process.stdin is not None
    with contextlib.suppress(OSError):
        process.stdin.write(_message(b"o", order) + (pickle.dumps(ready[1], protocol=5) if ready else b""))
        process.stdin.flush()
    return process


def _environment() -> dict[str, str]:
    return {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}


def end(process: "subprocess.Popen[bytes]", grace: float) -> None:
    """Let it end by itself within so many seconds, or end it."""
    assert process.stdin is not None and process.stdout is not None
    with contextlib.suppress(OSError):
        process.stdin.close()
    try:
        process.wait(grace)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _listen(process: "subprocess.Popen[bytes]", messages: "queue.SimpleQueue[tuple[bytes, bytes]]") -> None:
    assert process.stdout is not None
    with process.stdout as stream, contextlib.suppress(OSError, ValueError):
        while len(head := stream.read(_HEAD.size)) == _HEAD.size:
            kind, length = _HEAD.unpack(head)
            payload = stream.read(length)
            if len(payload) < length:
                break
            messages.put((kind, payload))
            if kind not in {b"p", b"w"}:
                return
    messages.put((b"", b""))


def _message(kind: bytes, content: object) -> bytes:
    payload = content if isinstance(content, bytes) else json.dumps(content).encode()
    return _HEAD.pack(kind, len(payload)) + payload


def _speaks_of_memory(words: IO[bytes]) -> bool:
    """What a process said at its end is looked at and thrown away: it may quote cells."""
    words.seek(0)
    return b"memory" in words.read(_MEGABYTE).lower()


# --- inside the process ------------------------------------------------------------------------------------------


def _confine(memory: int, seconds: int) -> None:
    """No more address space and CPU than this, and no core dumps of cells. Windows has no such limits."""
    os.environ["POLARS_MAX_THREADS"] = "1"  # every thread reserves address space
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def peak() -> int:
    """The most memory this process has had, in bytes; 0 where it cannot be told.

    Linux says it in two places. That of `getrusage` begins with what whoever started the process had: a large server's
    small process would look as if it had filled its memory.
    """
    with contextlib.suppress(OSError):
        own = _PEAK.search(Path("/proc/self/status").read_text(encoding="ascii", errors="replace"))
        if own:
            return int(own[1]) * 1024
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _main() -> None:
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed is not an answer
    called_off = threading.Event()

    def tell(kind: bytes, content: object) -> None:
        output.write(_message(kind, content))
        output.flush()

    with os.fdopen(0, "rb", closefd=False) as asked:
        _, length = _HEAD.unpack(asked.read(_HEAD.size))
        order = json.loads(asked.read(length))
        if order["confines"]:
            _confine(**order["confines"])
        sys.path.append(str(Path(__file__).resolve().parents[2]))
        try:
            if order["ready"]:
                module, name = order["ready"]
                getattr(importlib.import_module(module), name)(pickle.load(asked))
            request = pickle.load(asked)
        except EOFError:
            return  # it was waiting, and nobody needs it any more

    def listen() -> None:
        while os.read(0, 1):
            pass
        called_off.set()
        if order["confines"]:
            os._exit(1)  # nobody is left to take the answer

    threading.Thread(target=listen, daemon=True).start()
    work: Work = getattr(importlib.import_module(order["module"]), order["name"])
    tell(b"w", None)
    try:
        tell(b"a", work(request, called_off.is_set, lambda stage, share: tell(b"p", [stage, share])))
    except MemoryError:
        tell(b"f", {"reason": "too-much-memory", "arguments": {}})
    except Exception as fault:
        if reason := getattr(fault, "reason", None):
            tell(b"f", {"reason": reason, "arguments": dict(getattr(fault, "arguments", {}))})
        else:
            traceback.print_tb(fault.__traceback__)  # where, and not what: a message may quote a cell
            tell(b"b", type(fault).__name__)


if __name__ == "__main__":
    _main()
