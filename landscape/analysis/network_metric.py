"""A measure of where everybody stands among the relationships, and the network it reads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.brokerage_roles import brokered
from landscape.analysis.graph import Graph, distinct_pairs

# Above this many stakeholders chains are followed for a few steps only, which is said.
CUT_OFF_ABOVE: Final = 2_000
CUT_OFF: Final = 3


@dataclass(frozen=True, kw_only=True, eq=False)
class Network:
    """Vertices 0 to `count` - 1 with their relationships and given groups.

    `source` and `target` have a row a direction: a relationship without one is there both ways.
    `group` numbers the group of each vertex, -1 where none is recorded. `seed` is for what draws
    random numbers.
    """

    count: int
    source: Ints
    target: Ints
    group: Ints
    seed: int

    @cached_property
    def graph(self) -> Graph:
        """Who is related to whom, whichever way and however often."""
        return distinct_pairs(self.count, self.source, self.target)

    @cached_property
    def brokered(self) -> Floats:
        """See :func:`landscape.analysis.brokerage_roles.brokered`."""
        return brokered(self.count, self.source, self.target, self.group)

    @property
    def cut_off(self) -> int | None:
        """How many steps a chain is followed; None is as far as it goes."""
        return CUT_OFF if self.count > CUT_OFF_ABOVE else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMetric:
    """A measure of every stakeholder, found by being in the package `network`.

    `plain` says in a sentence what a value means. Values go from `least` to `most`, None where
    there is no end to them; those of a categorical measure are numbers of what was found. `draws`
    says that random numbers are drawn, `follows_chains` that the cut-off holds for it, and
    `needs_groups` that it reads the groups that are recorded.
    """

    name: str
    title: str
    plain: str
    formula: str
    source: str
    least: float
    most: float | None
    compute: Callable[[Network], Floats] = field(repr=False)
    kind: Literal["number", "categorical"] = "number"
    draws: bool = False
    follows_chains: bool = False
    needs_groups: bool = False
