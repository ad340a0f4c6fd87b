"""Other tools get what they can carry, as far as its reader may read, and it comes back."""

import io
import unicodedata
import zipfile

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from landscape.formats.discovery import recognise
from landscape.formats.safe_cells import marked
from landscape.formats.source import from_bytes
from landscape.formats.table import Limits, to_bytes
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services import exporting
from landscape.services.importing.importing import apply, plan_for
from landscape.services.importing.synonyms import MISSING_WORDS, plain
from landscape.services.outline import outline_of
from landscape.store.base import Edit, Store
from landscape.store.duckdb.store import DuckDBStore
from tests.services.random_landscapes import EXAMPLES

VIEWER = Principal(id="v", role=AccessRole.VIEWER)
EDITOR = Principal(id="e", role=AccessRole.EDITOR)
CARRIED = ("gexf", "graphml", "kumu-json", "kumu-workbook", "kumu-csv")
SECRETS = {
    "stakeholder": {"notes": "SECRET notes", "roles": '["opposes"]', "influence": 5, "interest": 1},
    "relationship": {"note": "SECRET word", "trust": 0, "conflict": True},
    "report": {"rater": "SECRET rater", "note": "SECRET remark"},
    "boundary": {"stance": "protect", "stance_reason": "SECRET stance"},
    "legitimacy": {"door_opener": "SECRET opener", "note": "SECRET judgement", "level": -1},
    "constituency": {"roles": '["opposes"]', "account_told_by": "SECRET teller", "blocks": 3},
}


def new_landscape(store: Store) -> str:
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Valley")).id


def brought_back(store: Store, landscape_id: str, form: str) -> str:
    """The id of a landscape made from a copy in a form of another tool."""
    copy = exporting.copy_as(LOCAL, store, landscape_id, form)
    read = recognise(copy.data).read
    assert read is not None
    tables = from_bytes(to_bytes(read(copy.data, f"copy{copy.suffix}", Limits())))
    other = new_landscape(store)
    plan = plan_for(LOCAL, store, other, tables)
    assert [str(problem) for problem in plan.open] == []
    apply(LOCAL, store, other, plan)
    return other


def told(store: Store, landscape_id: str) -> tuple[object, object]:
    """Stakeholders and relationships as a plain comparison, in words."""
    outline = outline_of(LOCAL, store, landscape_id)
    names = {one.id: one.name for one in outline.stakeholders}
    people = {one.name: (one.kind, one.group, one.notes) for one in outline.stakeholders}
    relationships = sorted(
        (
            *(sorted if not one.directed else list)([names[one.source], names[one.target]]),
            one.directed,
            one.kind or "",
            one.depth if one.depth is not None else -1,
            one.weight if one.weight is not None else -1.0,
        )
        for one in outline.relationships
    )
    return people, relationships


def test_an_outline_holds_stakeholders_with_groups_places_and_further_values(
    store: DuckDBStore, small_town: str
) -> None:
    outline = outline_of(LOCAL, store, small_town)
    assert (outline.name, outline.challenge) == ("Small town", "Floods reach the old mill.")
    ida = next(one for one in outline.stakeholders if one.id == "s_ida")
    assert (ida.name, ida.kind, ida.group, list(ida.further_groups)) == (
        *("Ida Brook", "person", "Residents"),
        ["Farmers"],
    )
    assert (ida.x, ida.y) == (4.0, 3.0)
    assert dict(ida.attributes) == {"on_team": True, "asked": "answered", "bank": "left"}
    first = outline.relationships[0]
    assert (first.source, first.target, first.directed, first.depth) == (
        *("s_hall", "s_water", False, 3),
    )


@pytest.mark.parametrize("form", CARRIED)
def test_a_small_town_comes_back_from_other_tools_as_far_as_they_carry_it(
    form: str, store: DuckDBStore, small_town: str
) -> None:
    assert told(store, brought_back(store, small_town, form)) == told(store, small_town)


