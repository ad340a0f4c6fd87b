"""Writes XML: elements whose attributes and text hold anything that XML can hold."""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNHEARD: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Value = str | int | float | bool


def text_of(value: Value) -> str:
    """A value as XML writes it, without the characters that XML cannot hold."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _UNHEARD.sub("", value) if isinstance(value, str) else repr(value)


def element(name: str, attributes: Mapping[str, Value], within: Iterable[str] = ()) -> str:
    """An element on a line of its own, with those within it."""
    inner = "".join(within)
    start = _start(name, attributes)
    return f"{start}>\n{inner}</{name}>\n" if inner else f"{start}/>\n"


def text_element(name: str, attributes: Mapping[str, Value], text: Value) -> str:
    """An element on a line of its own, around text."""
    # A lone carriage return would be read as a line feed.
    inner = escape(text_of(text), {"\r": "&#13;"})
    return f"{_start(name, attributes)}>{inner}</{name}>\n"


def _start(name: str, attributes: Mapping[str, Value]) -> str:
    said = (f" {key}={quoteattr(text_of(value))}" for key, value in attributes.items())
    return f"<{name}{''.join(said)}"
