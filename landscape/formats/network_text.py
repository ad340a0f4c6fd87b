"""The text of network files: its door, its lines and words, and how a damaged one is refused."""

import re
from collections.abc import Iterator
from typing import Final

from landscape.formats import guard
from landscape.formats.decoding import decode
from landscape.formats.table import FileRefusedError, Limits

# A line may hold a whole row of a matrix, or all whom one has a relationship with.
_LONG: Final = 4
# A word, a text in quotation marks, or a time in brackets; a mark that is never closed ends here.
_WORD: Final = re.compile(r'"[^"]*"?|\[[^\[\]]*\]|[^\s"]+')


def check(data: bytes, where: str, limits: Limits) -> None:  # noqa: ARG001 - as every check
    """Refuse what is no text before anything is read."""
    guard.check_text(data, where)


def head_of(data: bytes) -> str:
    """The first 64 KB as text."""
    return decode(data[: guard.HEAD_BYTES])


def lines_of(data: bytes, where: str, limits: Limits) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without blanks around; not those that hold nothing."""
    for number, line in enumerate(decode(data).splitlines(), start=1):
        if len(line) > _LONG * limits.cell_bytes:
            raise FileRefusedError(
                "cell-too-long",
                f"{where}, line {number}",
                f"The line holds more than {_LONG * limits.cell_bytes // 1048576} MB of text.",
                fix="Save it anew in the program it comes from, as a list of pairs.",
            )
        if stripped := line.strip():
            yield number, stripped


def words_of(line: str) -> list[str]:
    """The words of a line; those in quotation marks are one, without the marks."""
    if '"' not in line and "[" not in line:
        return line.split()
    return [word.strip('"') if word[0] == '"' else word for word in _WORD.findall(line)]


def is_number(text: str) -> bool:
    """Whether a word is a number that counts something, with a point or an exponent."""
    try:
        float(text)
    except ValueError:
        return False
    return text[-1:].isdigit() or text.endswith(".")


def whole(text: str) -> int | None:
    """A count, or None where the word is none. Longer numbers count nothing that can be read."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def broken(where: str, what: str) -> FileRefusedError:
    """The refusal of a file that is cut off or not written as its format asks."""
    return FileRefusedError(
        "broken-file",
        where,
        f"It is damaged here: {what}.",
        fix="Save it anew in the program it comes from, and choose that file.",
    )


def too_many(where: str, limits: Limits) -> FileRefusedError:
    """The refusal of a file that says it has more stakeholders than may be read."""
    return FileRefusedError(
        "too-many-rows",
        where,
        f"There are more than {limits.rows:,} stakeholders.",
        fix="Split the file, or leave out what you do not need.",
    )


def too_many_words(where: str, limits: Limits) -> FileRefusedError:
    """The refusal of a file with more in it than a good one at the limits has."""
    return FileRefusedError(
        "too-many-cells",
        where,
        f"There are more than {limits.cells:,} values.",
        fix="Leave out attributes you do not need, or split the file.",
    )


def too_deep(where: str, most: int) -> FileRefusedError:
    """The refusal of a file with more levels within each other than any program writes."""
    return FileRefusedError(
        "nested-too-deep",
        where,
        f"There are more than {most} levels within each other.",
        fix="Save it anew in the program it comes from, without levels.",
    )
