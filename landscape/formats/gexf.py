"""GEXF, as Gephi writes it: attributes, positions, times, and which way relationships go."""

from typing import Final

from landscape.formats import xml_guard
from landscape.formats.gexf_writing import CANNOT_CARRY, write
from landscape.formats.network_names import captions_for_kinds, name_those_around
from landscape.formats.outline_columns import OWN
from landscape.formats.table import Format, Limits, ReadTable
from landscape.formats.two_tables import (
    CAPTION,
    DIRECTED,
    ID,
    KIND,
    MUTUAL,
    UNDIRECTED,
    WEIGHT,
    WITHIN,
    Rows,
    two_tables,
)
from landscape.formats.xml_reading import Attributes, End, Start, Text, read_xml

_WAYS: Final = {"directed": DIRECTED, "undirected": UNDIRECTED, "mutual": MUTUAL}
_TIMES: Final = frozenset({"start", "startopen", "end", "endopen", "timestamp"})
_X, _Y, _TIME, _NUMBER = " x", " y", " time", " number"
_OF_PEOPLE: Final = (
    (_X, "x", "x"),
    (_Y, "y", "y"),
    (WITHIN, "Within", None),
    (_TIME, "Timeset", None),
)
_OF_RELATIONSHIPS: Final = (
    (KIND, "Kind", "kind"),
    (WEIGHT, "Weight", "weight"),
    (CAPTION, "Label", None),
    (_NUMBER, "Id", "ignored"),
    (_TIME, "Timeset", None),
)
_SAID: Final = (("kind", KIND), ("weight", WEIGHT), ("label", CAPTION), ("id", _NUMBER))


def interval(attributes: Attributes) -> str:
    """A time as Gephi writes it, such as "[2019, 2020)"; "" where there is none."""
    if "timestamp" in attributes:
        return attributes["timestamp"]
    begins = attributes.get("start") or attributes.get("startopen") or ""
    ends = attributes.get("end") or attributes.get("endopen") or ""
    if not begins and not ends:
        return ""
    opening = "(" if "startopen" in attributes else "["
    closing = ")" if "endopen" in attributes else "]"
    return f"{opening}{begins or '-Infinity'}, {ends or 'Infinity'}{closing}"


class _Reading:
    """What has been read so far, and what the elements met on the way mean."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.people = Rows("stakeholders", file, limits)
        self.relationships = Rows("relationships", file, limits)
        for rows, columns in ((self.people, _OF_PEOPLE), (self.relationships, _OF_RELATIONSHIPS)):
            for key, header, says in columns:
                rows.describe(key, header, says=says)
        self._way = UNDIRECTED
        self._around: list[int] = []
        self._described = self.people
        self._attribute = ""
        self._now = self.people
        self._row = 0

    def starts(self) -> dict[str, Start]:
        """What to do where an element begins."""
        return {
            "graph": self._read_way,
            "attributes": self._begin_attributes,
            "attribute": self._begin_attribute,
            "node": self._begin_stakeholder,
            "edge": self._begin_relationship,
            "attvalue": self._read_value,
            "position": self._read_position,
            "parent": self._read_parent,
            "spell": self._read_time,
        }

    def ends(self) -> dict[str, End]:
        """What to do where an element ends."""
        return {"node": self._end_stakeholder}

    def texts(self) -> dict[str, Text]:
        """What to do with the text of an element."""
        return {"default": self._read_default}

    def _read_way(self, attributes: Attributes) -> None:
        self._way = _WAYS.get(attributes.get("defaultedgetype", "").lower(), UNDIRECTED)

    def _begin_attributes(self, attributes: Attributes) -> None:
        of_people = attributes.get("class") != "edge"
        self._described = self.people if of_people else self.relationships

    def _begin_attribute(self, attributes: Attributes) -> None:
        key = self._attribute = attributes.get("id", "")
        self._described.describe(key, attributes.get("title") or key, says=OWN.get(key))

    def _read_default(self, text: str, _: Attributes) -> None:
        if text.strip():
            self._described.fall_back(self._attribute, text.strip())

    def _begin_stakeholder(self, attributes: Attributes) -> None:
        people = self._now = self.people
        people.begin(attributes.get("id", ""), attributes.get("label", ""))
        around = people.cell(ID, self._around[-1]) if self._around else attributes.get("pid")
        if around:
            people.put(WITHIN, around)
        self._row = people.count - 1
        self._around.append(self._row)
        if attributes.keys() & _TIMES:
            self._read_time(attributes)

    def _end_stakeholder(self) -> None:
        # What comes now belongs to the one around, whose row is not the last any more.
        self._around.pop()
        self._row = self._around[-1] if self._around else -1

    def _begin_relationship(self, attributes: Attributes) -> None:
        rows = self._now = self.relationships
        way = attributes.get("type")
        rows.begin(
            attributes.get("source", ""),
            attributes.get("target", ""),
            _WAYS.get(way.lower(), self._way) if way else self._way,
        )
        for attribute, key in _SAID:
            if attribute in attributes:
                rows.put(key, attributes[attribute])
        self._row = -1
        if attributes.keys() & _TIMES:
            self._read_time(attributes)

    def _read_value(self, attributes: Attributes) -> None:
        key = attributes.get("for") or attributes.get("id") or "0"
        text = attributes.get("value", "")
        if len(attributes) > 2 and attributes.keys() & _TIMES:
            text = f"{interval(attributes)} {text}"
        if text and self._now.count:
            self._now.put(key, text, self._row)

    def _read_position(self, attributes: Attributes) -> None:
        if self._now is self.people and self.people.count:
            self.people.put(_X, attributes.get("x", ""), self._row)
            self.people.put(_Y, attributes.get("y", ""), self._row)

    def _read_parent(self, attributes: Attributes) -> None:
        if self._around and attributes.get("for"):
            self.people.put(WITHIN, attributes["for"], self._row)

    def _read_time(self, attributes: Attributes) -> None:
        time = interval(attributes)
        if time and self._now.count:
            self._now.put(_TIME, time, self._row)


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders, those within others as well, and relationships."""
    reading = _Reading(file, limits)
    read_xml(data, file, starts=reading.starts(), texts=reading.texts(), ends=reading.ends())
    name_those_around(reading.people)
    captions_for_kinds(reading.relationships)
    return two_tables(reading.people, reading.relationships, FORMAT.title)


def _recognises(data: bytes) -> bool:
    return xml_guard.root_of(data) == "gexf"


FORMAT: Final = Format(
    name="gexf",
    title="GEXF",
    recognises=_recognises,
    read=read,
    check=xml_guard.check,
    write=write,
    suffix=".gexf",
    mime="application/gexf+xml",
    cannot_carry=CANNOT_CARRY,
)
