"""The DuckDB store keeps the contract, its file, and its doors shut."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from landscape.model.errors import DatabaseInUseError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.store import sql
from landscape.store.base import MAP_TABLES
from landscape.store.duckdb.connection import Connection
from landscape.store.duckdb.store import DuckDBStore
from tests.fixtures import small_town_edit
from tests.store.contract import StoreContract, rows
from tests.store.history_contract import HistoryContract

# Tables that no snapshot holds; what of them is withheld stands with the calls that read them.
BESIDE_THE_MAP = {"round", "seat", "submission", "writing", "profile"}


class TestDuckDBStore(StoreContract, HistoryContract):
    """The contract, on DuckDB in memory."""


def test_a_landscape_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "landscape.duckdb"
    store = DuckDBStore.open(path)
    store.create_landscape(LOCAL, Landscape(id="l1", name="Kept"))
    store.apply(LOCAL, "l1", small_town_edit())
    before = rows(store.snapshot(LOCAL, "l1"))
    store.close()
    again = DuckDBStore.open(path)  # also runs the migrations a second time
    assert rows(again.snapshot(LOCAL, "l1")) == before
    again.close()


def test_a_second_process_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "landscape.duckdb"
    store = DuckDBStore.open(path)
    code = (
        "from pathlib import Path; from landscape.store.duckdb.store import DuckDBStore\n"
        "from landscape.model.errors import DatabaseInUseError\n"
        f"try: DuckDBStore.open(Path({str(path)!r}))\n"
        "except DatabaseInUseError as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.strip() == (
        "landscape.duckdb is open in the running app, or cannot be read."
        " Stop the app, or give another file with --db."
    )
    store.close()


def test_a_file_that_is_no_database_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "landscape.duckdb"
    path.write_text("name,group\n" * 500)
    with pytest.raises(DatabaseInUseError, match="cannot be read"):
        DuckDBStore.open(path)


@pytest.mark.parametrize(
    "attack",
    [
        "select * from read_text('/etc/hostname')",
        "copy (select 1) to 'out.csv'",
        "attach 'other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "select * from frame_of_the_caller",
    ],
)
def test_the_doors_are_shut(attack: str) -> None:
    connection = Connection(None)
    frame_of_the_caller = rows  # noqa: F841 - DuckDB would find a frame of this name by itself
    with pytest.raises(duckdb.Error):
        connection._root.cursor().execute(attack)
    connection.close()


def test_every_column_with_a_class_is_withheld_from_a_viewer(
    store: DuckDBStore, small_town: str
) -> None:
    cursor = store._connection._root.cursor()
    classes = cursor.execute("select entity, field, class from field_class").fetchall()
    viewer = store.snapshot(Principal(id="v", role=AccessRole.VIEWER), small_town)
    for entity, field, class_ in classes:
        assert class_ in {"public", "team", "author", "sensitive"}
        if entity in BESIDE_THE_MAP:
            continue
        column = getattr(viewer, entity)[field]
        assert column.isna().all() or set(column) <= {"{}", "undecided"}, (entity, field)


def test_every_query_is_used_and_every_table_can_be_read() -> None:
    used = "".join(path.read_text(encoding="utf-8") for path in sql.QUERIES.parent.rglob("*.py"))
    names = {path.stem for path in sql.QUERIES.glob("*.sql")}
    # What is done to each of several tables is named by the table.
    by_table = ("read_", "dump_", "load_", "blank_", "drop_shuffled_")
    unused = {n for n in names if f'"{n}"' not in used and not n.startswith(by_table)}
    assert unused == set()
    assert {f"read_{table}" for table in MAP_TABLES} == {n for n in names if n[:5] == "read_"}


def test_a_file_of_the_first_release_opens_with_all_its_rows_and_its_history(
    tmp_path: Path,
) -> None:
    path = tmp_path / "landscape.duckdb"
    store = DuckDBStore.open(path)
    store.create_landscape(LOCAL, Landscape(id="l1", name="Kept"))
    batch = store.apply(LOCAL, "l1", small_town_edit())
    before = rows(store.snapshot(LOCAL, "l1"))
    tables = {**dict.fromkeys(("landscape", "batch", "change")), **dict.fromkeys(MAP_TABLES)}
    for later in ("import_memory", "map_view", "plan_step"):  # which the first release did not have
        tables.pop(later)
    cursor = store._connection._root.cursor()
    kept = {table: cursor.sql(f"from {table}").to_arrow_table() for table in tables}
    store.close()
    path.unlink()
    old = duckdb.connect(str(path))
    old.execute(sql.query("create_migration"))
    old.execute((sql.MIGRATIONS / "0001_first.sql").read_text(encoding="utf-8"))
    old.execute("insert into migration values ('0001_first.sql', now()::timestamp)")
    for table, rows_then in kept.items():
        columns = old.sql(f"from {table}").columns  # some were added since
        old.register("rows_then", rows_then.select(columns))
        old.execute(f"insert into {table} by name from rows_then")
    old.close()
    again = DuckDBStore.open(path)
    assert rows(again.snapshot(LOCAL, "l1")) == before
    again.undo(LOCAL, "l1", batch.id)
    assert len(again.snapshot(LOCAL, "l1").stakeholder) == 0
    again.close()
