"""Landscape open to a room: the owner's way in, and what is shut to everybody else."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from landscape.services.room import COOKIE, KEY_VARIABLE, is_owner
from landscape.web import room

KEY = "the-key-of-this-run"


@dataclass(slots=True)
class Answered:
    """What came back for one request."""

    status: int = 0
    headers: Headers = field(default_factory=Headers)
    text: str = ""


class Visitor:
    """Asks the app as a browser would."""

    def __init__(self, app: Starlette) -> None:
        self._app = app

    def get(self, path: str, cookie: str = "") -> Answered:
        """What the app answers to one request."""
        answered = Answered()
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "query_string": b"",
            "headers": [(b"cookie", cookie.encode("latin-1"))] if cookie else [],
        }

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered.status = message["status"]
                answered.headers = Headers(raw=message["headers"])
            else:
                answered.text += message.get("body", b"").decode()

        async def ask() -> None:
            await self._app(scope, receive, send)

        # A thread of its own: a browser of another test may keep a loop running in this one.
        with ThreadPoolExecutor(max_workers=1) as apart:
            apart.submit(asyncio.run, ask()).result()
        return answered


async def _anything(_request: object) -> PlainTextResponse:
    return PlainTextResponse("reached")


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> Visitor:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    others = [Route("/_stcore/upload_file/one", _anything), Route("/_stcore/health", _anything)]
    return Visitor(Starlette(routes=[*room.routes(), *others], middleware=list(room.middleware())))


def test_alone_everybody_is_the_owner_and_nothing_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    assert is_owner(None)
    assert list(room.routes()) == []
    assert list(room.middleware()) == []


def test_in_a_room_only_the_key_makes_an_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    assert is_owner(KEY)
    assert not is_owner(None)
    assert not is_owner("")
    assert not is_owner(KEY + "x")


def test_the_key_is_kept_in_a_cookie_that_no_script_reads(visitor: Visitor) -> None:
    answer = visitor.get(f"/owner/{KEY}")
    assert answer.status == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert f"{COOKIE}={KEY}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_a_wrong_key_gives_no_cookie(visitor: Visitor) -> None:
    answer = visitor.get("/owner/a-guess")
    assert answer.status == 403
    assert "set-cookie" not in answer.headers


def test_others_bring_no_files_in(visitor: Visitor) -> None:
    assert visitor.get("/_stcore/upload_file/one").status == 403
    assert visitor.get("/_stcore/health").text == "reached"
    assert visitor.get("/_stcore/upload_file/one", f"{COOKIE}={KEY}").text == "reached"


@pytest.mark.parametrize("cookie", [f"{COOKIE}=guess", "=;;=", f"{COOKIE}", "a\x7f=b"])
def test_a_broken_cookie_is_no_key(visitor: Visitor, cookie: str) -> None:
    answer = visitor.get("/_stcore/upload_file/one", cookie)
    assert answer.status == 403
