"""A whole service on one machine: nginx, two servers, workers and PostgreSQL, with readers who change their filters.

    python -m benchmarks.service [--readers 50] [--minutes 2] [--years 3] [--workers 1 2 4] [--port 18300]

nginx runs by `deploy/nginx.conf`, with other ports and a certificate of its own. First the same rows are published by
one, two and four workers: wall seconds, and the processor seconds of all and of the busiest, which is what counts where
each has a core; beside it what is reckoned for twenty region-years from the processor seconds of each part
(`dashboard.publishing.parts`). Then readers (`--readers 0`: none), each with a session of Streamlit's own protocol
through nginx, choose another page and municipality every five seconds: milliseconds from their click to the last of the
page, and the servers' memory before and after. Last, how long a number published by a worker takes to be read in both
servers. Figures of a shared machine are upper bounds: the load it had is printed.
"""

import argparse
import asyncio
import os
import random
import shutil
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import websockets
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import regions
from benchmarks.session import answered
from dashboard.desk import Desk
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.publishing.parts import Order, parts, publish_part
from dashboard.publishing.situation import Situation
from tests.servers import running

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("oversikt", "mal", "kommune", "inn", "oppmote", "videre", "samfunn")
EVERY = 5.0


def main() -> int:
    """Print the figures; 2 where there is no nginx."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--years", type=int, default=3)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2, 4])
    parser.add_argument("--port", type=int, default=18300)
    wanted = parser.parse_args()
    if shutil.which("nginx") is None:
        print("There is no nginx here.")
        return 2
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before we began")
    with running() as server, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        service = Service(server.folder, folder, wanted.port)
        with server.connect() as connection:
            connection.execute("CREATE DATABASE imported")
        desk = service.desk("imported")
        first, last = date(date.today().year - wanted.years, 1, 1), date(date.today().year - 1, 12, 31)
        for file, content in regions.files(regions.KINDS[0], 7, first, last).items():
            desk.keep(desk.receive(content, file))
        desk.hand_over("nothing", None)  # the queue's tables are there for all copies
        with desk._store.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM procrastinate_jobs")
        desk._store.engine.dispose()
        time.sleep(1.1)
        databases = []
        for number in [0, *wanted.workers]:
            databases.append(f"workers_{number}")
            with server.connect() as connection:
                connection.execute(f"CREATE DATABASE workers_{number} TEMPLATE imported")
        print_parts(service.desk("workers_0"))
        if not wanted.workers:
            service.desk("workers_0").publish(look_after=False)  # it lets the parts be read
        for number, database in zip(wanted.workers, databases[1:], strict=True):
            print_publishing(service, database, number)
        if wanted.readers:
            asyncio.run(print_readers(service, databases[-1], wanted.readers, wanted.minutes * 60))
    print(f"load {os.getloadavg()[0]:.1f} at the end")
    return 0


class Service:
    """What is started, where, and how it is asked."""

    def __init__(self, socket: Path, folder: Path, port: int) -> None:
        self.socket, self.folder, self.port = socket, folder, port
        self.model = folder / "made_up.toml"
        self.model.write_text(regions.model(regions.KINDS[0]), encoding="utf-8")

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket}"

    def desk(self, database: str) -> Desk:
        return Desk(Settings(self.url(database), str(self.model), self.folder / "a.key"))

    @contextmanager
    def started(self, database: str, *command: str) -> Iterator["subprocess.Popen[bytes]"]:
        own = {
            "SAMSPILL_DATABASE": self.url(database),
            "SAMSPILL_KEY": str(self.folder / "a.key"),
            "SAMSPILL_MODEL": str(self.model),
        }
        order = [sys.executable, "-m", "dashboard.cli", *command]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(order, env={**os.environ, **own}, cwd=ROOT, stdout=quiet, stderr=quiet) as process:
            try:
                yield process
            finally:
                process.terminate()

    @contextmanager
    def nginx(self) -> Iterator[None]:
        """By the file we hand out, on ports of our own."""
        certificate = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
        files = ["-keyout", str(self.folder / "tls.key"), "-out", str(self.folder / "tls.crt")]
        subprocess.run(["openssl", *certificate, *files], check=True, capture_output=True)  # noqa: S607
        ours = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        for old, new in (
            ("samspill.example.no", "localhost"),
            ("/etc/samspill", str(self.folder)),
            ("listen 80;", f"listen 127.0.0.1:{self.port + 1};"),
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
            ("127.0.0.1:8501", f"127.0.0.1:{self.port + 11}"),
            ("127.0.0.1:8502", f"127.0.0.1:{self.port + 12}"),
        ):
            assert old in ours
            ours = ours.replace(old, new)
        whole = f"daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/error.log;\n"
        whole += f"events {{ worker_connections 1024; }}\nhttp {{ access_log off;\n{ours}\n}}\n"
        (self.folder / "nginx.conf").write_text(whole, encoding="utf-8")
        with subprocess.Popen(["nginx", "-c", str(self.folder / "nginx.conf")]) as process:  # noqa: S607
            try:
                yield
            finally:
                process.terminate()

    def answer(self, path: str, port: int = 0) -> bytes:
        """What a path answers with: through nginx, or a server's own port."""
        trusting = ssl._create_unverified_context()  # noqa: S323 - the certificate is our own
        address = f"http://127.0.0.1:{port}{path}" if port else f"https://localhost:{self.port}{path}"
        with urllib.request.urlopen(address, timeout=120, context=None if port else trusting) as answered:  # noqa: S310
            return bytes(answered.read())

    def wait(self, path: str, port: int = 0) -> None:
        for _ in range(600):
            try:
                self.answer(path, port)
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise TimeoutError(path)


