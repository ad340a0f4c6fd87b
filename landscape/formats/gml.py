"""GML, as Gephi, yEd, igraph and networkx write it, with names under label, name or another key."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from landscape.formats.decoding import decode
from landscape.formats.network_names import (
    captions_for_kinds,
    name_by_attribute,
    name_those_around,
)
from landscape.formats.network_text import broken, check, head_of, too_deep, too_many_words
from landscape.formats.table import Format, Limits, ReadTable
from landscape.formats.two_tables import (
    CAPTION,
    DIRECTED,
    ID,
    ONE_WAY,
    SOURCE,
    TARGET,
    UNDIRECTED,
    WITHIN,
    Rows,
    two_tables,
)

MOST_DEPTH: Final = 100
_TOKEN: Final = re.compile(r'"([^"]*)"|([\[\]])|([^\s\[\]"]+)|(")')
_COMMENT: Final = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
# Keys with their values, comments and lists may stand before it.
_BEGINS: Final = re.compile(
    r"""\s*+(?:\#[^\n]*+\s*+|(?!graph\b)[A-Za-z]\w*+\s++(?:"[^"]*+"|[-+.\w]++)\s*+)*+graph\s*+\[""",
    re.IGNORECASE,
)
_X, _Y = " x", " y"


class _Reading:
    """What has been read so far, and within which lists."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.people = Rows("stakeholders", file, limits)
        self.relationships = Rows("relationships", file, limits)
        self.people.describe(_X, "x", says="x")
        self.people.describe(_Y, "y", says="y")
        self.people.describe(WITHIN, "Within")
        self.relationships.describe(CAPTION, "Label")
        self._way = UNDIRECTED
        self._downwards = False
        self.lists: list[str] = []

    def open(self, key: str) -> None:
        """Begin a list of keys and values."""
        self.lists.append(key)
        if self.lists == ["graph", "node"]:
            self.people.begin("", "")
        elif self.lists == ["graph", "edge"]:
            self.relationships.begin("", "", self._way)

    def put(self, key: str, text: str) -> None:
        """Put a value where it belongs, by the lists it is in."""
        around = self.lists[1:2] if self.lists[:1] == ["graph"] else []
        if around == ["node"]:
            self._put_of_stakeholder(key, text)
        elif around == ["edge"]:
            self._put_of_relationship(key, text)
        elif self.lists == ["graph"] and key == "directed":
            self._way = DIRECTED if text == "1" else UNDIRECTED
        elif key == "creator":
            # In yEd y goes down.
            self._downwards = "yfiles" in text.lower()

    def _put_of_stakeholder(self, key: str, text: str) -> None:
        inner = self.lists[2:]
        if not inner:
            if key == "id":
                self.people.amend(ID, text)
            elif text:
                self.people.put(WITHIN if key == "gid" else key, text)
        elif inner == ["graphics"]:
            if key == "x":
                self.people.put(_X, text)
            elif key == "y":
                turned = text[1:] if text.startswith("-") else f"-{text}"
                self.people.put(_Y, turned if self._downwards else text)
        elif inner[0] not in ("graphics", "labelgraphics") and text:
            self.people.put(".".join((*inner, key)), text)

    def _put_of_relationship(self, key: str, text: str) -> None:
        inner = self.lists[2:]
        ends = {"source": SOURCE, "target": TARGET}
        if not inner and key in ends:
            self.relationships.amend(ends[key], text)
        elif not inner and key == "directed":
            self.relationships.amend(ONE_WAY, DIRECTED if text == "1" else UNDIRECTED)
        elif not inner and key != "id" and text:
            self.relationships.put(CAPTION if key == "label" else key, text)
        elif inner and inner[0] not in ("graphics", "labelgraphics") and text:
            self.relationships.put(".".join((*inner, key)), text)


def _tokens(text: str, file: str, limits: Limits) -> Iterator[re.Match[str]]:
    most = limits.cells + 4 * limits.rows
    for count, token in enumerate(_TOKEN.finditer(text)):
        if count > most:
            raise too_many_words(file, limits)
        yield token


def _read_pairs(text: str, file: str, limits: Limits, reading: _Reading) -> None:
    key: str | None = None
    at = 0
    for token in _tokens(text, file, limits):
        quoted, bracket, word, open_quote = token.groups()
        at = token.start()
        if open_quote:
            raise broken(_line(file, text, at), "a quotation mark is never closed")
        if bracket == "]":
            if not reading.lists or key is not None:
                raise broken(_line(file, text, at), "a bracket closes what was never opened")
            reading.lists.pop()
        elif key is None:
            if not word:
                raise broken(_line(file, text, at), "a value stands where its name should be")
            key = word
        else:
            if bracket:
                if len(reading.lists) >= MOST_DEPTH:
                    raise too_deep(_line(file, text, at), MOST_DEPTH)
                reading.open(key.lower())
            else:
                reading.put(_key(key), unescape(quoted) if quoted is not None else word)
            key = None
    if key is not None or reading.lists:
        raise broken(_line(file, text, at), "it ends before its brackets are closed")


def _key(key: str) -> str:
    """The key as its column is headed; those with a meaning in lower case."""
    lower = key.lower()
    return lower if lower in _KNOWN else key


_KNOWN: Final = frozenset(
    {"id", "source", "target", "directed", "label", "gid", "x", "y", "creator"}
)


def _line(file: str, text: str, at: int) -> str:
    line = text.count("\n", 0, at) + 1
    return f"{file}, line {line}"


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders, by group where a program says who is within whom, and relationships."""
    text = _COMMENT.sub("", decode(data))
    reading = _Reading(file, limits)
    _read_pairs(text, file, limits, reading)
    name_by_attribute(reading.people)
    name_those_around(reading.people)
    captions_for_kinds(reading.relationships)
    return two_tables(reading.people, reading.relationships, FORMAT.title)


def _recognises(data: bytes) -> bool:
    return _BEGINS.match(head_of(data).removeprefix("\ufeff")) is not None


FORMAT: Final = Format(
    name="gml", title="GML", recognises=_recognises, read=read, check=check, suffix=".gml"
)
