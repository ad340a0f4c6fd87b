"""Which relationships are shown, which of them count, and that in words."""

from datetime import date

import pandas as pd
import pytest

from landscape.model.map_look import LineFilter
from landscape.model.scales import Basis, Status
from landscape.services.map_lines import counted, line_shown, lines_in_words

LINES = pd.DataFrame(
    {
        "kind": ["funds", "advises", None, "funds"],
        "depth": pd.array([1, 3, None, 0], dtype="Int8"),
        "basis": ["validated", "reported", "assumed", "assumed"],
        "status": ["live", "dormant", "live", "live"],
        "last_contact": pd.to_datetime(["2025-01-01", "2026-01-01", None, None]),
    }
)


@pytest.mark.parametrize(
    ("asked", "kept", "words"),
    [
        (LineFilter(), [True, True, True, True], ""),
        (
            LineFilter(kinds=("funds",)),
            [True, False, False, True],
            "Only relationships of kind funds.",
        ),
        (
            LineFilter(kinds=("advises", "")),
            [False, True, True, False],
            "Only relationships of kind advises or not recorded.",
        ),
        (
            LineFilter(depth=1),
            [True, True, False, False],
            "Only relationships at least informing.",
        ),
        (LineFilter(depth=0), [True, True, False, True], "Only relationships at least none."),
        (
            LineFilter(bases=(Basis.VALIDATED, Basis.REPORTED)),
            [True, True, False, False],
            "Only relationships where both ends said so or one side said so.",
        ),
        (
            LineFilter(statuses=(Status.DORMANT,)),
            [False, True, False, False],
            "Only relationships that are dormant.",
        ),
        (
            LineFilter(since=date(2026, 1, 1), kinds=("advises",)),
            [False, True, False, False],
            "Only relationships of kind advises, with contact since 1 January 2026.",
        ),
    ],
)
def test_a_filter_keeps_and_says(asked: LineFilter, kept: list[bool], words: str) -> None:
    """With a depth or a day asked for, those of which it is not recorded are left out."""
    assert line_shown(LINES, asked).tolist() == kept
    assert lines_in_words(asked) == words


def test_live_ones_count_and_none_of_no_depth() -> None:
    assert counted(LINES, LineFilter()).tolist() == [True, False, True, False]


def test_a_standing_that_is_asked_for_counts() -> None:
    asked = LineFilter(statuses=(Status.DORMANT, Status.LIVE))
    assert counted(LINES, asked).tolist() == [True, True, True, False]


def test_nothing_of_nothing() -> None:
    assert line_shown(LINES.iloc[:0], LineFilter(kinds=("funds",), depth=2)).tolist() == []
