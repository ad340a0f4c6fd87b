"""Drawing relationships by springs: the one place that calls igraph's random layouts."""

import math
import random
import signal
import time
from types import FrameType
from typing import Final, Protocol

import igraph
import numpy as np

from landscape.analysis.arrays import Floats
from landscape.analysis.graph import Graph

_LARGE: Final = 700  # above this igraph looks at neighbouring cells only
_ROUNDS: Final = 150
_HUGE: Final = 20_000  # above this half the rounds have to do
_GATHERING: Final = 60  # rounds; with more, little changes
_FEW: Final = 50  # that springs draw better
FINE: Final = 6_000  # people: with more, all of them would not be drawn finely in time


class Draw(Protocol):
    """Positions of a graph's vertices, shape (count, 2), in no set unit; None for out of time."""

    def __call__(
        self, graph: Graph, seed: int, weights: Floats | None = None, *, fine: bool = False
    ) -> Floats | None:
        """Draw the graph, with heavier pairs nearer each other; `fine` takes longer."""


def by_springs(
    graph: Graph, seed: int, weights: Floats | None = None, *, fine: bool = False
) -> Floats | None:
    """Fruchterman and Reingold's layout [1]_, the same for the same seed.

    Springs find the large shape. With `fine`, UMAP [2]_ then gathers those who have much to do
    with each other, where they are not few: more of them stand side by side, twice as many and up
    in real landscapes.
    igraph's random numbers are global: only a process that does nothing else may call this.

    References
    ----------
    .. [1] Fruchterman, T. M. J. and Reingold, E. M. (1991). Graph drawing by force-directed
       placement. Software: Practice and Experience 21(11), 1129-1164.
    .. [2] McInnes, L., Healy, J. and Melville, J. (2018). UMAP: uniform manifold approximation and
       projection for dimension reduction. arXiv:1802.03426.
    """
    rounds = 500 if weights is not None else _ROUNDS // (2 if graph.count > _HUGE else 1)
    drawn = graph.to_igraph()
    igraph.set_random_number_generator(random.Random(seed))
    layout = drawn.layout_fruchterman_reingold(
        weights=None if weights is None else weights.tolist(),
        niter=rounds,
        grid=graph.count > _LARGE,
    )
    if fine and graph.count >= _FEW:
        layout = drawn.layout_umap(seed=layout, epochs=_GATHERING)
    return np.array(layout.coords, dtype=np.float64).reshape(graph.count, 2)


def out_of_time(
    graph: Graph,  # noqa: ARG001 - a Draw
    seed: int,  # noqa: ARG001
    weights: Floats | None = None,  # noqa: ARG001
    *,
    fine: bool = False,  # noqa: ARG001
) -> Floats | None:
    """Draw nothing, as when the time is up."""
    return None


class _TimeUpError(Exception):
    """The alarm has rung while igraph was drawing."""


class Until:
    """Draws by springs until a time of the monotonic clock; only for a child's main thread."""

    def __init__(self, end: float) -> None:
        self._end = end
        signal.signal(signal.SIGALRM, self._ring)

    def __call__(
        self, graph: Graph, seed: int, weights: Floats | None = None, *, fine: bool = False
    ) -> Floats | None:
        """Draw by springs as long as there is time."""
        left = self._end - time.monotonic()
        if left <= 0.0:
            return None
        try:
            # The alarm repeats, as igraph swallows what is raised while it draws a random number.
            signal.setitimer(signal.ITIMER_REAL, left, 0.05)
            drawn = by_springs(graph, seed, weights, fine=fine)
            signal.setitimer(signal.ITIMER_REAL, 0.0)
        except _TimeUpError:
            signal.setitimer(signal.ITIMER_REAL, 0.0)
            self._end = -math.inf
            return None
        return drawn

    @staticmethod
    def _ring(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUpError
