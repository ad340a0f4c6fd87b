"""From tables with agreed roles to one write, and an account of every row."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from landscape.services.importing import (
    accounting,
    assembling_people,
    assembling_said,
    conflicts,
    gathering,
    naming,
    removing,
    summing,
)
from landscape.services.importing.among import among
from landscape.services.importing.changes import LISTED, Changes, nobody
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import MANY, ColumnRole, TableKind, TableProposal
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Edit

STAKEHOLDERS_MAX: Final = 25_000
RELATIONSHIPS_MAX: Final = 250_000


def assembled(
    draft: Draft, used: Sequence[Used], proposals: tuple[TableProposal, ...], read: int, label: str
) -> Plan:
    """What the tables come to; `read` counts the rows of all that are used."""
    on_map, ledger = draft.on_map, draft.ledger
    members = gathering.memberships(draft, used)
    persons = gathering.stakeholders(draft, used, members)
    listed = not persons.empty or len(on_map.names) > 0
    talk, lone = gathering.statements(draft, used, members)
    persons, alone = gathering.with_lone(draft, persons, lone, talk, listed=listed)
    known = on_map.names
    listed_names = pd.Index(persons["name"])
    known = known.append(listed_names[~among(listed_names, known)])
    talk, names = naming.resolved(draft, used, talk, known, persons, listed=listed)
    talk = conflicts.settled(draft, used, talk, names).reset_index(drop=True)
    ids = assembling_people.ids_of(on_map, names)
    told = assembling_said.assemble(on_map, names, ids, talk, draft.decisions)
    groups = pd.concat(
        [talk.set_index("source")["source_group"], talk.set_index("target")["target_group"]]
    ).dropna()
    rows = assembling_people.assemble(
        on_map,
        names,
        ids,
        persons,
        groups[~groups.index.duplicated()],
        members[members["kind"] == TableKind.MEMBERSHIPS.value],
        np.union1d(told.answered, gathering.who_answered(lone, names)),
        [column for _, proposal in used for column in proposal.all_of(ColumnRole.BOUNDARY)],
        draft.decisions,
    )
    counts = accounting.counted(
        draft, used, read, persons, members, talk, told, rows, lone=(len(lone), alone)
    )
    put = {table: _said_columns(frame) for table, frame in {**rows.put, **told.put}.items()}
    changes = _changes(draft, used, names, ids, persons, talk, told, rows, put)
    remove: dict[str, list[str]] = {}
    if len(changes.removed):
        remove, put = removing.taking_out(on_map, changes.removed, put)
    _within_limits(draft, names, told, used)
    resolved = draft.resolved
    summary = ImportSummary(
        stakeholders=rows.added,
        relationships=told.relationships,
        reports=int(told.fresh.sum()),
        self_rows=counts.rejected,
        duplicates=int((~(told.itself | told.fresh | told.altered)).sum()),
        missing_endpoints=len(resolved.missing) if resolved else 0,
        mapping=roles_of(proposals),
        problems=tuple(ledger.problems),
        rows=counts,
        groups=len(put.get("constituency", ())),
        merged_stakeholders=int(among(persons["name"], on_map.names).sum()),
        changed=len(rows.touched) + len(told.touched),
        unchanged=sum(changes.unchanged.values()),
        removed=int(changes.removed["table"].isin(["stakeholder", "relationship"]).sum()),
        refused=ledger.open,
    )
    stored = (put or remove) and not ledger.open
    return Plan(
        proposals=proposals,
        problems=tuple(ledger.problems),
        summary=summary,
        edit=Edit(label=label, kind="import", put=put, remove=remove) if stored else None,
        missing=resolved.nearest if resolved else {},
        waiting=resolved.waiting if resolved else frozenset(),
        changes=changes,
        added=tuple(names[len(on_map.stakeholder) :]),
    )


def roles_of(proposals: Sequence[TableProposal]) -> dict[str, dict[str, str]]:
    """The column of each role, a table that is read."""
    return {
        proposal.table: {
            column.role.value: column.column
            for column in proposal.columns
            if column.role not in MANY
        }
        for proposal in proposals
        if proposal.kind is not TableKind.ASIDE
    }


def _changes(
    draft: Draft,
    used: Sequence[Used],
    names: pd.Index,
    ids: pd.Series,
    persons: pd.DataFrame,
    talk: pd.DataFrame,
    told: assembling_said.Rows,
    rows: assembling_people.Rows,
    put: dict[str, pd.DataFrame],
) -> Changes:
    on_map = draft.on_map
    kinds = {proposal.kind for _, proposal in used}
    known = len(on_map.stakeholder)
    spoken = pd.concat([talk["source"], talk["target"]]).unique().astype(np.int64)
    listed = names.get_indexer(pd.Index(persons["name"]))
    named = ids.take(np.union1d(listed, spoken)).to_numpy()
    absent = (
        removing.absent(
            on_map,
            set(named),
            told.present,
            told.silent,
            people=TableKind.STAKEHOLDERS in kinds,
            relationships=bool(kinds & {TableKind.RELATIONSHIPS, TableKind.SHARED}),
        )
        if known
        else nobody()
    )
    met = int(among(pd.Index(named), ids.head(known)).sum())
    return Changes(
        listing=partial(_added, names, ids, known, told, put),
        changed=pd.concat([rows.changed, told.changed], ignore_index=True),
        unchanged={
            "stakeholder": met - len(rows.touched),
            "relationship": len(told.present) - len(told.touched),
        },
        absent=absent,
        removed=absent if draft.decisions.remove_absent else nobody(),
    )


def _added(
    names: pd.Index,
    ids: pd.Series,
    known: int,
    told: assembling_said.Rows,
    put: dict[str, pd.DataFrame],
) -> pd.DataFrame:
    """What is added to the map, by name."""
    found = {"stakeholder": pd.Series(names[known:], dtype="str")}
    for table in ("constituency", "boundary"):
        if table in put:
            found[table] = put[table]["name"]
    if "relationship" in put:
        fresh = put["relationship"]
        fresh = fresh[~among(fresh["id"], told.present)]
        called = pd.Series(names.to_numpy(), index=pd.Index(ids))
        found["relationship"] = summing.pairs(fresh, called)
    frames = [
        pd.DataFrame({"table": table, "name": of.to_numpy()}, dtype="str")
        for table, of in found.items()
        if len(of)
    ]
    return pd.concat(frames, ignore_index=True) if frames else nobody(LISTED)


def _said_columns(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` without columns in which no row says anything: the store has defaults for them."""
    blank = [
        column
        for column in frame.columns
        if frame[column].isna().all() or (column == "attributes" and frame[column].eq("{}").all())
    ]
    return frame.drop(columns=blank)


def _within_limits(
    draft: Draft, names: pd.Index, told: assembling_said.Rows, used: Sequence[Used]
) -> None:
    file = used[0][0].file if used else ""
    relationships = len(draft.on_map.relationship) + told.relationships
    for code, count, most, what in (
        ("too-many-stakeholders", len(names), STAKEHOLDERS_MAX, "stakeholders"),
        ("too-many-relationships", relationships, RELATIONSHIPS_MAX, "relationships"),
    ):
        if count > most:
            draft.ledger.problems.append(
                Problem(
                    code=code,
                    file=file,
                    open=True,
                    what=f"The landscape would have {count:,} {what}; up to {most:,} can be kept.",
                    fix="Split it into several landscapes, or leave out rows you do not need.",
                )
            )
