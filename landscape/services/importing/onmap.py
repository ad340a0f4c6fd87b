"""What is on the map already, as an import needs it."""

import json
from dataclasses import dataclass
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from landscape.model.ids import draw_id
from landscape.model.principal import Principal
from landscape.services.importing.wording import tidy
from landscape.services.merging_people import ALSO_CALLED, BETWEEN
from landscape.store.base import Store

TABLES: Final = (
    "stakeholder",
    "constituency",
    "membership",
    "relationship",
    "report",
    "boundary",
    "legitimacy",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OnMap:
    """The tables of a landscape that an import adds to; empty frames where there is nothing."""

    stakeholder: pd.DataFrame
    constituency: pd.DataFrame
    membership: pd.DataFrame
    relationship: pd.DataFrame
    report: pd.DataFrame
    boundary: pd.DataFrame
    legitimacy: pd.DataFrame

    @property
    def names(self) -> pd.Index:
        """The stakeholders' names as names are compared, in the order of the frame."""
        if self.stakeholder.empty:
            return pd.Index([], dtype="str")
        names: pd.Index = pd.Index(tidy(self.stakeholder["name"].astype("str")))
        return names

    @property
    def aliases(self) -> dict[str, str]:
        """The name on the map for each other name under which somebody was merged into it."""
        if self.stakeholder.empty:
            return {}
        told = self.stakeholder["attributes"].str.contains(ALSO_CALLED, regex=False)
        merged = told.fillna(value=False).to_numpy(dtype=bool)
        names = self.names
        meant: dict[str, str] = {}
        for name, text in zip(names[merged], self.stakeholder["attributes"][merged], strict=True):
            also = pd.Series(json.loads(text).get(ALSO_CALLED, "").split(BETWEEN), dtype="str")
            meant.update((other, name) for other in tidy(also) if other)
        return {other: name for other, name in meant.items() if other not in names}


NOTHING: Final = OnMap(**{table: pd.DataFrame() for table in TABLES})


def read(principal: Principal, store: Store, landscape_id: str) -> OnMap:
    """The landscape's tables at one revision; one that was never written to has none to read."""
    if store.landscape(principal, landscape_id).revision == 0:
        return NOTHING
    snapshot = store.snapshot(principal, landscape_id, tables=TABLES)
    return OnMap(**{table: getattr(snapshot, table) for table in TABLES})


def next_ordinal(frame: pd.DataFrame) -> int:
    """The ordinal after the last one."""
    return 0 if frame.empty else int(frame["ordinal"].max()) + 1


def drawn(prefix: str, count: int) -> pd.Series:
    """`count` ids with one random stem, as :func:`landscape.model.ids.draw_ids` draws them."""
    numbers = pa.array(range(count), pa.int64()).cast(pa.large_string())
    stem = pa.scalar(draw_id(prefix), pa.large_string())
    dot = pa.scalar(".", pa.large_string())
    ids: pd.Series = pc.binary_join_element_wise(stem, numbers, dot).to_pandas()
    return ids
