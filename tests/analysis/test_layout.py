"""The regions layout: everybody in their disc, nobody on another, and nobody moves once placed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.arrays import Floats
from landscape.analysis.graph import Graph
from landscape.analysis.layout import PlaceRequest, Placing, asks_to_draw, place
from landscape.analysis.layout_drawing import by_springs, out_of_time
from landscape.analysis.layout_spots import is_near, match, seeds, seeds_within

CLOSE = 1.0  # marks are drawn so that they do not touch at this distance


def request(
    group: Mapping[str, str],
    relationships: Sequence[tuple[str, str]] = (),
    *,
    at: Mapping[str, tuple[float, float]] | None = None,
    regions: Mapping[str, tuple[float, float, float]] | None = None,
    pinned: Sequence[str] = (),
    seed: int = 1,
) -> PlaceRequest:
    """A request in words: the group of each stakeholder, and who has which place."""
    ids = list(group)
    places = [(at or {}).get(id_, (math.nan, math.nan)) for id_ in ids]
    return PlaceRequest(
        stakeholder_ids=tuple(ids),
        group=tuple(group.values()),
        source=np.array([ids.index(a) for a, _ in relationships], dtype=np.int64),
        target=np.array([ids.index(b) for _, b in relationships], dtype=np.int64),
        seed=seed,
        x=np.array([x for x, _ in places], dtype=float),
        y=np.array([y for _, y in places], dtype=float),
        pinned=np.array([id_ in pinned for id_ in ids], dtype=bool),
        regions=regions or {},
    )


def where(asked: PlaceRequest, placing: Placing) -> dict[str, tuple[float, float]]:
    return dict(
        zip(
            asked.stakeholder_ids,
            zip(placing.x.tolist(), placing.y.tolist(), strict=True),
            strict=True,
        )
    )


def least_distance(placing: Placing) -> float:
    apart = np.hypot(placing.x[:, None] - placing.x, placing.y[:, None] - placing.y)
    return float(apart[np.triu_indices(len(placing.x), 1)].min(initial=math.inf))


def room_between_discs(placing: Placing) -> float:
    discs = list(placing.regions.values())
    return min(
        (
            math.hypot(a[0] - b[0], a[1] - b[1]) - a[2] - b[2]
            for number, a in enumerate(discs)
            for b in discs[number + 1 :]
        ),
        default=math.inf,
    )


def outside(asked: PlaceRequest, placing: Placing) -> list[str]:
    """Those who stand outside of their group's disc."""
    found = []
    for id_, name, x, y in zip(
        asked.stakeholder_ids, asked.group, placing.x, placing.y, strict=True
    ):
        disc = placing.regions[name]
        if math.hypot(x - disc[0], y - disc[1]) > disc[2]:
            found.append(id_)
    return found


def town(
    size: int = 60, groups: Sequence[str] = ("", "a", "b", "c"), seed: int = 3
) -> PlaceRequest:
    draw = np.random.default_rng(seed)
    ids = [f"s{number:03}" for number in range(size)]
    chosen = draw.choice(list(groups), size)
    ends = draw.integers(0, size, (2 * size, 2))
    return request(
        dict(zip(ids, chosen.tolist(), strict=True)), [(ids[a], ids[b]) for a, b in ends]
    )


@st.composite
def requests(draw: st.DrawFn) -> PlaceRequest:
    size = draw(st.integers(0, 30))
    groups = draw(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=size, max_size=size))
    some = st.integers(0, max(size - 1, 0))
    ends = draw(st.lists(st.tuples(some, some), max_size=50)) if size else []
    ids = [f"s{number:02}" for number in range(size)]
    return request(
        dict(zip(ids, groups, strict=True)),
        [(ids[a], ids[b]) for a, b in ends],
        seed=draw(st.integers(0, 2**32 - 1)),
    )


