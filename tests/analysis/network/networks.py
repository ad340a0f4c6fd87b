"""Networks for tests: written out, or drawn."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from landscape.analysis.network_metric import Network


def network(
    count: int,
    pairs: Sequence[tuple[int, int]],
    *,
    group: Sequence[int] | None = None,
    directed: bool = False,
) -> Network:
    """A network of pairs, each there both ways unless `directed`."""
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    if not directed:
        ends = np.concatenate([ends, ends[:, ::-1]])
    return Network(
        count=count,
        source=ends[:, 0],
        target=ends[:, 1],
        group=np.array(group if group is not None else [0] * count, dtype=np.int64),
        seed=1,
    )


@st.composite
def networks(draw: st.DrawFn, *, directed: bool = False) -> Network:
    """Up to twelve vertices in up to three groups, some in none, with any pairs between them."""
    count = draw(st.integers(0, 12))
    vertex = st.integers(0, max(count - 1, 0))
    pairs = draw(st.lists(st.tuples(vertex, vertex), max_size=40)) if count else []
    group = draw(st.lists(st.integers(-1, 2), min_size=count, max_size=count))
    return network(count, pairs, group=group, directed=directed)
