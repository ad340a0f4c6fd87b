"""JSON whose beginning does not say whose it is: the first layout that knows what it says."""

from typing import Final

from landscape.formats import (
    graph_commons_json,
    json_list,
    kumu_json,
    kumu_project,
    network_json,
    polinode_json,
)
from landscape.formats.json_text import check, reader, shape
from landscape.formats.table import Format

FORMAT: Final = Format(
    name="json",
    title="JSON",
    recognises=lambda data: bool(shape(data)),
    read=reader(
        graph_commons_json.layout,
        kumu_project.layout,
        kumu_json.layout,
        polinode_json.layout,
        network_json.layout,
        json_list.layout,
    ),
    check=check,
    order=90,
)
