"""Finds the column that names each row of a list, or the two that do so together."""

from collections.abc import Mapping
from typing import Final

from landscape.services.importing.profiles import Profile, goes_with
from landscape.services.importing.roles import ColumnRole
from landscape.services.importing.synonyms import (
    CONTACT_HEADERS,
    NAME_HEADERS,
    STAKEHOLDER_HEADERS,
    header_word,
)

R = ColumnRole
_LONG: Final = 80
_CODE: Final = r"[^\W\d_]{0,6}[-_. ]?\d+"
_BARE: Final = frozenset({"name"})


def split_names(columns: Mapping[str, Profile]) -> tuple[str, str] | None:
    """The columns with first and last names; beside a "Vorname", "Name" is the last name."""
    first = _headed(columns, STAKEHOLDER_HEADERS[R.FIRST_NAME])
    if first is None:
        return None
    rest = {name: column for name, column in columns.items() if name != first}
    last = _headed(rest, STAKEHOLDER_HEADERS[R.LAST_NAME])
    if last is not None:
        return first, last
    bare = _headed(rest, _BARE)
    if bare is not None and columns[bare].words and not _holds(columns[bare], columns[first]):
        return first, bare
    return None


def name_column(columns: Mapping[str, Profile], named: str | None) -> str | None:
    """The column with the names: as relationships name them, by header, else as it reads."""
    split = split_names(columns)
    headed = [name for tier in NAME_HEADERS for name in _all_headed(columns, tier)]
    headed = [name for name in headed if name not in (split or ())]
    headed += _lone_parts(columns) if split is None else []
    code = named is not None and _is_code(columns, named)
    by_name = named is not None and not code and columns[named].words
    if named is not None and by_name and (not headed or named in headed):
        return named
    best = [name for name in headed if columns[name].unique and columns[name].words] or headed
    if split is not None:
        return _beside_split(columns, split, best)
    if best:
        return best[0]
    if named is not None and columns[named].words and not code:
        return named
    reads = [
        column
        for name, column in columns.items()
        if column.words
        and column.unique
        and 1 < column.length <= _LONG
        and (not code or name != named)
        and header_word(name) not in CONTACT_HEADERS
    ]
    if not reads and named is not None and columns[named].words:
        return named
    if not reads:
        reads = [c for c in columns.values() if len(columns) == 1 and c.filled > 0]
    return reads[0].column if reads else None


def _is_code(columns: Mapping[str, Profile], named: str) -> bool:
    """Whether relationships name stakeholders by a code: by its header, or as it is written."""
    header = header_word(named)
    if header in STAKEHOLDER_HEADERS[R.NAME]:
        return False
    if header in STAKEHOLDER_HEADERS[R.ID]:
        return True
    texts = columns[named].texts.head(200)
    return bool(len(texts)) and float(texts.str.fullmatch(_CODE).mean()) >= 0.9


def _beside_split(
    columns: Mapping[str, Profile], split: tuple[str, str], headed: list[str]
) -> str | None:
    """The names where people stand beside them: those of organisations that come first, if any."""
    order = list(columns)
    for name in headed:
        whole = header_word(name) in NAME_HEADERS[0]
        before = order.index(name) < order.index(split[0])
        if columns[name].unique and (whole or before) and not _alias(columns, name):
            return name
    return None


def _alias(columns: Mapping[str, Profile], name: str) -> bool:
    """Whether a column holds short forms beside longer names that are headed as such, too."""
    return header_word(name) in STAKEHOLDER_HEADERS[R.ID] and columns[name].length <= _LONG / 10


def _lone_parts(columns: Mapping[str, Profile]) -> list[str]:
    """Half of a split name that stands alone is the name: "Nom", "Naam", "Nome"."""
    words = STAKEHOLDER_HEADERS[R.FIRST_NAME] | STAKEHOLDER_HEADERS[R.LAST_NAME]
    return [name for name in _all_headed(columns, words) if columns[name].words]


def _holds(whole: Profile, part: Profile) -> bool:
    """Whether most cells of `whole` contain the value of `part` beside them."""
    both = (whole.codes >= 0) & (part.codes >= 0)
    pairs = list(zip(whole.codes[both].head(200), part.codes[both].head(200), strict=True))
    hits = sum(part.values[b].casefold() in whole.values[a].casefold() for a, b in pairs)
    return bool(pairs) and hits >= 0.5 * len(pairs)


def _headed(columns: Mapping[str, Profile], words: frozenset[str]) -> str | None:
    return next(iter(_all_headed(columns, words)), None)


def _all_headed(columns: Mapping[str, Profile], words: frozenset[str]) -> list[str]:
    return [name for name, column in columns.items() if header_word(name) in words and column.rows]


def organisations(columns: Mapping[str, Profile], name: str | None) -> list[str]:
    """Columns with the organisation that several people of a list belong to."""
    return [
        column
        for column in _all_headed(columns, NAME_HEADERS[2])
        if column != name
        and columns[column].words
        and (name is None or goes_with(columns[name], columns[column]) >= 0.9)
    ]
