"""Slips of the pen in names: which names to compare, and whether they differ by nothing else.

Names are compared that stand near each other in order, read from either end, that share a rare
word, or that are the same once each rare word is read as the commoner one that it resembles.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from landscape.analysis.arrays import Ints

NEIGHBOURS: Final = 8
RARE: Final = 12
_NEAR: Final = 80.0
_SLIP_FROM: Final = 5  # letters of a word in which one slip is likelier than another word
_CHANGED_FROM: Final = 7  # the same for one letter put in another's place: Maria is not Marie
_TWO_SLIPS_FROM: Final = 10
_MOST_SLIPS: Final = 2
_LONGEST: Final = 40
_DIRECTIONS: Final = frozenset(
    place + half + ending
    for place in ("north", "south")
    for half in ("", "east", "west")
    for ending in ("", "ern", "ward")
)

Words = tuple[str, ...]


def near_each_other(names: Sequence[Words]) -> Ints:
    """Positions to compare, two a row; each pair once.

    Parameters
    ----------
    names : Sequence of tuple of str
        The telling words of each name, in order.

    Returns
    -------
    numpy.ndarray
        Shape (n, 2). At most a fixed number a name, however many names there are.
    """
    if len(names) < 2:
        return np.empty((0, 2), dtype=np.int64)
    texts = [" ".join(words) for words in names]
    order = _in_order(texts)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    backwards = place[_in_order([text[::-1] for text in texts])]
    shared: tuple[list[int], list[int]] = [], []
    for positions in (*_sharing_a_rare_word(names), *_read_alike(names)):
        for at, position in enumerate(positions, start=1):
            shared[0].extend([position] * (len(positions) - at))
            shared[1].extend(positions[at:])
    left, right = ([place[np.array(side, dtype=np.int64)]] for side in shared)
    for row in (np.arange(len(order)), backwards):
        for step in range(1, min(NEIGHBOURS, len(order) - 1) + 1):
            left.append(row[:-step])
            right.append(row[step:])
    one, other = np.concatenate(left), np.concatenate(right)
    # Pairs that are near each other in memory are compared one after the other.
    each = np.sort(np.minimum(one, other) * len(names) + np.maximum(one, other))
    each = each[np.diff(each, prepend=-1) > 0]
    return np.stack([order[each // len(names)], order[each % len(names)]], axis=1)


def _in_order(texts: Sequence[str]) -> Ints:
    return np.array(sorted(range(len(texts)), key=texts.__getitem__), dtype=np.int64)


def look_alike(names: Sequence[Words], pairs: Ints) -> Ints:
    """The rows of `pairs` whose names have most letters in common, by rapidfuzz."""
    if not len(pairs):
        return pairs
    texts = np.array([" ".join(sorted(words)) for words in names], dtype=object)
    likeness = process.cpdist(
        texts[pairs[:, 0]], texts[pairs[:, 1]], scorer=fuzz.ratio, score_cutoff=_NEAR
    )
    near: Ints = pairs[likeness > 0]
    return near


def slips_between(one: Words, other: Words) -> tuple[float, list[tuple[str, str]]] | None:
    """How alike two names are that differ by slips only, and the words that differ.

    None when they differ in a word of its own, or in more than two.
    """
    if len(one) != len(other):
        return None
    rest, left = _without(one, other), _without(other, one)
    if not 0 < len(rest) <= _MOST_SLIPS:
        return None
    slips: list[tuple[str, str]] = []
    for word in sorted(rest):
        meant = next((candidate for candidate in left if is_slip(word, candidate)), None)
        if meant is None:
            return None
        left.remove(meant)
        slips.append((word, meant))
    same = sorted(_without(one, [word for word, _ in slips]))
    likeness = fuzz.ratio(
        " ".join([*same, *(word for word, _ in slips)]),
        " ".join([*same, *(meant for _, meant in slips)]),
    )
    return likeness, slips


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words that are left, in order of the alphabet, once each of `others` took one of them."""
    if len(set(words)) == len(words):
        return sorted(set(words).difference(others))
    return sorted((Counter(words) - Counter(others)).elements())


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ as by a slip of the pen: one letter, or two in a long word."""
    shortest = min(len(one), len(other))
    if shortest < _SLIP_FROM or one[0] != other[0] or {one, other} <= _DIRECTIONS:
        return False
    if one.isdecimal() or other.isdecimal():
        return False
    most = 2 if shortest >= _TWO_SLIPS_FROM else 1
    if OSA.distance(one, other, score_cutoff=most) > most:
        return False
    changed = len(one) == len(other) and sorted(one) != sorted(other)
    return not changed or shortest >= _CHANGED_FROM


def _sharing_a_rare_word(names: Sequence[Words]) -> list[list[int]]:
    """Positions that share a word that few have, a list for each such word."""
    where: dict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(names):
        for word in dict.fromkeys(words):
            where[word].append(position)
    return [positions for positions in where.values() if 1 < len(positions) <= RARE]


def _read_alike(names: Sequence[Words]) -> list[list[int]]:
    """Names that are the same once each word is read as the commonest that it may be a slip of."""
    times = Counter(word for words in names for word in words)
    meant = _commoner(times)
    if not meant:
        return []
    first: dict[str, int] = {}
    read: dict[str, list[int]] = {}
    for position, words in enumerate(names):
        key = " ".join(sorted([meant.get(word, word) for word in words]))
        earlier = first.setdefault(key, position)
        if earlier != position:
            read.setdefault(key, [earlier]).append(position)
    return [positions for positions in read.values() if len(positions) <= RARE]


def _commoner(times: Counter[str]) -> dict[str, str]:
    """For each word the commonest word that it may be a slip of, where there is one."""
    first: dict[str, str] = {}
    spelt: dict[str, list[str]] = {}  # only forms of two words or more: most have one
    for word in times:
        if not _SLIP_FROM <= len(word) <= _LONGEST or word.isdecimal():
            continue
        for form in {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}:
            other = first.setdefault(form, word)
            if other is not word:
                spelt.setdefault(form, [other]).append(word)
    meant: dict[str, str] = {}
    for alike in spelt.values():
        if len(alike) > RARE:
            continue
        best = max(alike, key=lambda word: (times[word], word))
        for word in alike:
            known = meant.get(word, word)
            if (times[best], best) > (times[known], known) and is_slip(word, best):
                meant[word] = best
    return meant
