"""Closeness: in how few steps somebody reaches everybody else."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def closeness(network: Network) -> Floats:
    r"""Closeness centrality for maps that fall into several parts [1]_.

    .. math:: c(v) = \frac{r}{n-1} \cdot \frac{r}{\sum_{u \in R} d(v, u)}

    where :math:`R` holds the :math:`r` others that can be reached from :math:`v`, with a cut-off
    those within that many steps, and :math:`d` counts steps.

    Parameters
    ----------
    network : Network
        Read without directions, with its cut-off.

    Returns
    -------
    Floats
        Shape (count,), from above 0.0 to 1.0 (related to everybody). ``nan`` for an isolated
        vertex, which reaches nobody.

    Notes
    -----
    Without the first factor two who know only each other would be as close as can be.

    References
    ----------
    .. [1] Wasserman, S. and Faust, K. (1994). Social Network Analysis: Methods and Applications.
       Cambridge University Press, p. 201, equation 5.22.
    """
    if network.count < 2:
        return np.full(network.count, np.nan)
    graph, steps = network.graph.to_igraph(), network.cut_off
    inverse = np.asarray(graph.closeness(cutoff=steps, normalized=True), dtype=np.float64)
    if steps is None:
        sizes = np.bincount(network.graph.components)[network.graph.components]
    else:
        sizes = np.asarray(graph.neighborhood_size(order=steps), dtype=np.int64)
    return inverse * (sizes - 1) / (network.count - 1)


METRIC = NetworkMetric(
    name="closeness",
    title="Few steps to everybody",
    plain="In how few steps of relationships somebody reaches the others: 1 is a relationship with "
    "everybody.",
    formula="The share of others that can be reached, divided by the mean number of steps to them.",
    source="Wasserman, S. and Faust, K. (1994). Social Network Analysis: Methods and Applications. "
    "Cambridge University Press, p. 201.",
    least=0.0,
    most=1.0,
    compute=closeness,
    follows_chains=True,
)
