"""The owner's way in while Landscape is open to a room, and what is shut to everybody else."""

from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from landscape.services.room import COOKIE, is_owner, room_key

# What only an owner needs: files go in here, and figures of the server come out.
_SHUT: Final = ("/_stcore/upload_file", "/_stcore/metrics", "/_stcore/agent")


def routes() -> Sequence[BaseRoute]:
    """The owner's way in; none where Landscape is not open to a room."""
    return [Route("/owner/{key}", _let_in)] if room_key() else []


def middleware() -> Sequence[Middleware]:
    """What shuts the owner's parts to others; none where Landscape is not open to a room."""
    return [Middleware(KeepOut)] if room_key() else []


class KeepOut:
    """Answers 403 to whoever asks for the owner's parts of the server without the owner's key."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or not."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.startswith(_SHUT) and not is_owner(_key_in(scope)):
            refused = PlainTextResponse("Only the owner may do this.", status_code=403)
            await refused(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def _let_in(request: Request) -> Response:
    """Give the browser that knows the key a cookie no script can read, and show the app."""
    key = str(request.path_params["key"])
    if not is_owner(key):
        return PlainTextResponse("This is not the owner's address of this run.", status_code=403)
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(COOKIE, key, httponly=True, samesite="strict")
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _key_in(scope: Scope) -> str | None:
    """The owner's key among the cookies of a request."""
    for name, value in scope.get("headers", ()):
        if name == b"cookie":
            cookies: SimpleCookie = SimpleCookie()
            try:
                cookies.load(value.decode("latin-1"))
            except CookieError:
                return None
            return cookies[COOKIE].value if COOKIE in cookies else None
    return None
