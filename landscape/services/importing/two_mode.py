"""Two-mode lists: who takes part in what, as memberships, or as relationships between them."""

from typing import Final

import numpy as np
import pandas as pd

from landscape.formats.source import SourceTable
from landscape.formats.table import Finding
from landscape.services.importing import people, values
from landscape.services.importing.ledger import Ledger, shown
from landscape.services.importing.roles import ColumnRole, TableKind, TableProposal
from landscape.services.importing.wording import listed, tidy

LARGEST: Final = 60  # of more who share something, a relationship between any two says nothing
_TOLD: Final = 20
R = ColumnRole


def read_memberships(table: SourceTable, proposal: TableProposal, ledger: Ledger) -> pd.DataFrame:
    """Who takes part in what: name, group, role and day, indexed by row number.

    A cell with several names, or several groups, gives a row for each of them under one number.
    """
    cells = {
        field: table.frame[column]
        for field, role in (
            ("name", R.NAME),
            ("group", R.GROUP),
            ("role", R.ROLE),
            ("reported_on", R.REPORTED_ON),
        )
        for column in [proposal.column(role)]
        if column is not None
    }
    read = pd.DataFrame(cells, index=table.frame.index)
    for field in ("name", "group"):
        read = _one_each(read, field)
    answers = people.check_names(ledger, table, proposal.column(R.NAME), read["name"])
    blank = read["group"] == ""
    if blank.any():
        answers.append(
            ledger.ask(
                "missing-end",
                table,
                proposal.column(R.GROUP),
                read.loc[blank & ~read.index.duplicated(), "group"],
                lambda _: "What they take part in is missing.",
                "Write it, or leave the row out.",
            )
        )
    read["role"] = values.text(read["role"]) if "role" in read else _nothing(read)
    if "reported_on" in read:
        read["reported_on"], bad = values.day(read["reported_on"])
        if bad.any():
            hit = bad.astype(bool) & ~read.index.duplicated()
            column = proposal.column(R.REPORTED_ON)
            assert column is not None  # noqa: S101 (the field was read from it)
            days = tidy(table.frame[column]).reindex(read.index[hit])
            fix = "Write it as 2026-05-31."
            answers.append(
                ledger.ask("unreadable-date", table, column, days, lambda v: f"date is {v}.", fix)
            )
    if proposal.kind is TableKind.SHARED:
        _tell_large(table, read, ledger)
    return ledger.drop(read, table, answers)


def _one_each(read: pd.DataFrame, field: str) -> pd.DataFrame:
    """`read` with a row for each value in the cells of a column."""
    at = pd.Series(np.arange(len(read)))
    parts = values.several(listed(read[field].set_axis(at)))
    read = read.iloc[parts.index]
    return read.assign(**{field: parts.to_numpy()})


def _nothing(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=frame.index, dtype="str")


def _tell_large(table: SourceTable, read: pd.DataFrame, ledger: Ledger) -> None:
    """What so many share that it makes no relationship between any two of them."""
    sizes = read.groupby("group", sort=False)["name"].nunique()
    for group, size in sizes[sizes > LARGEST].head(_TOLD).items():
        ledger.note(
            table,
            Finding(
                code="shared-by-many",
                what=f"{shown(str(group))} is shared by {size:,}: no relationship is made of it.",
                fix=f"Nothing to do. Up to {LARGEST} who share something are related.",
                row=int(str(read.index[read["group"] == group][0])),
            ),
        )


def shared(memberships: pd.DataFrame) -> pd.DataFrame:
    """One row for any two who share something: source, target, kind, weight, note and row.

    `weight` counts what they share, `note` names it, `row` is where both are first found together.
    What more than LARGEST share makes no relationship.
    """
    of = memberships.drop_duplicates(["name", "group"])
    of = of.loc[of["name"].notna() & of["group"].notna()].reset_index(drop=True)
    groups, group_names = pd.factorize(of["group"])
    names, name_texts = pd.factorize(of["name"], sort=True)
    first, second = _pairs(groups)
    swap = names[first] > names[second]
    first, second = np.where(swap, second, first), np.where(swap, first, second)
    rows = of["row"].to_numpy(dtype=np.int64)
    found = pd.DataFrame(
        {
            "pair": names[first].astype(np.int64) * max(len(name_texts), 1) + names[second],
            "group": pd.Index(group_names).take(groups[first]).astype("str"),
            "row": np.maximum(rows[first], rows[second]),
        }
    )
    if "reported_on" in of:
        days = of["reported_on"].to_numpy()
        found["reported_on"] = pd.Series(days[first]).fillna(pd.Series(days[second]))
    by_pair = found.groupby("pair", sort=False)
    pairs = by_pair["row"].first()
    at = pairs.index.to_numpy(dtype=np.int64)
    made = pd.DataFrame(
        {
            "source": name_texts.take(at // max(len(name_texts), 1)).astype("str"),
            "target": name_texts.take(at % max(len(name_texts), 1)).astype("str"),
            "kind": "shared",
            "weight": by_pair.size().astype("Float64").to_numpy(),
            "note": by_pair["group"].agg(", ".join).astype("str").to_numpy(),
            "row": pairs.to_numpy(),
            "directed": False,
            "attributes": "{}",
        }
    )
    made["kind"] = made["kind"].astype("str")
    if "reported_on" in found:
        made["reported_on"] = by_pair["reported_on"].max().to_numpy()
    return made


def _pairs(groups: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The positions of any two of one group, group by group, none of those that are too large."""
    order = np.argsort(groups, kind="stable")
    sizes = np.bincount(groups) if len(groups) else np.array([], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    firsts, seconds = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= LARGEST)]):
        left, right = np.triu_indices(size, k=1)
        members = order[starts[sizes == size][:, None] + np.arange(size)]
        firsts.append(members[:, left].ravel())
        seconds.append(members[:, right].ravel())
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    by_group = np.argsort(groups[first], kind="stable")
    return first[by_group], second[by_group]
