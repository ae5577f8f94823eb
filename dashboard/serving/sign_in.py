"""Owns the way in and out: to the provider and back, a session of our own, and signing out here or everywhere."""

import contextlib
import html
import logging
from typing import Any

from anyio.to_thread import run_sync
from authlib.common.errors import AuthlibBaseError
from httpx2 import HTTPError
from joserfc.errors import JoseError
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.desk import Desk, NotAllowed, StoreFault, the_desk
from dashboard.installation.addresses import CALLBACK, COOKIE, SIGN_IN, SIGN_OUT, SIGN_OUT_EVERYWHERE, SIGNED_OUT
from dashboard.installation.log import log
from dashboard.installation.settings import Settings
from dashboard.language.words import DEFAULT, words
from dashboard.serving.door import token_of
from dashboard.serving.health import SIGN_INS
from dashboard.serving.provider import SignIn, read
from dashboard.serving.rate import Rate

ON_THE_WAY = "samspill_on_the_way"
SAID = words(DEFAULT)
TRIES = Rate(60, 60.0)  # a whole office comes from one address


class OnTheWay:
    """The few minutes between here and the provider: state, nonce and where to go afterwards, in a signed cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._inner: SessionMiddleware | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        sign_in = _settings()
        if sign_in is None:
            await Response(status_code=404)(scope, receive, send)
            return
        if self._inner is None:
            key = (await run_sync(_desk)).sealing_key("sign-in")
            self._inner = SessionMiddleware(
                self.app, key, session_cookie=ON_THE_WAY, max_age=600, https_only=sign_in.is_secure, path=SIGN_IN
            )
        # A scope of its own: Streamlit's session cookie would carry the same once more, for weeks.
        await self._inner(dict(scope), receive, send)


async def begin(request: Request) -> Response:
    """`/samspill/inn?til=/mal`: to the provider."""
    sign_in = _settings()
    assert sign_in is not None
    if not TRIES.allows(request.client.host if request.client else ""):
        return spoken_page("sign-in-often", 429)
    request.session["til"] = inside(request.query_params.get("til", "/"))
    try:
        answer = await sign_in.client().authorize_redirect(request, sign_in.address + CALLBACK)
    except (HTTPError, AuthlibBaseError, ValueError):
        return await _failed("provider-unreachable", 502)
    return answer  # type: ignore[no-any-return]


async def come_back(request: Request) -> Response:
    """From the provider: its word is checked, and a session of ours begins."""
    sign_in = _settings()
    assert sign_in is not None
    til = inside(str(request.session.get("til", "/")))
    try:
        client = sign_in.client()
        token = await client.authorize_access_token(request)
        claims: dict[str, Any] = dict(token["userinfo"])
        if sign_in.role_claim not in claims:
            told = await client.userinfo(token=token)
            if told["sub"] != claims["sub"]:
                raise ValueError("of somebody else")
            claims = {**told, **claims}
    except HTTPError:
        return await _failed("provider-unreachable", 502)
    except (AuthlibBaseError, JoseError, KeyError, ValueError):
        return await _failed("not-vouched-for", 400)
    role, places = sign_in.meaning(claims)

    def session() -> str:
        return _desk().sign_in(
            issuer=sign_in.issuer,
            subject=str(claims["sub"]),
            email=sign_in.email(claims),
            name=str(claims.get("name") or claims.get("preferred_username") or "")[:200],
            claimed=role,
            claimed_places=places,
        )

    request.session.clear()  # what was on the way is used up
    try:
        ours = await run_sync(session)
    except NotAllowed:
        SIGN_INS.labels("not-allowed").inc()
        return spoken_page("sign-in-no-role", 403)
    except StoreFault as fault:
        return spoken_page(f"store-{fault.reason}", 503)
    SIGN_INS.labels("done").inc()
    log(logging.INFO, "signed-in", role=role or "granted")
    answer = RedirectResponse(til, status_code=303)
    answer.set_cookie(
        COOKIE, ours, max_age=round(sign_in.hours * 3600), httponly=True, samesite="lax", secure=sign_in.is_secure
    )
    return answer


async def sign_out(request: Request) -> Response:
    """`/samspill/ut`, and `/samspill/ut/overalt` for every browser. Only from our own pages."""
    sign_in = _settings()
    if sign_in is None:
        return Response(status_code=404)
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return Response(status_code=403)
    everywhere = request.url.path == SIGN_OUT_EVERYWHERE
    try:
        await run_sync(lambda: _desk().sign_out(token_of(request.scope), everywhere=everywhere))
    except StoreFault as fault:
        return spoken_page(f"store-{fault.reason}", 503)
    answer = RedirectResponse(SIGNED_OUT, status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


async def signed_out(_: Request) -> Response:
    """`/samspill/ute`."""
    return spoken_page("signed-out", 200)


def inside(til: str) -> str:
    """Where to go afterwards: a page of ours, and never another house's."""
    fine = (
        til.startswith("/") and not til.startswith(("//", "/\\")) and til.isprintable() and not til.startswith(SIGN_IN)
    )
    return til if fine else "/"


async def _failed(why: str, status: int) -> Response:
    SIGN_INS.labels(why).inc()
    log(logging.WARNING, "sign-in-failed", why=why)
    with contextlib.suppress(StoreFault):
        await run_sync(lambda: _desk().refused(why))
    return spoken_page("sign-in-unreachable" if status == 502 else "sign-in-failed", status)


def spoken_page(key: str, status: int, onward: str = "sign-in", address: str = SIGN_IN) -> Response:
    """One sentence, and a way on to an address of ours, without anything of Streamlit's."""
    name, text, way = html.escape(SAID("app-name")), html.escape(SAID(key)), html.escape(SAID(onward))
    there = html.escape(address)
    return HTMLResponse(
        f'<!doctype html><html lang="{DEFAULT}"><head><meta charset="utf-8"><title>{name}</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:1.25rem/1.5 sans-serif;max-width:34em;'
        "margin:15vh auto;padding:0 1em;color:#24272B;background:#fff}a{color:#0062BA}</style></head>"
        f'<body><main><h1>{name}</h1><p>{text}</p><p><a href="{there}">{way}</a></p></main></body></html>',
        status_code=status,
        headers={"cache-control": "no-store"},
    )


def _settings() -> SignIn | None:
    file = Settings.here().sign_in
    return read(file) if file else None


def _desk() -> Desk:
    return the_desk(Settings.here())


ROUTES = [
    Route(SIGN_IN, begin, middleware=[Middleware(OnTheWay)]),
    Route(CALLBACK, come_back, middleware=[Middleware(OnTheWay)]),
    Route(SIGN_OUT, sign_out),
    Route(SIGN_OUT_EVERYWHERE, sign_out),
    Route(SIGNED_OUT, signed_out),
]
