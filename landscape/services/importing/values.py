"""Texts of a column as the store keeps them: ratings, depths, dates, numbers, known words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from landscape.model.scales import SCALES, Level
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.synonyms import plain
from landscape.services.importing.wording import tidy, without_missing

RATING_WORDS: Final[Mapping[str, int]] = {
    "very low": 1,
    "low": 2,
    "medium": 3,
    "moderate": 3,
    "high": 4,
    "very high": 5,
}
_SAME_KIND: Final = {"organization": "organisation", "individual": "person"}
_SAME_STATUS: Final = {"active": "live", "alive": "live", "inactive": "dormant", "ended": "broken"}
_DATE_FORMATS: Final = ("ISO8601", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y")
_YES: Final = frozenset({"yes", "y", "true", "1", "x"})
_NO: Final = frozenset({"no", "n", "false", "0"})

Parsed = tuple[pd.Series, pd.Series]


def each_value_once(
    read: Callable[[pd.Series], Sequence[pd.Series]], column: pd.Series
) -> list[pd.Series]:
    """What `read` makes of a column, worked out once for each different cell."""
    codes, cells = pd.factorize(column)
    return [
        pd.Series(made.array.take(codes), index=column.index)
        for made in read(pd.Series(cells, dtype="str"))
    ]


def text(column: pd.Series) -> pd.Series:
    """Tidy text; NA where nothing, or a word for "missing", stands there."""
    return without_missing(tidy(column))


def free_text(column: pd.Series) -> pd.Series:
    """Text as it came, with its line breaks; NA where it is blank."""
    stripped = column.str.strip()
    return stripped.mask(stripped == "")


def _in_range(numbers: pd.Series, filled: pd.Series, lowest: int, highest: int) -> Parsed:
    fits = numbers.between(lowest, highest) & (numbers == numbers.round())
    fits = fits.fillna(value=False).astype(bool)
    return numbers.where(fits).astype("Int64"), filled & ~fits


def rating(column: pd.Series, scale: str) -> Parsed:
    """Ratings on a scale, as whole numbers or in words; and which cells do not fit."""
    texts = text(column)
    words = texts.str.casefold().map(RATING_WORDS)
    numbers = (
        pd.to_numeric(texts, errors="coerce").astype("Float64").fillna(words.astype("Float64"))
    )
    return _in_range(numbers, texts.notna(), *SCALES[scale])


def depth(
    column: pd.Series, changed: Mapping[str, int | None]
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Depths from words or numbers, which numbers do not fit, and which words we do not know.

    `changed` says, for a word in lower case, another depth than ours, or None for none.
    """
    tidied = tidy(column)
    texts = tidied.mask(tidied == "")
    meaning = {**DEPTH_OF, **changed}
    folded = texts.str.casefold()
    words = folded.map({word: depth for word, depth in meaning.items() if depth is not None})
    numbers = pd.to_numeric(texts, errors="coerce").astype("Float64")
    values, bad = _in_range(
        numbers.fillna(words.astype("Float64")), texts.notna(), *SCALES["depth"]
    )
    wordy = numbers.isna() & texts.notna() & words.isna()
    unknown = wordy & ~folded.isin(meaning) & without_missing(tidied).notna()
    return values, bad & numbers.notna(), unknown


def number(column: pd.Series, lowest: float | None = None, highest: float | None = None) -> Parsed:
    """Numbers, with a point or a comma, and which cells are none or out of range."""
    texts = text(column)
    numbers = pd.to_numeric(texts.str.replace(",", ".", regex=False), errors="coerce").astype(
        "Float64"
    )
    fits = numbers.notna()
    if lowest is not None and highest is not None:
        fits &= numbers.between(lowest, highest).fillna(value=False).astype(bool)
    return numbers.where(fits), texts.notna() & ~fits.astype(bool)


def day(column: pd.Series) -> Parsed:
    """Dates, all in the first form that most cells have, and which cells are none."""
    texts = text(column)
    best: pd.Series | None = None
    for form in _DATE_FORMATS:
        days = pd.to_datetime(texts, errors="coerce", format=form).astype("datetime64[us]")
        if best is None or days.notna().sum() > best.notna().sum():
            best = days
    assert best is not None  # noqa: S101 (there is at least one form)
    return best.dt.normalize(), texts.notna() & best.isna()


def kind(column: pd.Series) -> pd.Series:
    """Kinds of stakeholders: our words where we have one, else as it came."""
    texts = text(column)
    folded = texts.str.casefold().replace(_SAME_KIND)
    ours = folded.isin(["person", "organisation", "group", "community of practice", "other"])
    return texts.mask(ours, folded)


def level(column: pd.Series) -> Parsed:
    """Levels of scale, and which words are none."""
    texts = text(column)
    folded = texts.str.casefold().replace({"organization": "organisation"})
    fits = folded.isin([level.value for level in Level])
    return folded.where(fits), texts.notna() & ~fits


def status(column: pd.Series) -> Parsed:
    """Live, dormant or broken, and which words are none."""
    texts = text(column)
    folded = texts.str.casefold().replace(_SAME_STATUS)
    fits = folded.isin(["live", "dormant", "broken"])
    return folded.where(fits), texts.notna() & ~fits


def asked(column: pd.Series, header: str) -> Parsed:
    """Answered, asked or not asked; a plain yes or no is read by what the header asks."""
    texts = text(column)
    folded = texts.str.casefold().str.replace(" ", "_", regex=False)
    about_asking = plain(header) == "asked"
    meaning = {
        **dict.fromkeys(("answered", "responded"), "answered"),
        **dict.fromkeys(("asked", "invited"), "asked"),
        **dict.fromkeys(("not_asked", "not_invited"), "not_asked"),
        **dict.fromkeys(_YES, "asked" if about_asking else "answered"),
        **dict.fromkeys(_NO, "not_asked" if about_asking else "asked"),
    }
    values = folded.map(meaning).astype("str")
    return values, texts.notna() & values.isna()


def directed(column: pd.Series) -> pd.Series:
    """Whether a row says that its relationship goes one way only."""
    return tidy(column).str.casefold().isin(["directed", *(_YES - {"x"})])
