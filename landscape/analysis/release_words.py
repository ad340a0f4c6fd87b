"""Of what an anonymous round gives out: what is not shown, and why, in sentences for people."""

from typing import Final

from landscape.analysis.release_people import Cells
from landscape.model.instrument import Instrument

_STANDS: Final = "It stands as it was given out before: fewer than 3 have been added to it since."
_ROOM: Final = "It stands as the room saw it: whoever answered later could be picked out."


def withheld(instrument: Instrument, form: str, cells: Cells) -> list[dict[str, str]]:
    """One entry for each thing that is not shown, or not as it is by now, with `what` and `why`.

    They are read off the cells alone: that somebody wrote a thing that is not shown is not shown.
    """
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
    said.append(("By group", _groups(cells, few)))
    said.append(("What people wrote", _comments(cells, few)))
    said.append(("Where people want to be", _targets(instrument, form, cells, few)))
    return [{"what": what, "why": why} for what, why in said if why]


def _why(cell: Cells | None, cells: Cells, few: str) -> str:
    if cell is None:
        return few
    if cell.get("room"):
        return _ROOM
    return _STANDS if cell["release"] < cells["number"] else ""


def _groups(cells: Cells, few: int) -> str:
    shown = cells["groups"]
    whole = all(
        id_ in shown
        and sum(one["people"] for one in shown[id_]["shown"].values()) == cell["people"]
        for id_, cell in cells["dimensions"].items()
    )
    if whole:
        return ""
    return (
        f"A group is shown where at least {few} of it answered, and where nobody can work out from "
        "it what a smaller one said."
    )


def _comments(cells: Cells, few: int) -> str:
    if cells["comments"]["pooled"] is not None:
        return f"Where fewer than {few} people wrote about the same, all of it stands together."
    return f"It is shown where at least {few} people wrote about the same."


def _targets(instrument: Instrument, form: str, cells: Cells, few: int) -> str:
    if {item.id for item in instrument.form(form)} <= set(cells["targets"]["items"]):
        return ""
    return f"It is shown where at least {few} people said it."
