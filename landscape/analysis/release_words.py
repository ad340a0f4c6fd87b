"""Of what an anonymous round gives out: what is not shown, and why, in sentences for people."""

from collections.abc import Sequence
from typing import Final

from landscape.analysis.release_people import Cells, Person
from landscape.model.instrument import Instrument

_STANDS: Final = "It stands as it was given out before: fewer than 3 have been added to it since."
_ROOM: Final = "It stands as the room saw it: whoever answered later could be picked out."


def withheld(
    instrument: Instrument, form: str, cells: Cells, people: Sequence[Person]
) -> list[dict[str, str]]:
    """One entry for each thing that is not shown, or not as it is by now, with `what` and `why`."""
    few = int(cells["threshold"])
    said = []
    for dimension in instrument.dimensions:
        items = instrument.items_of(dimension.id, form)
        for item in items:
            why = _why(cells["items"].get(item.id), cells, f"Fewer than {few} people answered it.")
            said.append((item.statement, why))
        if items:
            least = f"Fewer than {few} people answered at least half of its questions."
            why = _why(cells["dimensions"].get(dimension.id), cells, least)
            said.append((dimension.title, why))
    said.append(("By group", _groups(cells, people, few)))
    said.append(("What people wrote", _comments(cells, people, few)))
    said.append(("Where people want to be", _targets(cells, people, few)))
    return [{"what": what, "why": why} for what, why in said if why]


def _why(cell: Cells | None, cells: Cells, few: str) -> str:
    if cell is None:
        return few
    if cell.get("room"):
        return _ROOM
    return _STANDS if cell["release"] < cells["number"] else ""


def _groups(cells: Cells, people: Sequence[Person], few: int) -> str:
    stand = {person.group for person in people} - {None}
    shown = cells["groups"]
    whole = all(
        dimension_id in shown and set(shown[dimension_id]["shown"]) == stand
        for dimension_id in cells["dimensions"]
    )
    if not stand or whole:
        return ""
    return (
        f"A group is shown where at least {few} of it answered, and where nobody can work out from "
        "it what a smaller one said."
    )


def _comments(cells: Cells, people: Sequence[Person], few: int) -> str:
    if not any(person.comments for person in people):
        return ""
    wrote = {about for person in people for about in person.comments}
    if wrote <= set(cells["comments"]["about"]):
        return ""
    if cells["comments"]["pooled"] is None:
        return f"What was written is shown where at least {few} people wrote about the same."
    return f"Where fewer than {few} people wrote about the same, all of it stands together."


def _targets(cells: Cells, people: Sequence[Person], few: int) -> str:
    aimed = {item_id for person in people for item_id, one in person.said.items() if one.target}
    if aimed <= set(cells["targets"]["items"]):
        return ""
    return f"It is shown where at least {few} people said it."
