"""Collects the roles of a table's columns, one step after another."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from landscape.services.importing.profiles import Profile
from landscape.services.importing.roles import MANY, ColumnProposal, ColumnRole, Confidence

FILE_SAYS = "The file says so."


@dataclass(slots=True, kw_only=True, eq=False)
class Taking:
    """The columns of one table, and what was found out about them so far."""

    columns: Mapping[str, Profile]
    found: dict[str, ColumnProposal] = field(default_factory=dict)
    roles: set[ColumnRole] = field(default_factory=set)

    def __call__(
        self,
        column: str,
        role: ColumnRole,
        confidence: Confidence,
        reason: str,
        *,
        could_be_boundary: bool = False,
    ) -> None:
        """Take a role for a column."""
        self.found[column] = ColumnProposal(
            column=column,
            role=role,
            confidence=confidence,
            reason=reason,
            could_be_boundary=could_be_boundary,
        )
        self.roles.add(role)

    def said(self, roles: Mapping[str, ColumnRole]) -> None:
        """Take the roles that the file itself gives, each once."""
        for column, role in roles.items():
            if column in self.columns and (role in MANY or role not in self.roles):
                self(column, role, Confidence.SURE, FILE_SAYS)

    def has(self, column: str) -> bool:
        """Whether the column has a role already."""
        return column in self.found

    def column(self, role: ColumnRole) -> str | None:
        """The column with a role, where there is one."""
        return next((name for name, taken in self.found.items() if taken.role is role), None)

    def all(self) -> tuple[ColumnProposal, ...]:
        """A proposal for each column: what nobody took is kept as it came, or is empty."""
        for name, column in self.columns.items():
            if name not in self.found:
                self(name, ColumnRole.ATTRIBUTE, Confidence.SURE, _kept(column))
        return tuple(self.found[name] for name in self.columns)


def _kept(column: Profile) -> str:
    return "Kept as it came." if column.rows else "Nothing stands in it."
