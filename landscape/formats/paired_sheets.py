"""Workbooks with a sheet of stakeholders and one of relationships, called as their tools do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from landscape.formats.headers import plain, roles, words
from landscape.formats.laid_out import table_of
from landscape.formats.sheets import Sheet
from landscape.formats.table import Limits, ReadTable, SheetFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """How one tool calls the two sheets and heads their first columns, and what these say."""

    tool: str
    people: str
    people_say: Mapping[str, str]
    relationships: str
    relationships_say: Mapping[str, str]
    by_id: bool = False


_ENDS: Final = {"source": "source", "target": "target"}
_PAIRS: Final = (
    _Pair(
        tool="Polinode",
        people="nodes",
        people_say={"name": "name"},
        relationships="edges",
        relationships_say=_ENDS,
    ),
    _Pair(
        tool="Gephi",
        people="nodes",
        people_say={"id": "id", "label": "name"},
        relationships="edges",
        relationships_say=_ENDS,
        by_id=True,
    ),
    _Pair(
        tool="PRSM",
        people="factors",
        people_say={"label": "name"},
        relationships="links",
        relationships_say={"from": "source", "to": "target"},
    ),
)


def _heads(sheet: Sheet | None, said: Mapping[str, str]) -> bool:
    """Whether the first row of a sheet holds all these headers."""
    return sheet is not None and bool(sheet.head) and said.keys() <= set(words(sheet.head[0][1]))


def read(sheets: Sequence[Sheet], limits: Limits) -> list[ReadTable] | None:
    """Both tables; other visible sheets stay what they are."""
    visible = {plain(sheet.name or ""): sheet for sheet in sheets if not sheet.hidden}
    for pair in _PAIRS:
        people, relationships = visible.get(pair.people), visible.get(pair.relationships)
        if _heads(people, pair.people_say) and _heads(relationships, pair.relationships_say):
            read_as = (_read_as(name, sheet, pair, limits) for name, sheet in visible.items())
            return [table for table in read_as if table is not None]
    return None


def _read_as(name: str, sheet: Sheet, pair: _Pair, limits: Limits) -> ReadTable | None:
    table = table_of(sheet, limits)
    if table is None:
        return None
    if name == pair.people:
        said = roles(table.columns, pair.people_say)
        return replace(table, form=pair.tool, holds="stakeholders", says=said)
    if name == pair.relationships:
        said = roles(table.columns, pair.relationships_say)
        return replace(table, form=pair.tool, holds="relationships", says=said, by_id=pair.by_id)
    return replace(table, form=pair.tool)


FORMAT: Final = SheetFormat(name="paired-sheets", title="Polinode", read=read, order=30)
