"""Measures of everybody among their relationships: one, or all in a table with its methods."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Final

import numpy as np
import pandas as pd

from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.network import METRICS
from landscape.analysis.network_metric import CUT_OFF, CUT_OFF_ABOVE, Network, NetworkMetric
from landscape.analysis.network_worker import measure
from landscape.model.days import said_day
from landscape.model.map_look import LineFilter
from landscape.model.scales import Asked
from landscape.services.exporting_frames import as_csv
from landscape.services.map_lines import counted, lines_in_words
from landscape.services.mapping import Map
from landscape.store.base import Snapshot

PREFIX: Final = "metric:"
SEED: Final = 1
ALL_LINES: Final = LineFilter()

_FAILED: Final = {
    "time": "takes longer than ten seconds here",
    "memory": "needs more memory than is allowed here",
    "stopped": "was stopped",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """A measure of each of the map's people, by row; NaN is not recorded or not worked out.

    `said` are sentences on what it was worked out from, to stand beside every figure.
    """

    metric: NetworkMetric
    values: pd.Series
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MetricsTable:
    """All measures of everybody: name, group, and a column for each measure by its name.

    Empty cells are not recorded. `about` has a row a measure: column, title, meaning, formula,
    least, most, source. `methods` is a paragraph on how all of it was worked out, `failed` the
    titles of what could not be.
    """

    table: pd.DataFrame
    about: pd.DataFrame
    methods: str
    failed: tuple[str, ...]

    def csv(self) -> bytes:
        """The table as a file for spreadsheets, its columns named as in the methods."""
        return as_csv(self.table)


def measured(map_: Map, name: str, lines: LineFilter = ALL_LINES) -> Measured:
    """One measure over the live relationships that `lines` keeps, of everybody on the map.

    It may take some seconds: keep what it gives.
    """
    metric = METRICS[name]
    network, rank = network_of(map_, lines)
    found = measure(network, [name])
    said = [_counted(map_, network, lines), *_limits(network, metric)]
    if name in found.failed:
        why = _FAILED.get(found.failed[name], "could not be worked out here")
        said.append(f"It {why}, so nothing is shown. Leave some relationships out and try again.")
        return Measured(metric=metric, values=_nothing(rank), said=tuple(said))
    return Measured(metric=metric, values=pd.Series(found.values[name][rank]), said=tuple(said))


def metrics_table(
    map_: Map,
    snapshot: Snapshot,
    *,
    on: date,
    lines: LineFilter = ALL_LINES,
    stop: threading.Event | None = None,
) -> MetricsTable:
    """All measures at once, with the paragraph that says how they were worked out."""
    network, rank = network_of(map_, lines)
    names = [name for name, metric in METRICS.items() if _applies(metric, network)]
    found = measure(network, names, stop=stop)
    groups = map_.groups["name"].to_numpy()
    table = pd.DataFrame(
        {
            "name": map_.people["name"],
            "group": pd.Series(groups[map_.people["group"]], dtype="str").replace("", None),
            **{name: _column(found.values[name][rank]) for name in names if name in found.values},
        }
    )
    failed = tuple(METRICS[name].title for name in names if name in found.failed)
    return MetricsTable(
        table=table.sort_values(["degree", "name"], ascending=[False, True], ignore_index=True)
        if "degree" in table
        else table,
        about=_about(names),
        methods=_methods(map_, snapshot, network, lines, on=on, names=names, failed=failed),
        failed=failed,
    )


def network_of(map_: Map, lines: LineFilter = ALL_LINES) -> tuple[Network, Ints]:
    """Everybody and their live relationships, and the vertex of each row of the people.

    Vertices are in the order of ids, so that nothing depends on the order of rows.
    """
    people, told = map_.people, map_.lines[counted(map_.lines, lines)]
    order = np.argsort(people["id"].to_numpy(dtype=object), kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    source = rank[told["source"].to_numpy(np.int64)]
    target = rank[told["target"].to_numpy(np.int64)]
    both_ways = ~told["directed"].to_numpy(dtype=bool)
    codes, _ = pd.factorize(people["constituency_id"].iloc[order], sort=True)
    network = Network(
        count=len(people),
        source=np.concatenate([source, target[both_ways]]),
        target=np.concatenate([target, source[both_ways]]),
        group=codes.astype(np.int64),
        seed=SEED,
    )
    return network, rank


def _about(names: Sequence[str]) -> pd.DataFrame:
    rows = [
        (one.name, one.title, one.plain, one.formula, one.least, one.most, one.source)
        for one in (METRICS[name] for name in names)
    ]
    columns = ["column", "title", "meaning", "formula", "least", "most", "source"]
    return pd.DataFrame(rows, columns=columns)


def _applies(metric: NetworkMetric, network: Network) -> bool:
    return not metric.needs_groups or bool((network.group >= 0).any())


def _column(values: Floats) -> pd.Series:
    """Whole numbers without a decimal; empty where nothing is recorded."""
    known = values[~np.isnan(values)]
    whole = bool(len(known)) and bool((known == np.round(known)).all())
    return pd.Series(values).astype("Int64" if whole else "Float64")


def _nothing(rank: Ints) -> pd.Series:
    return pd.Series(np.full(len(rank), np.nan))


def _counted(map_: Map, network: Network, lines: LineFilter) -> str:
    """What was counted, under which filter, and who was heard."""
    kept = int(counted(map_.lines, lines).sum())
    heard = int((map_.people["asked"] == Asked.ANSWERED.value).sum())
    live = "relationship" if lines.statuses else "live relationship"
    said = f"From {_many(kept, live)} among {_many(network.count, 'stakeholder')}"
    told = lines_in_words(lines)
    answered = (
        f"{heard:,} of {network.count:,} answered when asked about theirs"
        if heard
        else "it is not recorded that anyone was asked about theirs"
    )
    return f"{said}; {answered}.{' ' + told if told else ''}"


def _limits(network: Network, metric: NetworkMetric) -> Sequence[str]:
    said = []
    if metric.follows_chains and network.cut_off is not None:
        said.append(
            f"With more than {CUT_OFF_ABOVE:,} stakeholders, chains of more than {CUT_OFF} steps "
            "are left out."
        )
    without = int((network.group < 0).sum())
    if metric.needs_groups and without:
        said.append(f"{_many(without, 'stakeholder')} without a group left out.")
    return said


def _methods(
    map_: Map,
    snapshot: Snapshot,
    network: Network,
    lines: LineFilter,
    *,
    on: date,
    names: Sequence[str],
    failed: Sequence[str],
) -> str:
    """How the table was worked out, in a paragraph to put beside it."""
    landscape = snapshot.landscape
    said = [
        f"Worked out by Landscape {version('landscape')} with igraph {version('igraph')} on "
        f"{said_day(on)} from “{landscape.name}”, revision {landscape.revision}.",
        _counted(map_, network, lines),
        "Several relationships between the same two stakeholders count once, whatever their kind, "
        "and every one weighs the same; directions count for the brokerage roles only. A "
        "relationship that several reported has the lower middle one of the depths they reported.",
        ""
        if lines.statuses
        else "Dormant and broken relationships, and those stated to be of no depth, are left out.",
        f"Random numbers are drawn for found groups only, with the seed {SEED}.",
        *dict.fromkeys(sentence for name in names for sentence in _limits(network, METRICS[name])),
        *(f"Not worked out: {title}." for title in failed),
        "Sources: " + " ".join(dict.fromkeys(METRICS[name].source for name in names)),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
