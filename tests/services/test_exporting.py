"""A copy holds everything, does nothing by itself, and comes back as it was."""

import io
import zipfile

import pandas as pd
from python_calamine import CalamineWorkbook

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services import exporting, exporting_tables
from landscape.services.importing.importing import SourceFile, import_files
from landscape.store.duckdb.store import DuckDBStore


def new_landscape(store: DuckDBStore) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def test_a_copy_joins_a_landscape_that_has_the_same_names(
    store: DuckDBStore, small_town: str
) -> None:
    other = new_landscape(store)
    people = exporting_tables.frames(LOCAL, store, small_town)["stakeholder"]
    one = str(people["name"].iloc[0])
    import_files(LOCAL, store, other, [SourceFile(name="p.csv", data=f"name\n{one}\n".encode())])
    there = store.snapshot(LOCAL, other).stakeholder["id"].iloc[0]
    packed = exporting.workbook(LOCAL, store, small_town)
    import_files(LOCAL, store, other, [SourceFile(name="c.xlsx", data=packed)])
    after = store.snapshot(LOCAL, other).stakeholder
    assert len(after) == len(people)
    assert after.loc[after["name"] == one, "id"].tolist() == [there]


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
    people = exporting_tables.frames(viewer, store, small_town)["stakeholder"]
    assert not {"notes", "influence", "interest", "roles"} & set(people.columns)


def test_a_copy_that_was_spoilt_in_a_spreadsheet_says_where(
    store: DuckDBStore, small_town: str
) -> None:
    sheets = exporting_tables.frames(LOCAL, store, small_town)
    spoilt = sheets["stakeholder"].astype({"influence": "object"})
    spoilt.loc[0, "influence"] = 9
    spoilt.loc[1, "influence"] = "much"
    packed = exporting.as_xlsx({**sheets, "stakeholder": spoilt})
    summary = import_files(
        LOCAL, store, new_landscape(store), [SourceFile(name="c.xlsx", data=packed)]
    )
    assert (summary.stored, summary.refused) == (False, True)
    assert [str(found) for found in summary.problems] == [
        f"c.xlsx, sheet stakeholder, row {row}, column 'influence': influence is {value!r}. "
        "Write a whole number from 1 to 5, or leave the cell blank."
        for row, value in ((2, "9"), (3, "much"))
    ]
