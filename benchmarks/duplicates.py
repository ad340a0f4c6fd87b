"""Looking for likely duplicates among 2,000 and 20,000 names, against rapidfuzz alone.

The floor compares the same candidates, as they are written, by rapidfuzz in one call. Goals, in
processor time: at most 3 times the floor, and at most 12 times longer for 10 times the names. One
name in fifty is a second spelling of another; `found` says how many of these were found.
"""

import random
from collections.abc import Callable

import numpy as np
from rapidfuzz import fuzz, process, utils

from benchmarks.measure import growth, measure, ratio
from landscape.analysis.likeness import likely_same
from landscape.analysis.likeness_names import words_of
from landscape.analysis.likeness_slips import near_each_other

SIZES = (2_000, 20_000)
RUNS = 5  # one takes a twentieth of a second, which others on the machine disturb
GOAL = 3.0
GROWTH_GOAL = 12.0
TWICE = 50
MOST = 1_000_000

SYLLABLES = "ka lo mi ren to va shi bel dor an gu ster fin wa her pol tri sen mar ny".split()  # noqa: SIM905
BODIES = (
    "Department of {}", "{} Council", "Ministry of {}", "{} Trust", "University of {}",
    "{} Cooperative Ltd", "Friends of {} e.V.", "{} & Daughters", "{} School District {}",
    "Office for {} (Region {})", "The {} Society", "Café {}",
)  # fmt: skip


def main() -> dict[str, object]:
    sizes: dict[int, dict[str, object]] = {}
    met = True
    spent = []
    for size in SIZES:
        ours = measure("benchmarks.duplicates:searching", {"size": size}, runs=RUNS)
        floor = measure("benchmarks.duplicates:comparing", {"size": size}, runs=RUNS)
        times = ratio(ours.cpu_s, floor.cpu_s)
        met = met and times <= GOAL
        spent.append(ours.cpu_s)
        sizes[size] = {
            **ours.figures(),
            "floor_cpu_s": round(floor.cpu_s, 3),
            "ratio": times,
            "candidates": floor.answers[0],
            "of_all_pairs": size * (size - 1) // 2,
            "planted": size // TWICE,
            "found": ours.answers[0],
        }
    grown = growth(spent)
    met = met and max(grown) <= GROWTH_GOAL
    return {
        "goal": GOAL, "growth_goal": GROWTH_GOAL, "sizes": sizes, "growth_cpu": grown, "met": met,
    }  # fmt: skip


def searching(size: int) -> Callable[[], int]:
    """What is measured: the whole search. Answers how many of the planted pairs it found."""
    names = drawn(size)
    planted = {(number, size - size // TWICE + number) for number in range(size // TWICE)}

    def search() -> int:
        pairs = likely_same(names, most=MOST)
        return len(planted & {(pair.left, pair.right) for pair in pairs})

    return search


def comparing(size: int) -> Callable[[], int]:
    """The floor: rapidfuzz on the candidates of the same search, which are there already."""
    names = np.array(drawn(size), dtype=object)
    pairs = near_each_other([words_of(name).words for name in names])
    left, right = names[pairs[:, 0]], names[pairs[:, 1]]

    def compare() -> int:
        process.cpdist(
            left,
            right,
            scorer=fuzz.token_sort_ratio,
            processor=utils.default_process,
            score_cutoff=88,
        )
        return len(pairs)

    return compare


def drawn(size: int) -> list[str]:
    """Names of bodies with places in them; the last fiftieth are the first ones written anew."""
    draw = random.Random(7)
    # Words grow with the square root of what is written, by Heaps' law.
    places = [
        "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).capitalize()
        for _ in range(int(40 * size**0.5))
    ]
    first = [
        draw.choice(BODIES).format(
            " ".join(draw.choices(places, k=draw.randint(1, 3))), draw.randint(1, 98)
        )
        for _ in range(size - size // TWICE)
    ]
    return [*first, *(_anew(name, draw) for name in first[: size // TWICE])]


def _anew(name: str, draw: random.Random) -> str:
    """The same name by another hand: in capitals, in another order, or with a slip."""
    way = draw.randrange(3)
    if way == 0:
        return name.upper()
    if way == 1:
        return ", ".join(reversed(name.split(" ", maxsplit=1)))
    longest = max(name.split(), key=len)
    at = len(longest) // 2
    return name.replace(longest, longest[:at] + longest[at + 1] + longest[at] + longest[at + 2 :])
