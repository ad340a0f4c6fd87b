"""What an import would change on the map: added, changed, unchanged, and what is absent from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from landscape.services.importing.comparing import no_changes

LISTED: Final = ("table", "name")
ABSENT: Final = ("table", "id", "name")


def nobody(columns: tuple[str, ...] = ABSENT) -> pd.DataFrame:
    """An empty list of rows on the map."""
    return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Changes:
    """What the map would be like afterwards, beside what it is.

    `added` has table and name; `changed` one row a value that differs (see `comparing.CHANGED`);
    `unchanged` counts rows of the map that the files name and leave as they are, by table;
    `absent` lists what is on the map and not in the files (table, id, name), and `removed` the
    same where it is to be taken out.
    """

    added: pd.DataFrame = field(default_factory=lambda: nobody(LISTED))
    changed: pd.DataFrame = field(default_factory=no_changes)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    absent: pd.DataFrame = field(default_factory=nobody)
    removed: pd.DataFrame = field(default_factory=nobody)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two names that may be one: `left` is in the files, `right` too, or on the map."""

    left: str
    right: str
    likeness: float
    on_map: bool
    why: str = ""
