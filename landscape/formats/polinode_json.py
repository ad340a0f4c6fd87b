"""Networks as Polinode writes them: attributes of their own, and whether all go one way."""

from typing import Any, Final

from landscape.formats import network_json
from landscape.formats.json_text import json_format
from landscape.formats.table import Limits, ReadTable

TITLE: Final = "Polinode (JSON)"


def layout(value: Any, file: str, limits: Limits) -> list[ReadTable] | None:
    """The two tables, where it says that they are Polinode's."""
    if not isinstance(value, dict) or "isDirected" not in value or "edges" not in value:
        return None
    return network_json.tables(value, file, limits, form=TITLE)


FORMAT: Final = json_format(
    name="polinode-json",
    title=TITLE,
    recognises=lambda keys: {"nodes", "isDirected"} <= keys.keys(),
    layout=layout,
)
