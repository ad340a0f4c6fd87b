"""Core: how densely related the part of the landscape is that somebody belongs to."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def core(network: Network) -> Floats:
    r"""The core number of each vertex [1]_.

    .. math:: k(v) = \max \{k : v \in H,\ \min_{u \in H} d_H(u) \ge k\}

    over the subgraphs :math:`H`, with :math:`d_H` the degree within one.

    Parameters
    ----------
    network : Network
        Read without directions.

    Returns
    -------
    Floats
        Shape (count,), whole numbers from 0 up to the degree.

    Notes
    -----
    An isolated vertex has 0.

    References
    ----------
    .. [1] Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3),
       269-287.
    """
    return np.asarray(network.graph.to_igraph().coreness(), dtype=np.float64)


METRIC = NetworkMetric(
    name="core",
    title="How deep in the core",
    plain="The largest number k so that somebody belongs to a part in which everybody is related "
    "to at least k others of that part.",
    formula="Take out all with fewer than k relationships to those left, again and again; the last "
    "k at which somebody is still there.",
    source="Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), "
    "269-287.",
    least=0.0,
    most=None,
    compute=core,
)
