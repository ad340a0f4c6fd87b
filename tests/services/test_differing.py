"""What two people said of the same row, side by side and together."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landscape.services.checks import is_same
from landscape.services.differing import Difference, differences, merged

SEEN = {"name": "Town hall", "place": None, "role": "hosts", "last": date(2026, 5, 4)}


def test_fields_that_both_changed_come_first_and_the_same_ones_not_at_all() -> None:
    theirs = {**SEEN, "place": "Market", "role": "hosts us", "updated": "x"}
    mine = {**SEEN, "name": "City hall", "role": "leads"}
    assert differences(SEEN, theirs, mine) == (
        Difference(column="role", was="hosts", theirs="hosts us", mine="leads"),
        Difference(column="name", was="Town hall", theirs="Town hall", mine="City hall"),
        Difference(column="place", was=None, theirs="Market", mine=None),
    )
    assert [one.is_contested for one in differences(SEEN, theirs, mine)] == [True, False, False]


def test_both_together_keep_mine_where_i_wrote_and_theirs_elsewhere() -> None:
    theirs = {**SEEN, "place": "Market", "role": "hosts us", "attributes": '{"bank": "left"}'}
    mine = {**SEEN, "name": "City hall", "role": "leads"}
    assert merged(SEEN, theirs, mine) == {
        "name": "City hall",
        "place": "Market",
        "role": "leads",
        "last": date(2026, 5, 4),
        "attributes": '{"bank": "left"}',
    }


def test_the_same_said_by_both_is_not_contested() -> None:
    both = {**SEEN, "place": "Market"}
    (one,) = differences(SEEN, both, both)
    assert not one.is_contested


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('["decides","funds"]', '["decides", "funds"]', True),
        ('["decides"]', '["funds"]', False),
        ("[not a list", "[not a  list", False),
        (pd.Timestamp("2026-05-04"), date(2026, 5, 4), True),
        (pd.NA, None, True),
        (None, 0, False),
        (None, "", False),
    ],
)
def test_values_are_the_same_whatever_they_are_kept_as(
    one: object, other: object, same: bool
) -> None:
    assert is_same(one, other) is same


VALUES = st.none() | st.integers(0, 3) | st.sampled_from(["a", "b"])
ROWS = st.fixed_dictionaries({"a": VALUES, "b": VALUES, "c": VALUES})


@given(seen=ROWS, theirs=ROWS, mine=ROWS)
def test_whoever_changed_a_field_alone_has_it_their_way(
    seen: dict[str, object], theirs: dict[str, object], mine: dict[str, object]
) -> None:
    both = merged(seen, theirs, mine)
    for column, was in seen.items():
        assert both[column] == (theirs if mine[column] == was else mine)[column]
