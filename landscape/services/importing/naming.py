"""Finds who is meant in each row about a relationship, and says who is not found."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from landscape.services.importing import endpoints, people
from landscape.services.importing.decisions import Endpoint
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import shown
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import ColumnRole


def resolved(
    draft: Draft,
    used: Sequence[Used],
    talk: pd.DataFrame,
    known: pd.Index,
    persons: pd.DataFrame,
    *,
    listed: bool,
) -> tuple[pd.DataFrame, pd.Index]:
    """`talk` with positions for names, without the rows whose names are left out, and all names."""
    if talk.empty:
        return talk.assign(source=0, target=0), known
    talk = _codes_as_names(talk, known, persons)
    decided = dict(draft.decisions.endpoints)
    names = pd.Index(pd.unique(pd.concat([talk["source"], talk["target"]])))
    found = endpoints.resolve(names, known, decided, missing=draft.missing, all_are_new=not listed)
    unfit = _unfit(draft, used, talk, found.created)
    if unfit and not listed:
        talk = talk[~(talk["source"].isin(unfit) | talk["target"].isin(unfit))]
        names = pd.Index(pd.unique(pd.concat([talk["source"], talk["target"]])))
        found = endpoints.resolve(names, known, decided, missing=draft.missing, all_are_new=True)
    elif unfit:
        decided.update(dict.fromkeys(unfit, Endpoint(choice="leave-out")))
        found = endpoints.resolve(names, known, decided, missing=draft.missing, all_are_new=False)
    draft.resolved = found
    _tell(draft, used, talk, found)
    source = found.position.reindex(talk["source"]).to_numpy(dtype=np.int64)
    target = found.position.reindex(talk["target"]).to_numpy(dtype=np.int64)
    lost = (source < 0) | (target < 0)
    waits = (talk["source"].isin(found.waiting) | talk["target"].isin(found.waiting)).to_numpy()
    draft.left_out_rows = int((lost & ~waits).sum())
    talk = talk.assign(source=source, target=target)[~lost].reset_index(drop=True)
    return talk, known.append(pd.Index(list(found.created), dtype="str"))


def _codes_as_names(talk: pd.DataFrame, known: pd.Index, persons: pd.DataFrame) -> pd.DataFrame:
    """Ends given as numbers of the stakeholder table become names, table by table."""
    codes = persons.dropna(subset=["code"]).set_index("code")["name"]
    if codes.empty:
        return talk
    for number in talk["table"].unique():
        here = talk["table"] == number
        ends = pd.concat([talk.loc[here, "source"], talk.loc[here, "target"]])
        named = endpoints.by_code(ends, codes)
        if (named != ends).mean() > ends.isin(known).mean():
            for end in ("source", "target"):
                talk.loc[here, end] = endpoints.by_code(talk.loc[here, end], codes)
    return talk


def _unfit(
    draft: Draft, used: Sequence[Used], talk: pd.DataFrame, created: Sequence[str]
) -> set[str]:
    """Names that would be added but are no plain names, and were not kept by decision."""
    if not created:
        return set()
    unfit: set[str] = set()
    seen: set[str] = set()
    for number in talk["table"].unique():
        table, proposal = used[int(number)]
        for end, role in (("source", ColumnRole.SOURCE), ("target", ColumnRole.TARGET)):
            names = talk.loc[talk["table"] == number].drop_duplicates(end).set_index("row")[end]
            names = names[names.isin(created) & ~names.isin(seen)]
            seen.update(names)
            for answers in people.check_names(draft.ledger, table, proposal.column(role), names):
                unfit.update(names[answers.index[answers != "keep"]])
    return unfit


def _tell(
    draft: Draft, used: Sequence[Used], talk: pd.DataFrame, found: endpoints.Resolved
) -> None:
    """One problem for each name that is not among the stakeholders letter by letter."""
    for name in [*found.missing, *found.case_only]:
        at_source = talk["source"] == name
        rows = talk[at_source | (talk["target"] == name)]
        first = rows.iloc[0]
        table, proposal = used[int(first["table"])]
        role = ColumnRole.SOURCE if first["source"] == name else ColumnRole.TARGET
        offers = found.nearest.get(name, ())
        meant = found.case_only.get(name)
        many = f" {len(rows)} rows name it." if len(rows) > 1 else ""
        draft.ledger.problems.append(
            Problem(
                code="case-only-name" if meant else "missing-endpoint",
                file=table.file,
                sheet=table.sheet,
                table=table.key,
                row=int(first["row"]),
                column=proposal.column(role),
                value=name,
                what=f"{shown(name)} is read as {shown(meant)}."
                if meant
                else f"{shown(name)} is not among the stakeholders.{many}",
                fix="Nothing to do, if they are the same."
                if meant
                else f"Did you mean {shown(offers[0])}? Else add it, or leave its rows out."
                if offers
                else "Add it, or leave its rows out.",
                choices=offers,
                open=name in found.waiting,
            )
        )
