"""Owns how files travel: packed once (Brotli) for browsers that unpack, and kept for the next who asks."""

import hashlib
import threading

import brotli
from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FILES = ("/static/", "/app/static/", "/samspill/screen.")  # no page: what it keeps to itself must not be packed
KINDS = ("text/", "application/javascript", "application/json", "image/svg+xml")
QUALITY = 6  # 19 MB of Streamlit's scripts become 5.1 MB in 0.6 s; the best quality saves 2 % more and takes minutes
LEAST = 1_000  # bytes: below this, packing saves nothing
MOST_KEPT = 60_000_000  # bytes of packed files; all of Streamlit's are 6 MB


class Packed:
    """Packs whole answers for files. What is asked for in part, has not changed, or is no text goes as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packed: dict[bytes, bytes] = {}
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(FILES) or not _unpacks(Headers(scope=scope)):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        parts: list[bytes] = []

        async def packed(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                if not _is_worth_packing(scope, start):
                    await send(message)
            elif not _is_worth_packing(scope, start):
                await send(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send(start, b"".join(parts), send)

        await self.app({**scope, "extensions": {}}, receive, packed)

    async def _send(self, start: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(scope=start)
        content = await run_sync(self._pack, body)
        headers["content-encoding"], headers["content-length"] = "br", str(len(content))
        headers.add_vary_header("Accept-Encoding")
        del headers["accept-ranges"]
        await send(start)
        await send({"type": "http.response.body", "body": content})

    def _pack(self, body: bytes) -> bytes:
        digest = hashlib.sha256(body).digest()
        with self._lock:
            if digest in self._packed:
                return self._packed[digest]
        content = bytes(brotli.compress(body, quality=QUALITY))
        with self._lock:
            if sum(map(len, self._packed.values())) + len(content) < MOST_KEPT:
                self._packed[digest] = content
        return content


def _unpacks(headers: Headers) -> bool:
    codings = (coding.partition(";") for coding in headers.get("accept-encoding", "").split(","))
    return any(name.strip() == "br" and weight.strip() != "q=0" for name, _, weight in codings)


def _is_worth_packing(scope: Scope, start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        scope["method"] == "GET"
        and start["status"] == 200
        and headers.get("content-type", "").startswith(KINDS)
        and "content-encoding" not in headers
        and int(headers.get("content-length", LEAST)) >= LEAST
    )
