"""Headers as they are compared, and rows of them told from rows of data."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

_APART: Final = re.compile(r"[\s_\-.:/()?#*\ufeff]+")
_NUMBER: Final = re.compile(r"[-+]?[\d.,\s]*\d[\d.,\s]*%?")

# What tools and people head columns with; single words, so that a name is seldom among them.
KNOWN: Final = frozenset(
    {
        *("id", "key", "code", "uid", "label", "name", "names", "title", "type", "kind", "from"),
        *("to", "source", "target", "ego", "alter", "sender", "receiver", "vertex", "vertex1"),
        *("vertex2", "node", "node1", "node2", "element", "organisation", "organization"),
        *("organisations", "organizations", "person", "people", "member", "members", "who"),
        *("stakeholder", "stakeholders", "stakeholdername", "participant", "participants"),
        *("firstname", "lastname", "fullname", "email", "role", "group", "groups", "sector"),
        *("category", "segment", "cluster", "constituency", "description", "notes", "note"),
        *("tags", "tag", "image", "url", "website", "phone", "weight", "strength", "value"),
        *("direction", "directed", "relation", "relationship", "edge", "edgetype", "depth"),
        *("frequency", "date", "since", "place", "location", "town", "city", "country", "level"),
        *("influence", "interest", "power", "status", "comment", "comments", "sourcename"),
        *("targetname", "fromname", "toname", "sourceid", "targetid", "reporter", "respondent"),
        *("attribute", "attributes", "latitude", "longitude", "lat", "long", "lon", "x", "y"),
    }
)


def plain(header: str) -> str:
    """A header as it is compared: "Vertex 1" and "vertex_1" are both "vertex1"."""
    return _APART.sub("", header.casefold())


def is_number(cell: str) -> bool:
    """Whether a cell holds a number."""
    return _NUMBER.fullmatch(cell.strip()) is not None


def words(cells: Sequence[str]) -> list[str]:
    """The cells of a row as headers are compared, without the blank ones at its end."""
    plains = [plain(cell) for cell in cells]
    while plains and not plains[-1]:
        plains.pop()
    return plains


def known_header(cells: Sequence[str]) -> bool:
    """Whether a row is surely a header: each word once, no numbers, half of the words known."""
    found = [word for word in words(cells) if word]
    if len(found) < 2 or len(set(found)) < len(found) or any(map(is_number, cells)):
        return False
    return sum(word in KNOWN for word in found) * 2 >= len(found)


def roles(columns: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """What each column says whose header, as it is compared, is among the known ones."""
    said: dict[str, str] = {}
    for column in columns:
        role = known.get(plain(column))
        if role and (role == "ignored" or role not in said.values()):
            said[column] = role
    return said
