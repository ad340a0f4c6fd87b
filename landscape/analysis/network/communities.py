"""Communities: who is more related among themselves than to the rest, whatever their group."""

import random

import igraph
import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric

_ROUNDS = 10


def communities(network: Network) -> Floats:
    r"""Groups found by the Leiden algorithm [1]_, which makes modularity [2]_ large.

    .. math:: Q = \frac{1}{2m} \sum_{uv} \left(A_{uv} - \frac{d_u d_v}{2m}\right) [c_u = c_v]

    Parameters
    ----------
    network : Network
        Read without directions; its seed is the one of the random numbers.

    Returns
    -------
    Floats
        Shape (count,), the number of each vertex's community: 1 is the largest, and of two as
        large the one with the lower vertex comes first. ``nan`` for isolated vertices.

    Notes
    -----
    igraph's random numbers are global: only a process that does nothing else may call this. The
    same network and seed give the same numbers.

    References
    ----------
    .. [1] Traag, V. A., Waltman, L. and van Eck, N. J. (2019). From Louvain to Leiden:
       guaranteeing well-connected communities. Scientific Reports 9, 5233.
    .. [2] Newman, M. E. J. and Girvan, M. (2004). Finding and evaluating community structure in
       networks. Physical Review E 69, 026113.
    """
    alone = network.graph.degree == 0
    if alone.all():
        return np.full(network.count, np.nan)
    igraph.set_random_number_generator(random.Random(network.seed))
    found = network.graph.to_igraph().community_leiden(
        objective_function="modularity", n_iterations=_ROUNDS
    )
    return np.where(alone, np.nan, by_size(np.asarray(found.membership, dtype=np.int64)))


def by_size(membership: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Floats:
    """Communities numbered from 1, the largest first, then by their lowest vertex."""
    _, first, number, size = np.unique(
        membership, return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -size))
    rank = np.empty(len(order), dtype=np.float64)
    rank[order] = np.arange(1, len(order) + 1)
    return rank[number]


METRIC = NetworkMetric(
    name="communities",
    title="Who hangs together",
    plain="Found groups: stakeholders who are more related among themselves than to the rest, "
    "whatever group they are said to be in. The first is the largest.",
    formula="The Leiden algorithm in ten rounds, with modularity as what it makes large and a "
    "fixed seed; numbered by size.",
    source="Traag, V. A., Waltman, L. and van Eck, N. J. (2019). From Louvain to Leiden: "
    "guaranteeing well-connected communities. Scientific Reports 9, 5233.",
    least=1.0,
    most=None,
    compute=communities,
    kind="categorical",
    draws=True,
)
