"""A workbook and CSV files hold every table of a landscape, and come back as they were."""

import io
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.formats.discovery import recognise
from landscape.formats.own_columns import OWN_TABLES
from landscape.formats.source import from_bytes
from landscape.formats.table import Limits, to_bytes
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import exporting
from landscape.services.importing.importing import SourceFile, apply, import_files, plan_for
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from tests.services.random_landscapes import EXAMPLES, edits

ABOUT = ("name", "challenge", "difference_sought", "scope", "out_of_scope", "settings")


def new_landscape(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def files_of(store: DuckDBStore, landscape_id: str, form: str) -> list[SourceFile]:
    copy = exporting.copy_as(LOCAL, store, landscape_id, form)
    return [SourceFile(name=f"copy{copy.suffix}", data=copy.data)]


def assert_same(store: DuckDBStore, one: str, other: str) -> None:
    before, after = store.snapshot(LOCAL, one), store.snapshot(LOCAL, other)
    for column in ABOUT:
        assert getattr(after.landscape, column) == getattr(before.landscape, column)
    for table in OWN_TABLES:
        pd.testing.assert_frame_equal(
            getattr(after, table), getattr(before, table), check_exact=True, obj=table
        )


def test_unpacked_csv_files_come_back_as_they_were(store: DuckDBStore, small_town: str) -> None:
    (packed,) = files_of(store, small_town, "csv")
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        files = [SourceFile(name=name, data=archive.read(name)) for name in archive.namelist()]
    other = new_landscape(store)
    assert import_files(LOCAL, store, other, files).stored
    assert_same(store, small_town, other)


@pytest.mark.parametrize("form", ["workbook", "csv"])
def test_a_copy_of_every_table_comes_back_as_it_was(
    form: str, store: DuckDBStore, small_town: str
) -> None:
    other = new_landscape(store)
    summary = import_files(LOCAL, store, other, files_of(store, small_town, form))
    assert (summary.stored, summary.problems) == (True, ())
    assert_same(store, small_town, other)


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(edit=edits(), form=st.sampled_from(["workbook", "csv"]))
def test_a_random_landscape_is_the_same_after_export_and_import(
    edit: Edit, form: str, store: DuckDBStore
) -> None:
    one, other = new_landscape(store), new_landscape(store)
    store.apply(LOCAL, one, edit)
    (file,) = files_of(store, one, form)
    # As the child does it, without starting one for each example.
    read = recognise(file.data).read
    assert read is not None
    tables = from_bytes(to_bytes(read(file.data, file.name, Limits())))
    plan = plan_for(LOCAL, store, other, tables)
    assert [str(problem) for problem in plan.problems] == []
    assert apply(LOCAL, store, other, plan).stored
    assert_same(store, one, other)
