"""Betweenness: how often somebody stands on the shortest chain between two others."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def betweenness(network: Network) -> Floats:
    r"""Betweenness centrality as a share of all pairs of others [1]_.

    .. math:: b(v) = \frac{2}{(n-1)(n-2)} \sum_{s < t, s \ne v \ne t}
              \frac{\sigma_{st}(v)}{\sigma_{st}}

    where :math:`\sigma_{st}` counts the shortest paths between two vertices and
    :math:`\sigma_{st}(v)` those of them over :math:`v`. With a cut-off only paths of at most that
    many steps count [2]_.

    Parameters
    ----------
    network : Network
        Read without directions, with its cut-off.

    Returns
    -------
    Floats
        Shape (count,), a share from 0.0 to 1.0. ``nan`` with fewer than three vertices.

    Notes
    -----
    An isolated vertex has 0.0. A pair without any path adds nothing.

    References
    ----------
    .. [1] Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry
       40(1), 35-41.
    .. [2] Borgatti, S. P. and Everett, M. G. (2006). A graph-theoretic perspective on centrality.
       Social Networks 28(4), 466-484.
    """
    if network.count < 3:
        return np.full(network.count, np.nan)
    pairs = (network.count - 1) * (network.count - 2) / 2
    found = network.graph.to_igraph().betweenness(directed=False, cutoff=network.cut_off)
    return np.asarray(found, dtype=np.float64) / pairs


METRIC = NetworkMetric(
    name="betweenness",
    title="On the way between others",
    plain="How often somebody stands on the shortest chain of relationships between two others: "
    "much may pass through them, or stop at them.",
    formula="For each pair of others the share of their shortest chains that run over somebody, "
    "summed and divided by the number of such pairs.",
    source="Freeman, L. C. (1977). A set of measures of centrality based on betweenness. "
    "Sociometry 40(1), 35-41. With a cut-off: Borgatti, S. P. and Everett, M. G. (2006). A "
    "graph-theoretic perspective on centrality. Social Networks 28(4), 466-484.",
    least=0.0,
    most=1.0,
    compute=betweenness,
    follows_chains=True,
)
