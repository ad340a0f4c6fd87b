"""What the tables say, gathered by kind: who there is, who takes part in what, who said what."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from landscape.services.importing import one_name, people, said, two_mode
from landscape.services.importing.among import among
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.roles import TableKind

_LONE: Final = ("name", "group", "answered")


def memberships(draft: Draft, used: Sequence[Used]) -> pd.DataFrame:
    """Who takes part in what: name, group, role, and the number of the table, its kind, the row."""
    frames = [
        two_mode.read_memberships(table, proposal, draft.ledger)
        .rename_axis(index="row")
        .reset_index()
        .assign(table=number, kind=proposal.kind.value)
        for number, (table, proposal) in enumerate(used)
        if proposal.kind in (TableKind.MEMBERSHIPS, TableKind.SHARED)
    ]
    if not frames:
        columns = ("name", "group", "role", "table", "kind", "row")
        return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
    together = pd.concat(frames, ignore_index=True)
    # A cell with several names says several things, of which the first is the row's own.
    draft.further += int(together.duplicated(["table", "row"]).sum())
    return together.assign(name=together["name"].map(draft.decisions.meant))


def stakeholders(draft: Draft, used: Sequence[Used], members: pd.DataFrame) -> pd.DataFrame:
    """One row a stakeholder that a table lists, or that takes part in something."""
    tables = [
        (table, proposal, people.read_people(table, proposal, draft.ledger))
        for table, proposal in used
        if proposal.kind is TableKind.STAKEHOLDERS
    ]
    persons = pd.DataFrame({column: pd.Series(dtype="str") for column in people.FIELDS})
    if tables:
        persons, draft.merged = one_name.one_each(tables, draft.ledger)
    draft.listed = len(persons)
    names = pd.Series(pd.unique(members["name"]), dtype="str")
    names = names[~among(names, persons["name"]) & ~among(names, draft.on_map.names)]
    if names.empty:
        return persons
    joined = pd.DataFrame({"name": names.to_numpy()}).reindex(columns=list(people.FIELDS))
    return pd.concat([persons, joined.astype(persons.dtypes)], ignore_index=True)


def statements(
    draft: Draft, used: Sequence[Used], members: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All rows about relationships, with the number of their table and their row in it.

    Rows that name one stakeholder and nobody else come by themselves: name, group, answered.
    """
    columns = (*said.FIELDS, "table", "row")
    frames = []
    for number, (table, proposal) in enumerate(used):
        if proposal.kind is TableKind.RELATIONSHIPS:
            frame = said.read_said(table, proposal, draft.ledger)
            frame = frame.assign(table=number)
            frame["row"] = frame.index
            frames.append(frame)
        elif proposal.kind is TableKind.SHARED:
            shared = two_mode.shared(members[members["table"] == number])
            frames.append(shared.assign(table=number).reindex(columns=list(columns)))
    if not frames:
        nothing = pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
        return nothing, pd.DataFrame({column: pd.Series(dtype="str") for column in _LONE})
    together = pd.concat(frames, ignore_index=True)
    alone = (together["target"] == "").to_numpy(dtype=bool)
    names = together["source"][alone].map(draft.decisions.meant)
    lone = pd.DataFrame(
        {
            "name": names.astype("str"),
            "group": together["source_group"][alone].astype("str"),
            "answered": together["rater"][alone].notna(),
        }
    )
    return together[~alone].reset_index(drop=True), lone.reset_index(drop=True)


def with_lone(
    draft: Draft, persons: pd.DataFrame, lone: pd.DataFrame, talk: pd.DataFrame, *, listed: bool
) -> tuple[pd.DataFrame, int]:
    """`persons` with those that only a row about nobody else names, and how many these are.

    Where nobody is listed anywhere, those whom other rows speak of are found there.
    """
    fresh = lone.drop_duplicates("name")
    held = [persons["name"], pd.Series(draft.on_map.names, dtype="str")]
    if not listed:
        held += [talk["source"], talk["target"]]
    known = pd.concat(held).map(draft.decisions.meant).unique()
    fresh = fresh[~among(fresh["name"], known)]
    if fresh.empty:
        return persons, 0
    rows = fresh[["name", "group"]].reindex(columns=list(people.FIELDS)).astype(persons.dtypes)
    return pd.concat([persons, rows], ignore_index=True), len(fresh)


def who_answered(lone: pd.DataFrame, names: pd.Index) -> np.ndarray:
    """The positions of those who answered and named nobody."""
    spoke = pd.Index(lone.loc[lone["answered"].astype(bool), "name"])
    at = names.get_indexer(spoke)
    return np.unique(at[at >= 0])
