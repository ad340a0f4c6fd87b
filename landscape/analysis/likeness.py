"""Which names are likely the same: found without comparing every name with every other.

Names that are alike for a plain reason (the same words, a short form) are found by what they
share. Slips of the pen are looked for among few, and rapidfuzz compares only these.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from landscape.analysis.likeness_names import (
    GENERAL,
    Words,
    fold,
    initials_of,
    shortened,
    words_of,
)
from landscape.analysis.likeness_slips import look_alike, near_each_other, slips_between

SAME: Final = 100.0
CAPITALS: Final = 99.0
SMALL_WORDS: Final = 98.0
REORDERED: Final = 97.0
SPACED: Final = 96.0
TOLD_SHORT: Final = 95.0  # a short form that a name gives of itself
SHORT: Final = 91.0
GENERAL_WORD: Final = 89.0
FIRST_LETTER: Final = 88.0

CROWD: Final = 24  # of more names that share something, each is paired with the next only
_SHORTEST: Final = 3
_LONG_ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions whose names are likely the same; `likeness` 0 to 100, and `why` in words."""

    left: int
    right: int
    likeness: float
    why: str


def likely_same(
    names: Sequence[str],
    *,
    others: Sequence[str] | None = None,
    cutoff: float = 88.0,
    most: int = 200,
) -> list[Pair]:
    """Pairs of names that likely stand for the same, the likest first.

    Parameters
    ----------
    names : Sequence of str
        As people wrote them.
    others : Sequence of str, optional
        Names to find `names` among; without them, `names` are compared with each other.
    cutoff : float
        The least likeness of a pair, from 0 to 100.
    most : int
        The number of pairs after which the list stops.

    Returns
    -------
    list of Pair
        `left` is a position in `names`, `right` one in `others` where these are given, else a
        later one in `names`. Ordered by likeness, then by the names themselves.

    Notes
    -----
    Names with different numbers are never the same, nor are names that differ in a word that is
    no slip of the pen. A name without letters and numbers is like itself only. The pairs do not
    depend on the order in which names are given.

    References
    ----------
    .. [1] Hernandez, M. A. and Stolfo, S. J. (1995). The merge/purge problem for large databases.
       SIGMOD Record 24(2), 127-138: neighbours in several orders, instead of all pairs.
    .. [2] Damerau, F. J. (1964). A technique for computer detection and correction of spelling
       errors. Communications of the ACM 7(3), 171-176: a letter too many, one too few, another
       one, or two exchanged make up four in five of all slips.
    """
    split = len(names) if others is not None else None
    every = [*names, *(others or ())]
    taken_apart = [words_of(name) for name in every]
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for one, other, likeness, why in _alike(every, taken_apart):
        left, right = min(one, other), max(one, other)
        if split is not None and not left < split <= right:
            continue
        # Of two reasons that weigh the same one is told, whichever was found first.
        if likeness >= cutoff:
            found[left, right] = max(found.get((left, right), (0.0, "")), (likeness, why))
    shift = split or 0
    pairs = sorted(
        found.items(),
        key=lambda item: (-item[1][0], sorted(every[at] for at in item[0]), item[0]),
    )
    return [
        Pair(left, right - shift, round(likeness, 1), why)
        for (left, right), (likeness, why) in pairs[:most]
    ]


Alike = Iterator[tuple[int, int, float, str]]


