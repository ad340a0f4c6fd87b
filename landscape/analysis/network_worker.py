"""Measures of the network, in a child process where many are measured or random numbers drawn.

igraph holds up everybody else's page while it computes, and its random numbers are global.
"""

import io
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from landscape import child
from landscape.analysis.arrays import Floats
from landscape.analysis.network import METRICS
from landscape.analysis.network_metric import Network, NetworkMetric

CHILD_ABOVE: Final = 1_000
_LIMITS: Final = child.Limits(memory_mb=2_000, cpu_s=20, wall_s=10.0, answer_mb=64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measures:
    """The values of each measure by its name, shape (count,); `failed` says why some are not there.

    What failed was killed at a limit: of time, or of memory.
    """

    values: Mapping[str, Floats]
    failed: Mapping[str, child.Reason]


def measure(
    network: Network,
    names: Sequence[str],
    *,
    limits: child.Limits | None = None,
    stop: threading.Event | None = None,
) -> Measures:
    """Work the named measures out, each as far as the limits go.

    Those that follow chains take longest: each of them has a child of its own, so that the others
    are there whatever becomes of it.
    """
    chosen = [METRICS[name] for name in names]
    many = network.count > CHILD_ABOVE
    apart = [metric for metric in chosen if metric.draws or many]
    values = {metric.name: metric.compute(network) for metric in chosen if metric not in apart}
    failed: dict[str, child.Reason] = {}
    for together in _together(apart):
        try:
            answer = child.run(
                "landscape.analysis.network_worker:work",
                packed(network),
                arguments={
                    "names": [metric.name for metric in together],
                    "count": network.count,
                    "seed": network.seed,
                },
                limits=limits or _LIMITS,
                stop=stop,
            )
        except child.ChildFailedError as error:
            failed |= {metric.name: error.reason for metric in together}
            continue
        table = pa.ipc.open_stream(answer).read_all()
        values |= {name: table[name].to_numpy() for name in table.column_names}
    return Measures(values={name: values[name] for name in names if name in values}, failed=failed)


def work(payload: bytes, *, names: Sequence[str], count: int, seed: int) -> bytes:
    """The child's side of :func:`measure`."""
    source = pa.BufferReader(payload)
    pairs = pa.ipc.open_stream(source).read_all()
    groups = pa.ipc.open_stream(source).read_all()
    network = Network(
        count=count,
        source=pairs["source"].to_numpy(),
        target=pairs["target"].to_numpy(),
        group=groups["group"].to_numpy(),
        seed=seed,
    )
    return _streams(pa.table({name: METRICS[name].compute(network) for name in names}))


def packed(network: Network) -> bytes:
    """The network as it travels to :func:`work`."""
    return _streams(
        pa.table(
            {
                "source": np.asarray(network.source, dtype=np.int64),
                "target": np.asarray(network.target, dtype=np.int64),
            }
        ),
        pa.table({"group": np.asarray(network.group, dtype=np.int64)}),
    )


def _together(metrics: Sequence[NetworkMetric]) -> list[list[NetworkMetric]]:
    quick = [metric for metric in metrics if not metric.follows_chains]
    slow = [[metric] for metric in metrics if metric.follows_chains]
    return ([quick] if quick else []) + slow


def _streams(*tables: "pa.Table") -> bytes:
    out = io.BytesIO()
    for table in tables:
        with pa.ipc.new_stream(out, table.schema) as stream:
            stream.write_table(table)
    return out.getvalue()
