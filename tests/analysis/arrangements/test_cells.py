"""Cells of influence and interest, and bands of levels: everybody within theirs."""

import math
from itertools import combinations

import numpy as np
import pytest

from landscape.analysis.arranged import Ground
from landscape.analysis.arrangements import grid, levels


def overlaps(one: Ground, other: Ground) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > 1e-9 and down > 1e-9


def inside(places: np.ndarray, ground: Ground) -> bool:
    x, y = places.T
    return bool(
        ((ground.x < x) & (x < ground.x + ground.w)).all()
        and ((ground.y < y) & (y < ground.y + ground.h)).all()
    )


@pytest.mark.parametrize("grounds", [grid.grounds(), levels.grounds()])
def test_no_cell_lies_on_another(grounds: tuple[Ground, ...]) -> None:
    assert not any(overlaps(one, other) for one, other in combinations(grounds, 2))


@pytest.mark.parametrize(
    ("influence", "interest", "cell"),
    [
        (5, 1, 0),
        (5, 5, 4),
        (3, 3, 12),
        (1, 1, 20),
        (1, 5, 24),
        (math.nan, 5, 25),
        (2, math.nan, 25),
    ],
)
def test_influence_goes_up_and_interest_to_the_right(
    influence: float, interest: float, cell: int
) -> None:
    assert grid.cells(np.array([influence]), np.array([interest])).tolist() == [cell]


def test_both_ratings_are_named_along_the_side_and_the_foot() -> None:
    labels = [one.label for one in grid.grounds()]
    assert labels[0] == "Influence 5 high"
    assert labels[6:9] == ["", "", ""]
    assert labels[20:] == [
        "Influence 1 low, interest 1 low",
        "Interest 2",
        "Interest 3",
        "Interest 4",
        "Interest 5 high",
        "Influence or interest not recorded",
    ]


def test_everybody_stands_in_the_cell_of_their_ratings() -> None:
    cell = np.arange(600) % 26
    places = grid.seats([f"s{number}" for number in range(600)], cell)
    for number, ground in enumerate(grid.grounds()):
        assert inside(places[cell == number], ground)


def test_levels_go_from_international_down_to_person_and_not_recorded() -> None:
    told = ["international", "nation", "region", "locality", "organisation", "team", "person"]
    assert levels.bands([*told, "", "galaxy"]).tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 7]
    assert [one.label for one in levels.grounds()] == [
        *("International", "Nation", "Region", "Locality", "Organisation", "Team", "Person"),
        "Level not recorded",
    ]


def test_everybody_stands_in_the_band_of_their_level() -> None:
    band = np.arange(400) % 8
    places = levels.seats([f"s{number}" for number in range(400)], band)
    for number, ground in enumerate(levels.grounds()):
        assert inside(places[band == number], ground)
