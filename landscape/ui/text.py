"""Text from people, made safe and short for the places where pages show it."""

import string
import unicodedata
from collections.abc import Mapping
from typing import Final

_WORD_JOINER: Final = "\u2060"
# Joiners that some scripts need to be written rightly; every other invisible character goes.
_KEPT_INVISIBLE: Final = frozenset("\u200c\u200d")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_PUNCTUATION: Final = str.maketrans({sign: "\\" + sign for sign in string.punctuation})


def plain(text: str) -> str:
    """`text` in one line, without control and direction characters; not escaped."""
    spaced = " ".join(text.split())
    return "".join(
        sign
        for sign in spaced
        if sign in _KEPT_INVISIBLE or unicodedata.category(sign) not in _INVISIBLE
    )


def escape(text: str) -> str:
    """`text` as it reads, in any Markdown position: no picture, link, formula or icon.

    Addresses are broken by an invisible character, because a bare one becomes a link even when
    every sign in it is escaped.
    """
    broken = (
        plain(text)
        .replace("://", f":{_WORD_JOINER}//")
        .replace("@", f"{_WORD_JOINER}@{_WORD_JOINER}")
    )
    return _break_www(broken).translate(_PUNCTUATION)


def shorten(text: str, n: int) -> str:
    """At most `n` characters of `text`, the last one an ellipsis where something was left out."""
    readable = plain(text)
    return readable if len(readable) <= n else readable[: n - 1].rstrip() + "…"


def told_apart(named: Mapping[str, str], most: int) -> dict[str, str]:
    """A short label for each id, in the same order; labels that read alike are numbered.

    Streamlit tells options of a picker apart by their labels, so two alike would be one.
    """
    seen: dict[str, int] = {}
    labels: dict[str, str] = {}
    for id_, name in named.items():
        label = shorten(name, most)
        seen[label] = seen.get(label, 0) + 1
        labels[id_] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return labels


def count_of(part: int, whole: int, noun: str) -> str:
    """A count out of a whole, such as "5 of 12 groups"."""
    return f"{part} of {whole} {noun}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun, such as "1 group" or "1,204 stakeholders"."""
    noun = singular if number == 1 else plural or singular + "s"
    return f"{number:,} {noun}"


def names(many: list[str], most: int = 5) -> str:
    """Names as they are said, escaped: "A, B and C", or "A, B and 4 more"."""
    shown = [escape(name) for name in many]
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{len(many) - most + 1} more"]
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def _break_www(text: str) -> str:
    """Break "www." in any spelling, which is taken for an address without any "://"."""
    pieces: list[str] = []
    start = 0
    folded = text.lower()
    # Lower case can be longer than the text it came from; then signs would no longer line up.
    while len(folded) == len(text) and (found := folded.find("www.", start)) >= 0:
        pieces.append(text[start : found + 3] + _WORD_JOINER)
        start = found + 3
    return "".join(pieces) + text[start:]
