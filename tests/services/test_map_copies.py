"""Expected cells were read off the small town in tests/fixtures.py."""

import io
import zipfile
from datetime import date

import pandas as pd
import pytest

from landscape.model.map_look import FieldFilter, MapLook
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services import map_copies
from landscape.services.map_copies import About, sources_of, tables_of
from landscape.services.map_fields import fields
from landscape.services.placing import with_places
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from tests.services.shown_map import look_at, reading, shown

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "%{customdata}",
    "</script><script>alert(1)</script>",
    "=HYPERLINK(A1)",
    "+1 \u202egnp.exe",
    "🌊 waves",
    "n" * 300,
)
ABOUT = About(
    title="Small town",
    day=date(2026, 11, 23),
    view=("Who is here", "Before the first supper"),
    words=("Only kind: organisation.",),
    sources=("Import of towns.csv, 2026-10-01",),
)


def taken(
    store: DuckDBStore, landscape_id: str, look: MapLook, principal: Principal = LOCAL
) -> dict[str, pd.DataFrame]:
    snapshot, map_ = shown(store, landscape_id, principal)
    read = reading(snapshot, map_)
    return tables_of(map_, look_at(snapshot, map_, look), fields(snapshot), read, ABOUT)


def test_only_those_shown_are_taken_and_what_runs_between_them(store: DuckDBStore, small_town: str):
    only_people = MapLook(filters=(FieldFilter(field="kind", values=("person",)),))
    whole = taken(store, small_town, MapLook())
    some = taken(store, small_town, only_people)
    assert len(whole["Stakeholders"]) == 7
    assert some["Stakeholders"]["Name"].tolist() == ["Ida Brook"]
    assert len(whole["Relationships"]) > 0
    assert some["Relationships"].empty


def test_fields_are_in_words_and_what_is_not_recorded_is_empty(store: DuckDBStore, small_town: str):
    people = taken(store, small_town, MapLook())["Stakeholders"].set_index("Name")
    ida = people.loc["Ida Brook"]
    assert (ida["Group"], ida["Kind"], ida["Asked about relationships"]) == (
        "Residents",
        "person",
        "answered",
    )
    assert ida["Us"] == "one of us"
    assert ida["bank"] == "left"
    assert "Influence" not in people


def test_the_view_says_what_it_is(store: DuckDBStore, small_town: str):
    look = MapLook(filters=(FieldFilter(field="kind", values=("person",)),))
    about = taken(store, small_town, look)["About this view"]
    assert about.to_numpy().tolist()[:7] == [
        ["Title", "Small town"],
        ["View", "Who is here"],
        ["View", "Before the first supper"],
        ["Date", "2026-11-23"],
        ["Shown and left out", "Only kind: organisation."],
        ["Stakeholders", "1 of 7"],
        ["Relationships", "0 of 5"],
    ]
    assert ["Source", "Import of towns.csv, 2026-10-01"] in about.to_numpy().tolist()


def test_names_stay_names_in_a_workbook_and_in_csv_files(store: DuckDBStore, small_town: str):
    rename(store, small_town)
    tables = taken(store, small_town, MapLook())
    book = pd.read_excel(
        io.BytesIO(map_copies.workbook(tables)), sheet_name=None, engine="calamine"
    )
    assert list(book) == ["Stakeholders", "Relationships", "About this view"]
    assert sorted(book["Stakeholders"]["Name"]) == sorted(HOSTILE[:7])
    with zipfile.ZipFile(io.BytesIO(map_copies.archive(tables))) as packed:
        names = packed.namelist()
        people = packed.read("stakeholders.csv").decode("utf-8-sig")
    assert names == ["stakeholders.csv", "relationships.csv", "about-this-view.csv"]
    assert [line for line in people.splitlines() if line.startswith(("=", "+"))] == []
    assert "'=HYPERLINK(A1)" in people


def test_a_text_too_long_for_a_cell_is_cut_in_the_workbook_and_says_so(
    store: DuckDBStore, small_town: str
):
    long = pd.DataFrame({"id": ["s_ida"], "notes": ["x" * 40_000]})
    store.apply(LOCAL, small_town, Edit(label="A long note", put={"stakeholder": long}))
    tables = taken(store, small_town, MapLook())
    book = pd.read_excel(
        io.BytesIO(map_copies.workbook(tables)), sheet_name=None, engine="calamine"
    )
    notes = book["Stakeholders"].set_index("Name")["Notes"]["Ida Brook"]
    assert (len(notes), notes[-1]) == (32_767, "…")
    assert book["About this view"].iloc[-1]["What"] == "Cut"
    with zipfile.ZipFile(io.BytesIO(map_copies.archive(tables))) as packed:
        assert "x" * 40_000 in packed.read("stakeholders.csv").decode()


def test_a_viewer_takes_no_more_than_a_viewer_reads(store: DuckDBStore, small_town: str):
    noted = pd.DataFrame({"id": ["s_ida"], "notes": ["a secret"], "influence": [5]})
    store.apply(LOCAL, small_town, Edit(label="A note", put={"stakeholder": noted}))
    viewer = Principal(id="guest", role=AccessRole.VIEWER)
    tables = taken(store, small_town, MapLook(), viewer)
    packed = map_copies.archive(tables)
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        everything = b"".join(files.read(name) for name in files.namelist()).decode()
    assert "a secret" not in everything
    assert {"Notes", "Influence"} & set(tables["Stakeholders"].columns) == set()


def test_sources_are_what_was_brought_in_and_not_taken_back(store: DuckDBStore, small_town: str):
    row = pd.DataFrame(
        {"id": ["s_new"], "name": ["Newcomers"], "attributes": ["{}"], "ordinal": [7]}
    )
    edit = Edit(label="Import of kelp.csv", kind="import", put={"stakeholder": row})
    batch = store.apply(LOCAL, small_town, with_places(LOCAL, store, small_town, edit))
    (said,) = [one for one in sources_of(LOCAL, store, small_town) if "kelp" in one]
    assert said == f"Import of kelp.csv, {batch.changed_at:%Y-%m-%d}"
    store.undo(LOCAL, small_town, batch.id)
    assert [one for one in sources_of(LOCAL, store, small_town) if "kelp" in one] == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Ossel valley: living", "The-Ossel-valley-living-map-23-November-2026.html"),
        ("../../etc/passwd\x00", "etc-passwd-map-23-November-2026.html"),
        ("🌊", "Landscape-map-23-November-2026.html"),
    ],
)
def test_a_file_is_called_by_its_title_and_its_day(title: str, expected: str):
    assert map_copies.file_name(About(title=title, day=ABOUT.day), "html") == expected


def rename(store: DuckDBStore, landscape_id: str) -> None:
    ids = ["s_hall", "s_water", "s_mill", "s_ida", "s_farm", "s_vine", "s_news"]
    names = pd.DataFrame({"id": ids, "name": HOSTILE[:7]})
    store.apply(LOCAL, landscape_id, Edit(label="Rename", put={"stakeholder": names}))
