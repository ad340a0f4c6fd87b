"""Speaks Streamlit's own protocol to a running app, without a browser: one visit, run by run."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_PATIENCE = 60.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(slots=True)
class Visit:
    """One open connection. `pages` maps an address ("map") to the hash the protocol asks for.

    `fragments` are the parts of the page that can run by themselves, as the last runs named them.
    """

    socket: websockets.ClientConnection
    query: str
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    widgets: dict[str, object] = field(default_factory=dict)
    fragments: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    _kept: set[str] = field(default_factory=set)

    async def run(
        self, page: str = "", widgets: BackMsg | None = None, *, fragment: str = ""
    ) -> int:
        """Ask for one run of `page` (the one at hand when empty); returns the bytes that came.

        With a `fragment`, only that part of it runs.
        """
        request = BackMsg()
        if widgets is not None:
            request.CopyFrom(widgets)
        rerun = request.rerun_script
        rerun.page_script_hash = self.pages[page] if page else self.page
        rerun.query_string = self.query
        rerun.fragment_id = fragment
        rerun.cached_message_hashes.extend(self._kept)
        await self.socket.send(request.SerializeToString())
        came = 0
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), _PATIENCE)
            assert isinstance(raw, bytes)
            came += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw)
            self._note(message)
            finished = message.WhichOneof("type") == "script_finished"
            if finished and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return came

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if message.hash and message.metadata.cacheable:
            self._kept.add(message.hash)
        if kind == "navigation":
            self.pages = {
                one.url_pathname: one.page_script_hash for one in message.navigation.app_pages
            }
            self.page = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.fragment_id:
            self.fragments.add(message.delta.fragment_id)
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            self.errors.append(message.delta.new_element.exception.message)


@asynccontextmanager
async def visiting(url: str, *, query: str = "") -> AsyncIterator[Visit]:
    """Open a visit of the app at `url`; only of an app on this machine."""
    parts = urlsplit(url)
    assert parts.hostname in _LOOPBACK, url
    async with websockets.connect(
        f"ws://{parts.netloc}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        origin=websockets.Origin(f"{parts.scheme}://{parts.netloc}"),
        max_size=None,
        compression=None,
        ping_interval=None,
        open_timeout=_PATIENCE,
    ) as socket:
        visit = Visit(socket=socket, query=query)
        yield visit
