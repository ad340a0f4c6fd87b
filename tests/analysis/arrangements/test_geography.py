"""Places on a net of degrees: the projection by hand, lines at whole steps, heaps in one place."""

import math

import numpy as np
import pytest

from landscape.analysis.arrangements.geography import frame_of, grounds, projected, seats


def points(*places: tuple[float, float]) -> np.ndarray:
    latitude, longitude = np.array(places, dtype=float).T
    return projected(latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "down"),
    [
        (0.0, 0.0),
        # tan(45 + 66.513260 / 2 degrees) is e to the power of pi / 2: by Snyder's formula (7-2).
        (66.51326044311186, -90.0),
        (-66.51326044311186, 90.0),
        (90.0, -179.41),  # as for 85, where the map ends
    ],
)
def test_the_projection_is_mercator_s(latitude: float, down: float) -> None:
    assert points((latitude, 12.5))[0] == pytest.approx([12.5, down], abs=0.005)


def test_without_both_coordinates_there_is_no_place() -> None:
    assert np.isnan(points((math.nan, 3.0), (3.0, math.nan))).all()


def test_two_in_one_place_stand_close_and_the_first_of_them_exactly_there() -> None:
    where = points((50.0, 10.0), (50.0, 10.00001), (52.0, 14.0))
    placed = seats(["a", "b", "c"], where, frame_of(where))
    assert placed[[0, 2]].tolist() == where[[0, 2]].tolist()
    assert 0.05 < np.hypot(*(placed[1] - placed[0])) < 0.3  # the frame is four degrees wide


def test_many_in_one_place_stand_apart_around_it() -> None:
    where = points(*[(50.0, 10.0)] * 300, (52.0, 14.0))
    placed = seats([f"s{number}" for number in range(301)], where, frame_of(where))
    assert len(np.unique(np.round(placed, 9), axis=0)) == 301
    assert np.hypot(*(placed[:300] - where[0]).T).max() <= frame_of(where).size / 11


def test_whoever_is_added_within_the_frame_moves_nobody() -> None:
    ids = ["a", "b", "c", "d", "e"]
    where = points((50.0, 10.0), (50.0, 10.0), (52.0, 14.0), (math.nan, 1.0), (51.0, 12.0))
    before = seats(ids[:4], where[:4], frame_of(where[:4]))
    after = seats(ids, where, frame_of(where))
    assert after[:4].tolist() == before.tolist()


def test_those_without_a_place_stand_in_a_band_below() -> None:
    where = points((50.0, 10.0), (math.nan, 1.0), (52.0, 14.0))
    frame = frame_of(where)
    placed = seats(["a", "b", "c"], where, frame)
    band = grounds(frame, rest=True)[-1]
    assert band.label == "Latitude and longitude not recorded"
    assert band.y > where[[0, 2], 1].max()
    assert band.x < placed[1, 0] < band.x + band.w
    assert band.y < placed[1, 1] < band.y + band.h
    assert "band" not in {one.kind for one in grounds(frame, rest=False)}


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        (
            [(50.0, 10.0), (52.0, 14.0)],
            "10°E 11°E 12°E 13°E 14°E 50°N 50.5°N 51°N 51.5°N 52°N",
        ),
        (
            [(-1.0, -1.0), (1.0, 1.0)],
            "1.5°W 1°W 0.5°W 0° 0.5°E 1°E 1.5°E 1°S 0.5°S 0° 0.5°N 1°N",
        ),
        ([(0.0, -20.0), (0.0, 20.0)], "20°W 10°W 0° 10°E 20°E 5°S 0° 5°N"),
    ],
)
def test_lines_stand_at_whole_steps(places: list[tuple[float, float]], labels: str) -> None:
    drawn = grounds(frame_of(points(*places)), rest=False)
    assert " ".join(one.label for one in drawn) == labels
    assert {one.kind for one in drawn} == {"line"}


def test_a_single_place_has_a_frame_around_it() -> None:
    frame = frame_of(points((52.52, 13.4)))
    assert 0.003 < frame.right - frame.left < 0.02
    assert len(grounds(frame, rest=False)) > 2


def test_where_nobody_has_a_place_all_stand_in_the_band() -> None:
    where = points((math.nan, math.nan), (math.nan, math.nan))
    placed = seats(["a", "b"], where, frame_of(where))
    assert np.isfinite(placed).all()
    assert placed[0].tolist() != placed[1].tolist()
