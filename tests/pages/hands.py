"""Hands on the map in a test of its page: AppTest has no canvas to press on."""

import pytest
from streamlit.testing.v1 import AppTest

from landscape.ui import mapping
from landscape.ui.canvas import MapEvent, MapHead
from landscape.ui.canvas.payload import MapPayload
from tests.pages.opening import checked


class Hands:
    """Stands in for the browser: sees what it is told, and makes one gesture in the next run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.head = MapHead()
        self._gestures: list[MapEvent] = []
        monkeypatch.setattr(mapping, "draw_map", self._draw)

    def _draw(self, *_: MapPayload, head: MapHead | None = None, **__: object) -> list[MapEvent]:
        self.head = head or MapHead()
        gestures, self._gestures = self._gestures, []
        return gestures

    def make(self, app: AppTest, type_: str, **parts: object) -> AppTest:
        """The page after one gesture."""
        self._gestures = [MapEvent(number=1, type=type_, **parts)]  # type: ignore[arg-type]
        return checked(app.run())
