"""What somebody decided about an import: roles, cells, rows, names, and each problem."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from landscape.model.errors import InvalidValueError
from landscape.services.importing.problems import Answer
from landscape.services.importing.roles import ROLES, ColumnRole, TableKind

Missing = Literal["leave-out", "create", "nearest", "refuse"]
MISSING: Final[tuple[Missing, ...]] = ("leave-out", "create", "nearest", "refuse")
ANY_TABLE: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """What becomes of a name that is not among the stakeholders; `called` is the one meant."""

    choice: Literal["leave-out", "create", "is"]
    called: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Everything decided so far. Tables are named by their key; ANY_TABLE stands for all.

    `cells` maps (table, row, column) to the text that shall stand there; `rows` holds (table, row)
    left out;
    `answers` maps a problem's key, `all_alike` a problem's code, to an answer.
    """

    kinds: Mapping[str, TableKind] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], ColumnRole] = field(default_factory=dict)
    cells: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    rows: frozenset[tuple[str, int]] = frozenset()
    endpoints: Mapping[str, Endpoint] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    all_alike: Mapping[str, Answer] = field(default_factory=dict)
    depths: Mapping[str, int | None] = field(default_factory=dict)

    def answer_to(self, key: str, code: str) -> Answer | None:
        """What was decided about one problem."""
        return self.answers.get(key, self.all_alike.get(code))

    def with_roles(self, roles: Mapping[tuple[str, str], ColumnRole]) -> "Decisions":
        """These decisions with further roles."""
        return replace(self, roles={**self.roles, **roles})


def read_mapping(pairs: Sequence[str]) -> dict[tuple[str, str], ColumnRole]:
    """The roles in "ROLE=COLUMN" pairs, as the command line takes them."""
    return {(ANY_TABLE, column): role for role, column in _pairs(pairs)}


def _pairs(pairs: Iterable[str]) -> list[tuple[ColumnRole, str]]:
    found: list[tuple[ColumnRole, str]] = []
    for pair in pairs:
        word, equals, column = pair.partition("=")
        if not equals or not column.strip():
            raise InvalidValueError(
                f"The mapping {pair!r} has no column.",
                fix="Write ROLE=COLUMN, such as source=from.",
            )
        try:
            found.append((ColumnRole(word.strip().lower()), column.strip()))
        except ValueError as error:
            known = sorted({role.value for roles in ROLES.values() for role in roles})
            raise InvalidValueError(
                f"The role {word!r} is not known.", fix=f"Use one of: {', '.join(known)}."
            ) from error
    return found
