"""Opening the store: the first run makes the first sample once, and never again."""

import subprocess
import sys

import pytest

from landscape.model.errors import DatabaseInUseError
from landscape.model.principal import LOCAL
from landscape.ui import context


@pytest.fixture(autouse=True)
def fresh_cache():
    context._shared_store.clear()
    yield
    context._shared_store.clear()


def test_the_first_run_opens_with_the_first_sample_ready(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSCAPE_DB", str(tmp_path / "deep" / "l.duckdb"))
    store = context.open_store()
    (landscape,) = store.landscapes(LOCAL)
    store.close()
    assert landscape.name == "The Ossel valley: living with more water"


def test_deleting_the_sample_does_not_bring_it_back(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSCAPE_DB", str(tmp_path / "l.duckdb"))
    store = context.open_store()
    store.delete_landscape(LOCAL, store.landscapes(LOCAL)[0].id)
    store.close()
    context._shared_store.clear()
    again = context.open_store()
    held = again.landscapes(LOCAL)
    again.close()
    assert held == ()


def test_one_process_opens_one_store(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSCAPE_DB", str(tmp_path / "l.duckdb"))
    store = context.open_store()
    same = context.open_store() is store
    store.close()
    assert same


def test_a_database_that_another_process_holds_says_so(tmp_path, monkeypatch):
    file = tmp_path / "l.duckdb"
    hold = (
        "import sys; from pathlib import Path;"
        "from landscape.store.duckdb.store import DuckDBStore;"
        "held = DuckDBStore.open(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    monkeypatch.setenv("LANDSCAPE_DB", str(file))
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DatabaseInUseError):
            context.open_store()
        holder.communicate("")
