"""Dates in the many ways people write them, read by the whole column."""

from typing import Final

import pandas as pd

from landscape.services.importing.other_languages import MONTHS

_TIME: Final = (
    r"(?i)[ T,]+\d{1,2}[:h]\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT)?"
    r"\s*([+-]\d{2}:?\d{2})?$"
)
_WEEKDAY: Final = r"^[^\W\d_]{2,10}\.?,\s*"
_NUMBERS: Final = r"^(\d{1,4})\s*([./\-])\s*(\d{1,2})\s*[./\-]\s*(\d{1,2}|\d{4})\.?$"
_COMPACT: Final = r"^((?:19|20)\d{2})(\d{2})(\d{2})$"
_DAY_FIRST: Final = (
    r"^(\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?[\s\-/]*(?:de |of )?\s*"
    r"([^\W\d_]{3,10})\.?,?[\s\-/]*(?:de |del )?\s*(\d{4}|\d{2})$"
)
_MONTH_FIRST: Final = r"^([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$"
_SERIAL: Final = r"^([2-5]\d{4})([.,]\d+)?$"
_SERIAL_ZERO: Final = pd.Timestamp("1899-12-30")
_COARSE: Final = (
    r"^(?:\d{4}(?:\s*[-\u2013/]\s*(?:\d{4}|\d{1,2}|[QqHhTt][1-4]))?"
    r"|[QqHhTt][1-4][\s/\-]*\d{4}|\d{4}[\s/\-]*[QqHhTt][1-4]"
    r"|\d{1,2}[./\-]\d{4}|[^\W\d_]{3,10}\.?[\s\-/]+\d{4}|\d{4}s?)$"
)
_CENTURY: Final = 70


def read(texts: pd.Series) -> pd.Series:
    """The day in each cell, NaT where there is none.

    Whether 3/4/2025 is in April or in March is settled by the cells of the column that fit one way
    only, else by the sign: points and dashes put the day first, strokes the month.
    """
    bare = texts.str.replace(_TIME, "", regex=True).str.replace(_WEEKDAY, "", regex=True)
    found = _of_numbers(bare)
    for more in (_of_words, _compact, _serial):
        if found.isna().sum() == texts.isna().sum():
            break
        found = found.fillna(more(bare))
    return found


def both_ways(texts: pd.Series) -> str | None:
    """The first cell of a column whose days and months may be either way round, else None."""
    parts = texts.str.replace(_TIME, "", regex=True).str.extract(_NUMBERS).dropna()
    parts = parts[parts[0].str.len() <= 2]
    if parts.empty:
        return None
    first, second = pd.to_numeric(parts[0]), pd.to_numeric(parts[2])
    if (first > 12).any() or (second > 12).any() or (first == second).all():
        return None
    if (parts[1] != "/").any():
        return None
    return str(texts[first.index[(first != second).to_numpy()][0]])


def coarse(texts: pd.Series) -> pd.Series:
    """Which cells say a year, a quarter or a month, but no day."""
    return texts.str.fullmatch(_COARSE).fillna(value=False).astype(bool)


def _of_numbers(texts: pd.Series) -> pd.Series:
    parts = texts.str.extract(_NUMBERS)
    first, last = (pd.to_numeric(parts[at], errors="coerce") for at in (0, 3))
    middle = pd.to_numeric(parts[2], errors="coerce")
    year_first = parts[0].str.len().eq(4).fillna(value=False).astype(bool)
    short = parts[0].notna() & ~year_first
    strokes = bool((parts.loc[short, 1] == "/").mean() > 0.5) if short.any() else False
    only_days = int((first[short] > 12).sum())
    only_months = int((middle[short] > 12).sum())
    month_first = only_months > only_days if only_months or only_days else strokes
    day, month = (middle, first) if month_first else (first, middle)
    return _days(
        last.mask(year_first, first), month.mask(year_first, middle), day.mask(year_first, last)
    )


def _of_words(texts: pd.Series) -> pd.Series:
    folded = texts.str.casefold()
    day_first = folded.str.extract(_DAY_FIRST)
    month_first = folded.str.extract(_MONTH_FIRST)
    day = day_first[0].fillna(month_first[1])
    month = day_first[1].fillna(month_first[0]).map(MONTHS)
    year = day_first[2].fillna(month_first[2])
    return _days(*(pd.to_numeric(part, errors="coerce") for part in (year, month, day)))


def _compact(texts: pd.Series) -> pd.Series:
    parts = texts.str.extract(_COMPACT)
    return _days(*(pd.to_numeric(parts[at], errors="coerce") for at in range(3)))


def _serial(texts: pd.Series) -> pd.Series:
    """Days as spreadsheets count them, where nearly all of the column is counted so."""
    parts = texts.str.extract(_SERIAL)[0]
    if parts.notna().sum() < 0.8 * texts.notna().sum():
        parts = parts.mask(parts.notna())
    counted = pd.to_timedelta(pd.to_numeric(parts, errors="coerce"), unit="D")
    return (_SERIAL_ZERO + counted).astype("datetime64[us]")


def _days(year: pd.Series, month: pd.Series, day: pd.Series) -> pd.Series:
    """The days, NaT where there is no such day; years of two figures are near ours."""
    year = year.where(year >= 100, year + 2000 - 100 * (year >= _CENTURY))
    fits = year.between(1000, 2999) & month.between(1, 12) & day.between(1, 31)
    parts = pd.DataFrame({"year": year, "month": month, "day": day}).where(fits)
    return pd.to_datetime(parts, errors="coerce").astype("datetime64[us]")