# A word for "missing" says nothing in a file of another tool; and of the ways to write a letter
# (U+2F801 is U+4E38) a file that comes in is read in the usual one.
WORD = (
    st.text(st.characters(categories=("L",)), min_size=2, max_size=12)
    .map(lambda word: unicodedata.normalize("NFC", word))
    .filter(lambda word: plain(word) not in MISSING_WORDS)
)
NAME = st.one_of(
    st.sampled_from(
        [
            "مرحبا بالعالم",
            "שלום",
            "👩🏽\u200d🌾 Grün",
            'The "Mill"',
            "=1+1",
            "'=x",
            "n" * 290,
            "A & B <c>",
        ]
    ),
    WORD,
)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    names=st.lists(NAME, min_size=2, max_size=6, unique_by=str.casefold),
    pairs=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
    kinds=st.lists(st.one_of(st.none(), WORD), min_size=6, max_size=6),
    depths=st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=6, max_size=6),
    form=st.sampled_from(CARRIED),
)
def test_random_stakeholders_and_relationships_come_back_from_other_tools(
    names: list[str],
    pairs: set[tuple[int, int]],
    kinds: list[str | None],
    depths: list[int | None],
    form: str,
    store: DuckDBStore,
) -> None:
    # In CSV for others a name that begins like a formula keeps its apostrophe.
    assume(form != "kumu-csv" or all(marked(name) == name for name in names))
    ids = [f"s_{number}" for number in range(len(names))]
    once = sorted({tuple(sorted((a % len(ids), b % len(ids)))) for a, b in pairs})
    rows = [
        {
            "id": f"r_{at}",
            "source_id": ids[one],
            "target_id": ids[other],
            "kind": kinds[at],
            "depth": depths[at],
        }
        for at, (one, other) in enumerate(once)
        if one != other and at < len(kinds)
    ]
    people = pd.DataFrame({"id": ids, "name": names, "ordinal": range(len(ids))})
    put = {"stakeholder": people}
    if rows:
        put["relationship"] = pd.DataFrame(rows, dtype=object)
    one_landscape = new_landscape(store)
    store.apply(LOCAL, one_landscape, Edit(label="Random", put=put))
    back = brought_back(store, one_landscape, form)
    assert told(store, back) == told(store, one_landscape)


def test_a_list_of_relationships_goes_by_names(store: DuckDBStore, small_town: str) -> None:
    copy = exporting.copy_as(LOCAL, store, small_town, "relationship-list")
    lines = copy.data.decode("utf-8-sig").splitlines()
    assert lines[:2] == [
        "Source,Target,Kind,Depth,Weight,Directed,Notes,basis",
        "Town hall,Water board,,3,,FALSE,,validated",
    ]


def test_kumu_gets_ids_where_two_have_one_label(store: DuckDBStore, small_town: str) -> None:
    twin = pd.DataFrame({"id": ["s_two"], "name": ["Town Hall"], "ordinal": [9]})
    store.apply(LOCAL, small_town, Edit(label="Twin", put={"stakeholder": twin}))
    copy = exporting.copy_as(LOCAL, store, small_town, "kumu-csv")
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        elements, connections = (archive.read(name).decode() for name in archive.namelist())
    assert elements.splitlines()[0].startswith("\ufeffID,Label,Type,Group")
    assert connections.splitlines()[1].startswith("s_hall,s_water,")


def opened(data: bytes) -> str:
    """All that a copy holds as one text, whatever is packed in it."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("reader", [VIEWER, EDITOR])
@pytest.mark.parametrize("form", [form.name for form in exporting.forms() if form.name != "bundle"])
def test_nothing_sensitive_is_in_a_copy_for_somebody_who_may_not_read_it(
    form: str, reader: Principal, store: DuckDBStore, small_town: str
) -> None:
    snapshot = store.snapshot(LOCAL, small_town)
    put = {}
    for table, columns in SECRETS.items():
        frame = getattr(snapshot, table).astype("object").copy()
        for column, value in columns.items():
            frame[column] = value
        put[table] = frame
    store.apply(LOCAL, small_town, Edit(label="Secrets", put=put))
    text = opened(exporting.copy_as(reader, store, small_town, form).data)
    assert "SECRET" not in text
    assert "opposes" not in text
    assert "Town hall" in text
    if form in ("workbook", "csv", "bundle"):
        assert "SECRET" in opened(exporting.copy_as(LOCAL, store, small_town, form).data)
