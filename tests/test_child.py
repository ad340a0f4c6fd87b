"""A child works within its limits, and its parent outlives whatever it does.

The functions it runs are ours: one that happens to echo, and the graph worker's, which takes
long when it is given many stakeholders.
"""

import threading
from typing import Any

import numpy as np
import pytest

from landscape.analysis.layout import PlaceRequest
from landscape.analysis.worker import packed
from landscape.child import ChildFailedError, Limits, run
from landscape.model.errors import LandscapeError

MB = 1024 * 1024
ECHO = "landscape.child:_frame"  # answers with eight bytes of length and the payload

WORK = "landscape.analysis.worker:work"


def a_crowd(size: int = 80_000) -> PlaceRequest:
    draw = np.random.default_rng(1)
    return PlaceRequest(
        stakeholder_ids=tuple(f"s{number}" for number in range(size)),
        group=("",) * size,
        source=draw.integers(0, size, 3 * size),
        target=draw.integers(0, size, 3 * size),
        seed=1,
        x=np.full(size, np.nan),
        y=np.full(size, np.nan),
        pinned=np.zeros(size, dtype=bool),
    )


LONG: dict[str, Any] = {
    "function": WORK,
    "payload": packed(a_crowd()),
    "arguments": {"drawing_s": 60.0},
}


def reason(function: str = ECHO, payload: bytes = b"", **rest: Any) -> str:
    with pytest.raises(ChildFailedError) as failed:
        run(function, payload, **rest)
    return failed.value.reason


def test_the_answer_of_the_function_comes_back() -> None:
    assert run(ECHO, b"here") == b"\x00\x00\x00\x00\x00\x00\x00\x04here"


def test_a_child_cannot_load_what_it_shall_do_without() -> None:
    csv = {"form": "csv", "file": "a.csv", "limits": {}}
    read = "landscape.formats.reading:read_in_child"
    assert run(read, b"name\nMill\n", arguments=csv, without=["numpy"])[:1] == b"T"
    assert reason(read, b"name\nMill\n", arguments=csv, without=["pyarrow"]) == "crashed"


def test_a_large_payload_and_a_large_answer_pass_at_once() -> None:
    payload = bytes(range(256)) * (40 * MB // 256)
    assert run(ECHO, payload)[8:] == payload


def test_an_answer_larger_than_allowed_is_refused() -> None:
    assert reason(payload=bytes(3 * MB), limits=Limits(answer_mb=2)) == "too much"


def test_a_child_that_needs_more_memory_than_allowed_is_ended() -> None:
    assert reason(payload=bytes(200 * MB), limits=Limits(memory_mb=150)) == "memory"


def test_a_child_that_runs_longer_than_allowed_is_ended() -> None:
    assert reason(limits=Limits(wall_s=0.05), payload=bytes(64 * MB)) == "time"


def test_a_child_that_works_longer_than_allowed_is_ended() -> None:
    limits = Limits(cpu_s=1, wall_s=30, memory_mb=2_000)
    assert reason(**LONG, limits=limits) == "time"


def test_a_child_is_ended_when_somebody_stops_it() -> None:
    stop = threading.Event()
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    assert reason(**LONG, limits=Limits(memory_mb=2_000, cpu_s=30), stop=stop) == "stopped"
    timer.join()


def test_a_bug_in_the_function_is_a_crash() -> None:
    """What is no Arrow stream raises an error that is not meant for people."""
    arguments = {"drawing_s": 1.0}
    assert reason(function=WORK, payload=b"no stream", arguments=arguments) == "crashed"


def test_an_error_for_people_comes_back_with_its_fix() -> None:
    with pytest.raises(LandscapeError) as told:
        run("json:loads", b"{}")
    assert told.value.what == "'json:loads' is not ours."
    assert told.value.fix == "Name a function of this package."
    assert not isinstance(told.value, ChildFailedError)


def test_eight_threads_each_get_their_own_answer() -> None:
    answers: dict[int, bytes] = {}

    def ask(number: int) -> None:
        answers[number] = run(ECHO, bytes([number]) * MB)[8:]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: bytes([number]) * MB for number in range(8)}