def print_parts(desk: Desk) -> None:
    """The processor seconds of each part, and what workers with a core each would make of twenty region-years."""
    today = desk.today()
    at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    situation = Situation.read(desk._store, desk._ledger, desk.model, today)
    order = Order(today, "benchmark", at, desk._store.version())
    seconds, years = [], set()
    for part in parts(situation, desk._ledger, today):
        begun = time.process_time()
        publish_part(desk._ledger, desk.model, situation, part, order)
        seconds.append(time.process_time() - begun)
        years.add(part.year)
    desk._store.engine.dispose()
    twenty = seconds * max(1, round(20 / len(years)))
    print(
        f"{len(seconds)} parts of {len(years)} years: {sum(seconds):.1f} processor seconds, longest {max(seconds):.1f}"
    )
    for number in (1, 2, 4, 8):
        took = makespan(twenty, number)
        print(
            f"  twenty region-years, {number} workers with a core each: {took:.1f} s, {took / sum(twenty):.2f} of one's"
        )


def makespan(seconds: Sequence[float], workers: int) -> float:
    """When the last of them is done, where each takes the next part when it is free."""
    free = [0.0] * workers
    for each in seconds:
        free[free.index(min(free))] += each
    return max(free)


def print_publishing(service: Service, database: str, number: int) -> None:
    """How long so many workers take on this machine."""
    desk = service.desk(database)
    with ExitStack() as stack:
        workers = [stack.enter_context(service.started(database, "worker")) for _ in range(number)]
        assert desk.queue is not None
        while _workers(desk) < number:
            time.sleep(0.2)
        before = [_processor(worker.pid) for worker in workers]
        begun = time.monotonic()
        desk.publish(look_after=False)
        took = time.monotonic() - begun
        used = [_processor(worker.pid) - then for worker, then in zip(workers, before, strict=True)]
    readable, gone = len(desk._ledger.readable()), len(desk._ledger.withdrawals())
    desk._store.engine.dispose()
    print(
        f"published by {number} worker(s): {took:.1f} s on the wall, {sum(used):.1f} processor seconds,"
        f" of the busiest {max(used):.1f}; {readable} periods, {gone} withdrawn; load {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def _workers(desk: Desk) -> int:
    with desk._store.engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM procrastinate_workers").scalar() or 0)


async def print_readers(service: Service, database: str, readers: int, seconds: float) -> None:
    """Readers through nginx on two servers, then a number that comes from a worker."""
    with ExitStack() as stack:
        ports = [service.port + 11, service.port + 12]
        servers = [stack.enter_context(service.started(database, "--port", str(port))) for port in ports]
        stack.enter_context(service.nginx())
        for port in ports:
            await asyncio.to_thread(service.wait, "/samspill/ready", port)
        await asyncio.to_thread(service.wait, "/oversikt")
        places = [f"m{at}" for at in range(len(regions.KINDS[0].sizes))]
        for number in range(8):  # everything that is kept for all is there
            await Reader(service.port, number, places).reads_all()
        before = [_memory(server.pid) for server in servers]
        used = sum(_processor(server.pid) for server in servers)
        begun = time.monotonic()
        every = [Reader(service.port, number, places) for number in range(readers)]
        await asyncio.gather(*(reader.reads(seconds) for reader in every))
        clicks = sorted(ms for reader in every for ms in reader.clicks)
        processor = 1000 * (sum(_processor(server.pid) for server in servers) - used) / max(1, len(clicks))
        grown = sum(_memory(server.pid) for server in servers) - sum(before)
        faults = sum(reader.faults for reader in every)
        print(
            f"{readers} readers, {len(clicks)} clicks in {time.monotonic() - begun:.0f} s, {faults} faults:"
            f" median {statistics.median(clicks):.0f} ms, p95 {clicks[int(0.95 * len(clicks))]:.0f} ms on the wall,"
            f" {processor:.0f} processor ms a click"
        )
        print(f"memory: {sum(before) / 2:.0f} MB a server, {grown / readers:.2f} MB more a further session")
        await asyncio.to_thread(_print_arriving, service, database, ports)


def _print_arriving(service: Service, database: str, ports: Sequence[int]) -> None:
    """How long an edition that a worker publishes takes to be known in every server: a link to it is, from then on."""
    desk = service.desk(database)
    with service.started(database, "worker"):
        desk.publish(edition_of=date.today().year - 1, reason="benchmark", look_after=False)
        begun = time.monotonic()
        edition = desk.pin()
        took = [asyncio.run(_known(port, edition)) - begun for port in ports]
    print(f"a new edition is read in both servers {max(took):.1f} s after it was published")
    desk._store.engine.dispose()


async def _known(port: int, edition: str) -> float:
    """When a server knows an edition."""
    unknown = words(DEFAULT)("link-unknown").encode()
    async with websockets.connect(
        f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None
    ) as socket:
        while True:
            if not any(unknown in each for each in await answered(socket, "", f"sett={edition}")):
                return time.monotonic()


class Reader:
    """One session."""

    def __init__(self, port: int, number: int, places: Sequence[str]) -> None:
        self.port, self.number, self.places = port, number, places
        self.clicks: list[float] = []
        self.faults = 0
        self._dice = random.Random(number)

    async def reads(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        async with self._session() as socket:
            await self._click(socket, "oversikt")
            await asyncio.sleep(self._dice.random() * EVERY)
            while time.monotonic() < ends:
                begun = time.monotonic()
                await self._click(socket, self._dice.choice(PAGES))
                self.clicks.append(1000 * (time.monotonic() - begun))
                await asyncio.sleep(max(0.0, EVERY - (time.monotonic() - begun)))

    async def reads_all(self) -> None:
        async with self._session() as socket:
            for page in PAGES:
                await self._click(socket, page)

    def _session(self) -> websockets.connect:
        return websockets.connect(
            f"wss://localhost:{self.port}/_stcore/stream",
            ssl=ssl._create_unverified_context(),  # noqa: S323 - the certificate is our own
            additional_headers={"Cookie": f"samspill_session=reader{self.number}"},  # nginx chooses the server by it
            subprotocols=["streamlit"],
            max_size=None,
            origin=f"https://localhost:{self.port}",
        )

    async def _click(self, socket: websockets.ClientConnection, page: str) -> None:
        place = f"kommune={self._dice.choice(self.places)}"
        for message in await answered(socket, "" if page == "oversikt" else page, place):
            told = ForwardMsg.FromString(message)
            self.faults += told.WhichOneof("type") == "delta" and told.delta.new_element.HasField("exception")


def _memory(pid: int) -> float:
    """Megabytes that are in memory."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def _processor(pid: int) -> float:
    """Seconds of the processor so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
