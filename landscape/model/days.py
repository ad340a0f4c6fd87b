"""How a day is said."""

from datetime import date


def said_day(day: date) -> str:
    """A day as people say it, such as "3 November 2026"."""
    return f"{day.day} {day:%B %Y}"
