"""What an import came to: the same figures on the page and on the command line."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from landscape.services.importing.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """Where each row that was read went.

    read + further = stored + merged + rejected + left_out + waiting. `further` are statements
    beyond the first of a row, such as a row about three others; `stored` adds or changes something,
    `merged` joined another row or is on the map already, `rejected` cannot be stored (both ends
    the same), `left_out` by decision, `waiting` for one.
    """

    read: int = 0
    further: int = 0
    stored: int = 0
    merged: int = 0
    rejected: int = 0
    left_out: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """Counts of what is added, what was noticed, and whether it was stored.

    `missing_endpoints` counts names that are not among the stakeholders, whatever became of them;
    `mapping` holds the column of each role, a table. `changed`, `unchanged` and `removed` count
    stakeholders and relationships that are on the map.
    """

    stakeholders: int = 0
    relationships: int = 0
    reports: int = 0
    self_rows: int = 0
    duplicates: int = 0
    missing_endpoints: int = 0
    mapping: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    stored: bool = False
    rows: RowCounts = field(default_factory=RowCounts)
    groups: int = 0
    merged_stakeholders: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    refused: bool = False
    batch_id: str | None = None

    def as_json(self) -> dict[str, object]:
        """The object that `--json` prints."""
        return {
            "stakeholders": self.stakeholders,
            "relationships": self.relationships,
            "reports": self.reports,
            "self_rows": self.self_rows,
            "duplicates": self.duplicates,
            "missing_endpoints": self.missing_endpoints,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "removed": self.removed,
            "rows": asdict(self.rows),
            "mapping": {table: dict(roles) for table, roles in self.mapping.items()},
            "problems": [problem.as_json() for problem in self.problems],
            "stored": self.stored,
        }
