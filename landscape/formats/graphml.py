"""GraphML, as yEd, Gephi, igraph and networkx write it, whatever the file is called."""

from typing import Final

from landscape.formats import xml_guard
from landscape.formats.graphml_writing import CANNOT_CARRY, write
from landscape.formats.network_names import (
    captions_for_kinds,
    name_by_attribute,
    name_those_around,
)
from landscape.formats.outline_columns import OWN
from landscape.formats.plain_words import plain
from landscape.formats.table import Finding, Format, Limits, ReadTable
from landscape.formats.two_tables import (
    CAPTION,
    DIRECTED,
    ID,
    MUTUAL,
    NAME,
    ONE_WAY,
    UNDIRECTED,
    WITHIN,
    Rows,
    two_tables,
)
from landscape.formats.xml_reading import Attributes, End, Start, Text, read_xml

_X, _Y = " x", " y"
_NUMBERS: Final = frozenset({"int", "long", "float", "double"})


class _Reading:
    """What has been read so far, and whose element is open."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.people = Rows("stakeholders", file, limits)
        self.relationships = Rows("relationships", file, limits)
        self.people.describe(_X, "x", says="x")
        self.people.describe(_Y, "y", says="y")
        self.people.describe(WITHIN, "Within")
        self.relationships.describe(CAPTION, "Label")
        self.numbers: set[str] = set()
        self.of_many = 0
        self._ways: list[str] = []
        self._around: list[int] = []
        self._described: tuple[Rows, ...] = ()
        self._key = ""
        self._now: Rows | None = None
        self._row = -1

    def starts(self) -> dict[str, Start]:
        """What to do where an element begins."""
        return {
            "key": self._begin_key,
            "graph": self._begin_network,
            "node": self._begin_stakeholder,
            "edge": self._begin_relationship,
            "hyperedge": self._begin_of_many,
            "port": self._begin_aside,
            "Geometry": self._read_position,
            "Arrows": self._read_arrows,
        }

    def ends(self) -> dict[str, End]:
        """What to do where an element ends."""
        return {
            "graph": self._end_network,
            "node": self._end_stakeholder,
            "edge": self._end_relationship,
            "hyperedge": self._end_aside,
            "port": self._end_aside,
        }

    def texts(self) -> dict[str, Text]:
        """What to do with the text of an element."""
        return {
            "default": self._read_default,
            "data": self._read_value,
            "NodeLabel": self._read_name,
            "EdgeLabel": self._read_caption,
        }

    def _begin_key(self, attributes: Attributes) -> None:
        key = self._key = attributes.get("id", "")
        meant = {"node": (self.people,), "edge": (self.relationships,)}
        whose = attributes.get("for", "all")
        everybody = (self.people, self.relationships) if whose == "all" else ()
        self._described = meant.get(whose, everybody)
        for rows in self._described:
            rows.describe(key, attributes.get("attr.name") or key, says=OWN.get(key))
        if attributes.get("attr.type") in _NUMBERS:
            self.numbers.add(key)

    def _read_default(self, text: str, _: Attributes) -> None:
        if text.strip():
            for rows in self._described:
                rows.fall_back(self._key, text)

    def _begin_network(self, attributes: Attributes) -> None:
        one_way = attributes.get("edgedefault") == "directed"
        self._ways.append(DIRECTED if one_way else UNDIRECTED)
        self._now = None

    def _end_network(self) -> None:
        self._ways.pop()
        self._end_aside()

    def _begin_stakeholder(self, attributes: Attributes) -> None:
        people = self._now = self.people
        people.begin(attributes.get("id", ""), "")
        if self._around:
            people.put(WITHIN, people.cell(ID, self._around[-1]))
        self._row = people.count - 1
        self._around.append(self._row)

    def _end_stakeholder(self) -> None:
        self._around.pop()
        self._now = None

    def _begin_relationship(self, attributes: Attributes) -> None:
        rows = self._now = self.relationships
        one_way = attributes.get("directed")
        if one_way is None:
            way = self._ways[-1] if self._ways else UNDIRECTED
        else:
            way = DIRECTED if one_way in ("true", "1") else UNDIRECTED
        rows.begin(attributes.get("source", ""), attributes.get("target", ""), way)
        self._row = -1

    def _end_relationship(self) -> None:
        self._now = None

    def _begin_of_many(self, _: Attributes) -> None:
        self.of_many += 1
        self._now = None

    def _begin_aside(self, _: Attributes) -> None:
        self._now = None

    def _end_aside(self) -> None:
        # What comes now belongs to the stakeholder around, where there is one.
        if self._around:
            self._now, self._row = self.people, self._around[-1]

    def _read_value(self, text: str, attributes: Attributes) -> None:
        if text and self._now is not None and not text.isspace():
            self._now.put(attributes.get("key", ""), text, self._row)

    def _read_name(self, text: str, _: Attributes) -> None:
        # A group of yEd has a caption for when it is open and one for when it is closed.
        name = " ".join(plain(text).split()) if "<html>" in text else " ".join(text.split())
        if name and self._now is self.people and not self.people.cell(NAME, self._row):
            self.people.put(NAME, name, self._row)

    def _read_caption(self, text: str, _: Attributes) -> None:
        if text.strip() and self._now is self.relationships:
            self.relationships.put(CAPTION, " ".join(plain(text).split()))

    def _read_position(self, attributes: Attributes) -> None:
        x, y = attributes.get("x"), attributes.get("y")
        if x and y and self._now is self.people and not self.people.cell(_X, self._row):
            self.people.put(_X, x, self._row)
            # In yEd y goes down.
            self.people.put(_Y, y[1:] if y.startswith("-") else f"-{y}", self._row)

    def _read_arrows(self, attributes: Attributes) -> None:
        # In yEd every relationship is directed by the file; its arrows say what is meant.
        back = attributes.get("source", "none") != "none"
        forth = attributes.get("target", "none") != "none"
        if self._now is self.relationships:
            way = MUTUAL if back and forth else DIRECTED if back or forth else UNDIRECTED
            self._now.amend(ONE_WAY, way)
            if back and not forth:
                self._now.turn()


def _read_places(people: Rows, numbers: set[str]) -> None:
    """Take numbers called x and y for positions, where nothing else says them."""
    found = {header.casefold(): key for key, header in people.headers().items() if key in numbers}
    if not people.has_role("x") and {"x", "y"} <= found.keys():
        people.says(found["x"], "x")
        people.says(found["y"], "y")


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders, those within others as well, and relationships."""
    reading = _Reading(file, limits)
    read_xml(data, file, starts=reading.starts(), texts=reading.texts(), ends=reading.ends())
    name_by_attribute(reading.people, ("landscape.name",))
    _read_places(reading.people, reading.numbers)
    name_those_around(reading.people)
    captions_for_kinds(reading.relationships)
    findings: list[Finding] = []
    if reading.of_many:
        findings.append(
            Finding(
                code="left-aside",
                what=f"{reading.of_many} relationships between more than two were not read.",
                fix="Write each of them as relationships between two.",
            )
        )
    return two_tables(reading.people, reading.relationships, FORMAT.title, findings=findings)


def _recognises(data: bytes) -> bool:
    return xml_guard.root_of(data) == "graphml"


FORMAT: Final = Format(
    name="graphml",
    title="GraphML",
    recognises=_recognises,
    read=read,
    check=xml_guard.check,
    write=write,
    suffix=".graphml",
    mime="application/graphml+xml",
    cannot_carry=CANNOT_CARRY,
)
