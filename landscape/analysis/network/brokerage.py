"""Brokerage: how many pairs of others somebody stands between who have no relationship."""

import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.network_metric import Network, NetworkMetric


def brokerage(network: Network) -> Floats:
    r"""Pairs that each vertex brokers, in whichever of the five roles [1]_.

    .. math:: |\{(a, c) : a \to b \to c,\ a \not\to c,\ a \ne c\}|

    Parameters
    ----------
    network : Network
        Read with its directions and groups.

    Returns
    -------
    Floats
        Shape (count,), ordered pairs, from 0. ``nan`` where no group is recorded.

    Notes
    -----
    The sum of the five roles, so a pair with an end without a group is not counted.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. Sociological Methodology 19, 89-126.
    """
    return np.asarray(network.brokered.sum(axis=1), dtype=np.float64)


METRIC = NetworkMetric(
    name="brokerage",
    title="Between others who do not meet",
    plain="How many pairs of others somebody stands between who have no relationship of "
    "their own, of whatever groups.",
    formula="Pairs (a, c) with a relationship from a to somebody and from them to c and "
    "none from a to c; one without a direction goes both ways. The sum of the five "
    "roles.",
    source="Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach "
    "to brokerage in transaction networks. Sociological Methodology 19, 89-126.",
    least=0.0,
    most=None,
    compute=brokerage,
    needs_groups=True,
)
