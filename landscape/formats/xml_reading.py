"""Reads XML element by element, so that a large file takes no more memory than what is kept."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from landscape.formats import xml_guard
from landscape.formats.table import FileRefusedError

MOST_DEPTH: Final = 100
_PIECE: Final = 1024 * 1024

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[str], None]


class XmlReader:
    """Calls a function where an element of a name begins, and one where it ends, with its text.

    Names are without prefix. Only elements named in `ends` collect text, their own up to the first
    element within them.
    """

    def __init__(self, starts: Mapping[str, Start], ends: Mapping[str, End], where: str) -> None:
        self._starts = starts
        self._ends = ends
        self._where = where
        self._text: list[str] = []
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_document_type

    def read(self, data: bytes) -> None:
        """Read all of `data`. Raises FileRefusedError with the line where it is damaged."""
        view = memoryview(data)
        try:
            for at in range(0, len(data), _PIECE):
                self._parser.Parse(view[at : at + _PIECE], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise broken(
                f"{self._where}, line {error.lineno}", expat.ErrorString(error.code)
            ) from error

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise FileRefusedError(
                "nested-too-deep",
                f"{self._where}, line {self._parser.CurrentLineNumber}",
                f"There are more than {MOST_DEPTH} levels within each other.",
                fix="Save it anew in the program it comes from, without levels.",
            )
        if ":" in name:
            name = name.rpartition(":")[2]
        start = self._starts.get(name)
        if start is not None:
            start(attributes)
        if name in self._ends:
            self._text = []
            self._parser.CharacterDataHandler = self._text.append
        else:
            self._parser.CharacterDataHandler = None

    def _end(self, name: str) -> None:
        self._depth -= 1
        if ":" in name:
            name = name.rpartition(":")[2]
        end = self._ends.get(name)
        if end is not None:
            self._parser.CharacterDataHandler = None
            text, self._text = "".join(self._text), []
            end(text)

    def _refuse_document_type(self, *_: object) -> None:
        raise xml_guard.document_type(self._where)


def broken(where: str, what: str) -> FileRefusedError:
    """The refusal of a file that is cut off or not written as its format asks."""
    return FileRefusedError(
        "broken-file",
        where,
        f"It is damaged here: {what}.",
        fix="Save it anew in the program it comes from, and choose that file.",
    )
