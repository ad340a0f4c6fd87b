"""Texts of a column as the store keeps them: ratings, depths, dates, numbers, known words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import pandas as pd

from landscape.model.scales import SCALES, Level
from landscape.services.importing import amounts, days, other_languages
from landscape.services.importing.depth import DEPTH_OF
from landscape.services.importing.synonyms import header_word
from landscape.services.importing.wording import (
    SEVERAL,
    listed,
    tidy,
    without_coded_missing,
    without_missing,
)

RATING_WORDS: Final[Mapping[str, int]] = {
    word: rating
    for rating, words in {
        1: "very low|sehr gering|sehr niedrig|très faible|zeer laag|muy bajo|molto basso",
        2: "low|l|gering|niedrig|faible|laag|bajo|baja|basso|bassa",
        3: "medium|moderate|mid|m|average|neutral|mittel|moyen|moyenne|gemiddeld|medio|media",
        4: "high|h|hoch|élevé|élevée|fort|forte|hoog|alto|alta",
        5: "very high|sehr hoch|très élevé|très élevée|zeer hoog|muy alto|muy alta|molto alto",
    }.items()
    for word in words.split("|")
}
_SAME_KIND: Final = {"organization": "organisation", "individual": "person"}
_SAME_STATUS: Final = {
    **dict.fromkeys(("active", "alive", "current", "ongoing", "aktiv", "actif", "activo"), "live"),
    **dict.fromkeys(("inactive", "paused", "on hold", "inaktiv", "inactif"), "dormant"),
    **dict.fromkeys(("ended", "closed", "terminated", "beendet"), "broken"),
}
YES: Final = frozenset({"yes", "y", "true", "t", "1", "1.0", "x"}) | other_languages.YES
NO: Final = frozenset({"no", "n", "false", "f", "0", "0.0"}) | other_languages.NO
_ONE_WAY: Final = frozenset({"directed", "one-way", "one way", "unidirectional", "->", "→", "=>"})
TWO_WAYS: Final = frozenset(
    {
        *("undirected", "mixed", "mutual", "two-way", "two way", "both", "bidirectional"),
        *("reciprocal", "--", "—", "-", "<->", "↔", "<=>"),
    }
)
DIRECTIONS: Final = _ONE_WAY | TWO_WAYS
_RATED: Final = r"^(\d)\s*(?:/\s*\d|[-\u2013\u2014:=.)(]\s*\D.*)$|^\D+[(:=]\s*(\d)\)?$"

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
    return without_coded_missing(without_missing(tidy(column)))


def code(column: pd.Series) -> pd.Series:
    """Numbers and codes as text; NA only where the cell is blank: "NA" may be Namibia's."""
    texts = tidy(column)
    return texts.mask(texts == "")


def groups(column: pd.Series) -> pd.Series:
    """Groups, several of them parted by "|": a list with commas is told from a name with one."""
    return text(listed(column))


def several(column: pd.Series) -> pd.Series:
    """One entry for each value in a cell, under the row it came from: "A; B" and "A | B" are two.

    A cell that holds nothing stays as one blank entry.
    """
    parts = column.str.split(SEVERAL, regex=True).explode().astype("str")
    parts = tidy(parts)
    blank = parts == ""
    lone = ~parts.index.duplicated(keep=False)
    return parts[~blank | lone | ~(~blank).groupby(level=0).transform("any")]


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
    rated = texts.str.extract(_RATED)
    plainly = texts.str.replace(",", ".", regex=False)
    numbers = pd.to_numeric(plainly, errors="coerce").fillna(
        pd.to_numeric(rated[0].fillna(rated[1]), errors="coerce")
    )
    numbers = numbers.astype("Float64").fillna(words.astype("Float64"))
    return _in_range(numbers, texts.notna(), *SCALES[scale])


def depth(
    column: pd.Series, changed: Mapping[str, int | None]
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Depths from words or numbers, which numbers do not fit, and which words we do not know.

    `changed` says, for a word in lower case, another depth than ours, or None for none.
    """
    tidied = tidy(column)
    texts = without_coded_missing(tidied.mask(tidied == ""))
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
    within = (lowest, highest) if lowest is not None and highest is not None else None
    numbers = amounts.read(texts, within)
    fits = numbers.notna()
    if within is not None:
        fits &= numbers.between(*within).fillna(value=False).astype(bool)
    return numbers.where(fits), texts.notna() & ~fits.astype(bool)


def day(column: pd.Series) -> Parsed:
    """Dates, read by the whole column, and which cells are none."""
    texts = text(column)
    found = days.read(texts)
    return found, texts.notna() & found.isna()


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
    about_asking = header_word(header) in ("asked", "invited")
    meaning = {
        **dict.fromkeys(("answered", "responded"), "answered"),
        **dict.fromkeys(("asked", "invited"), "asked"),
        **dict.fromkeys(("not_asked", "not_invited"), "not_asked"),
        **dict.fromkeys(YES, "asked" if about_asking else "answered"),
        **dict.fromkeys(NO, "not_asked" if about_asking else "asked"),
    }
    values = folded.map(meaning).astype("str")
    return values, texts.notna() & values.isna()


def directed(column: pd.Series) -> pd.Series:
    """Whether a row says that its relationship goes one way only."""
    return tidy(column).str.casefold().isin([*_ONE_WAY, *(YES - {"x"})])