def in_order(asked: PlaceRequest, order: Sequence[int]) -> PlaceRequest:
    """The same request with its rows in another order."""
    rank = np.argsort(np.array(order, dtype=int))
    return replace(
        asked,
        stakeholder_ids=tuple(asked.stakeholder_ids[row] for row in order),
        group=tuple(asked.group[row] for row in order),
        source=rank[asked.target][::-1] if len(order) else asked.source,
        target=rank[asked.source][::-1] if len(order) else asked.target,
        x=asked.x[list(order)],
        y=asked.y[list(order)],
        pinned=asked.pinned[list(order)],
    )


# What always holds


@settings(max_examples=40, deadline=None)
@given(requests())
def test_everybody_has_a_place_of_their_own_in_their_disc_and_no_disc_lies_on_another(
    asked: PlaceRequest,
) -> None:
    placing = place(asked)
    assert np.isfinite(placing.x).all()
    assert np.isfinite(placing.y).all()
    assert set(placing.regions) == set(asked.group)
    assert room_between_discs(placing) > 0
    assert outside(asked, placing) == []
    assert least_distance(placing) >= CLOSE
    assert placing.spiralled == ()


@settings(max_examples=20, deadline=None)
@given(requests(), st.randoms(use_true_random=False))
def test_the_same_request_gives_the_same_places_whatever_the_order_of_its_rows(
    asked: PlaceRequest, shuffling: object
) -> None:
    order = list(range(len(asked.group)))
    shuffling.shuffle(order)  # type: ignore[attr-defined]
    first, other = place(asked), in_order(asked, order)
    again = place(other)
    assert where(other, again) == where(asked, first)
    assert again.regions == first.regions


@settings(max_examples=30, deadline=None)
@given(requests(), st.sets(st.integers(0, 29)))
def test_adding_and_removing_moves_nobody_and_no_disc(
    asked: PlaceRequest, coming: set[int]
) -> None:
    """The first round lacks those who come; they are added, and then the others are removed."""
    stays = [row for row in range(len(asked.group)) if row not in coming]
    ids = asked.stakeholder_ids
    among = [
        (ids[a], ids[b])
        for a, b in zip(asked.source, asked.target, strict=True)
        if a in stays and b in stays
    ]
    before = request({ids[row]: asked.group[row] for row in stays}, among)
    first = place(before)
    placed = where(before, first)
    at = np.array([placed.get(id_, (math.nan, math.nan)) for id_ in ids]).reshape(-1, 2)
    added = replace(asked, x=at[:, 0], y=at[:, 1], regions=first.regions)
    second = place(added)
    after = where(added, second)
    assert {id_: after[id_] for id_ in placed} == placed
    assert {name: second.regions[name] for name in first.regions} == first.regions
    assert room_between_discs(second) > 0
    assert least_distance(second) >= CLOSE
    left = sorted(coming & set(range(len(ids))))
    removed = request(
        {ids[row]: asked.group[row] for row in left}, at=after, regions=second.regions
    )
    assert where(removed, place(removed)) == {ids[row]: after[ids[row]] for row in left}


# Small landscapes


def test_nobody_needs_no_region() -> None:
    placing = place(request({}))
    assert (placing.x.tolist(), placing.y.tolist(), placing.regions) == ([], [], {})


def test_a_single_stakeholder_stands_in_the_middle() -> None:
    placing = place(request({"s": "a"}))
    assert (placing.x.tolist(), placing.y.tolist()) == ([0.0], [0.0])
    assert list(placing.regions) == ["a"]
    assert placing.regions["a"][:2] == (0.0, 0.0)


def test_without_groups_there_is_one_unnamed_region() -> None:
    placing = place(town(groups=[""]))
    assert list(placing.regions) == [""]


def test_a_region_has_room_for_a_quarter_more() -> None:
    for size in (8, 100, 1_000):
        placing = place(request({f"s{n:04}": "a" for n in range(size)}), out_of_time)
        assert seeds_within(placing.regions["a"][2] - 0.8 + 1e-9) == size * 5 // 4


# The shape of a region


def far_out(asked: PlaceRequest, placing: Placing) -> dict[str, float]:
    middle = placing.regions["a"]
    return {
        id_: math.hypot(x - middle[0], y - middle[1])
        for id_, (x, y) in where(asked, placing).items()
    }