def _alike(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    yield from _same_words(names, taken_apart)
    yield from _same_letters(names, taken_apart)
    yield from _short_forms(names, taken_apart)
    yield from _short_forms_inside(names, taken_apart)
    yield from _but_for_a_general_word(names, taken_apart)
    yield from _first_letters(names, taken_apart)
    yield from _slips(taken_apart)


def _sharing(names: Sequence[str], keys: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of positions with the same key; of a crowd, each with the next by name."""
    first: dict[str, int] = {}
    holding: dict[str, list[int]] = {}  # only keys of two names or more: most have one
    for key, position in keys:
        earlier = first.setdefault(key, position)
        if earlier != position:
            holding.setdefault(key, [earlier]).append(position)
    for positions in holding.values():
        if len(positions) > CROWD:
            yield from pairwise(sorted(positions, key=lambda at: (names[at], at)))
        else:
            yield from combinations(positions, 2)


def _same_words(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    keys = (
        # A name without any word is like itself only; no words are written with a stop in front.
        (" ".join(sorted(words.words)) or f".{names[at].strip()}", at)
        for at, words in enumerate(taken_apart)
        if words.words or names[at].strip()
    )
    for one, other in _sharing(names, keys):
        yield one, other, *_how_alike(names, taken_apart, one, other)


def _how_alike(
    names: Sequence[str], taken_apart: Sequence[Words], one: int, other: int
) -> tuple[float, str]:
    """What tells two names of the same words apart."""
    if names[one] == names[other]:
        return SAME, "The same name."
    if fold(" ".join(names[one].split())) == fold(" ".join(names[other].split())):
        return CAPITALS, "The same but for capitals, accents or spaces."
    left, right = taken_apart[one], taken_apart[other]
    if left.words != right.words:
        return REORDERED, "The same words in another order."
    if left.short != right.short:
        return SMALL_WORDS, "The same; one of them gives its short form too."
    if left.plain == right.plain:
        return SMALL_WORDS, "The same but for marks or the form of law."
    return SMALL_WORDS, "The same but for small words, endings or how they are written out."


def _same_letters(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    keys = (
        (letters, at)
        for at, words in enumerate(taken_apart)
        if len(letters := "".join(words.words)) >= _LONG_ENOUGH
    )
    for one, other in _sharing(names, keys):
        if taken_apart[one].numbers == taken_apart[other].numbers:
            yield one, other, SPACED, "The same letters, parted differently."


def _short_forms(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    """Names of one word that are the first letters of another, or that it gives of itself."""
    alone: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(taken_apart):
        if len(words.plain) == 1 and words.plain[0].isalpha():
            alone[words.plain[0]].append(at)
    for at, words in enumerate(taken_apart):
        for short in alone.keys() & words.short:
            for other in _few(names, alone[short]):
                yield (
                    at,
                    other,
                    TOLD_SHORT,
                    f"One gives the other as its short form: {names[other].strip()}.",
                )
        if len(words.words) < 2 or not alone:
            continue
        for short in initials_of(words) & alone.keys():
            for other in _few(names, alone[short]):
                if len(short) >= _SHORTEST or names[other].strip(" .").isupper():
                    yield (
                        at,
                        other,
                        SHORT,
                        f"One may be short for the other: {names[other].strip()}.",
                    )


def _short_forms_inside(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    """Names in which one word in capitals stands for three or more words of another."""
    inside: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(taken_apart):
        if words.capitals:
            inside[tuple(sorted(words.words))].append(at)
    known = frozenset(letters for words in taken_apart for letters in words.capitals)
    for at, words in enumerate(taken_apart if known else ()):
        for key in {tuple(sorted(form)) for form in shortened(words, known)}:
            for other in _few(names, inside.get(key, ())):
                yield at, other, SHORT, "A short form in one stands for words of the other."


def _few(names: Sequence[str], positions: Sequence[int]) -> Sequence[int]:
    return sorted(positions, key=lambda at: (names[at], at))[:CROWD]


def _but_for_a_general_word(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    shortest: dict[tuple[str, ...], list[int]] = {}
    for at, words in enumerate(taken_apart):
        rest = tuple(word for word in words.words if word not in GENERAL)
        if rest != words.words and sum(map(len, rest)) >= _LONG_ENOUGH:
            shortest.setdefault(rest, []).append(at)
    for other, words in enumerate(taken_apart):
        for at in _few(names, shortest.get(words.words, ())):
            more = " ".join(word for word in taken_apart[at].words if word in GENERAL)
            yield at, other, GENERAL_WORD, f"The same but for a general word: {more}."


def _first_letters(names: Sequence[str], taken_apart: Sequence[Words]) -> Alike:
    """A person with the first name as one letter, and one with the first name in full."""
    lettered: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, words in enumerate(taken_apart):
        first, *rest = _first_name_first(names[at], words)
        if len(first) == 1 and rest and len(rest[-1]) >= _SHORTEST:
            lettered[first, tuple(rest)].append(at)
    if not lettered:
        return
    for at, words in enumerate(taken_apart):
        first, *rest = _first_name_first(names[at], words)
        if len(first) > 1 and rest:
            for other in _few(names, lettered.get((first[0], tuple(rest)), ())):
                yield at, other, FIRST_LETTER, "The first name may be the letter in the other."


def _first_name_first(name: str, words: Words) -> tuple[str, ...]:
    """The telling words of a name of two, "Smith, John" as "John Smith"."""
    if len(words.words) != 2:
        return ("",)
    return words.words[::-1] if "," in name else words.words


def _slips(taken_apart: Sequence[Words]) -> Alike:
    telling = [words.words for words in taken_apart]
    near = look_alike(telling, near_each_other(telling))
    for one, other in zip(near[:, 0].tolist(), near[:, 1].tolist(), strict=True):
        if taken_apart[one].numbers != taken_apart[other].numbers:
            continue
        slips = slips_between(telling[one], telling[other])
        if slips is not None:
            likeness, words = slips
            told = " and ".join(f"{left}, {right}" for left, right in map(sorted, words))
            yield one, other, likeness, f"Spelt differently: {told}."
