"""How good the pictures are: our regions and our free arrangement, springs alone, and chance.

On the samples, on the kelp-forest files where they lie beside the repository, and on landscapes of
200, 1,000 and 5,000. For each picture:

- `neighbourhood_kept`: of those a stakeholder has relationships with and those who stand nearest
  (as many), the share that is in both, on average; 1 is best.
- `crossings`: of pairs of relationships between groups, the share whose lines cross (sampled).
- `crossing_bands`: the same of relationships drawn as bands, from the middle of a group to that
  of another, as the first paint of a large landscape shows them.
- `overlapping_regions`: pairs of groups whose discs overlap; for springs and chance, whose discs
  of nine tenths of their members do. The goal is 0.
- `spread`: how far the closest twentieth stand from their nearest, for what an even spread gives.

Goals: no overlap, twice the neighbourhood that chance keeps, and more spread than springs alone.
Label overlap is measured in the browser, where labels are drawn.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.landscapes import landscape_edit
from landscape.analysis.arrays import Floats, Ints
from landscape.analysis.graph import Graph, distinct_pairs
from landscape.analysis.layout_drawing import by_springs
from landscape.model.landscape import Landscape
from landscape.model.map_look import Arrangement
from landscape.model.principal import LOCAL
from landscape.services import arranging, mapping, samples
from landscape.services.importing.importing import SourceFile, import_files
from landscape.services.placing import place_for, with_places
from landscape.store.duckdb.store import DuckDBStore

SIZES: Final = (200, 1_000, 5_000)
KELP: Final = Path(__file__).parents[2] / "shared" / "samples" / "kelp-forest-governance"
_KELP_FILES: Final = ("organizations.csv", "reported-ties.csv")
_PAIRS: Final = 200_000
_DRAWS: Final = 20
_BLOCK: Final = 500
_ASPECT: Final = 1.8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """Where everybody stands, and the discs of the groups, shape (groups, 3)."""

    places: Floats
    discs: Floats


def main() -> dict[str, object]:
    store = DuckDBStore.open(None)
    landscapes = {one.id: samples.load_sample(LOCAL, store, one.id).id for one in samples.samples()}
    if KELP.is_dir():
        landscapes["kelp-forest"] = _kelp(store)
    landscapes |= {f"generated {size}": _generated(store, size) for size in SIZES}
    found = {name: _measured(store, id_) for name, id_ in landscapes.items()}
    store.close()
    met = all(
        told["regions"]["overlapping_regions"] == 0
        and told["regions"]["neighbourhood_kept"] > 2 * told["chance"]["neighbourhood_kept"]
        and told["regions"]["spread"] > told["springs alone"]["spread"]
        and told["free"]["neighbourhood_kept"] > 2 * told["chance"]["neighbourhood_kept"]
        and told["free"]["spread"] > told["springs alone"]["spread"]
        for told in found.values()
    )
    return {"landscapes": found, "met": met}


def _kelp(store: DuckDBStore) -> str:
    landscape_id = store.create_landscape(LOCAL, Landscape(id="l_kelp", name="Kelp forest")).id
    files = [SourceFile(name=name, data=(KELP / name).read_bytes()) for name in _KELP_FILES]
    import_files(LOCAL, store, landscape_id, files)
    return landscape_id


def _generated(store: DuckDBStore, size: int) -> str:
    landscape_id = store.create_landscape(LOCAL, Landscape(id=f"l_{size}", name="Generated")).id
    edit = with_places(LOCAL, store, landscape_id, landscape_edit(size))
    store.apply(LOCAL, landscape_id, edit)
    return landscape_id


def _measured(store: DuckDBStore, landscape_id: str) -> dict[str, dict[str, float]]:
    place_for(LOCAL, store, landscape_id, Arrangement.FREE)
    snapshot = store.snapshot(LOCAL, landscape_id, tables=arranging.TABLES)
    map_ = mapping.map_of(snapshot)
    regions = arranging.arranged(snapshot, map_, arrangement=Arrangement.GROUPS)
    free = arranging.arranged(snapshot, map_, arrangement=Arrangement.FREE)
    group = regions.part
    graph = distinct_pairs(
        len(group), map_.lines["source"].to_numpy(), map_.lines["target"].to_numpy()
    )
    springs = by_springs(graph, 1)
    assert springs is not None
    draw = np.random.default_rng(1)
    chance = [
        _with_discs(draw.random((len(group), 2)) * (_ASPECT, 1.0), group) for _ in range(_DRAWS)
    ]
    pictures = {
        "regions": Picture(
            places=np.column_stack([regions.x, regions.y]),
            discs=np.array([(one.x, one.y, one.radius) for one in regions.regions]),
        ),
        "free": _with_discs(np.column_stack([free.x, free.y]), group),
        "springs alone": _with_discs(springs, group),
        "chance": chance[0],
    }
    told = {name: _figures(graph, group, one) for name, one in pictures.items()}
    # Which groups come to lie beside each other by chance differs much from draw to draw.
    for name in ("crossings", "crossing_bands"):
        mean = np.mean([_lines(graph, group, one)[name] for one in chance])
        told["chance"][name] = round(float(mean), 3)
    return told


def _figures(graph: Graph, group: Ints, one: Picture) -> dict[str, float]:
    return {
        "neighbourhood_kept": round(neighbourhood_kept(graph, one.places), 3),
        **_lines(graph, group, one),
        "overlapping_regions": overlapping(one.discs),
        "spread": round(spread(one.places), 3),
    }


def _lines(graph: Graph, group: Ints, one: Picture) -> dict[str, float]:
    bands = crossings(graph, group, one.discs[group, :2], group)
    return {
        "crossings": round(crossings(graph, group, one.places), 3),
        "crossing_bands": round(bands, 3),
    }


def _with_discs(places: Floats, group: Ints) -> Picture:
    """A disc for each group around nine tenths of its members."""
    discs = []
    for number in np.unique(group):
        mine = places[group == number]
        middle = np.median(mine, axis=0)
        discs.append((*middle, np.quantile(np.hypot(*(mine - middle).T), 0.9)))
    return Picture(places=places, discs=np.array(discs))


def neighbourhood_kept(graph: Graph, places: Floats) -> float:
    """The mean Jaccard index of relationships and as many nearest stakeholders [1]_, 0 to 1.

    Those without a relationship are left out; NaN when nobody has one.

    References
    ----------
    .. [1] Kruiger, J. F. et al. (2017). Graph layouts by t-SNE. Computer Graphics Forum 36(3),
       283-294, section 5.
    """
    beside: list[set[int]] = [set() for _ in range(graph.count)]
    for one, other in zip(graph.source.tolist(), graph.target.tolist(), strict=True):
        beside[one].add(other)
        beside[other].add(one)
    kept = []
    for start in range(0, graph.count, _BLOCK):
        block = places[start : start + _BLOCK]
        apart = ((block[:, None] - places) ** 2).sum(axis=2)
        apart[np.arange(len(block)), start + np.arange(len(block))] = np.inf
        for row, far in enumerate(apart, start):
            related = beside[row]
            if related:
                many = min(len(related), len(far) - 2)
                nearest = set(np.argpartition(far, many)[: len(related)].tolist())
                kept.append(len(related & nearest) / len(related | nearest))
    return float(np.mean(kept)) if kept else float("nan")


def crossings(graph: Graph, group: Ints, places: Floats, end: Ints | None = None) -> float:
    """The share of pairs of relationships between groups, drawn at random, whose lines cross.

    Pairs that share an end cannot cross and do not count; NaN without two such relationships.
    `end` says what counts as one end; each stakeholder does where it is None.
    """
    end = np.arange(graph.count) if end is None else end
    between = np.flatnonzero(group[graph.source] != group[graph.target])
    if len(between) < 2:
        return float("nan")
    draw = np.random.default_rng(7)
    one, other = between[draw.integers(0, len(between), (2, _PAIRS))]
    a, b, c, d = graph.source[one], graph.target[one], graph.source[other], graph.target[other]
    apart = (end[a] != end[c]) & (end[a] != end[d]) & (end[b] != end[c]) & (end[b] != end[d])
    p, q, r, s = (places[ends[apart]] for ends in (a, b, c, d))
    cross = (_side(p, q, r) != _side(p, q, s)) & (_side(r, s, p) != _side(r, s, q))
    return float(cross.mean()) if len(cross) else float("nan")


def _side(start: Floats, end: Floats, point: Floats) -> np.ndarray:
    """Whether a point lies to the left of a line."""
    along, away = end - start, point - start
    return np.asarray(along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0] > 0)


def overlapping(discs: Floats) -> int:
    """How many pairs of discs overlap."""
    apart = np.hypot(*(discs[:, None, :2] - discs[:, :2]).transpose(2, 0, 1))
    reach = discs[:, None, 2] + discs[:, 2]
    return int(np.triu(apart < reach - 1e-9, 1).sum())


def spread(places: Floats) -> float:
    """The fifth percentile of the distance to the nearest, for that of a square grid."""
    nearest = []
    for start in range(0, len(places), _BLOCK):
        block = places[start : start + _BLOCK]
        apart = ((block[:, None] - places) ** 2).sum(axis=2)
        apart[np.arange(len(block)), start + np.arange(len(block))] = np.inf
        nearest.append(np.sqrt(apart.min(axis=1)))
    wide, high = places.max(axis=0) - places.min(axis=0)
    even = np.sqrt(wide * high / len(places))
    return float(np.quantile(np.concatenate(nearest), 0.05) / even)
