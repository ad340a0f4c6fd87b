"""Reads XML element by element, so that a large file takes no more memory than what is kept."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from landscape.formats import xml_guard
from landscape.formats.network_text import broken, too_deep

MOST_DEPTH: Final = 100

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]
Text = Callable[[str, Attributes], None]


class _Known(dict[str, tuple[Start | None, Text | None, End | None]]):
    """What to do with an element, looked up by its name without prefix once for each name."""

    def __init__(
        self, starts: Mapping[str, Start], texts: Mapping[str, Text], ends: Mapping[str, End]
    ) -> None:
        super().__init__()
        self._by_name = (starts, texts, ends)

    def __missing__(self, name: str) -> tuple[Start | None, Text | None, End | None]:
        plain = name.rpartition(":")[2]
        starts, texts, ends = self._by_name
        found = (starts.get(plain), texts.get(plain), ends.get(plain))
        # A hostile file may have a name for each of its elements.
        if any(found):
            self[name] = found
        return found


def read_xml(
    data: bytes,
    where: str,
    *,
    starts: Mapping[str, Start],
    texts: Mapping[str, Text],
    ends: Mapping[str, End],
) -> None:
    """Call a function where an element of a name begins, with its text, and where it ends.

    Names are without prefix. The text of an element is its own, up to the first element within it,
    and comes with its attributes.
    Raises FileRefusedError with the line where `data` is damaged, or nested too deep.
    """
    known = _Known(starts, texts, ends)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    pieces: list[str] = []
    collect = pieces.append
    collecting = False
    of_text: Attributes = {}
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth, collecting, of_text
        depth += 1
        if depth > MOST_DEPTH:
            raise too_deep(f"{where}, line {parser.CurrentLineNumber}", MOST_DEPTH)
        start, text, _ = known[name]
        if start is not None:
            start(attributes)
        # Most of the text of a file is the blanks between its elements, which nobody wants.
        if text is not None:
            pieces.clear()
            of_text = attributes
            parser.CharacterDataHandler = collect
            collecting = True
        elif collecting:
            parser.CharacterDataHandler = None
            collecting = False

    def finish(name: str) -> None:
        nonlocal depth, collecting
        depth -= 1
        _, text, end = known[name]
        if text is not None:
            parser.CharacterDataHandler = None
            collecting = False
            text("".join(pieces), of_text)
            pieces.clear()
        if end is not None:
            end()

    def refuse(*_: object) -> None:
        raise xml_guard.document_type(where)

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.StartDoctypeDeclHandler = refuse
    _parse(parser, data, where)


def _parse(parser: expat.XMLParserType, data: bytes, where: str) -> None:
    # Blanks before the declaration are an error, and a slip that is easily made.
    whole = data.lstrip(b" \t\r\n")
    above = data[: len(data) - len(whole)].count(b"\n")
    try:
        parser.Parse(whole, True)
    except expat.ExpatError as error:
        line = error.lineno + above
        raise broken(f"{where}, line {line}", expat.ErrorString(error.code)) from error
