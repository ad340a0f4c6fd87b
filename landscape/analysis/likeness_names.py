"""A name taken apart for comparing: its telling words, its numbers, and its short forms."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


MINOR: Final = _each(
    "a an and at by de del der des di die das do dos du e el et for fur in la las le les los of on"
    " per the to und von with y zu dr frau herr mr mrs ms prof sir"
)
# Forms of law at the end of a name; what they say of a stakeholder is never who it is.
LEGAL: Final = _each(
    "ab ag aps as asbl bv bvba cic cio co corp corporation cv eg ev ggmbh gmbh inc incorporated"
    " kg kgaa limited llc llp lp ltd mbh nv ohg oy oyj plc pty pvt sa sarl sas sl spa srl ug vzw"
)
# Words for a sort of body: one of them more or less does not tell two apart.
GENERAL: Final = _each(
    "agency association bureau club committee company council foundation group institute network"
    " office organization program project society team trust"
)
_WRITTEN_OUT: Final = {
    "admin": "administration",
    "assn": "association",
    "assoc": "association",
    "bros": "brother",
    "centre": "center",
    "cmte": "committee",
    "cttee": "committee",
    "ctr": "center",
    "dep": "department",
    "dept": "department",
    "dev": "development",
    "dist": "district",
    "div": "division",
    "fdn": "foundation",
    "govt": "government",
    "inst": "institute",
    "intl": "international",
    "lab": "laboratory",
    "mgmt": "management",
    "min": "ministry",
    "natl": "national",
    "org": "organization",
    "organisation": "organization",
    "programme": "program",
    "soc": "society",
    "st": "saint",
    "uni": "university",
    "univ": "university",
    "universidad": "university",
    "universita": "university",
    "universitat": "university",
    "universite": "university",
}
_NUMBERS: Final = {
    word: str(number)
    for counted in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "- - ii iii iv - vi vii viii ix - xi xii",
    )
    for number, word in enumerate(counted.split())
    if word != "-"
}
_LAST_NUMBERS: Final = {"i": "1", "v": "5", "x": "10"}
_LETTERS: Final = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
)
_JOINING: Final = str.maketrans(
    {"&": " and ", "+": " and ", "'": "", "’": "", "ʼ": "", "`": "", "´": ""}  # noqa: RUF001
)
_ORDINAL: Final = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_DOTTED: Final = re.compile(r"\b(?:[^\W\d_]\.[ ]?){2,}")
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_ASIDE: Final = re.compile(r"[(\[:–—|]|\s[-/]\s")  # noqa: RUF001
_CAPITALS: Final = re.compile("[A-Z]{3}")
_DASH: Final = re.compile(r"\s+[-–—|/]\s+|:\s+")  # noqa: RUF001
_LONG_ENOUGH: Final = 5
_SHORT_FORM: Final = range(2, 11)
_LONG_SHORT_FORM: Final = 4
_LONGEST: Final = 400


class Words(NamedTuple):
    """A name taken apart; a named tuple, because there are as many as names.

    `words` are its telling words in order, folded, written out and in the singular; `numbers` the
    numbers among them, sorted; `plain` all its words; `short` the short forms that the name itself
    gives; `capitals` the words that stand in capitals among others that do not.
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    plain: tuple[str, ...]
    short: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


def words_of(name: str) -> Words:
    """Take one name apart.

    Parameters
    ----------
    name : str
        As people wrote it.

    Returns
    -------
    Words
        Without any word where the name holds no letter and no number, and where it is a whole text
        rather than a name.

    Notes
    -----
    Left out are articles and the like, and forms of law at the end. What stands in brackets, or
    on one side of a dash, is a short form when its letters are the initials of the other words.
    """
    if len(name) > _LONGEST:
        return Words((), (), ())
    whole, short = name, tuple[str, ...]()
    if name.isascii() and name.replace(" ", "").isalpha():
        plain = name.lower().split()  # nothing to take apart, as in most names
    else:
        whole = _DOTTED.sub(_closed, name) if "." in name else name
        if _ASIDE.search(whole):
            whole, short = _told_short(whole)
        plain = [word for part in whole.split(",") for word in _without_law(_plain(part))]
    plain = _without_law(plain)
    words = [_same_word(word) for word in plain if word not in MINOR]
    words = words or [_same_word(word) for word in plain]
    if len(words) > 1 and words[-1] in _LAST_NUMBERS:
        words[-1] = _LAST_NUMBERS[words[-1]]
    return Words(
        tuple(words),
        tuple(sorted(word for word in words if word.isdecimal())),
        tuple(plain),
        short,
        _in_capitals(whole) if len(words) > 1 else (),
    )


