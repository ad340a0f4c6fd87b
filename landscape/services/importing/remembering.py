"""What was decided about a kind of table, kept so that next month's file asks nothing again.

Decisions name rows by number and tables by file. Kept ones name a table by its headers, and a row
by what it holds, so that they fit the same file under another name, longer, or in another order.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from landscape.formats.source import SourceTable
from landscape.model.errors import InvalidValueError
from landscape.model.principal import Principal
from landscape.services.importing.decisions import (
    ANY_TABLE,
    CONFLICTING,
    Decisions,
    Endpoint,
)
from landscape.services.importing.problems import CATALOGUE, Answer
from landscape.services.importing.roles import ColumnRole, TableKind
from landscape.services.importing.synonyms import plain
from landscape.services.importing.wording import tidy
from landscape.store.base import Store

NAMES: Final = "names"
MOST: Final = 5_000  # decisions kept of a kind; the latest stay
_FORMAT: Final = "landscape-import-decisions"
Memory = dict[str, dict[str, Any]]


def recalled(
    principal: Principal, store: Store, landscape_id: str, tables: Sequence[SourceTable]
) -> Decisions:
    """What was decided in this landscape about tables like these."""
    kept = store.snapshot(principal, landscape_id, tables=("import_memory",)).import_memory
    if kept.empty:
        return Decisions()
    memory = {id_: json.loads(text) for id_, text in zip(kept["id"], kept["decided"], strict=True)}
    return _decisions(tables, memory)


def count_of(decisions: Decisions) -> int:
    """How many things were decided."""
    decided: tuple[Collection[object], ...] = (
        decisions.kinds,
        decisions.roles,
        decisions.cells,
        decisions.rows,
        decisions.endpoints,
        decisions.answers,
        decisions.all_alike,
        decisions.depths,
        decisions.same,
        decisions.apart,
    )
    return sum(len(of) for of in decided) + (decisions.conflicting != "all")


def rows(
    principal: Principal,
    store: Store,
    landscape_id: str,
    tables: Sequence[SourceTable],
    decisions: Decisions,
) -> pd.DataFrame:
    """The rows of `import_memory` that keep these decisions beside the earlier ones."""
    memory = _memory(tables, decisions)
    if not memory:
        return pd.DataFrame()
    kept = store.snapshot(principal, landscape_id, tables=("import_memory",)).import_memory
    before = {} if kept.empty else dict(zip(kept["id"], kept["decided"], strict=True))
    texts = {
        id_: json.dumps(_joined(json.loads(before.get(id_, "{}")), decided), ensure_ascii=False)
        for id_, decided in memory.items()
    }
    changed = {id_: text for id_, text in texts.items() if before.get(id_) != text}
    return pd.DataFrame({"id": list(changed), "decided": list(changed.values())}, dtype="str")


def as_json(tables: Sequence[SourceTable], decisions: Decisions) -> str:
    """The decisions as a file that `from_json` replays."""
    told = {"format": _FORMAT, "version": 1, "decided": _memory(tables, decisions)}
    return json.dumps(told, ensure_ascii=False, indent=1)


def from_json(tables: Sequence[SourceTable], text: str) -> Decisions:
    """The decisions in a file that `as_json` wrote, as far as they concern these tables."""
    try:
        told = json.loads(text)
        if told["format"] != _FORMAT or told["version"] != 1:
            raise KeyError("format")
        return _decisions(tables, told["decided"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidValueError(
            "The file holds no decisions that can be replayed.",
            fix="Give a file that an import has written with --save-decisions, as it was.",
        ) from error


def signature(table: SourceTable) -> str:
    """What names a kind of table: its headers, whatever their order, and its sheet."""
    headers = sorted(plain(column) for column in table.columns)
    told = json.dumps([table.sheet and table.sheet.casefold(), headers], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _fingerprints(table: SourceTable) -> dict[int, str]:
    """What names each row of a table: its cells by header, and its turn among equal ones."""
    columns = sorted(table.columns, key=plain)
    joined = pd.Series("", index=table.frame.index, dtype="str")
    for column in columns:
        joined = joined + "\x1f" + tidy(table.frame[column])
    turns = joined.groupby(joined).cumcount()
    return {
        int(str(row)): hashlib.sha256(f"{text}\x1f{turn}".encode()).hexdigest()[:24]
        for row, text, turn in zip(joined.index, joined, turns, strict=True)
    }


def _memory(tables: Sequence[SourceTable], decisions: Decisions) -> Memory:
    """The decisions by kind of table, and those about names by themselves."""
    memory: Memory = {}
    with_rows = _with_rows(decisions)
    for table in tables:
        told = _of_table(table, decisions)
        if table.key in with_rows:
            told |= _of_rows(table, decisions)
        told = {what: of for what, of in told.items() if of}
        if told:
            memory[signature(table)] = _joined(memory.get(signature(table), {}), told)
    names = _of_names(decisions)
    if names:
        memory[NAMES] = names
    return memory


def _of_table(table: SourceTable, decisions: Decisions) -> dict[str, Any]:
    kind = decisions.kinds.get(table.key)
    return {
        "kinds": {"": kind.value} if kind else {},
        "roles": {
            column: role.value
            for (key, column), role in decisions.roles.items()
            if key in (ANY_TABLE, table.key) and column in table.columns
        },
    }


def _of_rows(table: SourceTable, decisions: Decisions) -> dict[str, Any]:
    marks = _fingerprints(table)
    answers: dict[str, str] = {}
    for problem, answer in decisions.answers.items():
        code, key, row, column = _parts(problem)
        if key == table.key and (not row or int(row) in marks):
            answers[json.dumps([code, marks[int(row)] if row else "", column])] = answer.value
    return {
        "cells": {
            json.dumps([marks[row], column]): text
            for (key, row, column), text in decisions.cells.items()
            if key == table.key and row in marks
        },
        "rows": {
            marks[row]: True
            for key, row in sorted(decisions.rows)
            if key == table.key and row in marks
        },
        "answers": answers,
    }


def _with_rows(decisions: Decisions) -> set[str]:
    """The keys of tables of which a decision names a row."""
    named = {key for key, _, _ in decisions.cells} | {key for key, _ in decisions.rows}
    return named | {_parts(problem)[1] for problem in decisions.answers}


def _parts(problem: str) -> tuple[str, str, str, str]:
    """Code, table, row and column of a problem's key; a table's name may hold any sign."""
    code, _, rest = problem.partition("|")
    rest, _, column = rest.rpartition("|")
    key, _, row = rest.rpartition("|")
    return code, key, row, column


def _of_names(decisions: Decisions) -> dict[str, Any]:
    told: dict[str, Any] = {
        "endpoints": {
            name: [chosen.choice, chosen.called] for name, chosen in decisions.endpoints.items()
        },
        "all_alike": {code: answer.value for code, answer in decisions.all_alike.items()},
        "depths": dict(decisions.depths),
        "same": dict(decisions.same),
        "apart": {json.dumps(sorted(pair)): True for pair in sorted(decisions.apart)},
        "conflicting": {"": decisions.conflicting} if decisions.conflicting != "all" else {},
    }
    return {what: of for what, of in told.items() if of}


def _joined(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Earlier decisions with later ones on top, at most MOST of a kind."""
    joined = {what: dict(of) for what, of in before.items()}
    for what, of in after.items():
        mine = joined.setdefault(what, {})
        for name, value in of.items():
            mine.pop(name, None)
            mine[name] = value
        for name in list(mine)[: max(0, len(mine) - MOST)]:
            del mine[name]
    return joined


