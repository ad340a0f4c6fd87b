"""Sentences by hand, for landscapes small enough to see that they are true."""

import pandas as pd
import pytest

from landscape.analysis.boundaries import crossings
from landscape.analysis.findings import details, headline, listed, where_most
from tests.analysis.frames import relationships, stakeholders


def counted(ends, placed, asked):
    people = stakeholders({key: {"asked": was} for key, was in asked.items()})
    return crossings(people, relationships(ends), pd.Series(placed, dtype="str"))


SIDES = {"a": "NGO", "b": "NGO", "c": "Media", "d": "Research"}
ASKED = {"a": "answered", "b": None, "c": "not_asked", "d": "answered"}


def test_the_headline_says_who_was_not_asked_before_how_many_reach_across():
    found = counted(["a d", "a b"], SIDES, ASKED)
    assert headline(found) == "No one from Media was asked; 1 of 2 relationships reaches across."


def test_asked_without_an_answer_is_told_apart_from_not_asked():
    found = counted(["a d"], SIDES, {**ASKED, "c": "asked"})
    assert headline(found) == "No one from Media answered; 1 of 1 relationship reaches across."


def test_with_everybody_heard_only_the_counts_are_said():
    found = counted(["a b"], SIDES, dict.fromkeys("abcd", "answered"))
    assert headline(found) == "None of 1 relationship reaches across."


def test_that_nobody_knows_who_was_asked_is_said():
    found = counted(["a d", "c d"], SIDES, dict.fromkeys("abcd"))
    assert headline(found) == (
        "It is not recorded that anyone was asked; 2 of 2 relationships reach across."
    )


def test_every_silence_says_which_it_is():
    found = counted(["a d", "b e"], {**SIDES, "f": "Fishers"}, {**ASKED, "e": None, "f": None})
    assert details(found) == (
        "No relationship is reported between Fishers and NGO; Fishers and Research; "
        "Media and NGO; and 1 more pair of sides.",
        "Nobody was asked about relationships between Fishers and Media.",
        "1 relationship left out: an end stands on no side.",
    )


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        ({}, "Nobody stands on a side of this boundary yet."),
        ({"a": "NGO"}, "Everybody placed so far stands on one side: NGO."),
    ],
)
def test_fewer_than_two_sides_are_said_plainly(placed, expected):
    assert headline(counted(["a b"], placed, ASKED)) == expected


def test_long_lists_are_counted():
    assert listed(["A"]) == "A"
    assert listed(["A", "B"], "or") == "A or B"
    assert listed(list("ABCD"), "or") == "A, B, C or D"
    assert listed(list("ABCDE"), "or") == "A, B, C and 2 more"


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([], "No relationship runs between any of the sides, as far as is recorded."),
        (["a b"], "Most run within NGO: 1. None runs across."),
        (
            ["a b", "b a", "a d"],
            "Most run within NGO: 2. Across, most run between NGO and Research: 1.",
        ),
        (["a d", "c d", "b d"], "Most run between NGO and Research: 2."),
    ],
)
def test_where_most_run(ends, expected):
    assert where_most(counted(ends, SIDES, ASKED)) == expected
