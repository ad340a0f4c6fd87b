"""Two-mode lists: who takes part in what, as memberships, or as relationships between them."""

from itertools import combinations
from typing import Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.services.importing import people, values
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.roles import ColumnRole, TableProposal
from landscape.services.importing.wording import tidy

LARGEST: Final = 60  # of more who share something, a relationship between any two says nothing


def read_memberships(table: SourceTable, proposal: TableProposal, ledger: Ledger) -> pd.DataFrame:
    """One row a row of a two-mode list, with name, group and role, indexed by row number."""
    frame = table.frame
    read = pd.DataFrame(index=frame.index)
    answers: list[pd.Series] = []
    for field, role in (("name", ColumnRole.NAME), ("group", ColumnRole.GROUP)):
        column = proposal.column(role)
        assert column is not None  # noqa: S101 (such a table has both; see mapping.agreed)
        read[field] = tidy(frame[column])
        if field == "name":
            answers += people.check_names(ledger, table, column, read[field])
            continue
        blank = read[field] == ""
        if blank.any():
            answers.append(
                ledger.ask(
                    "missing-end",
                    table,
                    column,
                    read.loc[blank, field],
                    lambda _: "What they take part in is missing.",
                    "Write it, or leave the row out.",
                )
            )
    column = proposal.column(ColumnRole.ROLE)
    nothing = pd.Series(pd.NA, index=frame.index, dtype="str")
    read["role"] = values.text(frame[column]) if column else nothing
    return ledger.drop(read, table, answers)


def shared(memberships: pd.DataFrame) -> pd.DataFrame:
    """One row for any two who share something: source, target, kind, weight, note and row.

    `weight` counts what they share. What more than LARGEST share makes no relationship.
    """
    rows: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for group, of in memberships.groupby("group", sort=False):
        of = of.drop_duplicates("name")
        if len(of) > LARGEST:
            continue
        for (left, first), (right, second) in combinations(
            of[["name", "row"]].itertuples(index=False), 2
        ):
            rows.setdefault((left, right) if left < right else (right, left), []).append(
                (str(group), max(first, second))
            )
    return pd.DataFrame(
        {
            "source": pd.Series([left for left, _ in rows], dtype="str"),
            "target": pd.Series([right for _, right in rows], dtype="str"),
            "kind": pd.Series("shared", index=range(len(rows)), dtype="str"),
            "weight": pd.Series([len(of) for of in rows.values()], dtype="Float64"),
            "note": pd.Series([", ".join(g for g, _ in of) for of in rows.values()], dtype="str"),
            "row": pd.Series([of[0][1] for of in rows.values()], dtype="int64"),
            "directed": False,
            "attributes": "{}",
        }
    )
