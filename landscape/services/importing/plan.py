"""What an import would do, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from landscape.services.importing.changes import Changes, Twin
from landscape.services.importing.problems import Problem
from landscape.services.importing.rejecting import nothing
from landscape.services.importing.roles import TableProposal
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Edit


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """What an import would do. `edit` is None while something is open, or nothing is to be stored.

    `missing` maps each name that is not among the stakeholders to those it may stand for;
    `waiting` are those of them without a decision. `changes` are what the map would be like,
    `twins` names that may be one, `added` the names that are added, and `rejected` the rows that
    are not stored (see `rejecting.COLUMNS`).
    """

    proposals: tuple[TableProposal, ...]
    problems: tuple[Problem, ...]
    summary: ImportSummary
    edit: Edit | None
    missing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    changes: Changes = field(default_factory=Changes)
    twins: tuple[Twin, ...] = ()
    added: tuple[str, ...] = ()
    rejected: pd.DataFrame = field(default_factory=nothing)

    @property
    def open(self) -> tuple[Problem, ...]:
        """The problems that still need a decision."""
        return tuple(problem for problem in self.problems if problem.open)
