"""What the values of a column say for or against a role that its header names."""

from typing import Final

import numpy as np
import pandas as pd

from landscape.model.scales import SCALES
from landscape.services.importing import amounts, days, values
from landscape.services.importing.profiles import Profile
from landscape.services.importing.roles import ColumnRole

R = ColumnRole
_LOOKED_AT: Final = 500
_GLANCED_AT: Final = 40
_HALF: Final = 0.5
_FEW: Final = 6
_NEARLY_ALL: Final = 0.8
_READERS: Final = {
    R.INFLUENCE: lambda texts: values.rating(texts, "influence"),
    R.INTEREST: lambda texts: values.rating(texts, "interest"),
    R.WEIGHT: values.number,
    R.LATITUDE: lambda texts: values.number(texts, -90, 90),
    R.LONGITUDE: lambda texts: values.number(texts, -180, 180),
    R.POSITION_X: values.number,
    R.POSITION_Y: values.number,
    R.STATUS: values.status,
    R.LEVEL: values.level,
    R.REPORTED_ON: values.day,
    R.LAST_CONTACT: values.day,
}
_AGAINST: Final = {
    R.INFLUENCE: "Most of its values are no ratings from 1 to 5, so it is kept as it came.",
    R.INTEREST: "Most of its values are no ratings from 1 to 5, so it is kept as it came.",
    R.WEIGHT: "It holds words rather than numbers, so it is kept as it came.",
    R.LATITUDE: "Most of its values are no degrees, so it is kept as it came.",
    R.LONGITUDE: "Most of its values are no degrees, so it is kept as it came.",
    R.POSITION_X: "It holds words rather than numbers, so it is kept as it came.",
    R.POSITION_Y: "It holds words rather than numbers, so it is kept as it came.",
    R.STATUS: "Its words do not say whether a relationship is alive, so it is kept as it came.",
    R.LEVEL: "Its words are no levels of scale, so it is kept as it came.",
    R.DEPTH: "Its numbers go beyond the depths from 0 to 4, so it is kept as it came.",
    R.REPORTED_ON: "It holds no days, so it is kept as it came.",
    R.LAST_CONTACT: "It holds no days, so it is kept as it came.",
}
_COARSE: Final = "It has years, quarters or months but no days, so it is kept as it came."


def against(column: Profile, role: ColumnRole) -> str | None:
    """Why a column cannot have the role that its header names, or None where it can."""
    if role is R.DEPTH:
        return None if _fits_depth(column) else _AGAINST[role]
    reader = _READERS.get(role)
    if reader is None:
        return None
    texts = values.text(_some(column)).dropna()
    if texts.empty:
        return None
    found, _ = reader(texts)
    if found.notna().mean() >= _HALF:
        return None
    dated = role in (R.REPORTED_ON, R.LAST_CONTACT)
    return _COARSE if dated and days.coarse(texts).mean() >= _HALF else _AGAINST[role]


def unsure(column: Profile, role: ColumnRole) -> str | None:
    """What may be read in another way, such as days and months, or None."""
    if role is R.WEIGHT:
        cell = amounts.both_ways(column.texts)
        if cell is None:
            return None
        number = amounts.read(column.texts)[column.texts == cell].iloc[0]
        return f"Its comma could part thousands or a fraction: {cell} is read as {number:.0f}."
    if role not in (R.REPORTED_ON, R.LAST_CONTACT):
        return None
    cell = days.both_ways(column.texts)
    if cell is None:
        return None
    day = days.read(column.texts[column.texts == cell]).iloc[0]
    return (
        f"Its days and months could be either way round: {cell} is read as "
        f"{day.day} {day.month_name()} {day.year}."
    )


def is_dated(column: Profile) -> bool:
    """Whether most values are days."""
    texts = column.texts.head(_GLANCED_AT)
    if texts.str.contains(r"\d", regex=True).sum() <= _HALF * len(texts):
        return False  # a day is written with a number, and most columns hold none
    return bool(len(texts)) and float(days.read(texts).notna().mean()) > _HALF


def is_answered(column: Profile) -> bool:
    """Whether the values are whole numbers from 0 to 4, more than a yes or no."""
    if column.words or not 2 < column.distinct <= _FEW:
        return False
    numbers = values.number(column.texts)[0].dropna()
    lowest, highest = SCALES["depth"]
    return bool(len(numbers) > 2 and numbers.between(lowest, highest).all()) and bool(
        (numbers == numbers.round()).all()
    )


def _fits_depth(column: Profile) -> bool:
    """Whether all but a few rows have a depth, or a word that may be given one."""
    found, _, unknown = values.depth(column.texts, {})
    codes = column.codes[column.codes >= 0].to_numpy()
    rows = np.bincount(codes, minlength=column.distinct)
    told = ~unknown.to_numpy(dtype=bool)
    fit = found.notna().to_numpy(dtype=bool)
    return not told.any() or float(rows[fit].sum()) >= _NEARLY_ALL * float(rows[told].sum())


def _some(column: Profile) -> pd.Series:
    return column.texts.head(_LOOKED_AT)
