"""Time, processor and memory of one call, each time in a fresh process."""

import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Medians over runs. Memory is the most the process held, with its imports."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    answers: tuple[object, ...] = ()

    def figures(self) -> dict[str, float]:
        """Rounded, for a line of JSON."""
        return {
            "wall_s": round(self.wall_s, 3),
            "cpu_s": round(self.cpu_s, 3),
            "peak_mb": round(self.peak_mb, 1),
        }


def measure(
    function: str, arguments: Mapping[str, object] | None = None, *, runs: int = 3
) -> Measured:
    """Call `function` ("benchmarks.some_module:name") `runs` times, each in its own process.

    The function prepares and returns what is to be measured: a callable without arguments, whose
    answer must fit into JSON. Its own preparation counts for memory only.
    """
    each = [_once(function, arguments or {}) for _ in range(runs)]
    return Measured(
        wall_s=statistics.median(one["wall_s"] for one in each),
        cpu_s=statistics.median(one["cpu_s"] for one in each),
        peak_mb=statistics.median(one["peak_mb"] for one in each),
        answers=tuple(one["answer"] for one in each),
    )


def ratio(one: float, floor: float) -> float:
    """How many times the floor it is."""
    return round(one / floor, 2)


def growth(by_size: Sequence[float]) -> list[float]:
    """How many times the figure before each is, for sizes in ascending order."""
    return [ratio(after, before) for before, after in pairwise(by_size)]


def _once(function: str, arguments: Mapping[str, object]) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.measure", function, json.dumps(dict(arguments))],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _main(function: str, arguments: str) -> None:
    module, _, name = function.partition(":")
    call = getattr(importlib.import_module(module), name)(**json.loads(arguments))
    began, worked = time.perf_counter(), time.process_time()
    answer = call()
    spent = {"wall_s": time.perf_counter() - began, "cpu_s": time.process_time() - worked}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**spent, "peak_mb": peak, "answer": answer}))


if __name__ == "__main__":
    _main(*sys.argv[1:])
