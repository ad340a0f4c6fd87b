"""The words of a DOT file: names, texts, HTML and signs, without comments."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from landscape.formats.network_text import broken, too_deep, too_many_words
from landscape.formats.plain_words import plain
from landscape.formats.table import Limits

MOST_DEPTH: Final = 50

_WORD: Final = re.compile(
    r"""\s*(?:(?P<comment>//[^\n]*|/\*.*?\*/|^\#[^\n]*)
    |"(?P<text>(?:[^"\\]|\\.)*)"
    |(?P<name>-?(?:\.\d+|\d+(?:\.\d*)?)|[^\W\d][\w.]*|\d\w*)
    |(?P<sign>->|--|[{}\[\];,=:+<]))""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_BREAKS: Final = frozenset("nlr")


class Word(NamedTuple):
    """One word: a sign, a bare name, or a text in marks; and where it stands."""

    kind: str
    text: str
    at: int


def words_in(text: str, file: str, limits: Limits) -> Iterator[Word]:
    """The words one after the other. Raises FileRefusedError at what is none, or too many."""
    text = text.rstrip()
    at = count = 0
    while at < len(text):
        count += 1
        if count > limits.cells // 2 + 6 * limits.rows:
            raise too_many_words(file, limits)
        found = _WORD.match(text, at)
        if found is None:
            at += len(text) - at - len(text[at:].lstrip())
            raise broken(line_of(text, at, file), f"{text[at : at + 20]!r} has no place here")
        kind, said = found.lastgroup or "", found[found.lastgroup or 0]
        if kind == "sign" and said == "<":
            end = _end_of_html(text, found.end() - 1, file)
            yield Word("text", plain(text[found.end() : end - 1]), at)
            at = end
            continue
        if kind != "comment":
            yield Word(kind, said, found.start(kind))
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
        if depth > MOST_DEPTH:
            raise too_deep(line_of(text, at, file), MOST_DEPTH)
    raise broken(line_of(text, at, file), "a bracket is never closed")
