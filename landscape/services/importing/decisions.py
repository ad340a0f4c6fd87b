"""What somebody decided about an import: roles, cells, rows, names, and each problem."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from landscape.model.errors import InvalidValueError
from landscape.services.importing.problems import Answer
from landscape.services.importing.roles import ROLES, ColumnRole, TableKind

Missing = Literal["leave-out", "create", "nearest", "refuse"]
MISSING: Final[tuple[Missing, ...]] = ("leave-out", "create", "nearest", "refuse")
Differing = Literal["file", "map"]
DIFFERING: Final[tuple[Differing, ...]] = ("file", "map")
Conflicting = Literal["all", "deepest", "last"]
CONFLICTING: Final[tuple[Conflicting, ...]] = ("all", "deepest", "last")
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
    left out; `answers` maps a problem's key, `all_alike` a problem's code, to an answer. `same`
    maps a name to the one that is meant by it, and `apart` holds pairs of names that are two.
    `differing` says whose value counts where file and map each have one, but for the changes in
    `kept` (by key), where the map's stays; `remove_absent` takes out what is no longer in the
    files; `conflicting` says which reports count where one rater says different things of one
    relationship.
    """

    kinds: Mapping[str, TableKind] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], ColumnRole] = field(default_factory=dict)
    cells: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    rows: frozenset[tuple[str, int]] = frozenset()
    endpoints: Mapping[str, Endpoint] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    all_alike: Mapping[str, Answer] = field(default_factory=dict)
    depths: Mapping[str, int | None] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()
    differing: Differing = "file"
    kept: frozenset[str] = frozenset()
    remove_absent: bool = False
    conflicting: Conflicting = "all"

    def meant(self, name: str) -> str:
        """The name that is meant by `name`, however many steps away."""
        seen = {name}
        while name in self.same and self.same[name] not in seen:
            name = self.same[name]
            seen.add(name)
        return name

    def are_apart(self, left: str, right: str) -> bool:
        """Whether somebody said that these are two."""
        return (left, right) in self.apart or (right, left) in self.apart

    def answer_to(self, key: str, code: str) -> Answer | None:
        """What was decided about one problem."""
        return self.answers.get(key, self.all_alike.get(code))

    def on_top_of(self, earlier: "Decisions") -> "Decisions":
        """These decisions with earlier ones where these say nothing."""
        return replace(
            self,
            kinds={**earlier.kinds, **self.kinds},
            roles={**earlier.roles, **self.roles},
            cells={**earlier.cells, **self.cells},
            rows=earlier.rows | self.rows,
            endpoints={**earlier.endpoints, **self.endpoints},
            answers={**earlier.answers, **self.answers},
            all_alike={**earlier.all_alike, **self.all_alike},
            depths={**earlier.depths, **self.depths},
            same={**earlier.same, **self.same},
            apart=earlier.apart | self.apart,
            conflicting=earlier.conflicting if self.conflicting == "all" else self.conflicting,
        )


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
