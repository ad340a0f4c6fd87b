"""Where every row of the files went: a sum that comes out."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from landscape.services.importing import assembling_people, assembling_said
from landscape.services.importing.among import among
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import Gone
from landscape.services.importing.roles import TableKind
from landscape.services.importing.summary import RowCounts

_ITSELF: Final = "Both ends are the same."


def counted(
    draft: Draft,
    used: Sequence[Used],
    read: int,
    persons: pd.DataFrame,
    members: pd.DataFrame,
    talk: pd.DataFrame,
    told: assembling_said.Rows,
    rows: assembling_people.Rows,
    *,
    lone: tuple[int, int],
) -> RowCounts:
    """Where every row went; what is left over waits for a decision.

    `lone` are the rows that name one stakeholder only, and how many of these it adds.
    """
    ledger = draft.ledger
    kinds = pd.Series([proposal.kind.value for _, proposal in used], dtype="str")
    of_rows = (talk["table"].map(kinds) == TableKind.RELATIONSHIPS.value).to_numpy(dtype=bool)
    for number, row in talk.loc[told.itself & of_rows, ["table", "row"]].itertuples(index=False):
        ledger.rejected.append(Gone(used[int(number)][0].key, int(row), _ITSELF))
    listed = persons["name"].head(draft.listed)
    there = among(listed, draft.on_map.names)
    altered = among(listed, rows.touched_names)
    added = int((~there | altered).sum())
    shared = members["kind"] == TableKind.SHARED.value
    twice = int(members[shared].duplicated(["table", "name", "group"]).sum())
    part = len(members) - int(shared.sum())
    stored = (
        added
        + int(((told.fresh | told.altered) & of_rows).sum())
        + rows.memberships
        + int(shared.sum())
        - twice
        + lone[1]
    )
    merged = (
        draft.merged
        + len(listed)
        - added
        + int((~(told.fresh | told.altered | told.itself) & of_rows).sum())
        + (part - rows.memberships)
        + twice
        + lone[0]
        - lone[1]
    )
    stored -= min(stored, ledger.pending)
    rejected, left_out = len(ledger.rejected), len(ledger.left_out)
    return RowCounts(
        read=read,
        further=draft.further,
        stored=stored,
        merged=merged,
        rejected=rejected,
        left_out=left_out,
        waiting=read + draft.further - stored - merged - rejected - left_out,
    )