def _decisions(tables: Sequence[SourceTable], memory: Mapping[str, Any]) -> Decisions:
    decided = _names_decided(memory.get(NAMES, {}))
    for table in tables:
        of = memory.get(signature(table))
        if of:
            decided = _about(table, of, decided)
    return decided


def _names_decided(of: Mapping[str, Any]) -> Decisions:
    conflicting = of.get("conflicting", {}).get("", "all")
    return Decisions(
        endpoints={
            name: Endpoint(choice=choice, called=called)
            for name, (choice, called) in of.get("endpoints", {}).items()
        },
        all_alike={
            code: Answer(answer)
            for code, answer in of.get("all_alike", {}).items()
            if code in CATALOGUE
        },
        depths=of.get("depths", {}),
        same=of.get("same", {}),
        apart=frozenset((left, right) for left, right in map(json.loads, of.get("apart", {}))),
        conflicting=conflicting if conflicting in CONFLICTING else "all",
    )


def _about(table: SourceTable, of: Mapping[str, Any], decided: Decisions) -> Decisions:
    """`decided` with what was decided of one kind of table."""
    rows_of: dict[str, int] = {}
    if any(what in of for what in ("cells", "rows", "answers")):
        rows_of = {mark: row for row, mark in _fingerprints(table).items()}
    columns = {plain(column): column for column in table.columns}
    kind = of.get("kinds", {}).get("")
    kinds = {table.key: TableKind(kind)} if kind else {}
    roles = {
        (table.key, columns[plain(column)]): ColumnRole(role)
        for column, role in of.get("roles", {}).items()
        if plain(column) in columns
    }
    cells = {
        (table.key, row, columns[plain(column)]): text
        for row, column, text in _found(of.get("cells", {}), rows_of)
        if plain(column) in columns
    }
    gone = {(table.key, rows_of[mark]) for mark in of.get("rows", {}) if mark in rows_of}
    answers = {}
    for key, answer in of.get("answers", {}).items():
        code, mark, column = json.loads(key)
        if code in CATALOGUE and (not mark or mark in rows_of):
            row = rows_of[mark] if mark else ""
            column = columns.get(plain(column), column)
            answers[f"{code}|{table.key}|{row}|{column}"] = Answer(answer)
    return replace(
        decided,
        kinds={**decided.kinds, **kinds},
        roles={**decided.roles, **roles},
        cells={**decided.cells, **cells},
        rows=decided.rows | gone,
        answers={**decided.answers, **answers},
    )


def _found(of: Mapping[str, str], rows_of: Mapping[str, int]) -> Iterator[tuple[int, str, str]]:
    """Row, column and text of each cell that was put right and is there again."""
    for key, text in of.items():
        mark, column = json.loads(key)
        if mark in rows_of:
            yield rows_of[mark], column, text
