"""Running a command in this process, on a database of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from landscape.cli.commands import main
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from tests.fixtures import small_town_edit

PEOPLE = "name,group,influence\nTown hall,Public,5\nWater board,Public,\nMill Lane,Residents,3\n"
TIES = (
    "from,to\nTown hall,Mill Lane\nMill Lane,Town hall\nWater board,Nobody\nTown hall,Town hall\n"
)

Run = Callable[..., tuple[int, dict[str, object]]]
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    people, ties = tmp_path / "people.csv", tmp_path / "ties.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    ties.write_text(TIES, encoding="utf-8")
    return [str(people), str(ties)]


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Status, stdout and stderr of a command."""

    def run_one(*words: str) -> tuple[int, str, str]:
        status = main([*words, "--db", str(tmp_path / "town.duckdb")])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run_one


@pytest.fixture
def run(said: Said) -> Run:
    """Status and the object that --json prints."""

    def run_one(*words: str) -> tuple[int, dict[str, object]]:
        status, out, _ = said(*words, "--json")
        return status, json.loads(out)

    return run_one


@pytest.fixture
def small_town_file(tmp_path: Path) -> Path:
    """The database of the commands, with the small town in it."""
    path = tmp_path / "town.duckdb"
    store = DuckDBStore.open(path)
    store.create_landscape(LOCAL, Landscape(id="l", name="Small town"))
    store.apply(LOCAL, "l", small_town_edit())
    store.close()
    return path
