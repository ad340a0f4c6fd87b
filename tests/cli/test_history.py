"""History from the command line: list, tell, undo, redo and restore."""

from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from landscape.model.principal import LOCAL
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from tests.cli.conftest import Run, Said


@pytest.fixture
def renamed(small_town_file: Path) -> Path:
    """The town hall called One, then Two: changes 2 and 3."""
    store = DuckDBStore.open(small_town_file)
    for name in ("One", "Two"):
        frame = pd.DataFrame({"id": ["s_hall"], "name": [name]})
        store.apply(LOCAL, "l", Edit(label=f"Called it {name}", put={"stakeholder": frame}))
    store.close()
    return small_town_file


def hall(path: Path) -> str:
    store = DuckDBStore.open(path)
    people = store.snapshot(LOCAL, "l").stakeholder.set_index("id")
    store.close()
    return str(people.loc["s_hall", "name"])


def test_changes_are_listed_newest_first(run: Run, said: Said, renamed: Path) -> None:
    _, told = run("history", "Small town")
    assert [(one["number"], one["label"], one["rows"]) for one in told["changes"]] == [
        (3, "Called it Two", 1),
        (2, "Called it One", 1),
        (1, "Set up the small town", 29),
    ]
    _, out, _ = said("history", "Small town", "--limit", "1")
    assert out.strip().endswith("Called it Two (1 row)")
    assert run("history", "Small town", "--kind", "import")[1]["changes"] == []


def test_what_a_change_did_is_told(said: Said, renamed: Path) -> None:
    _, out, _ = said("history", "Small town", "2")
    assert out.splitlines()[1] == "One: name Town hall → One."


def test_the_latest_change_is_undone_and_redone(run: Run, renamed: Path) -> None:
    assert run("undo", "Small town")[1]["label"] == "Undo: Called it Two"
    assert run("undo", "Small town")[1]["label"] == "Undo: Called it One"
    assert hall(renamed) == "Town hall"
    assert run("redo", "Small town")[1]["label"] == "Redo: Called it One"
    assert run("redo", "Small town")[1]["label"] == "Redo: Called it Two"
    assert hall(renamed) == "Two"
    status, told = run("redo", "Small town")
    assert (status, told["problems"][0]["what"]) == (2, "There is nothing to redo.")


def test_a_change_below_another_is_undone_only_with_it(run: Run, renamed: Path) -> None:
    status, told = run("undo", "Small town", "2")
    assert status == 2
    assert told["problems"][0]["what"] == (
        "Later changes touch the same rows as 'Called it One': 'Called it Two'."
    )
    assert "--with-later" in told["problems"][0]["fix"]
    assert hall(renamed) == "Two"
    assert run("undo", "Small town", "2", "--with-later")[0] == 0
    assert hall(renamed) == "Town hall"


def test_everything_goes_back_to_a_number_or_a_moment(run: Run, renamed: Path) -> None:
    _, told = run("restore", "Small town", "--to", "1", "--dry-run")
    assert told == {"revision": 1, "would": ["1 stakeholder changes back."]}
    assert hall(renamed) == "Two"
    _, told = run("restore", "Small town", "--to", "2")
    assert told["label"] == "Back to how it was after: Called it One"
    assert hall(renamed) == "One"
    run("undo", "Small town")
    assert hall(renamed) == "Two"
    yesterday = (datetime.now().astimezone() - timedelta(days=1)).date()
    _, told = run("restore", "Small town", "--to", f"{yesterday} 10:30")
    assert told["label"] == "Back to the beginning"


@pytest.mark.parametrize(
    ("to", "what"),
    [
        ("yesterday", "'yesterday' is no day, time or number of a change."),
        ("99", "Nothing has changed since then."),
    ],
)
def test_a_moment_that_is_none_is_refused(run: Run, renamed: Path, to: str, what: str) -> None:
    status, told = run("restore", "Small town", "--to", to)
    assert (status, told["problems"][0]["what"]) == (2, what)