def test_the_largest_component_is_in_the_middle_and_those_without_relationships_are_outside() -> (
    None
):
    hub = [("m00", f"m{number:02}") for number in range(1, 30)]
    pairs = [(f"p{number}a", f"p{number}b") for number in range(4)]
    ids = [f"m{number:02}" for number in range(30)] + [id_ for pair in pairs for id_ in pair]
    ids += [f"z{number}" for number in range(10)]
    asked = request(dict.fromkeys(ids, "a"), hub + pairs)
    far = far_out(asked, place(asked))
    mean = {
        kind: np.mean([one for id_, one in far.items() if id_.startswith(kind)]) for kind in "mpz"
    }
    assert mean["m"] < mean["p"] < mean["z"]
    assert min(one for id_, one in far.items() if id_.startswith("z")) > mean["m"]


def test_relationships_are_half_as_long_as_with_people_put_anywhere() -> None:
    """A chain of 200: drawn, each is about one spot from the next; at random, half the disc."""
    ids = [f"s{number:03}" for number in range(200)]
    asked = request(dict.fromkeys(ids, "a"), list(pairwise(ids)))
    placing = place(asked)
    spots = np.column_stack([placing.x, placing.y])
    anywhere = np.random.default_rng(1).permutation(spots)

    def length(of: np.ndarray) -> float:
        return float(np.hypot(*np.diff(of, axis=0).T).sum())

    assert length(spots) < 0.5 * length(anywhere)


def test_related_regions_lie_nearer_than_unrelated_ones() -> None:
    groups = {f"{name}{number}": name for name in "abcdef" for number in range(8)}
    across = [(f"{one}{n}", f"{two}{n}") for one, two in ("ab", "cd", "ef") for n in range(8)]
    discs = place(request(groups, across)).regions

    def apart(one: str, two: str) -> float:
        return math.dist(discs[one][:2], discs[two][:2])

    related = [apart(*pair) for pair in ("ab", "cd", "ef")]
    unrelated = [apart(*pair) for pair in ("ac", "ad", "ae", "af", "bc", "bd", "be", "bf")]
    assert max(related) < np.mean(unrelated)


def test_the_discs_fill_a_wide_frame() -> None:
    placing = place(town(size=300, groups=list("abcdefghij")))
    discs = np.array(list(placing.regions.values()))
    low = (discs[:, :2] - discs[:, 2:]).min(axis=0)
    width, height = (discs[:, :2] + discs[:, 2:]).max(axis=0) - low
    assert 1.2 < width / height < 2.4
    assert math.pi * (discs[:, 2] ** 2).sum() / (width * height) > 0.4


def test_hundreds_of_groups_still_have_a_disc_each() -> None:
    placing = place(request({f"s{number:03}": f"g{number % 150}" for number in range(400)}))
    assert len(placing.regions) == 150
    assert room_between_discs(placing) > 0


# Newcomers


def placed_town() -> tuple[PlaceRequest, Placing]:
    asked = town()
    return asked, place(asked)


def with_newcomers(
    asked: PlaceRequest,
    placing: Placing,
    newcomers: Mapping[str, str],
    relationships: Sequence[tuple[str, str]] = (),
) -> PlaceRequest:
    ids = list(asked.stakeholder_ids)
    groups = dict(zip(ids, asked.group, strict=True)) | dict(newcomers)
    return request(groups, relationships, at=where(asked, placing), regions=placing.regions)


@pytest.mark.parametrize("of", ["b", "a"], ids=["in their group", "in another"])
def test_a_newcomer_gets_the_free_spot_nearest_to_the_one_they_know(of: str) -> None:
    """Of a spot in another disc the nearest point of the own disc's inside is meant."""
    asked, placing = placed_town()
    known = asked.stakeholder_ids[asked.group.index(of)]
    more = with_newcomers(asked, placing, {"zz": "b"}, [("zz", known)])
    after = where(more, place(more, out_of_time))
    x, y, radius = placing.regions["b"]
    away = np.array(after[known]) - (x, y)
    toward = (x, y) + away * min(1.0, (radius - 0.8) / max(np.hypot(*away), 1e-9))
    spots = np.array((x, y)) + seeds(0, seeds_within(radius - 0.8 + 1e-9))
    free = spots[~is_near(spots, np.column_stack([placing.x, placing.y]), 1.05)]
    assert after["zz"] == tuple(free[np.argmin(np.hypot(*(free - toward).T))])


