"""Pairs by hand: what somebody who reads both names would say of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.likeness import Pair, likely_same
from landscape.analysis.likeness_slips import is_slip, near_each_other

SAME = [
    ("Water board", "Water board", 100.0, "The same name."),
    ("Water Board", "WATER  board", 99.0, "The same but for capitals, accents or spaces."),
    ("Peña Lab", "Pena lab", 99.0, "The same but for capitals, accents or spaces."),
    (
        "Kelp Alliance Ltd",
        "Kelp Alliance, Inc.",
        98.0,
        "The same but for marks or the form of law.",
    ),
    ("Wald e.V.", "Wald", 98.0, "The same but for marks or the form of law."),
    ("N.O.A.A.", "NOAA", 98.0, "The same but for marks or the form of law."),
    ("Fish & Wildlife", "Fish and Wildlife", 98.0, "The same but for marks or the form of law."),
    (
        "The Nature Conservancy",
        "Nature Conservancy, The",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "Univ. of California, Davis",
        "University of California Davis",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "Dr. Ada Lovelace",
        "Ada Lovelace",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "St. Mary's School",
        "Saint Marys School",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "Uni Köln",
        "Universität zu Köln",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "2nd District",
        "Second District",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "Phase II",
        "Phase 2",
        98.0,
        "The same but for small words, endings or how they are written out.",
    ),
    (
        "Department of Fish and Wildlife (DFW)",
        "Department of Fish and Wildlife",
        98.0,
        "The same; one of them gives its short form too.",
    ),
    ("Kelp Trust Ltd, Monterey", "Monterey Kelp Trust", 97.0, "The same words in another order."),
    ("Smith, John", "John Smith", 97.0, "The same words in another order."),
    ("SeaGrant", "Sea Grant", 96.0, "The same letters, parted differently."),
    (
        "Department of Fish and Wildlife (CDFW)",
        "CDFW",
        95.0,
        "One gives the other as its short form: CDFW.",
    ),
    ("Department of Fish and Wildlife", "DFW", 91.0, "One may be short for the other: DFW."),
    ("European Union", "EU", 91.0, "One may be short for the other: EU."),
    (
        "Coastal Coupling Community of Practice Executive Committee",
        "CCCoP",
        91.0,
        "One may be short for the other: CCCoP.",
    ),
    (
        "California DFW",
        "California Department of Fish and Wildlife",
        91.0,
        "A short form in one stands for words of the other.",
    ),
    ("Surfrider", "Surfrider Foundation", 89.0, "The same but for a general word: foundation."),
    ("J. Smith", "John Smith", 88.0, "The first name may be the letter in the other."),
    ("Ministry of Helath", "Ministry of Health", 93.3, "Spelt differently: health, helath."),
    ("Greenpiece", "Greenpeace", 90.0, "Spelt differently: greenpeace, greenpiece."),
]

DIFFERENT = [
    ("Region 1", "Region 2"),
    ("Region", "Region 2"),
    ("Site 12", "Site 21"),
    ("1st District", "2nd District"),
    ("Phase I", "Phase II"),
    ("Group A", "Group B"),
    ("Department of Water", "Department of Health"),
    ("Ministry of Health", "Ministry of Wealth"),
    ("North Coast", "South Coast"),
    ("Northern Kelp Trust", "Southern Kelp Trust"),
    ("Northeastern University", "Northwestern University"),
    ("California Department of Water", "Department of Water"),
    ("Profit alliance", "Non-profit alliance"),
    ("Austria Office", "Australia Office"),
    ("Maria Silva", "Mario Silva"),
    ("Kelp Trust", "Kelp Society"),
    ("Women's Council", "Men's Council"),
    ("it", "is"),
    ("", ""),
    ("***", "---"),
]


@pytest.mark.parametrize(("one", "other", "likeness", "why"), SAME)
def test_these_are_likely_the_same(one, other, likeness, why):
    assert likely_same([one, other]) == [Pair(0, 1, likeness, why)]
    assert likely_same([other], others=[one]) == [Pair(0, 0, likeness, why)]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_these_are_not_the_same(one, other):
    assert likely_same([one, other], cutoff=0.0) == []
    assert likely_same([other], others=[one], cutoff=0.0) == []


def test_the_likest_come_first_and_the_list_stops_where_it_is_told():
    names = ["Water board", "Water-board", "Surfrider Foundation", "Surfrider", "water board"]
    pairs = likely_same(names)
    assert [(pair.left, pair.right, pair.likeness) for pair in pairs] == [
        (0, 4, 99.0),
        (0, 1, 98.0),
        (1, 4, 98.0),
        (2, 3, 89.0),
    ]
    assert likely_same(names, most=2) == pairs[:2]
    assert likely_same(names, cutoff=98.5) == pairs[:1]


def test_a_name_without_letters_is_like_itself_only():
    assert likely_same(["***", "***", "---"]) == [Pair(0, 1, 100.0, "The same name.")]


def test_a_whole_text_in_place_of_a_name_is_like_itself_only():
    text = "kelp " * 100_000
    assert likely_same([text, text + "forest", text]) == [Pair(0, 2, 100.0, "The same name.")]


def test_a_crowd_of_one_name_is_chained_rather_than_paired_through():
    names = ["Town hall"] * 100
    assert len(likely_same(names, most=10_000)) == 99


def test_a_slip_is_found_among_thousands_of_ministries():
    names = [f"Ministry of {chr(97 + n % 26)}{n:05d}" for n in range(3_000)]
    names += ["Ministry of Health and Sports", "Ministry of Heatlh and Sports"]
    assert likely_same(names) == [Pair(3_000, 3_001, 95.2, "Spelt differently: health, heatlh.")]


def test_what_is_compared_grows_with_the_names_and_not_with_their_square():
    def compared(count):
        return len(near_each_other([("kelp", f"a{n:05d}") for n in range(count)]))

    assert compared(4_000) < 2.1 * compared(2_000)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("health", "heath", True),  # one letter less
        ("health", "helath", True),  # two exchanged
        ("fishery", "fishary", True),  # another letter, in a longer word
        ("marie", "maria", False),  # another letter, in a short one
        ("coat", "coast", False),  # too short
        ("health", "wealth", False),  # nobody slips at the first letter
        ("conservation", "conversation", True),
        ("2024", "2025", False),
    ],
)
def test_a_slip_of_the_pen(one, other, expected):
    assert is_slip(one, other) is expected
    assert is_slip(other, one) is expected


PIECES = (
    "Kelp kelp KELP Forest Forests Trust Health Heath DFW (DFW) Department of Fish and Wildlife"
    " Wild life J. John Smith, 1 2 2nd second Ltd e.V. Ürban \N{WATER WAVE} -"
)
NAMES = st.lists(st.lists(st.sampled_from(PIECES.split()), max_size=5).map(" ".join), max_size=12)


def named(names, pairs):
    return sorted(
        (*sorted((names[pair.left], names[pair.right])), pair.likeness, pair.why) for pair in pairs
    )


@settings(max_examples=60, deadline=None)
@given(NAMES, st.randoms(use_true_random=False))
def test_the_pairs_do_not_depend_on_the_order_of_names(names, random):
    shuffled = [*names]
    random.shuffle(shuffled)
    assert named(names, likely_same(names)) == named(shuffled, likely_same(shuffled))


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_nothing_is_paired_with_itself_or_twice_and_asking_again_says_the_same(names):
    pairs = likely_same(names, cutoff=0.0)
    assert all(pair.left < pair.right for pair in pairs)
    assert len({(pair.left, pair.right) for pair in pairs}) == len(pairs)
    assert all(0.0 < pair.likeness <= 100.0 for pair in pairs)
    assert likely_same(names, cutoff=0.0) == pairs


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES)
def test_the_others_are_found_from_either_side(names, others):
    there = {(pair.left, pair.right, pair.likeness) for pair in likely_same(names, others=others)}
    back = {(pair.right, pair.left, pair.likeness) for pair in likely_same(others, others=names)}
    assert there == back
