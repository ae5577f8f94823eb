"""Owns how the server says that it is alive, ready, and what it has to do: for probes, never for readers."""

from anyio.to_thread import run_sync
from prometheus_client import Counter, Gauge, Histogram, start_http_server
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.installation.settings import Settings

ALIVE, READY = "/samspill/live", "/samspill/ready"

ANSWERS = Counter("samspill_answers", "Answers by kind and status", ["kind", "status"])
SECONDS = Histogram("samspill_answer_seconds", "Seconds to an answer", ["kind"])
SOCKETS = Gauge("samspill_open_sockets", "Readers whose page is open")
SIGN_INS = Counter("samspill_sign_ins", "Sign-ins by outcome", ["outcome"])


async def alive(_: Request) -> Response:
    """The process answers."""
    return PlainTextResponse("alive")


async def ready(_: Request) -> Response:
    """The process answers, and so does its database. 503 where not."""

    def ask() -> bool:
        from dashboard.desk import StoreFault, the_desk  # noqa: PLC0415 - the server answers before it is loaded
        from data_sources.declared.model import ModelFault  # noqa: PLC0415

        try:
            the_desk(Settings.here()).is_empty()
        except (StoreFault, ModelFault):
            return False
        return True

    fine = await run_sync(ask)
    return PlainTextResponse("ready" if fine else "database", status_code=200 if fine else 503)


def tell_metrics(port: int) -> None:
    """Prometheus' numbers on a port of their own, for this machine only."""
    start_http_server(port, addr="127.0.0.1")
