"""The blank workbook explains itself, and comes back without a single decision."""

import io
import zipfile
from typing import Any

from python_calamine import CalamineWorkbook

from landscape.formats.safe_cells import workbook
from landscape.formats.template_columns import SHEETS
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.exporting import template_workbook
from landscape.services.importing.importing import SourceFile, import_files
from landscape.store.duckdb.store import DuckDBStore


def sheets_of(packed: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(packed))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_blank_workbook_has_headers_only_and_explains_every_column() -> None:
    sheets = sheets_of(template_workbook())
    assert list(sheets) == [
        "Stakeholders",
        "Relationships",
        "Groups",
        "How to fill this in (ignore)",
    ]
    for template in SHEETS:
        assert sheets[template.name] == [[column.header for column in template.columns]]
    explained = [row[:2] for row in sheets["How to fill this in (ignore)"]]
    for template in SHEETS:
        for column in template.columns:
            assert [template.name, column.header + (" *" if column.needed else "")] in explained


def test_closed_sets_of_values_are_offered_as_lists() -> None:
    with zipfile.ZipFile(io.BytesIO(template_workbook())) as archive:
        people = archive.read("xl/worksheets/sheet1.xml").decode()
    assert people.count("<dataValidation ") == 5
    assert '<formula1>"answered,asked,not asked"</formula1>' in people
    assert '<formula1>"1,2,3,4,5"</formula1>' in people


def test_it_is_read_without_any_decision_once_it_is_filled_in(store: DuckDBStore) -> None:
    sheets = sheets_of(template_workbook())
    rows: dict[str, list[list[Any]]] = {
        "Stakeholders": [
            [
                *("Water board", "Public bodies", "organisation", "Dikes", "region", "Vale"),
                *(4, 3, "answered", "Met in May"),
            ],
            ["Upper farms", "Farmers", "group", None, "locality", None, None, 5, "not asked", None],
            ["Ida Brook", "Farmers", "person", None, None, None, None, None, None, None],
        ],
        "Relationships": [
            [
                *("Water board", "Upper farms", "advice", 2, "no", "live", "Water board"),
                *("2026-05-31", "Each spring"),
            ],
        ],
        "Groups": [["Ida Brook", "Residents", "Chair"]],
    }
    filled = {
        name: (list(map(str, found[0])), [*found[1:], *rows.get(name, [])])
        for name, found in sheets.items()
    }
    landscape_id = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Vale")).id
    summary = import_files(
        LOCAL, store, landscape_id, [SourceFile(name="filled.xlsx", data=workbook(filled))]
    )
    assert [str(problem) for problem in summary.problems] == []
    assert (summary.stored, summary.stakeholders, summary.relationships) == (True, 3, 1)
    stored = store.snapshot(LOCAL, landscape_id)
    people = stored.stakeholder.set_index("name")
    assert people.loc["Water board", ["kind", "role", "level", "place", "notes"]].tolist() == [
        *("organisation", "Dikes", "region", "Vale", "Met in May")
    ]
    assert people.loc["Water board", ["influence", "interest", "asked"]].tolist() == [
        *(4, 3, "answered")
    ]
    assert people.loc["Upper farms", "asked"] == "not_asked"
    groups = stored.constituency.set_index("id")["name"]
    assert people["constituency_id"].map(groups).to_dict() == {
        "Water board": "Public bodies",
        "Upper farms": "Farmers",
        "Ida Brook": "Farmers",
    }
    assert stored.membership["constituency_id"].map(groups).tolist() == ["Residents"]
    known = stored.relationship.iloc[0]
    assert known[["kind", "depth", "directed", "status"]].tolist() == ["advice", 2, False, "live"]
    assert stored.report["note"].tolist() == ["Each spring"]