def initials_of(words: Words) -> set[str]:
    """The short forms that others may use: first letters of all words, or of the telling ones.

    A longer one may leave out the last words: "CCoP" for a "Coastal Community of Practice Team".
    """
    every = "".join(word[0] for word in words.plain)
    found = {every, "".join(word[0] for word in words.words)}
    longest = min(len(every), _SHORT_FORM.stop)
    found.update(every[:end] for end in range(_LONG_SHORT_FORM, longest))
    return {letters for letters in found if len(letters) in _SHORT_FORM}


def shortened(words: Words, known: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The telling words with three or more in a row as one of the `known` short forms."""
    for row in (words.words, words.plain):
        letters = "".join(word[0] for word in row)
        for start in range(len(row) - 2):
            for end in range(start + 3, len(row) + 1):
                if letters[start:end] in known and end - start < len(row):
                    before = tuple(word for word in row[:start] if word not in MINOR)
                    after = tuple(word for word in row[end:] if word not in MINOR)
                    yield (*before, letters[start:end], *after)


def singular(word: str) -> str:
    """The word without the ending of a plural; short words stay as they are."""
    if len(word) < _LONG_ENOUGH or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def fold(text: str) -> str:
    """`text` without capitals and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _plain(text: str) -> list[str]:
    return _WORD.findall(_ORDINAL.sub(r"\1", fold(text.translate(_JOINING))))


def _without_law(words: list[str]) -> list[str]:
    """The words without forms of law at the end."""
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return words


def _in_capitals(name: str) -> tuple[str, ...]:
    """The words of three letters or more in capitals, where others are not."""
    if (name.isascii() and not _CAPITALS.search(name)) or name.isupper():
        return ()
    return tuple(word.lower() for word in _WORD.findall(name) if len(word) > 2 and word.isupper())


@lru_cache(maxsize=1 << 16)
def _same_word(word: str) -> str:
    """One word for all spellings of it: written out, in the singular, numbers in digits."""
    if word.isdecimal():
        return str(int(word)) if len(word) <= 20 else word
    word = _WRITTEN_OUT.get(word) or _NUMBERS.get(word) or singular(word)
    return _WRITTEN_OUT.get(word, word)


def _closed(found: re.Match[str]) -> str:
    """A form such as "D.F.W." in one word."""
    return re.sub(r"[. ]", "", found[0]) + " "


def _told_short(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without the short forms that it gives of itself, and these, folded."""
    parts = _BRACKETS.split(name)
    outside, inside = " ".join(parts[::2]), parts[1::2]
    if not inside:
        pieces = _DASH.split(name)
        if len(pieces) != 2:
            return name, ()
        outside, inside = pieces[0], [pieces[1]]
    for here in inside:
        if _is_short_of(here, outside):
            rest = " ".join((outside, *(other for other in inside if other is not here)))
            return rest, (fold(here.strip()),)
        if _is_short_of(outside, here) and len(inside) == 1:
            return here, (fold(outside.strip()),)
    return name, ()


def _is_short_of(short: str, long: str) -> bool:
    """Whether a word's letters are those that the words of `long` begin with, or nearly all."""
    word = short.strip()
    if not word.isalpha() or len(word) not in _SHORT_FORM:
        return False
    plain = _plain(long)
    letters = "".join(one[0] for one in plain)
    telling = "".join(one[0] for one in plain if one not in MINOR)
    folded = fold(word)
    if len(telling) < 2:
        return False
    return _is_within(folded, letters) or (_is_within(telling, folded) and word.isupper())


def _is_within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether `few` can be read in `many` from left to right."""
    rest = iter(many)
    return all(letter in rest for letter in few)
