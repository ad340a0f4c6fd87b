"""Cells of a copy of our own as the store keeps them, and those that somebody spoilt."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from landscape.formats.own_columns import COLUMNS, REQUIRED, Cell
from landscape.formats.source import SourceTable
from landscape.model.plan import StepStatus
from landscape.model.scales import (
    SCALES,
    Asked,
    Basis,
    BoundaryStance,
    Centrality,
    KnowledgeBasis,
    Level,
    Status,
)
from landscape.services.importing.ledger import Ledger

_WORDS: Final[Mapping[tuple[str, str], type[StrEnum]]] = {
    ("boundary", "stance"): BoundaryStance,
    ("constituency", "knowledge_basis"): KnowledgeBasis,
    ("constituency", "level"): Level,
    ("membership", "centrality"): Centrality,
    ("plan_step", "status"): StepStatus,
    ("relationship", "basis"): Basis,
    ("relationship", "status"): Status,
    ("stakeholder", "asked"): Asked,
    ("stakeholder", "level"): Level,
}
_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    **SCALES,
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "ordinal": (-(2**31), 2**31 - 1),
}
_OBJECTS: Final = ("attributes", "settings", "look", "camera")
# What the store holds where nothing was said, in columns that always hold something.
_DEFAULTS: Final[Mapping[str, str | bool]] = {
    "in_scope": True,
    "on_team": False,
    "directed": False,
    "pinned": False,
    "kinds": "[]",
    "attributes": "{}",
    "settings": "{}",
    "look": "{}",
    "stance": "undecided",
    "plan_step.status": StepStatus.AGREED.value,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoilt:
    """Cells of a column that do not hold what they should: the code, which, and what to do."""

    code: str
    cells: pd.Series
    fix: str


def read(
    name: str, table: SourceTable, texts: pd.DataFrame, ledger: Ledger
) -> tuple[pd.DataFrame, list[pd.Series]]:
    """The rows with the types that the store keeps, and what was decided about spoilt cells.

    `texts` is indexed by row, and has None where a cell holds nothing.
    """
    frame = texts.copy()
    answers: list[pd.Series] = []
    for column, holds in COLUMNS[name].items():
        if column not in texts:
            continue
        frame[column] = _typed(holds, texts[column])
        for spoilt in _spoilt(name, column, holds, texts[column], frame[column]):
            if spoilt.cells.any():
                wrong = texts.loc[spoilt.cells, column]
                answers.append(
                    ledger.ask(spoilt.code, table, column, wrong, _saying(column), spoilt.fix)
                )
                frame.loc[spoilt.cells, column] = None
        for key in {column, f"{name}.{column}"} & set(_DEFAULTS):
            frame[column] = frame[column].fillna(_DEFAULTS[key])
    for column in REQUIRED[name]:
        blank = frame[column].isna()
        if column != "id" and blank.any():
            answers.append(_without(name, column, table, texts.loc[blank, column], ledger))
    return frame, answers


def _saying(column: str) -> Callable[[str], str]:
    return lambda value: f"{column} is {value}."


def _without(
    name: str, column: str, table: SourceTable, blank: pd.Series, ledger: Ledger
) -> pd.Series:
    if column == "name":
        fix = "Write its name, or leave the row out."
        return ledger.ask("missing-name", table, column, blank, lambda _: "There is no name.", fix)
    return ledger.ask(
        "needed-value",
        table,
        column,
        blank,
        lambda _: f"A {name} cannot be without {column}.",
        "Write what the cell held before, or leave the row out.",
    )


def _typed(holds: Cell, cells: pd.Series) -> pd.Series:
    """A column with its type; what does not fit it is missing."""
    if holds is Cell.WHOLE:
        numbers = pd.to_numeric(cells, errors="coerce").astype("Float64")
        return numbers.where(numbers == numbers.round()).astype("Int64")
    if holds is Cell.NUMBER:
        return pd.to_numeric(cells, errors="coerce").astype("Float64")
    if holds is Cell.TRUTH:
        return cells.str.upper().map({"TRUE": True, "FALSE": False}).astype("boolean")
    if holds in (Cell.DAY, Cell.MOMENT):
        moments = pd.to_datetime(cells, errors="coerce", format="ISO8601")
        return moments.astype("datetime64[us]")
    return cells


def _spoilt(
    name: str, column: str, holds: Cell, texts: pd.Series, typed: pd.Series
) -> Iterator[_Spoilt]:
    lost = texts.notna() & typed.isna()
    if holds in (Cell.WHOLE, Cell.NUMBER):
        yield from _spoilt_numbers(name, column, lost, typed)
    elif holds in (Cell.DAY, Cell.MOMENT):
        yield _Spoilt(
            code="unreadable-date",
            cells=lost,
            fix="Write it like 2026-05-31, or leave the cell blank.",
        )
    elif holds is Cell.TRUTH:
        yield _Spoilt(
            code="unknown-word", cells=lost, fix="Write TRUE or FALSE, or leave the cell blank."
        )
    elif holds is Cell.JSON:
        shape: type[Any] = dict if column in _OBJECTS else list
        wrong = [isinstance(text, str) and not _is_json(text, shape) for text in texts]
        yield _Spoilt(
            code="unknown-word",
            cells=pd.Series(wrong, index=texts.index, dtype=bool),
            fix="Write what the cell held before, or leave the cell blank.",
        )
    elif (name, column) in _WORDS:
        known = [word.value for word in _WORDS[name, column]]
        yield _Spoilt(
            code="unknown-word",
            cells=texts.notna() & ~texts.isin(known),
            fix=f"Write one of {', '.join(known)}, or leave the cell blank.",
        )


def _spoilt_numbers(name: str, column: str, lost: pd.Series, typed: pd.Series) -> Iterator[_Spoilt]:
    scale = "legitimacy" if (name, column) == ("legitimacy", "level") else column
    if scale not in _RANGES:
        yield _Spoilt(
            code="not-a-number", cells=lost, fix="Write a number, or leave the cell blank."
        )
        return
    lowest, highest = _RANGES[scale]
    outside = typed.notna() & ~typed.between(lowest, highest).fillna(value=False)
    number = "whole number" if scale in SCALES or scale == "ordinal" else "number"
    yield _Spoilt(
        code="rating-out-of-range" if scale in SCALES else "not-a-number",
        cells=(lost | outside).astype(bool),
        fix=f"Write a {number} from {lowest} to {highest}, or leave the cell blank.",
    )


def _is_json(text: str, shape: type[Any]) -> bool:
    try:
        return isinstance(json.loads(text), shape)
    except (ValueError, RecursionError):
        return False
