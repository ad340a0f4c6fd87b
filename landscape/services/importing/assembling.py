"""From tables with agreed roles to one write, and an account of every row."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from landscape.services.importing import (
    assembling_people,
    assembling_said,
    conflicts,
    naming,
    one_name,
    people,
    removing,
    said,
    summing,
    two_mode,
)
from landscape.services.importing.among import among
from landscape.services.importing.changes import LISTED, Changes, nobody
from landscape.services.importing.draft import Draft, Used
from landscape.services.importing.ledger import Gone
from landscape.services.importing.plan import Plan
from landscape.services.importing.problems import Problem
from landscape.services.importing.roles import MANY, ColumnRole, TableKind, TableProposal
from landscape.services.importing.summary import ImportSummary, RowCounts
from landscape.store.base import Edit

STAKEHOLDERS_MAX: Final = 25_000
RELATIONSHIPS_MAX: Final = 250_000
_ITSELF: Final = "Both ends are the same."


def assembled(
    draft: Draft, used: Sequence[Used], proposals: tuple[TableProposal, ...], read: int, label: str
) -> Plan:
    """What the tables come to; `read` counts the rows of all that are used."""
    on_map, ledger = draft.on_map, draft.ledger
    members = _members(draft, used)
    persons = _people(draft, used, members)
    talk = _said(draft, used, members)
    listed = not persons.empty or len(on_map.names) > 0
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
        told.answered,
        [column for _, proposal in used for column in proposal.all_of(ColumnRole.BOUNDARY)],
        draft.decisions,
    )
    counts = _counted(draft, used, read, persons, members, talk, told, rows)
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


def _members(draft: Draft, used: Sequence[Used]) -> pd.DataFrame:
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
    draft.further += int(together.duplicated(["table", "row"]).sum())
    return together.assign(name=together["name"].map(draft.decisions.meant))


def _people(draft: Draft, used: Sequence[Used], members: pd.DataFrame) -> pd.DataFrame:
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


def _said(draft: Draft, used: Sequence[Used], members: pd.DataFrame) -> pd.DataFrame:
    """All rows about relationships, with the number of their table and their row in it."""
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
        return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
    return pd.concat(frames, ignore_index=True)


def _counted(
    draft: Draft,
    used: Sequence[Used],
    read: int,
    persons: pd.DataFrame,
    members: pd.DataFrame,
    talk: pd.DataFrame,
    told: assembling_said.Rows,
    rows: assembling_people.Rows,
) -> RowCounts:
    """Where every row went; what is left over waits for a decision."""
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
    )
    merged = (
        draft.merged
        + len(listed)
        - added
        + int((~(told.fresh | told.altered | told.itself) & of_rows).sum())
        + (part - rows.memberships)
        + twice
    )
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
        added=_added(names, ids, known, told, put),
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
