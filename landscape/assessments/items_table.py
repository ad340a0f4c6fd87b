"""Items of one's own from a table: one a row, its sentences in columns, for one dimension each."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from landscape.assessments.table import InstrumentFileError
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Dimension, Instrument

ID: Final = "Id"
DIMENSION: Final = "Dimension"
STATEMENT: Final = "Statement"
FIRST_STEP: Final = "First step"
_NEEDED: Final = "Write it out, or take the row out."
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]+")


class OwnItemsError(InstrumentFileError):
    """Rows of own items that need something; `problems` lists each with place and fix."""

    def __init__(self, problems: Sequence[LandscapeError]) -> None:
        first = problems[0]
        super().__init__(first.what, fix=first.fix)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the table: where it stands, and its cells by header."""

    place: str
    cells: Mapping[str, str]


def columns_of(base: Instrument) -> tuple[str, ...]:
    """The headers of a table of items that add to `base`."""
    sentences = (f"Sentence {meaning.level}" for meaning in base.levels)
    return (DIMENSION, STATEMENT, *sentences, FIRST_STEP, ID)


def is_items_table(columns: Iterable[str]) -> bool:
    """Whether a table with these headers holds items."""
    return {_plain(STATEMENT), _plain(DIMENSION)} <= set(map(_plain, columns))


def text_of_items(
    rows: Sequence[Row], base: Instrument, *, id_: str, version: int, file: str
) -> str:
    """The TOML text of an instrument that adds these items to `base`.

    Raises
    ------
    OwnItemsError
        With every row that needs something.
    """
    problems: list[LandscapeError] = _unknown_columns(rows, base, file)
    taken = {item.id for item in base.items}
    pieces = [
        f"id = {_quoted(id_)}",
        f"version = {version}",
        f"extends = {_quoted(base.id)}",
        f"extends_version = {base.version}",
    ]
    for row in rows:
        cells = {_plain(header): cell for header, cell in row.cells.items()}
        if not any(cell.strip() for cell in cells.values()):
            continue
        try:
            pieces.append(_item(row.place, cells, base, taken))
        except InstrumentFileError as error:
            problems.append(error)
    if not problems and len(pieces) == 4:
        problems.append(
            InstrumentFileError(
                f"{file} holds no item.", fix="Write one item a row, below the headers."
            )
        )
    if problems:
        raise OwnItemsError(problems)
    return "\n".join(pieces) + "\n"


def _unknown_columns(rows: Sequence[Row], base: Instrument, file: str) -> list[LandscapeError]:
    """Nothing that somebody wrote is left out in silence."""
    known = set(map(_plain, columns_of(base)))
    written = dict.fromkeys(
        header for row in rows for header, cell in row.cells.items() if cell.strip()
    )
    return [
        InstrumentFileError(
            f"{file}, column {header!r}: it is not known here.",
            fix=f"Call it one of {', '.join(columns_of(base))}, or take it out.",
        )
        for header in written
        if _plain(header) not in known
    ]


def _item(place: str, cells: Mapping[str, str], base: Instrument, taken: set[str]) -> str:
    dimension = _dimension(place, cells, base)
    id_ = _cell(cells, ID) or next(
        drawn for n in range(1, 1000) if (drawn := f"{dimension.id}.own{n}") not in taken
    )
    if id_ in {item.id for item in base.items}:
        raise InstrumentFileError(
            f"{place}, column {ID!r}: {id_!r} is the id of a question that yours stand beside.",
            fix="Give it another one, or leave the cell blank.",
        )
    if id_ in taken:
        raise InstrumentFileError(
            f"{place}, column {ID!r}: {id_!r} stands there more than once.",
            fix="Give it another one, or leave the cell blank.",
        )
    taken.add(id_)
    sentences = [_needed(place, cells, f"Sentence {one.level}") for one in base.levels]
    repeated = next((one for one in sentences if sentences.count(one) > 1), None)
    if repeated is not None:
        raise InstrumentFileError(
            f"{place}: the sentence {repeated!r} stands there more than once.",
            fix="Let each level read otherwise.",
        )
    return "\n".join(
        [
            "",
            "[[items]]",
            f"id = {_quoted(id_)}",
            f"dimension = {_quoted(dimension.id)}",
            f"statement = {_quoted(_needed(place, cells, STATEMENT))}",
            f"anchors = [{', '.join(map(_quoted, sentences))}]",
            f"first_step = {_quoted(_needed(place, cells, FIRST_STEP))}",
        ]
    )


def _dimension(place: str, cells: Mapping[str, str], base: Instrument) -> Dimension:
    said = _needed(place, cells, DIMENSION)
    for dimension in base.dimensions:
        if said.casefold() in (dimension.id.casefold(), dimension.title.casefold()):
            return dimension
    titles = ", ".join(dimension.title for dimension in base.dimensions)
    raise InstrumentFileError(
        f"{place}, column {DIMENSION!r}: {said!r} is no dimension.", fix=f"Name one of {titles}."
    )


def _needed(place: str, cells: Mapping[str, str], header: str) -> str:
    said = _cell(cells, header)
    if not said:
        raise InstrumentFileError(f"{place}, column {header!r}: nothing stands there.", fix=_NEEDED)
    return said


def _cell(cells: Mapping[str, str], header: str) -> str:
    return " ".join(_CONTROL.sub(" ", cells.get(_plain(header), "")).split())


def _plain(header: str) -> str:
    return " ".join(header.casefold().split())


def _quoted(text: str) -> str:
    """A TOML text; JSON writes it the same way."""
    return json.dumps(text, ensure_ascii=False)
