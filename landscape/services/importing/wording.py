"""Names and words brought into one form: compared, never guessed."""

import re
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from landscape.services.importing.synonyms import MISSING_WORDS

_SPACES: Final = r"[\s\pZ]+"
_CLOSING: Final = re.compile(r"\(([^()]{2,12})\)")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_SHORT: Final = 3
_WHOLE: Final = r"^(\d+)\.0+$"
SEVERAL: Final = r"\s*[|;]\s*"
_CODED: Final = frozenset({"9997", "9998", "9999", "-9997", "-9998", "-9999", "-99", "-999"})
_FAR: Final = 1_000
_PARTED: Final = r"[|;]"
_LISTS_LEAST: Final = 3
_LISTS_SHARE: Final = 0.6


def tidy(texts: pd.Series) -> pd.Series:
    """NFC, trimmed, runs of white space as one space: "State " and "State" are the same."""
    cells = pa.array(texts.fillna(""), pa.large_string())
    if isinstance(cells, pa.ChunkedArray):
        cells = cells.combine_chunks()
    written = cells.dictionary_encode()
    each = pc.utf8_normalize(written.dictionary, form="NFC")
    each = pc.utf8_trim_whitespace(pc.replace_substring_regex(each, _SPACES, " "))
    tidied: pd.Series = each.take(written.indices).to_pandas()
    return tidied.set_axis(texts.index)


def without_missing(texts: pd.Series) -> pd.Series:
    """`texts` with the words that mean "missing" as NA; for columns that hold no names."""
    folded = texts.str.casefold()
    return texts.mask((texts == "") | folded.isin(MISSING_WORDS))


def without_coded_missing(texts: pd.Series) -> pd.Series:
    """`texts` with 9997 and the like as NA, where all other numbers are far from them."""
    bare = whole(texts)
    coded = bare.isin(_CODED)
    if not coded.any():
        return texts
    others = pd.to_numeric(texts[~coded], errors="coerce").dropna()
    far = bool((others.abs() < _FAR).all())
    # Below nought nothing stands but codes, unless other numbers do, too.
    below = coded & bare.str.startswith("-").fillna(value=False).astype(bool)
    hit = coded & ~below if far else coded & False
    hit |= below & bool((others >= 0).all())
    return texts.mask(hit)


def listed(texts: pd.Series) -> pd.Series:
    """`texts` with "|" for the commas of a column of lists: most parts come in other cells, too."""
    cells = texts[texts.str.contains(",", regex=False).fillna(value=False).astype(bool)]
    if cells.empty or texts.str.contains(_PARTED, regex=True).any():
        return texts
    different = pd.Series(texts.dropna().unique(), dtype="str").str.strip()
    parts = different.str.split(r"\s*,\s*", regex=True).explode()
    counted = parts.value_counts()
    lists = parts[parts.index.duplicated(keep=False)]
    again = lists.map(counted) > 1
    if len(different) < _LISTS_LEAST or again.mean() < _LISTS_SHARE:
        return texts
    return texts.str.replace(r"\s*,\s*", "|", regex=True)


def whole(texts: pd.Series) -> pd.Series:
    """Codes that a program turned into numbers with a fraction: "2.0" as "2"."""
    return texts.str.replace(_WHOLE, r"\1", regex=True)


def acronyms(name: str) -> set[str]:
    """The short forms a name may go by, folded: initials of all words, of capitals, in brackets."""
    found = {inside.casefold() for inside in _CLOSING.findall(name)}
    words = _WORD.findall(_CLOSING.sub(" ", name))
    for chosen in (words, [word for word in words if word[0].isupper()]):
        initials = "".join(word[0] for word in chosen).casefold()
        if len(initials) > 1:
            found.add(initials)
        # A short form may leave out the last words: "CoP" for a "Community of Practice Committee".
        found.update(initials[:length] for length in range(_SHORT, len(initials)))
    return found
