"""DOT, the language of Graphviz: who is drawn, who is within which cluster, and what joins them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from landscape.formats.decoding import decode
from landscape.formats.dot_words import MOST_DEPTH, Word, line_of, unescaped, words_in
from landscape.formats.guard import too_many_columns
from landscape.formats.network_names import captions_for_kinds
from landscape.formats.network_text import (
    broken,
    check,
    head_of,
    is_number,
    too_deep,
    too_many_words,
)
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable
from landscape.formats.two_tables import (
    CAPTION,
    DIRECTED,
    GROUP,
    MUTUAL,
    NAME,
    UNDIRECTED,
    WEIGHT,
    Rows,
    two_tables,
)

_BEGINS: Final = re.compile(
    r"(?:\s++|//[^\n]*+|/\*.*?\*/|\#[^\n]*+)*+(?:strict\s++)?(?:di)?graph\b\s*+"
    r'(?:"(?:[^"\\]|\\.)*+"|[\w.\-]++)?\s*+\{',
    re.IGNORECASE | re.DOTALL,
)
# How something is drawn is no word about it.
_DRAWN: Final = re.compile(
    r"shape|style|.*color.*|font.*|(?:pen)?width|height|pos|rank|group|margin|peripheries|image.*"
    r"|layer|url|href|target|tooltip|.*labelloc|arrow.*|constraint|(?:head|tail).*|l[pwh]|label.*"
    r"|x?label.+|minlen|len|fixedsize|ordering|orientation|sides|skew|distortion|splines|decorate",
    re.IGNORECASE,
)
_ENDS: Final = frozenset({"}", ""})
_LINES: Final = frozenset({"->", "--"})
Said = dict[str, str]


@lru_cache(maxsize=1_000)
def _is_drawn(key: str) -> bool:
    return _DRAWN.fullmatch(key) is not None


class _Drawing:
    """Reads statement by statement; who is named for the first time becomes a row."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.people = Rows("stakeholders", file, limits)
        self.people.describe(GROUP, "Group", says="group")
        self.people.describe(" x", "x", says="x")
        self.people.describe(" y", "y", says="y")
        self.relationships = Rows("relationships", file, limits)
        self.relationships.describe(CAPTION, "Label")
        self.relationships.describe(WEIGHT, "Weight", says="weight")
        self._text = text
        self._file = file
        self._limits = limits
        self._words = words_in(text, file, limits)
        self._now = next(self._words, Word("", "", 0))
        self._places: dict[str, int] = {}
        self._labels: list[str] = []
        self._said: list[Said] = []
        self._groups: list[str] = []
        self._way = UNDIRECTED

    def read(self) -> None:
        """Read the whole drawing."""
        if self._is("strict"):
            self._next()
        self._way = DIRECTED if self._is("digraph") else UNDIRECTED
        self._next()
        if self._now.text != "{" or self._now.kind != "sign":
            self._next()
        self._expect("{")
        self._read_statements({}, {}, "", 1)
        self._expect("}")
        for row, (name, said) in enumerate(zip(self._places, self._said, strict=True)):
            self._put_person(row, name, said)

    def _read_statements(self, people: Said, lines: Said, group: str, depth: int) -> list[str]:
        """Statements up to the closing bracket; gives back those who are named in them."""
        if depth > MOST_DEPTH:
            raise too_deep(line_of(self._text, self._now.at, self._file), MOST_DEPTH)
        people, lines, named = dict(people), dict(lines), []
        while not (self._now.kind in ("sign", "") and self._now.text in _ENDS):
            if self._sign(";") or self._sign(","):
                self._next()
            elif self._is("node"):
                self._next()
                people |= self._read_attributes()
            elif self._is("edge"):
                self._next()
                lines |= self._read_attributes()
            elif self._is("graph"):
                self._next()
                group = self._group(group, self._read_attributes())
            else:
                several, setting = self._read_statement(people, lines, depth)
                named += several
                group = self._group(group, setting)
        if group:
            for name in named:
                row = self._places[name]
                self._groups[row] = self._groups[row] or group
        return named

    def _read_statement(self, people: Said, lines: Said, depth: int) -> tuple[list[str], Said]:
        """One stakeholder, a chain of relationships, a part of the drawing, or a setting."""
        if self._now.kind == "sign" and self._now.text not in ("{", "<"):
            raise self._wrong()
        sides = [self._read_side(people, lines, depth)]
        if self._sign("=") and sides[0]:
            self._next()
            return [], {sides[0][0]: self._take()}
        for name in sides[0]:
            self._person(name, people)
        while self._now.kind == "sign" and self._now.text in _LINES:
            self._next()
            sides.append(self._read_side(people, lines, depth))
            if len(sides) > self._limits.rows:
                raise too_many_words(self._file, self._limits)
            for name in sides[-1]:
                self._person(name, people)
        said = self._read_attributes()
        if len(sides) == 1:
            for name in sides[0]:
                self._said[self._places[name]] |= said
        for sources, targets in pairwise(sides):
            self._join(sources, targets, lines | said)
        return [name for side in sides for name in side], {}

    def _read_side(self, people: Said, lines: Said, depth: int) -> list[str]:
        """Those on one side of a relationship: one, or all in brackets."""
        title = ""
        if self._is("subgraph"):
            self._next()
            if not self._sign("{"):
                title = self._take()
        if self._sign("{"):
            self._next()
            cluster = title.startswith("cluster")
            group = (title.removeprefix("cluster").strip("_ ") or title) if cluster else ""
            named = self._read_statements(people, lines, group, depth + 1)
            self._expect("}")
            return list(dict.fromkeys(named))
        name = title or self._take()
        while self._sign(":"):  # at which side of the box the line ends
            self._next()
            self._take()
        return [name]

    def _read_attributes(self) -> Said:
        said: Said = {}
        while self._sign("["):
            self._next()
            while not self._sign("]"):
                key = self._take()
                if len(said) > self._limits.columns:
                    raise too_many_columns(
                        line_of(self._text, self._now.at, self._file), self._limits
                    )
                said[key] = "true"
                if self._sign("="):
                    self._next()
                    said[key] = self._take()
                while self._sign(",") or self._sign(";"):
                    self._next()
            self._next()
        return said

    def _person(self, name: str, said: Said) -> None:
        if name not in self._places:
            self._places[name] = len(self._places)
            self.people.begin(name, "")
            self._said.append(dict(said))
            self._groups.append("")

    def _join(
        self, sources: Sequence[str], targets: Sequence[str], said: Mapping[str, str]
    ) -> None:
        drawn = said.get("dir", "")
        way = {"both": MUTUAL, "none": UNDIRECTED}.get(drawn, self._way)
        for source in sources:
            for target in targets:
                ends = (target, source) if drawn == "back" else (source, target)
                self.relationships.begin(*ends, way)
                for key, text in said.items():
                    if key == "label":
                        self.relationships.put(CAPTION, unescaped(text))
                    elif key == "weight":
                        self.relationships.put(WEIGHT, text)
                    elif key != "dir" and not _is_drawn(key):
                        self.relationships.put(key, unescaped(text))

    def _put_person(self, row: int, name: str, said: Said) -> None:
        if "label" in said:
            self.people.put(NAME, unescaped(said["label"], name), row)
        if self._groups[row]:
            self.people.put(GROUP, self._groups[row], row)
        place = said.get("pos", "").rstrip("!").split(",")
        if len(place) > 1 and is_number(place[0]) and is_number(place[1]):
            self.people.put(" x", place[0], row)
            self.people.put(" y", place[1], row)
        for key, text in said.items():
            if not _is_drawn(key):
                self.people.put(key, unescaped(text), row)

    def _group(self, group: str, said: Said) -> str:
        """The caption of a cluster, which stands for its name."""
        return unescaped(said["label"]) if group and said.get("label") else group

    def _take(self) -> str:
        """The next name or text, with what is joined to it by a plus."""
        if self._now.kind not in ("name", "text"):
            raise self._wrong()
        said = self._now.text
        self._next()
        while self._sign("+"):
            self._next()
            said += self._now.text
            self._next()
        return said

    def _next(self) -> None:
        self._now = next(self._words, Word("", "", len(self._text)))

    def _is(self, keyword: str) -> bool:
        return self._now.kind == "name" and self._now.text.lower() == keyword

    def _sign(self, sign: str) -> bool:
        return self._now.kind == "sign" and self._now.text == sign

    def _expect(self, sign: str) -> None:
        if not self._sign(sign):
            raise self._wrong()
        self._next()

    def _wrong(self) -> FileRefusedError:
        where = line_of(self._text, self._now.at, self._file)
        if not self._now.kind:
            return broken(where, "it ends before its brackets are closed")
        return broken(where, f"{self._now.text[:20]!r} has no place here")


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """Stakeholders with the clusters they are in, and relationships."""
    drawing = _Drawing(decode(data), file, limits)
    drawing.read()
    captions_for_kinds(drawing.relationships)
    return two_tables(drawing.people, drawing.relationships, FORMAT.title)


def _recognises(data: bytes) -> bool:
    return _BEGINS.match(head_of(data).removeprefix("\ufeff")) is not None


FORMAT: Final = Format(
    name="dot", title="DOT", recognises=_recognises, read=read, check=check, suffix=".dot"
)
