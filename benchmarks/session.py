"""Sessions of Streamlit's own protocol, without a browser: what a page says, and what many at once cost the server."""

import asyncio
import statistics
from collections.abc import Sequence

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.browser import processor

AT_ONCE, WARM = 20, 3  # sessions; rounds that are not counted


async def answered(socket: websockets.ClientConnection, page: str, query: str) -> list[bytes]:
    """Everything a page says."""
    asked = BackMsg()
    asked.rerun_script.query_string, asked.rerun_script.page_name = query, page
    await socket.send(asked.SerializeToString())
    messages: list[bytes] = []
    while True:
        messages.append(bytes(await socket.recv()))
        told = ForwardMsg.FromString(messages[-1])
        if told.WhichOneof("type") == "script_finished":
            return messages


def twenty_at_once(address: str, server: int, page: str, queries: Sequence[str], rounds: int) -> float:
    """Processor milliseconds of a server for twenty sessions that ask for a page at the same moment: the median of so
    many rounds, each session with the next of the queries."""
    return asyncio.run(_twenty_at_once(address, server, page, queries, rounds))


async def _twenty_at_once(address: str, server: int, page: str, queries: Sequence[str], rounds: int) -> float:
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    theirs = {"subprotocols": [websockets.Subprotocol("streamlit")], "max_size": None, "origin": address}
    sockets = [await websockets.connect(stream, **theirs) for _ in range(AT_ONCE)]
    took = []
    for number in range(WARM + rounds):
        before = processor(server)
        asked = (
            answered(socket, page, queries[(number + index) % len(queries)]) for index, socket in enumerate(sockets)
        )
        await asyncio.gather(*asked)
        took.append(processor(server) - before)
    for socket in sockets:
        await socket.close()
    return statistics.median(took[WARM:])
