"""What a browser on a slow line gets: files packed, whole and the same as they were."""

import brotli
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.serving import packed, server
from tests.dashboard.serving.test_server import ask

pytestmark = pytest.mark.slow

BODY = "let a = 'Gjøvik';\n" * 400


def client(**headers: str) -> TestClient:
    def answer(request: Request) -> Response:
        kind = "image/png" if request.path_params["name"].endswith(".png") else "text/javascript"
        status = int(request.query_params.get("status", "200"))
        content = BODY if "short" not in request.path_params["name"] else "x"
        return Response(content, status, {"etag": '"1"', "accept-ranges": "bytes"} | headers, kind)

    routes = [Route(f"{folder}/{{name}}", answer) for folder in ("/static", "/samspill", "")]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(packed.Packed)]))


def test_a_script_comes_packed_and_is_the_same_when_unpacked() -> None:
    answer = client().get("/static/a.js", headers={"accept-encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "br"
    assert int(answer.headers["content-length"]) < len(BODY) / 10
    assert "Accept-Encoding" in answer.headers["vary"]
    assert answer.text == BODY


@pytest.mark.parametrize(
    ("address", "accepts"),
    [
        ("/static/a.js", "gzip"),
        ("/static/a.js", "gzip, br;q=0"),
        ("/static/a.png", "br"),
        ("/static/short.js", "br"),
        ("/a.js", "br"),
        ("/samspill/inn", "br"),
        ("/static/a.js?status=404", "br"),
        ("/static/a.js?status=304", "br"),
    ],
)
def test_what_is_not_understood_small_no_text_or_no_file_goes_as_it_is(address: str, accepts: str) -> None:
    answer = client().get(address, headers={"accept-encoding": accepts})
    assert "content-encoding" not in answer.headers


def test_a_file_is_packed_once_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor, times = client(), []
    monkeypatch.setattr(packed.brotli, "compress", lambda body, quality: times.append(1) or b"packed")
    for _ in range(3):
        with visitor.stream("GET", "/static/a.js", headers={"accept-encoding": "br"}) as answer:
            assert b"".join(answer.iter_raw()) == b"packed"
    assert len(times) == 1


def test_streamlit_s_own_scripts_and_ours_come_packed() -> None:
    for address in ("/samspill/screen.js", "/samspill/screen.css"):
        plain = ask(address)[2]
        _, headers, body = ask(address, **{"accept-encoding": "br"})
        assert headers["content-encoding"] == "br"
        assert brotli.decompress(body) == plain
    assert packed.Packed in [each.cls for each in server.MIDDLEWARE]
