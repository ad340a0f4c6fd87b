"""What an import would change on the map: added, changed, unchanged, and what is absent from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import pandas as pd

from landscape.services.importing.comparing import no_changes

LISTED: Final = ("table", "name")
ABSENT: Final = ("table", "id", "name")


def nobody(columns: tuple[str, ...] = ABSENT) -> pd.DataFrame:
    """An empty list of rows on the map."""
    return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})


_NOBODY: Final = partial(nobody, LISTED)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Changes:
    """What the map would be like afterwards, beside what it is.

    `listing` makes the list of what is `added` (table, name) when it is asked for; `changed` has
    one row a value that differs (see `comparing.CHANGED`); `unchanged` counts rows of the map that
    the files name and leave as they are, by table; `absent` lists what is on the map and not in the
    files (table, id, name), and `removed` the same where it is to be taken out.
    """

    listing: Callable[[], pd.DataFrame] = field(default=_NOBODY)
    changed: pd.DataFrame = field(default_factory=no_changes)
    unchanged: Mapping[str, int] = field(default_factory=dict)
    absent: pd.DataFrame = field(default_factory=nobody)
    removed: pd.DataFrame = field(default_factory=nobody)

    @property
    def added(self) -> pd.DataFrame:
        """What is added to the map: table and name."""
        return self.listing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two names that may be one: `left` is in the files, `right` too, or on the map."""

    left: str
    right: str
    likeness: float
    on_map: bool
    why: str = ""
