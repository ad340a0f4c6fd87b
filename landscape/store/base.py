"""What every store can do: the protocol, and the shapes that go in and out.

Frames are what is shown or computed in bulk; their columns are given in the query files. Every
call says who
acts (`principal`) and, but for the list of landscapes, in which landscape.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

import pandas as pd

from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.store.instruments_base import InstrumentStore
from landscape.store.profiles_base import ProfileStore
from landscape.store.rounds_base import RoundStore

BatchKind = Literal["edit", "import", "sample", "tidy", "undo", "restore"]

MAP_TABLES = (
    "constituency",
    "stakeholder",
    "membership",
    "relationship",
    "report",
    "boundary",
    "boundary_side",
    "legitimacy",
    "placement",
    "region",
    "import_memory",
    "map_view",
    "plan_step",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One write to the map: rows to put and rows to take away, stored together or not at all.

    `put` maps a table to a frame with `id` and the columns to write (never landscape_id): a row
    whose id is
    not there yet is added, with its other columns at their defaults; a row that is there keeps
    its other
    columns. JSON columns hold JSON text. `remove` maps a table to ids. `landscape` holds columns
    of the landscape's own row that change (name, challenge, settings ...). `rest` gives what is
    still being worked out: it is asked for once all else is written, and stored in the same
    transaction.
    """

    label: str
    kind: BatchKind = "edit"
    put: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    remove: Mapping[str, Sequence[str]] = field(default_factory=dict)
    landscape: Mapping[str, object] = field(default_factory=dict)
    rest: "Callable[[], Edit] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One committed write: who, when, what for, and how many rows it touched."""

    id: str
    revision: int
    kind: BatchKind
    label: str
    principal_id: str
    changed_at: datetime
    undoes: str | None = None
    undone_by: str | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A landscape as it stood at one revision; all tables are read in one transaction.

    A table that was not asked for is an empty frame without columns. Columns: see
    `store/queries/read_<table>.sql`. `sides` has boundary_id, stakeholder_id, side, one row a
    stakeholder
    that stands on exactly one side; `brokers` has boundary_id, stakeholder_id for those on two
    or more.
    """

    landscape: Landscape
    constituency: pd.DataFrame
    stakeholder: pd.DataFrame
    membership: pd.DataFrame
    relationship: pd.DataFrame
    report: pd.DataFrame
    boundary: pd.DataFrame
    boundary_side: pd.DataFrame
    legitimacy: pd.DataFrame
    placement: pd.DataFrame
    region: pd.DataFrame
    import_memory: pd.DataFrame
    map_view: pd.DataFrame
    plan_step: pd.DataFrame
    sides: pd.DataFrame
    brokers: pd.DataFrame

    @property
    def revision(self) -> int:
        """The landscape's revision at the time of reading."""
        return self.landscape.revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """All of a landscape: its own row and every table of it, history and rounds included.

    Every value is text as the database writes it, None where there is none. In what changes say a
    row was, "*" stands for the landscape's id.
    """

    landscape: Mapping[str, str | None]
    tables: Mapping[str, pd.DataFrame]


class Store(RoundStore, InstrumentStore, ProfileStore, Protocol):
    """Keeps landscapes. Raises NotFoundError, NotAllowedError, ConflictError, InvalidValueError."""

    # Landscapes
    def landscapes(self, principal: Principal, *, deleted: bool = False) -> tuple[Landscape, ...]:
        """Those the principal holds, newest change first; `deleted`: those of the last 30 days."""

    def landscape(self, principal: Principal, landscape_id: str) -> Landscape:
        """One landscape that is not deleted."""

    def create_landscape(self, principal: Principal, landscape: Landscape) -> Landscape:
        """Add a landscape at revision 0."""

    def delete_landscape(self, principal: Principal, landscape_id: str) -> None:
        """Mark a landscape as deleted; it can be restored for 30 days."""

    def restore_landscape(self, principal: Principal, landscape_id: str) -> None:
        """Take a deletion back."""

    # The map
    def snapshot(
        self,
        principal: Principal,
        landscape_id: str,
        *,
        tables: Sequence[str] = MAP_TABLES,
    ) -> Snapshot:
        """The landscape and the named tables at one revision, redacted for the principal's role.

        `tables` may also name "sides" and "brokers"; they are read only when asked for.
        """

    def apply(self, principal: Principal, landscape_id: str, edit: Edit) -> Batch:
        """Store `edit` whole or not at all, bump the revision once, and append the change rows.

        Raises InvalidValueError when a row refers to something that is not there.
        """

    # History
    def batches(
        self,
        principal: Principal,
        landscape_id: str,
        *,
        limit: int = 50,
        before: int | None = None,
        kind: BatchKind | None = None,
    ) -> tuple[Batch, ...]:
        """The latest writes, newest first: those `before` a revision, and of one kind."""

    def batch(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """One write."""

    def what_changed(
        self, principal: Principal, landscape_id: str, batch_id: str, *, most: int = 200
    ) -> pd.DataFrame:
        """What one write did to each row and field, redacted for the principal's role.

        Columns: entity, id, name (in words, as the row is or was called), what ("added", "removed"
        or "changed"), field, before, after (text; None is "not recorded"), rows (how many rows of
        the entity the write added, removed or changed). One row a field for what changed, with
        field, else one a row. At most `most` rows of each entity and `what`; entities without a
        name of their own (places on the map) have one row that only counts.
        """

    def undo(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """Take one batch back, restoring the exact rows.

        Raises ConflictError naming later batches that touched the same rows; undo these first.
        """

    def redo(self, principal: Principal, landscape_id: str, batch_id: str) -> Batch:
        """Bring one batch back that was undone; raises ConflictError as `undo` does."""

    def revision_at(self, principal: Principal, landscape_id: str, moment: datetime) -> int:
        """The revision that the landscape stood at; 0 before its first write."""

    def differences(self, principal: Principal, landscape_id: str, revision: int) -> pd.DataFrame:
        """What going back to a revision would do, one row a table that would differ.

        Columns: entity, comes_back, goes, changes (numbers of rows).
        """

    def restore_to(
        self, principal: Principal, landscape_id: str, revision: int, *, label: str
    ) -> Batch:
        """Make every row, and the landscape's own, exactly what it was at an earlier revision.

        One batch of kind "restore", which can be undone. Raises ConflictError when there is
        nothing later than `revision`.
        """

    # Copies of all of it
    def dump(self, principal: Principal, landscape_id: str) -> Dump:
        """All of a landscape, for its owner; anonymous rounds without who answered."""

    def load(self, principal: Principal, landscape_id: str, whole: Dump) -> Landscape:
        """Add a landscape under a fresh id with all that a dump holds, or nothing.

        Raises InvalidValueError when a row does not fit, or refers to something that is not there.
        """

    def dump_rounds(self, principal: Principal, landscape_id: str) -> Mapping[str, pd.DataFrame]:
        """The tables of all rounds as in a dump: "round", "submission", "answer" and so on."""

    def load_rounds(
        self, principal: Principal, landscape_id: str, tables: Mapping[str, pd.DataFrame]
    ) -> None:
        """Add rows to the tables of rounds, all of them or none; ids must be fresh."""

    def close(self) -> None:
        """Let go of the file."""