def test_when_a_disc_is_full_newcomers_stand_on_a_ring_around_it() -> None:
    asked, placing = placed_town()
    many = {f"z{number:02}": "b" for number in range(40)}
    more = with_newcomers(asked, placing, many)
    after = place(more, out_of_time)
    beyond = outside(more, after)
    assert len(beyond) > 20
    assert set(beyond) <= set(many)
    assert least_distance(after) >= CLOSE
    at = where(more, after)
    for name, (x, y, radius) in placing.regions.items():
        strangers = [id_ for id_ in beyond if math.dist(at[id_], (x, y)) < radius]
        assert strangers == [], name
    disc = placing.regions["b"]
    assert max(math.dist(at[id_], disc[:2]) for id_ in beyond) < 3 * disc[2]


def test_a_group_that_joins_gets_a_free_disc_beside_the_one_it_relates_to() -> None:
    asked, placing = placed_town()
    known = asked.stakeholder_ids[asked.group.index("c")]
    joining = {f"z{number}": "joining" for number in range(6)}
    more = with_newcomers(asked, placing, joining, [(id_, known) for id_ in joining])
    after = place(more, out_of_time)
    assert {name: after.regions[name] for name in placing.regions} == placing.regions
    assert room_between_discs(after) > 0
    at = after.regions["joining"][:2]
    apart = {name: math.dist(at, disc[:2]) - disc[2] for name, disc in placing.regions.items()}
    assert min(apart, key=apart.__getitem__) == "c"


def test_those_who_are_pinned_stay_and_nobody_is_set_on_them() -> None:
    asked, placing = placed_town()
    chosen = asked.stakeholder_ids[7]
    spot = where(asked, placing)[asked.stakeholder_ids[8]]
    tidied = replace(
        asked,
        x=np.where(np.arange(60) == 7, spot[0], math.nan),
        y=np.where(np.arange(60) == 7, spot[1], math.nan),
        pinned=np.arange(60) == 7,
    )
    after = place(tidied)
    assert where(tidied, after)[chosen] == spot
    assert least_distance(after) >= CLOSE
    assert room_between_discs(after) > 0


def test_a_disc_whose_group_has_nobody_left_is_kept_free() -> None:
    asked = request(
        {"s": "a", "z": "b"}, at={"s": (0.0, 0.0)}, regions={"a": (0, 0, 3), "gone": (9, 0, 4)}
    )
    placing = place(asked)
    assert placing.regions["gone"] == (9, 0, 4)
    assert room_between_discs(placing) > 0


def test_the_unnamed_region_goes_once_everybody_has_a_group() -> None:
    asked = request(
        {"s": "a", "z": "b"}, at={"s": (0.0, 0.0)}, regions={"a": (0, 0, 3), "": (9, 0, 4)}
    )
    assert sorted(place(asked).regions) == ["a", "b"]


# Neighbourhoods


def kept(asked: PlaceRequest, placing: Placing) -> float:
    """How many of the relationships are with one of the six who stand nearest."""
    places = np.column_stack([placing.x, placing.y])
    apart = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
    nearest = np.argsort(apart, axis=1)[:, 1:7]
    return float(
        np.mean([b in nearest[a] for a, b in zip(asked.source, asked.target, strict=True)])
    )


