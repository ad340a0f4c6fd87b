"""Rings: steps counted by hand, everybody within their rims and their sector."""

import math

import numpy as np
import pytest

from landscape.analysis.arrangements.rings import (
    BEYOND,
    FARTHEST,
    grounds,
    rings_of,
    seats,
    steps_from,
)

RIMS = {1: (9, 20), 2: (20, 31), 3: (31, 38), FARTHEST: (38, 44)}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ([0], [0, 1, 2, 3, 1, -1, -1]),
        ([0, 3], [0, 1, 1, 0, 1, -1, -1]),
        ([5], [-1, -1, -1, -1, -1, 0, -1]),
        ([], [-1] * 7),
    ],
)
def test_steps_are_counted_both_ways(start: list[int], expected: list[int]) -> None:
    source, target = np.array([1, 1, 2, 0, 5]), np.array([0, 2, 3, 4, 5])
    begin = np.isin(np.arange(7), start)
    assert steps_from(7, source, target, begin).tolist() == expected


def test_four_steps_and_more_share_a_ring() -> None:
    steps = np.array([0, 1, 2, 3, 4, 5, 90, -1])
    assert rings_of(steps).tolist() == [0, 1, 2, 3, FARTHEST, FARTHEST, FARTHEST, BEYOND]


@pytest.mark.parametrize("sectors", [1, 2, 5, 12, 130])
def test_everybody_stands_between_the_rims_and_in_the_sector_of_their_group(sectors: int) -> None:
    count = 1_500
    draw = np.random.default_rng(2)
    ring, sector = draw.integers(1, FARTHEST + 1, count), draw.integers(0, sectors, count)
    places = seats([f"s{number}" for number in range(count)], ring, sector, sectors)
    far = np.hypot(*places.T)
    for number, (inner, outer) in RIMS.items():
        assert (far[ring == number] > inner).all()
        assert (far[ring == number] < outer).all()
    # From the top clockwise; the first sector has the top in its middle.
    many = {1: 1, 2: 2, 5: 6, 12: 12, 130: 130}[sectors]
    turn = (np.arctan2(places[:, 1], places[:, 0]) + math.pi / 2) % (2 * math.pi)
    found = np.floor(turn / (2 * math.pi) * many + 0.5).astype(int) % many
    assert found.tolist() == sector.tolist()


def test_one_alone_stands_in_the_middle_and_the_rest_beside_the_rings() -> None:
    places = seats(["us", "far"], np.array([0, BEYOND]), np.array([0, 0]), 3)
    assert places[0].tolist() == [0.0, 0.0]
    assert 48 < places[1, 0] < 64
    assert -30 < places[1, 1] < 30


def test_a_group_that_is_added_gets_a_free_sector() -> None:
    ring, sector = np.array([1, 2, 2]), np.array([1, 2, 4])
    ids = ["a", "b", "c"]
    assert seats(ids, ring, sector, 5).tolist() == seats(ids, ring, sector, 6).tolist()


@pytest.mark.parametrize(
    ("ring", "labels"),
    [
        ([0], []),
        ([0, 2], ["1 step", "2 steps"]),
        ([0, 1, BEYOND], ["1 step", "Not connected"]),
        ([0, 4], ["1 step", "2 steps", "3 steps", "4 steps or more"]),
    ],
)
def test_rings_are_drawn_as_far_as_somebody_stands(ring: list[int], labels: list[str]) -> None:
    drawn = grounds(np.array(ring))
    assert [one.label for one in drawn] == labels
    assert {one.kind for one in drawn if one.label != "Not connected"} <= {"ring"}
