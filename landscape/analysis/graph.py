"""The one place where stakeholders become vertices and relationships become edges."""

from dataclasses import dataclass
from functools import cached_property

import igraph
import numpy as np

from landscape.analysis.arrays import Ints


@dataclass(frozen=True, kw_only=True, eq=False)
class Graph:
    """Vertices 0 to `count` - 1 and the distinct unordered pairs between them.

    `source` is below `target` in every pair, and pairs are in ascending order, so two graphs of
    the same relationships are the same whatever the order of the rows they came from.
    """

    count: int
    source: Ints
    target: Ints

    @cached_property
    def degree(self) -> Ints:
        """Number of distinct others each vertex has a relationship with, shape (count,)."""
        ends = np.concatenate([self.source, self.target])
        return np.bincount(ends, minlength=self.count).astype(np.int64)

    @cached_property
    def components(self) -> Ints:
        """Number of the component of each vertex, shape (count,), by their lowest vertex."""
        if not self.count:
            return np.zeros(0, dtype=np.int64)
        found = np.asarray(self.to_igraph().connected_components().membership, dtype=np.int64)
        _, first, number = np.unique(found, return_index=True, return_inverse=True)
        return np.argsort(np.argsort(first))[number].astype(np.int64)

    def to_igraph(self) -> igraph.Graph:
        """The same as an undirected igraph graph."""
        return igraph.Graph(n=self.count, edges=np.column_stack([self.source, self.target]))


def distinct_pairs(count: int, source: Ints, target: Ints) -> Graph:
    """A graph of `count` vertices from pairs of vertex numbers.

    A pair counts once in whichever direction and however often it comes. Left out are pairs of
    one with itself and pairs with an end below 0, which is how an unknown end is written.
    """
    low = np.minimum(source, target).astype(np.int64)
    high = np.maximum(source, target).astype(np.int64)
    keys = np.unique((low * max(count, 1) + high)[(low >= 0) & (low < high)])
    return Graph(count=count, source=keys // max(count, 1), target=keys % max(count, 1))


def parts_of(graph: Graph, label: Ints, count: int) -> tuple[list[Ints], list[Graph]]:
    """For each label from 0 to `count` - 1 its vertices, ascending, and the graph among them."""
    order = np.argsort(label, kind="stable")
    sizes = np.bincount(label, minlength=count)
    starts = np.cumsum(sizes) - sizes
    number = np.empty(graph.count, dtype=np.int64)
    number[order] = np.arange(graph.count) - np.repeat(starts, sizes)
    inside = np.flatnonzero(label[graph.source] == label[graph.target])
    inside = inside[np.argsort(label[graph.source[inside]], kind="stable")]
    cuts = np.searchsorted(label[graph.source[inside]], np.arange(count + 1))
    members, graphs = [], []
    for one, (start, size) in enumerate(zip(starts.tolist(), sizes.tolist(), strict=True)):
        pairs = inside[cuts[one] : cuts[one + 1]]
        members.append(order[start : start + size])
        graphs.append(
            Graph(
                count=size, source=number[graph.source[pairs]], target=number[graph.target[pairs]]
            )
        )
    return members, graphs
