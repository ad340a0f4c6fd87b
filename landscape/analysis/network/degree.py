"""Degree: how many others somebody has a relationship with."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def degree(network: Network) -> Floats:
    r"""Degree centrality: the number of distinct others that each vertex is related to [1]_.

    .. math:: d(v) = |\{u : u \sim v\}|

    Parameters
    ----------
    network : Network
        Read without directions.

    Returns
    -------
    Floats
        Shape (count,), others, from 0 to count - 1.

    Notes
    -----
    An isolated vertex has 0: none is recorded. Several relationships with one other count once.

    References
    ----------
    .. [1] Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social
       Networks 1(3), 215-239.
    """
    return network.graph.degree.astype(np.float64)


METRIC = NetworkMetric(
    name="degree",
    title="Others they are related to",
    plain="How many different others somebody has a relationship with.",
    formula="The number of distinct others at the other end of any relationship counted.",
    source="Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. "
    "Social Networks 1(3), 215-239.",
    least=0.0,
    most=None,
    compute=degree,
)
