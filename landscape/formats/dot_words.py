"""The words of a DOT file: names, texts, HTML and signs, without comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from landscape.formats.network_text import broken
from landscape.formats.plain_words import plain

_WORD: Final = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/|^\#[^\n]*)
    |"(?P<text>(?:[^"\\]|\\.)*)"
    |(?P<name>-?(?:\.\d+|\d+(?:\.\d*)?)|[^\W\d][\w.]*|\d\w*)
    |(?P<sign>->|--|[{}\[\];,=:+<])""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_BREAKS: Final = frozenset("nlr")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: a sign, a bare name, or a text in marks; and where it stands."""

    kind: str
    text: str
    at: int


def words_in(text: str, file: str) -> Iterator[Word]:
    """The words one after the other. Raises FileRefusedError at what is none."""
    at = 0
    while at < len(text):
        found = _WORD.match(text, at)
        if found is None:
            raise broken(line_of(text, at, file), f"{text[at : at + 20]!r} has no place here")
        kind, said = found.lastgroup or "", found[found.lastgroup or 0]
        if kind == "sign" and said == "<":
            end = _end_of_html(text, at, file)
            yield Word("text", plain(text[at + 1 : end - 1]), at)
            at = end
            continue
        if kind != "blank":
            yield Word(kind, said, at)
        at = found.end()


def line_of(text: str, at: int, file: str) -> str:
    """The place of a word in words."""
    line = text.count("\n", 0, at) + 1
    return f"{file}, line {line}"


def unescaped(text: str, name: str = "") -> str:
    """A text as it is shown, on one line; `name` is whose it is."""
    shown = _ESCAPED.sub(
        lambda sign: " " if sign[1] in _BREAKS else name if sign[1] == "N" else sign[1].strip(),
        text,
    )
    return " ".join(shown.split())


def _end_of_html(text: str, at: int, file: str) -> int:
    depth = 0
    for found in re.compile("[<>]").finditer(text, at):
        depth += 1 if found[0] == "<" else -1
        if depth == 0:
            return found.end()
    raise broken(line_of(text, at, file), "a bracket is never closed")
