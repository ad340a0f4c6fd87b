"""A copy holds everything, does nothing by itself, and comes back as it was."""

import io
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services import exporting
from landscape.services.importing.importing import SourceFile, import_files
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore

DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1",
    "''+x",
)
NAME = st.one_of(
    st.sampled_from(
        ["مرحبا", "שלום", "🌱 Grün", 'The "Mill"', "acme", "Acme", "=1+1", "'=x", "n" * 300, "NA"]
    ),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=30
    ).filter(str.strip),
)
TEXT = st.one_of(NAME, st.sampled_from(["two\nlines", " spaced ", "=cmd|'/c'!A0", "a,b;c\td"]))


def new_landscape(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def csv_files(packed: bytes) -> list[SourceFile]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return [SourceFile(name=name, data=archive.read(name)) for name in archive.namelist()]


def assert_same(store: DuckDBStore, one: str, other: str) -> None:
    before = exporting.frames(LOCAL, store, one)
    after = exporting.frames(LOCAL, store, other)
    assert list(after) == list(before)
    for table, frame in before.items():
        order = ["ordinal", "id"] if "ordinal" in frame else ["id"]
        pd.testing.assert_frame_equal(
            after[table].sort_values(order, ignore_index=True),
            frame.sort_values(order, ignore_index=True),
        )


@pytest.mark.parametrize("suffix", [".xlsx", ".zip"])
def test_a_copy_of_every_table_comes_back_as_it_was(
    suffix: str, store: DuckDBStore, small_town: str
) -> None:
    packed = exporting.write_copy(LOCAL, store, small_town, suffix=suffix)
    files = csv_files(packed) if suffix == ".zip" else [SourceFile(name="c.xlsx", data=packed)]
    other = new_landscape(store)
    summary = import_files(LOCAL, store, other, files)
    assert (summary.stored, summary.problems) == (True, ())
    assert_same(store, small_town, other)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.lists(NAME, min_size=1, max_size=6, unique=True),
    texts=st.lists(TEXT, min_size=6, max_size=6),
    pairs=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), TEXT), max_size=6),
    suffix=st.sampled_from([".xlsx", ".zip"]),
)
def test_export_and_import_give_the_same_landscape(
    names: list[str],
    texts: list[str],
    pairs: list[tuple[int, int, str]],
    suffix: str,
    store: DuckDBStore,
) -> None:
    one, other = new_landscape(store), new_landscape(store)
    store.apply(LOCAL, one, random_edit(names, texts, pairs))
    packed = exporting.write_copy(LOCAL, store, one, suffix=suffix)
    files = csv_files(packed) if suffix == ".zip" else [SourceFile(name="c.xlsx", data=packed)]
    assert import_files(LOCAL, store, other, files).stored
    assert_same(store, one, other)


def random_edit(names: list[str], texts: list[str], pairs: list[tuple[int, int, str]]) -> Edit:
    ids = [f"s_{number}" for number in range(len(names))]
    people = pd.DataFrame(
        {"id": ids, "name": names, "notes": texts[: len(ids)], "ordinal": range(len(ids))}
    )
    rows = [
        {
            "id": f"r_{at}",
            "source_id": ids[a % len(ids)],
            "target_id": ids[b % len(ids)],
            "note": note,
        }
        for at, (a, b, note) in enumerate(pairs)
        if a % len(ids) != b % len(ids)
    ]
    put = {"stakeholder": people}
    if rows:
        put["relationship"] = pd.DataFrame(rows)
    return Edit(label="Random", put=put)


def test_a_copy_joins_a_landscape_that_has_the_same_names(
    store: DuckDBStore, small_town: str
) -> None:
    other = new_landscape(store)
    people = exporting.frames(LOCAL, store, small_town)["stakeholder"]
    one = str(people["name"].iloc[0])
    import_files(LOCAL, store, other, [SourceFile(name="p.csv", data=f"name\n{one}\n".encode())])
    there = store.snapshot(LOCAL, other).stakeholder["id"].iloc[0]
    packed = exporting.workbook(LOCAL, store, small_town)
    import_files(LOCAL, store, other, [SourceFile(name="c.xlsx", data=packed)])
    after = store.snapshot(LOCAL, other).stakeholder
    assert len(after) == len(people)
    assert after.loc[after["name"] == one, "id"].tolist() == [there]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_reckons_is_marked_in_csv_and_comes_back(text: str) -> None:
    column = pd.Series([text], dtype="str")
    marked = exporting.with_mark(column)
    assert marked[0] == "'" + text
    assert exporting.without_mark(marked)[0] == text


@pytest.mark.parametrize("text", ["Mill", "'quoted'", "3 = 3", "a-b", ""])
def test_plain_text_is_left_as_it_is_in_csv(text: str) -> None:
    assert exporting.with_mark(pd.Series([text], dtype="str"))[0] == text


def test_csv_keeps_the_sign_of_numbers_and_marks_headers() -> None:
    frame = pd.DataFrame({"=name": ["=1+1"], "place": [-1.5]})
    text = exporting.as_csv(frame).decode("utf-8-sig")
    assert text == "'=name,place\r\n'=1+1,-1.5\r\n"


def test_a_workbook_holds_text_and_no_formula_or_link() -> None:
    frame = pd.DataFrame({"name": ["=1+1", "https://x.example/", "12"]})
    packed = exporting.as_xlsx({"S": frame})
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    cells = CalamineWorkbook.from_filelike(io.BytesIO(packed)).get_sheet_by_name("S").to_python()
    assert cells == [["name"], ["=1+1"], ["https://x.example/"], ["12"]]


def test_a_copy_holds_only_what_its_reader_may_read(store: DuckDBStore, small_town: str) -> None:
    viewer = Principal(id="guest", role=AccessRole.VIEWER)
    people = exporting.frames(viewer, store, small_town)["stakeholder"]
    assert people[["notes", "influence", "interest", "roles"]].isna().all(axis=None)


def test_a_copy_that_was_spoilt_in_a_spreadsheet_says_where(
    store: DuckDBStore, small_town: str
) -> None:
    people = exporting.frames(LOCAL, store, small_town)["stakeholder"]
    spoilt = people.astype({"influence": "object"})
    spoilt.loc[0, "influence"] = 9
    spoilt.loc[1, "influence"] = "much"
    packed = exporting.as_xlsx({"stakeholder": spoilt})
    summary = import_files(
        LOCAL, store, new_landscape(store), [SourceFile(name="c.xlsx", data=packed)]
    )
    assert (summary.stored, summary.refused) == (False, True)
    assert [str(found) for found in summary.problems] == [
        f"c.xlsx, sheet stakeholder, row {row}, column 'influence': influence is {value!r}. "
        "Write a whole number from 1 to 5, or leave the cell blank."
        for row, value in ((2, "9"), (3, "much"))
    ]
