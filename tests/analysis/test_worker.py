"""The worker places as the layout does, in another process, and never fails a write."""

import threading

import igraph
import numpy as np
import pytest

from landscape.analysis.layout import PlaceRequest, Placing, place
from landscape.analysis.layout_drawing import out_of_time
from landscape.analysis.worker import place_in_worker
from landscape.child import Limits


def town(size: int = 300, seed: int = 1) -> PlaceRequest:
    draw = np.random.default_rng(seed)
    return PlaceRequest(
        stakeholder_ids=tuple(f"s{number:05} é" for number in range(size)),
        group=tuple(draw.choice(["", "a", "b", "ç"], size).tolist()),
        source=draw.integers(-1, size, 2 * size),
        target=draw.integers(0, size, 2 * size),
        seed=seed,
        x=np.full(size, np.nan),
        y=np.full(size, np.nan),
        pinned=np.zeros(size, dtype=bool),
    )


def same(one: Placing, other: Placing) -> bool:
    return (
        np.array_equal(one.x, other.x)
        and np.array_equal(one.y, other.y)
        and one.regions == other.regions
        and one.spiralled == other.spiralled
    )


def test_the_child_places_as_the_layout_does() -> None:
    assert same(place_in_worker(town()), place(town()))


def test_what_has_a_place_comes_back_to_the_last_digit() -> None:
    first = place(town())
    asked = town()
    x, y = first.x.copy(), first.y.copy()
    x[::3] = np.nan
    again = place_in_worker(
        PlaceRequest(
            stakeholder_ids=asked.stakeholder_ids,
            group=tuple(
                "joining" if np.isnan(one) else name
                for one, name in zip(x, asked.group, strict=True)
            ),
            source=asked.source,
            target=asked.target,
            seed=1,
            x=x,
            y=y,
            pinned=asked.pinned,
            regions=first.regions,
        )
    )
    kept = ~np.isnan(x)
    assert again.x[kept].tolist() == first.x[kept].tolist()
    assert again.y[kept].tolist() == first.y[kept].tolist()
    assert again.spiralled == ()
    assert np.isfinite(again.x).all()


def test_eight_at_once_each_get_their_own_layout() -> None:
    alone = [place(town(seed=seed)) for seed in range(8)]
    found: dict[int, Placing] = {}
    threads = [
        threading.Thread(
            target=lambda seed: found.update({seed: place_in_worker(town(seed=seed))}), args=(seed,)
        )
        for seed in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [same(found[seed], alone[seed]) for seed in range(8)] == [True] * 8


def test_without_time_everybody_stands_in_a_spiral() -> None:
    placing = place_in_worker(town(), drawing_s=0.0)
    assert placing.spiralled == ("a", "b", "ç")  # all that have anything to draw
    assert same(placing, place(town(), out_of_time))


def test_time_that_runs_out_while_igraph_draws_ends_the_drawing() -> None:
    """One region of 20,000 takes igraph most of a second; it gets a twentieth of one."""
    asked = town(size=20_000)
    placing = place_in_worker(asked, drawing_s=0.05)
    assert placing.spiralled == ("", "a", "b", "ç")
    assert np.isfinite(placing.x).all()


@pytest.mark.parametrize(
    "limits",
    [Limits(wall_s=0.05), Limits(memory_mb=60), Limits(answer_mb=0)],
    ids=["time", "memory", "answer"],
)
def test_a_child_that_is_ended_leaves_everybody_in_a_spiral(limits: Limits) -> None:
    placing = place_in_worker(town(), limits=limits)
    assert same(placing, place(town(), out_of_time))


def test_a_newcomer_is_placed_without_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """An executable that does not exist would make any child fail to start."""
    first = place(town())
    x, y = first.x.copy(), first.y.copy()
    x[5] = y[5] = np.nan
    asked = town()
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    placing = place_in_worker(
        PlaceRequest(
            stakeholder_ids=asked.stakeholder_ids,
            group=asked.group,
            source=asked.source,
            target=asked.target,
            seed=1,
            x=x,
            y=y,
            pinned=asked.pinned,
            regions=first.regions,
        )
    )
    assert placing.spiralled == ()
    assert np.isfinite(placing.x).all()


def test_igraph_in_this_process_is_not_asked_for_random_numbers() -> None:
    def refuse(*_: object) -> float:
        raise AssertionError

    class Refusing:
        random = randint = gauss = staticmethod(refuse)
        getrandbits = staticmethod(refuse)

    import random

    igraph.set_random_number_generator(Refusing())
    try:
        assert place_in_worker(town()).spiralled == ()
    finally:
        igraph.set_random_number_generator(random)
