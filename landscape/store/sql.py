"""Reads the query files: values are always bound, a table's name is from a closed set."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

QUERIES: Final = Path(__file__).parent / "queries"
MIGRATIONS: Final = Path(__file__).parent / "migrations"


class Table(StrEnum):
    """The tables that the generic reads and writes may name."""

    CONSTITUENCY = "constituency"
    STAKEHOLDER = "stakeholder"
    MEMBERSHIP = "membership"
    RELATIONSHIP = "relationship"
    REPORT = "report"
    BOUNDARY = "boundary"
    BOUNDARY_SIDE = "boundary_side"
    LEGITIMACY = "legitimacy"
    PLACEMENT = "placement"
    REGION = "region"
    IMPORT_MEMORY = "import_memory"
    MAP_VIEW = "map_view"
    PLAN_STEP = "plan_step"


class Kept(StrEnum):
    """What is kept beside the map: rounds, own questions, profiles, and history."""

    ROUND = "round"
    SUBMISSION = "submission"
    ANSWER = "answer"
    WRITING = "writing"
    SEAT = "seat"
    RELEASE = "release"
    INSTRUMENT = "instrument"
    PROFILE = "profile"
    BATCH = "batch"
    CHANGE = "change"


@cache
def query(name: str, table: Table | Kept | None = None) -> str:
    """The text of `queries/<name>.sql`; `__table__` in it stands for `table`."""
    text = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
    return text.replace("__table__", table.value) if table is not None else text


@cache
def _parameters(name: str) -> frozenset[str]:
    """The names of the parameters that a query takes, without their dollar signs."""
    statements = re.sub(r"--.*", "", query(name))
    return frozenset(re.findall(r"\$([a-z_]+)", statements))


def parameters(name: str, given: Mapping[str, object]) -> dict[str, object]:
    """Those of the `given` values that the query takes (DuckDB refuses any other)."""
    return {key: given[key] for key in _parameters(name)}


def migrations() -> list[Path]:
    """The migration files in the order they are run."""
    return sorted(MIGRATIONS.glob("[0-9]*.sql"))
