"""Liaison: how often somebody stands between two other groups."""

from landscape.analysis.arrays import Floats
from landscape.analysis.brokerage_roles import ROLES
from landscape.analysis.network_metric import Network, NetworkMetric


def liaison(network: Network) -> Floats:
    r"""Pairs that each vertex brokers where all three are of different groups [1]_.

    .. math:: |\{(a, c) : a \to b \to c,\ a \not\to c,\ |\{g_a, g_b, g_c\}| = 3\}|

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
    A relationship without a direction goes both ways. A pair with an end without a group is not
    counted. An isolated vertex has 0.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. Sociological Methodology 19, 89-126.
    """
    return network.brokered[:, ROLES.index("liaison")]


METRIC = NetworkMetric(
    name="liaison",
    title="Liaison",
    plain="How many pairs of two different other groups somebody stands between, "
    "belonging to neither.",
    formula="Pairs (a, c) with a relationship from a to somebody and from them to c, none "
    "from a to c, and all three in different groups.",
    source="Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach "
    "to brokerage in transaction networks. Sociological Methodology 19, 89-126.",
    least=0.0,
    most=None,
    compute=liaison,
    needs_groups=True,
)
