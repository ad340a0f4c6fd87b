"""Which discs face each other; the arrangements were drawn on paper."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from landscape.analysis.facing import NEAREST, facing

Disc = tuple[float, float, float]


def faces(*discs: Disc) -> list[tuple[int, int]]:
    x, y, radius = np.array(discs, dtype=np.float64).reshape(-1, 3).T.copy()
    return [(int(one), int(other)) for one, other in facing(x, y, radius)]


def test_fewer_than_two_face_nobody() -> None:
    assert faces() == []
    assert faces((0, 0, 1)) == []


def test_one_in_the_middle_of_a_row_keeps_the_outer_two_apart() -> None:
    assert faces((0, 0, 1), (3, 0, 1), (6, 0, 1)) == [(0, 1), (1, 2)]


def test_a_small_one_beside_the_line_hides_nothing() -> None:
    assert faces((0, 0, 1), (3, 1.1, 1), (6, 0, 1)) == [(0, 1), (0, 2), (1, 2)]


def test_a_ring_around_a_large_middle() -> None:
    """Opposite ones have the middle between them; neighbours see each other past it."""
    assert faces((0, 0, 2), (3, 0, 1), (0, 3, 1), (-3, 0, 1), (0, -3, 1)) == [
        *((0, 1), (0, 2), (0, 3), (0, 4)),
        *((1, 2), (1, 4), (2, 3), (3, 4)),
    ]


def test_discs_that_stand_endlessly_far_off_are_told_apart() -> None:
    far = 1e300
    assert faces((-far, 0, 1), (0, 0, 1), (far, 0, 1)) == [(0, 1), (1, 2)]


def test_discs_in_one_place_face_each_other() -> None:
    assert faces((0, 0, 1), (0, 0, 1)) == [(0, 1)]


@given(
    st.lists(
        st.tuples(st.floats(-9, 9), st.floats(-9, 9), st.floats(0.1, 1)),
        max_size=NEAREST + 1,
    )
)
def test_each_pair_comes_once_and_its_line_is_free(discs: list[Disc]) -> None:
    """Against a hundred points on each line, as long as all discs are among the nearest."""
    found = faces(*discs)
    assert found == sorted(set(found))
    for one in range(len(discs)):
        for other in range(one + 1, len(discs)):
            near, far = np.array(discs[one][:2]), np.array(discs[other][:2])
            line = near + np.linspace(0, 1, 101)[:, None] * (far - near)
            blocked = any(
                (np.hypot(*(line - np.array(third[:2])).T) < third[2] - 1e-6).any()
                for at, third in enumerate(discs)
                if at not in (one, other) and tuple(near) != tuple(far)
            )
            if blocked:
                assert (one, other) not in found


def test_many_are_looked_at_near_by_only() -> None:
    across = [(float(3 * column), float(3 * row), 1.0) for row in range(30) for column in range(30)]
    found = faces(*across)
    assert (0, 1) in found
    assert (0, 30) in found
    assert len(found) < len(across) * NEAREST