def villages(size: int) -> PlaceRequest:
    """Everybody knows three in their village of ten, and one in three somebody anywhere."""
    draw = np.random.default_rng(8)
    ids = [f"s{number:03}" for number in range(size)]
    near = [(n, n // 10 * 10 + int(draw.integers(10))) for n in range(size) for _ in range(3)]
    far = [(n, int(draw.integers(size))) for n in range(0, size, 3)]
    return request(dict.fromkeys(ids, "a"), [(ids[a], ids[b]) for a, b in near + far if a != b])


def springs_alone(
    graph: Graph,
    seed: int,
    weights: Floats | None = None,
    *,
    fine: bool = False,
) -> Floats | None:
    return by_springs(graph, seed, weights)


def test_of_many_more_stand_beside_those_they_know_than_by_springs_alone() -> None:
    asked = villages(300)
    assert kept(asked, place(asked)) > 1.15 * kept(asked, place(asked, springs_alone))


def test_many_have_the_same_places_whatever_the_order_of_the_rows() -> None:
    asked = villages(120)
    other = in_order(asked, np.random.default_rng(4).permutation(120).tolist())
    assert where(other, place(other)) == where(asked, place(asked))


# Out of time


def test_what_cannot_be_drawn_in_time_stands_in_a_spiral_and_is_named() -> None:
    asked = town()
    placing = place(asked, out_of_time)
    again = place(asked, out_of_time)
    assert placing.spiralled == ("a", "b", "c")  # without a group nobody knows more than four
    assert outside(asked, placing) == []
    assert least_distance(placing) >= CLOSE
    assert where(asked, placing) == where(asked, again)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (request({}), False),
        (request({"a": "a"}), False),
        (request({"a": "a", "b": "a"}, [("a", "b")]), False),
        (request({"a": "a", "b": "b"}, [("a", "b")]), True),
        (town(), True),
        (with_newcomers(*placed_town(), {"zz": "b"}), False),
        (with_newcomers(*placed_town(), {"zz": "joining"}), False),
    ],
)
def test_a_newcomer_needs_nothing_drawn(asked: PlaceRequest, expected: bool) -> None:
    assert asks_to_draw(asked) is expected


# Spots


def test_the_first_seeds_are_as_far_out_as_the_formula_says() -> None:
    far = np.hypot(*seeds(0, 4).T)
    assert far == pytest.approx([0.0, math.sqrt(3.5), math.sqrt(4.5), math.sqrt(5.5)])


def test_seeds_keep_their_distance() -> None:
    points = seeds(0, 2_000)
    assert not any(
        is_near(points[[one]], np.delete(points, one, axis=0), 1.65)[0] for one in range(60)
    )


def test_near_is_what_a_comparison_of_all_pairs_says() -> None:
    draw = np.random.default_rng(5)
    points, others = draw.uniform(-20, 20, (300, 2)), draw.uniform(-20, 20, (200, 2))
    apart = np.hypot(*(points[:, None] - others).transpose(2, 0, 1))
    assert is_near(points, others, 1.3).tolist() == (apart.min(axis=1) < 1.3).tolist()


@pytest.mark.parametrize("targets", [3, 400, 500])
def test_each_target_gets_a_site_of_its_own_close_by(targets: int) -> None:
    draw = np.random.default_rng(6)
    wanted = draw.uniform(-20, 20, (targets, 2))
    sites = seeds(0, 500)
    chosen = match(wanted, sites)
    assert len(set(chosen.tolist())) == targets
    assert np.median(np.hypot(*(sites[chosen] - wanted).T)) < 6


def test_targets_in_one_place_get_the_sites_around_it() -> None:
    sites = seeds(0, 1_000)
    chosen = match(np.zeros((100, 2)), sites)
    assert len(set(chosen.tolist())) == 100
    assert np.hypot(*sites[chosen].T).max() < 0.75 * np.hypot(*sites.T).max()


def test_those_in_no_disc_stand_between_the_discs_near_those_they_know() -> None:
    asked = replace(
        request(
            {f"s{n:02}": "abc"[n % 3] for n in range(30)} | {"x": "between", "y": "between"},
            [("x", "s00"), ("x", "s01")],
        ),
        loose=frozenset({"between"}),
    )
    placing = place(asked)
    assert sorted(placing.regions) == ["a", "b", "c"]
    at = where(asked, placing)
    for x, y, radius in placing.regions.values():
        assert math.dist(at["x"], (x, y)) > radius
        assert math.dist(at["y"], (x, y)) > radius
    far = {name: math.dist(at["x"], disc[:2]) - disc[2] for name, disc in placing.regions.items()}
    assert max(far, key=far.__getitem__) == "c"
    assert least_distance(placing) >= CLOSE
