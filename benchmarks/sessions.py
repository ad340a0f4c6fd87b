"""Speaks Streamlit's own protocol to a running app, without a browser: one visit, run by run.

A visit sees the radios and the buttons of its page, chooses and presses them, follows the address,
and knows which parts of the page ask to be run again by themselves.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_PATIENCE = 60.0
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """A radio or a button of the page: its id, its words, and the part of the page it stands in."""

    id: str
    label: str
    options: tuple[str, ...] = ()
    fragment: str = ""


@dataclass(slots=True)
class Visit:
    """One open connection. `pages` maps an address ("map") to the hash the protocol asks for.

    `fragments` are the parts of the page that can run by themselves, as the last runs named them;
    `radios` and `buttons` are what the last run brought, `ticks` after how many seconds a part asks
    to run again.
    """

    socket: websockets.ClientConnection
    query: str
    page: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    widgets: dict[str, object] = field(default_factory=dict)
    fragments: set[str] = field(default_factory=set)
    radios: list[Widget] = field(default_factory=list)
    buttons: list[Widget] = field(default_factory=list)
    ticks: dict[str, float] = field(default_factory=dict)
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
        if not fragment:
            self.ticks.clear()  # like in a browser, a run of the whole page ends what repeats
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
            if finished:
                self.ticks.clear()  # a part asked for the whole page

    async def choose(self, radio: Widget, at: int) -> int:
        """Choose one of the options of a radio; returns the bytes that came."""
        return await self._set(WidgetState(id=radio.id, string_value=radio.options[at]), radio)

    async def press(self, button: Widget) -> int:
        """Press a button; returns the bytes that came."""
        return await self._set(WidgetState(id=button.id, trigger_value=True), button)

    async def _set(self, value: WidgetState, widget: Widget) -> int:
        request = BackMsg()
        request.rerun_script.widget_states.widgets.append(value)
        self.radios.clear()
        self.buttons.clear()
        return await self.run(widgets=request, fragment=widget.fragment)

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if message.hash and message.metadata.cacheable:
            self._kept.add(message.hash)
        if kind == "navigation":
            self.pages = {
                one.url_pathname: one.page_script_hash for one in message.navigation.app_pages
            }
            self.page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "stop_auto_rerun":
            for fragment in message.stop_auto_rerun.fragment_ids:
                self.ticks.pop(fragment, None)
        elif kind == "auto_rerun":
            self.ticks[message.auto_rerun.fragment_id] = message.auto_rerun.interval
        elif kind == "delta":
            self._note_widget(message)
        if kind == "delta" and message.delta.fragment_id:
            self.fragments.add(message.delta.fragment_id)
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            self.errors.append(message.delta.new_element.exception.message)

    def _note_widget(self, message: ForwardMsg) -> None:
        element, fragment = message.delta.new_element, message.delta.fragment_id
        kind = element.WhichOneof("type")
        if kind == "radio":
            radio = element.radio
            options = tuple(radio.options)
            self.radios.append(
                Widget(id=radio.id, label=radio.label, options=options, fragment=fragment)
            )
        elif kind == "button":
            button = element.button
            self.buttons.append(Widget(id=button.id, label=button.label, fragment=fragment))


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
