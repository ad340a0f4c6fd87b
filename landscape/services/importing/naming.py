"""Finds who is meant in each row about a relationship, and says who is not found."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
import pandas as pd

from landscape.services.importing import endpoints, people
from landscape.services.importing.among import among
from landscape.services.importing.decisions import Endpoint
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import shown
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import ColumnRole
from landscape.services.importing.telling_apart import ends_apart
from landscape.services.importing.wording import listed as listed_by

_MOSTLY: Final = 0.5


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
    before = len(talk)
    talk = _codes_as_names(_meant(draft, _of_types(talk, known)), known, persons)
    talk = _several(talk, known)
    draft.further += len(talk) - before
    decided = dict(draft.decisions.endpoints)
    names = pd.Index(pd.unique(pd.concat([talk["source"], talk["target"]])))
    found = endpoints.resolve(names, known, decided, missing=draft.missing, all_are_new=not listed)
    unfit = _unfit(draft, used, talk, found.created)
    if unfit and not listed:
        unusable = talk["source"].isin(unfit) | talk["target"].isin(unfit)
        _leave(draft, used, talk[unusable], {name for name, left in unfit.items() if left})
        talk = talk[~unusable]
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
    undecided = found.waiting | {name for name, left in unfit.items() if not left}
    gone = {name for name in found.missing if name not in undecided}
    waits = (talk["source"].isin(undecided) | talk["target"].isin(undecided)).to_numpy()
    _leave(draft, used, talk[lost & ~waits], gone)
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


def _of_types(talk: pd.DataFrame, known: pd.Index) -> pd.DataFrame:
    """`talk` with the types of its ends in brackets, where stakeholders are told apart so."""
    return talk.assign(
        source=ends_apart(talk["source"], talk["source_group"], known),
        target=ends_apart(talk["target"], talk["target_group"], known),
    )


def _meant(draft: Draft, talk: pd.DataFrame) -> pd.DataFrame:
    """`talk` with the names that are meant by those that somebody called the same."""
    if not draft.decisions.same:
        return talk
    meant = draft.decisions.meant
    return talk.assign(source=talk["source"].map(meant), target=talk["target"].map(meant))


def _several(talk: pd.DataFrame, known: pd.Index) -> pd.DataFrame:
    """`talk` with a row for each name in a cell that holds several, as in "Mill | Ferry".

    A cell that is the name of a stakeholder is one name; a semicolon parts names only in the second
    end, and only where half of what it parts are names, or there are none to compare with; a comma
    only where nearly all cells read like lists.
    """
    held = set(known)
    loose = talk.loc[~among(talk["target"], known), "target"]
    parted = listed_by(loose)
    if not parted.equals(loose):
        talk = talk.assign(target=parted.reindex(talk.index).fillna(talk["target"]))
    for end in ("source", "target"):
        cells = pd.Series(pd.unique(talk[end]), dtype="str")
        cells = cells[cells.str.contains("|", regex=False) & ~among(cells, known)]
        parts = {cell: _parts(cell, "|") for cell in cells}
        if end == "target":
            lists = pd.Series(pd.unique(talk[end]), dtype="str")
            lists = lists[lists.str.contains(";", regex=False)]
            lists = lists[~among(lists, [*held, *parts])]
            for cell in lists:
                found = _parts(cell, ";")
                if not held or sum(name in held for name in found) >= _MOSTLY * len(found):
                    parts[cell] = found
        if parts:
            several = talk[end].map(lambda cell, parts=parts: parts.get(cell, [cell]))
            talk = talk.assign(**{end: several}).explode(end)
            talk = talk.astype({end: "str"}).reset_index(drop=True)
    return talk


def _parts(cell: str, sign: str) -> list[str]:
    """The names in a cell, each once; the cell itself where it holds none."""
    found = [part.strip() for part in cell.split(sign)]
    return list(dict.fromkeys(part for part in found if part)) or [cell]


def _unfit(
    draft: Draft, used: Sequence[Used], talk: pd.DataFrame, created: Sequence[str]
) -> dict[str, bool]:
    """Names that would be added but are no plain names, and whether they are left out."""
    if not created:
        return {}
    unfit: dict[str, bool] = {}
    seen: set[str] = set()
    for number in talk["table"].unique():
        table, proposal = used[int(number)]
        for end, role in (("source", ColumnRole.SOURCE), ("target", ColumnRole.TARGET)):
            names = talk.loc[talk["table"] == number].drop_duplicates(end).set_index("row")[end]
            names = names[names.isin(created) & ~names.isin(seen)]
            seen.update(names)
            for answers in people.check_names(draft.ledger, table, proposal.column(role), names):
                for row, answer in answers[answers != "keep"].items():
                    unfit[str(names[row])] = answer == "leave-out"
    return unfit


def _leave(draft: Draft, used: Sequence[Used], talk: pd.DataFrame, gone: Collection[str]) -> None:
    """Note the rows of `talk` that are left out because an end is among `gone`."""
    for number, row, source, target in talk[["table", "row", "source", "target"]].itertuples(
        index=False
    ):
        lost = next((name for name in (source, target) if name in gone), None)
        if lost is not None:
            why = f"{shown(lost)} is not among the stakeholders."
            draft.ledger.leave(used[int(number)][0].key, [row], why)


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
