"""Constraint: how far those around somebody are all related among themselves."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def constraint(network: Network) -> Floats:
    r"""Burt's constraint [1]_, every relationship weighing the same.

    .. math:: C(v) = \sum_{u \sim v} \left(p_{vu} + \sum_{w \ne u, v} p_{vw} p_{wu}\right)^2,
              \quad p_{vu} = \frac{1}{d(v)}

    Parameters
    ----------
    network : Network
        Read without directions.

    Returns
    -------
    Floats
        Shape (count,), from above 0.0 to 1.125 (in a group of three who all know each other).
        ``nan`` for an isolated vertex.

    References
    ----------
    .. [1] Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard
       University Press, pp. 54-55.
    """
    if not len(network.graph.source):
        return np.full(network.count, np.nan)
    return np.asarray(network.graph.to_igraph().constraint(), dtype=np.float64)


METRIC = NetworkMetric(
    name="constraint",
    title="Hemmed in",
    plain="How far those around somebody are related among themselves: low where somebody joins "
    "others who would not meet, high where everybody knows everybody.",
    formula="For each other the share of somebody's relationships that lead to them, directly or "
    "over one more, squared; summed.",
    source="Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard "
    "University Press.",
    least=0.0,
    most=1.125,
    compute=constraint,
)
