"""A day is said the same everywhere."""

from datetime import UTC, date, datetime

from landscape.model.days import said_day


def test_a_day_is_said_without_a_nought_before_it():
    assert said_day(date(2026, 11, 3)) == "3 November 2026"


def test_of_a_moment_the_day_is_said():
    assert said_day(datetime(2026, 1, 23, 14, 5, tzinfo=UTC)) == "23 January 2026"
