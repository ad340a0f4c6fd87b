"""Says why a table is left aside: it describes columns, it is prose, or it names nobody."""

from collections.abc import Mapping
from typing import Final

from landscape.services.importing.profiles import Profile
from landscape.services.importing.roles import ColumnRole, TableKind, TableProposal
from landscape.services.importing.stakeholder_columns import left_out
from landscape.services.importing.synonyms import (
    CODE_BOOK_HEADERS,
    RELATIONSHIP_HEADERS,
    STAKEHOLDER_HEADERS,
    header_word,
)

_NAMES: Final = frozenset().union(
    STAKEHOLDER_HEADERS[ColumnRole.NAME],
    RELATIONSHIP_HEADERS[ColumnRole.SOURCE],
    RELATIONSHIP_HEADERS[ColumnRole.TARGET],
) - {"label", "labels", "name", "names"}
_FIRST: Final = frozenset(
    {"variable", "variablename", "column", "columnname", "field", "fieldname", "datasheet"}
)
_PROSE: Final = 60.0


def is_code_book(columns: Mapping[str, Profile], elsewhere: frozenset[str]) -> bool:
    """Whether a table describes columns: by its headers, or by naming those of other tables.

    `elsewhere` holds the headers of the other tables, in lower case.
    """
    headers = {header_word(name) for name in columns}
    if headers & _NAMES:
        return False
    if headers & _FIRST and len(headers & (CODE_BOOK_HEADERS | {"label", "name", "type"})) >= 2:
        return True
    return any(
        column.distinct >= 3 and len(column.folded & elsewhere) >= 0.5 * column.distinct
        for column in columns.values()
        if column.distinct <= 500
    )


def propose(
    key: str, columns: Mapping[str, Profile], *, code_book: bool, why: str | None = None
) -> TableProposal:
    """A table that is not read, and the reason."""
    if why is not None:
        reason = why
    elif code_book:
        reason = "It describes the columns of a table rather than stakeholders."
    elif _is_prose(columns):
        reason = "It holds text to read rather than a list."
    else:
        reason = "No column in it names stakeholders, as far as we can tell."
    return TableProposal(
        table=key,
        kind=TableKind.ASIDE,
        reason=reason,
        columns=tuple(left_out(column, "The table is left aside.") for column in columns),
    )


def _is_prose(columns: Mapping[str, Profile]) -> bool:
    lengths = [column.length for column in columns.values() if column.rows and column.words]
    return bool(lengths) and max(lengths) > _PROSE
