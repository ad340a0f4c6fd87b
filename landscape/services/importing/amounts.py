"""Numbers as people write them in several countries, read by the whole column."""

from typing import Final

import pandas as pd

_SIGNS: Final = r"^[€$£¥]\s*|\s*(?:[€$£¥]|EUR|USD|GBP|CHF)$"
_BLANKS: Final = r"(?<=\d)[\s'\u2019](?=\d{3}(?:\D|$))"


def read(texts: pd.Series, within: tuple[float, float] | None = None) -> pd.Series:
    """The number in each cell, NA where there is none; "45%" is 0.45.

    A point and a comma are told apart by the cells that can be read one way only, and by the range
    the numbers lie `within`.
    """
    numbers = _read(texts, small=False)
    if within is not None and not numbers.dropna().between(*within).all():
        small = _read(texts, small=True)
        if small.between(*within).sum() > numbers.between(*within).sum():
            return small
    return numbers


def both_ways(texts: pd.Series) -> str | None:
    """The first cell of a column whose comma may part thousands or a fraction, else None."""
    commas = texts[texts.str.contains(",", regex=False)]
    if commas.empty or texts.str.contains(".", regex=False).any():
        return None
    alike = commas.str.fullmatch(_pattern(",")) & (commas.str.count(",") == 1)
    return str(commas.iloc[0]) if alike.all() else None


def _read(texts: pd.Series, *, small: bool) -> pd.Series:
    bare = texts.str.replace(_SIGNS, "", regex=True).str.replace(_BLANKS, "", regex=True)
    percent = bare.str.endswith("%").fillna(value=False).astype(bool)
    bare = bare.str.removesuffix("%").str.strip()
    if bare.str.contains(",", regex=False).any():
        decimal_comma = small or _decimal_comma(bare.dropna())
        thousands, decimal = (".", ",") if decimal_comma else (",", ".")
        bare = bare.str.replace(thousands, "", regex=False).str.replace(decimal, ".", regex=False)
    elif not small and bare.str.count(r"\.").max() > 1:
        bare = bare.str.replace(".", "", regex=False)
    numbers = pd.to_numeric(bare, errors="coerce").astype("Float64")
    numbers = numbers.mask(numbers.abs() == float("inf"))
    return numbers.mask(percent, numbers / 100)


def _pattern(sign: str) -> str:
    return rf"[-+]?[1-9]\d{{0,2}}(?:{'[.]' if sign == '.' else sign}\d{{3}})+"


def _decimal_comma(bare: pd.Series) -> bool:
    """Whether the comma stands before the fraction in this column."""
    commas = bare[bare.str.contains(",", regex=False)]
    both = commas[commas.str.contains(".", regex=False)]
    if len(both):
        return bool((both.str.rfind(",") > both.str.rfind(".")).mean() >= 0.5)
    if bare.str.contains(".", regex=False).any():
        # Points elsewhere: those that part thousands leave the comma for the fraction.
        points = bare[bare.str.contains(".", regex=False)]
        return bool(points.str.fullmatch(_pattern(".")).all())
    return not bool(commas.str.fullmatch(_pattern(",")).all())
