"""Seats in cells: each has one, newcomers move nobody, and any few lie far apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.analysis.arrangements.seats import heap, in_boxes, spread, taken
from landscape.analysis.arrays import Floats

IDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), unique=True, max_size=60)


def of_cells(ids: list[str], cells: int = 3) -> np.ndarray:
    return np.array([len(id_) % cells for id_ in ids], dtype=np.int64)


def least_distance(points: Floats) -> float:
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    return float(apart[~np.eye(len(points), dtype=bool)].min())


@given(IDS)
def test_everybody_in_a_cell_has_a_seat_of_their_own(ids: list[str]) -> None:
    cell = of_cells(ids)
    seat = taken(ids, cell, np.array([1, 4, 7]))
    assert len(set(zip(cell.tolist(), seat.tolist(), strict=True))) == len(ids)
    assert (seat >= 0).all()


@given(IDS, st.integers(0, 60))
def test_whoever_comes_later_moves_nobody(ids: list[str], until: int) -> None:
    first = np.array([1, 4, 7])
    whole = taken(ids, of_cells(ids), first)
    assert taken(ids[:until], of_cells(ids[:until]), first).tolist() == whole[:until].tolist()


def test_where_one_of_two_hundred_leaves_only_a_few_move_up() -> None:
    ids = [f"s_{number}" for number in range(200)]
    whole = dict(zip(ids, taken(ids, np.zeros(200, int), np.array([4])), strict=True))
    moved = []
    for gone in range(0, 200, 5):
        left = ids[:gone] + ids[gone + 1 :]
        seats = taken(left, np.zeros(199, int), np.array([4]))
        moved.append(sum(whole[id_] != seat for id_, seat in zip(left, seats, strict=True)))
    assert (np.median(moved), max(moved)) == (1.0, 5)


@pytest.mark.parametrize("count", [2, 5, 20, 100, 1_000])
@pytest.mark.parametrize("tiles", [(1, 1), (4, 1), (3, 2)])
def test_any_first_seats_of_a_cell_lie_far_apart(count: int, tiles: tuple[int, int]) -> None:
    across, down = (np.full(count, one, dtype=np.int64) for one in tiles)
    points = spread(np.arange(count), across, down) * tiles
    even = np.sqrt(tiles[0] * tiles[1] / count)
    assert (points >= 0).all()
    assert (points < tiles).all()
    assert least_distance(points) > 0.4 * min(even, 1.0)


def test_the_first_seats_of_a_row_of_tiles_are_evenly_apart_and_at_different_heights() -> None:
    points = spread(np.arange(4), np.full(4, 4), np.ones(4, dtype=np.int64))
    by_column = sorted(points.tolist())
    assert [x for x, _ in by_column] == [0.125, 0.375, 0.625, 0.875]
    assert [round(y, 3) for _, y in by_column] == [0.5, 0.882, 0.264, 0.646]


def test_boxes_keep_their_margins_free() -> None:
    ids = [f"s_{number}" for number in range(300)]
    boxes = np.array([[0.0, 0.0, 30.0, 10.0], [40.0, 5.0, 10.0, 10.0]])
    box = np.arange(300) % 2
    places = in_boxes(ids, box, boxes, sides=0.1, top=0.3, foot=0.2)
    one, other = places[box == 0], places[box == 1]
    assert (one >= (3.0, 3.0)).all()
    assert (one <= (27.0, 8.0)).all()
    assert (other >= (41.0, 8.0)).all()
    assert (other <= (49.0, 13.0)).all()
    assert least_distance(one) > 0.25


def test_the_first_of_a_heap_stands_on_the_spot_and_the_others_around_it() -> None:
    points = heap(np.arange(200), 0.5, 3.0)
    assert points[0].tolist() == [0.0, 0.0]
    assert np.hypot(*points.T).max() <= 3.0
    assert least_distance(points[:30]) == pytest.approx(0.5 * 1.65, rel=0.02)
    assert len(np.unique(np.round(points, 9), axis=0)) == 200
