"""Expected rows by hand, from the rule that a landscape's live relationships follow."""

from datetime import date

import pandas as pd
import pytest

from landscape.analysis.live import LiveFilter, live_relationships
from landscape.model.scales import Basis
from tests.analysis.frames import relationships

RELATIONSHIPS = relationships(
    ["a b", "a c", "a d", "b c", "b d"],
    status=["live", "dormant", "broken", None, None],
    depth=[3, 3, 3, 1, 0],
    kind=["advice", "advice", "advice", "funding", None],
    basis=["validated", None, None, "reported", "assumed"],
    last_contact=[date(2026, 5, 1), None, None, None, None],
)


def kept(**chosen):
    return list(live_relationships(RELATIONSHIPS, LiveFilter(**chosen))["id"])


def test_dormant_and_broken_ones_and_a_stated_none_are_not_live():
    assert kept() == ["r0", "r3"]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"kinds": ("advice",)}, ["r0"]),
        ({"least_depth": 2}, ["r0"]),
        ({"bases": (Basis.REPORTED,)}, ["r3"]),
        ({"since": date(2026, 5, 1)}, ["r0", "r3"]),  # r3 has no contact recorded and stays in
        ({"since": date(2026, 5, 2)}, ["r3"]),
    ],
)
def test_each_filter_keeps_what_it_says(chosen, expected):
    assert kept(**chosen) == expected


def test_a_relationship_without_a_recorded_depth_passes_the_depth_filter():
    unknown = relationships(["a b"])
    assert len(live_relationships(unknown, LiveFilter(least_depth=4))) == 1


def test_no_relationships_stay_no_relationships():
    assert live_relationships(relationships([]), LiveFilter(least_depth=1, kinds=("a",))).empty


def test_the_rows_given_are_left_as_they_are():
    before = RELATIONSHIPS.copy()
    live_relationships(RELATIONSHIPS, LiveFilter(since=date(2026, 1, 1)))
    pd.testing.assert_frame_equal(RELATIONSHIPS, before)


def test_the_filter_in_words():
    assert LiveFilter().words == "All live relationships"
    assert LiveFilter(
        kinds=("advice", "funding"),
        least_depth=2,
        since=date(2026, 5, 1),
        bases=(Basis.VALIDATED,),
    ).words == (
        "Live relationships of kind advice or funding, at least networking where depth is recorded,"
        " with contact since 1 May 2026 where contact is recorded, reported by both ends"
    )
