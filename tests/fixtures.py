"""A real store, and a small landscape that has a bit of everything.

Making the tables and the landscape takes ten times as long as opening a file that has them, so
each test gets a copy of a file that is made once.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest

from landscape.model.ids import draw_id, pair_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, Principal
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore

SMALL_TOWN = "l_smalltown"


@pytest.fixture
def principal() -> Principal:
    return LOCAL


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of an empty store, and that of one with the small town."""
    folder = tmp_path_factory.mktemp("made-once")
    files = {name: folder / f"{name}.duckdb" for name in ("empty", SMALL_TOWN)}
    for name, file in files.items():
        making = DuckDBStore.open(file)
        if name == SMALL_TOWN:
            town = Landscape(
                id=SMALL_TOWN, name="Small town", challenge="Floods reach the old mill."
            )
            making.create_landscape(LOCAL, town)
            making.apply(LOCAL, SMALL_TOWN, small_town_edit())
        making.close()
    return files


@pytest.fixture
def store(
    request: pytest.FixtureRequest,
    made_once: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[DuckDBStore]:
    """A store with nothing in it, but for the small town where a test asks for that."""
    wanted = SMALL_TOWN if "small_town" in request.fixturenames else "empty"
    if "streamlit" in sys.modules:
        # What pages keep of a landscape would be that of the test before.
        sys.modules["streamlit"].cache_data.clear()
    with TemporaryDirectory(dir=tmp_path_factory.getbasetemp()) as folder:
        opened = DuckDBStore.open(Path(shutil.copy(made_once[wanted], folder)))
        yield opened
        opened.close()


@pytest.fixture
def empty_landscape(store: DuckDBStore) -> str:
    """The id of a landscape that has a name and nothing else."""
    return store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Empty valley")).id


@pytest.fixture
def small_town(store: DuckDBStore) -> str:
    """The id of a landscape with four groups, seven stakeholders and two boundaries.

    The Farmers were not asked; Media answered and reports nothing; Ida belongs to two groups.
    """
    return SMALL_TOWN


def small_town_edit() -> Edit:
    """What the small town is made of."""
    people = [
        # id, name, group, on the team, asked
        ("s_hall", "Town hall", "c_public", True, "answered"),
        ("s_water", "Water board", "c_public", False, "answered"),
        ("s_mill", "Mill <b>Lane</b> residents", "c_people", False, "answered"),
        ("s_ida", "Ida Brook", "c_people", True, "answered"),
        ("s_farm", "Upper farms", "c_farm", False, "not_asked"),
        ("s_vine", "Vineyard circle", "c_farm", False, "not_asked"),
        ("s_news", "Valley news", "c_media", False, "answered"),
    ]
    stakeholders = pd.DataFrame(
        people, columns=["id", "name", "constituency_id", "on_team", "asked"]
    ).assign(
        kind="organisation",
        attributes='{"bank": "left"}',
        ordinal=range(len(people)),
    )
    stakeholders.loc[stakeholders["id"].isin(["s_farm", "s_mill"]), "attributes"] = (
        '{"bank": "right"}'
    )
    stakeholders.loc[stakeholders["id"] == "s_ida", "kind"] = "person"
    groups = pd.DataFrame(
        [
            ("c_public", "Public bodies", 2, 3),
            ("c_people", "Residents", 3, 0),
            ("c_farm", "Farmers", 3, None),
            ("c_media", "Media", None, None),
        ],
        columns=["id", "name", "stake", "decides"],
    ).assign(ordinal=range(4))
    relationships = pd.DataFrame(
        [
            ("r1", "s_hall", "s_water", 3, "validated"),
            ("r2", "s_hall", "s_mill", 2, "reported"),
            ("r3", "s_water", "s_farm", 1, "reported"),
            ("r4", "s_mill", "s_ida", 4, "validated"),
            ("r5", "s_farm", "s_vine", None, "assumed"),
        ],
        columns=["id", "source_id", "target_id", "depth", "basis"],
    )
    reports = pd.DataFrame(
        [
            ("p1", "r1", "s_hall", "s_water", "Town hall", "s_hall", 3),
            ("p2", "r1", "s_water", "s_hall", "Water board", "s_water", 4),
            ("p3", "r2", "s_hall", "s_mill", "Town hall", "s_hall", 2),
            ("p4", "r3", "s_water", "s_farm", "Water board", "s_water", 1),
            ("p5", "r4", "s_mill", "s_ida", "Mill", "s_mill", 4),
            ("p6", "r4", "s_ida", "s_mill", "Ida", "s_ida", 4),
        ],
        columns=[
            "id", "relationship_id", "source_id", "target_id", "rater", "rater_id", "depth"
        ],
    )  # fmt: skip
    boundaries = pd.DataFrame(
        [
            ("b_bank", "The river", '["geographic"]', "bank", 0),
            ("b_office", "Offices and fields", '["organisational"]', None, 1),
        ],
        columns=["id", "name", "kinds", "attribute", "ordinal"],
    )
    sides = pd.DataFrame(
        [
            ("b_office", "c_public", "Offices"),
            ("b_office", "c_media", "Offices"),
            ("b_office", "c_farm", "Fields"),
        ],
        columns=["boundary_id", "constituency_id", "side"],
    )
    sides["id"] = [pair_id(b, c) for b, c, _ in sides.itertuples(index=False)]
    places = (
        stakeholders[["id"]]
        .rename(columns={"id": "stakeholder_id"})
        .assign(
            arrangement="groups",
            x=[-3.0, -2.0, 3.0, 4.0, -3.0, -2.0, 3.0],
            y=[3.0, 3.0, 3.0, 3.0, -3.0, -3.0, -3.0],
        )
    )
    places["id"] = [pair_id("groups", s) for s in places["stakeholder_id"]]
    regions = pd.DataFrame(
        [
            ("c_public", -2.5, 3.0),
            ("c_people", 3.5, 3.0),
            ("c_farm", -2.5, -3.0),
            ("c_media", 3.0, -3.0),
        ],
        columns=["group_id", "x", "y"],
    ).assign(arrangement="groups", radius=1.5)
    regions["id"] = [pair_id("groups", g) for g in regions["group_id"]]
    return Edit(
        label="Set up the small town",
        put={
            "constituency": groups,
            "stakeholder": stakeholders,
            "membership": pd.DataFrame(
                [("s_ida/c_farm", "s_ida", "c_farm", "active")],
                columns=["id", "stakeholder_id", "constituency_id", "centrality"],
            ),
            "relationship": relationships,
            "report": reports,
            "boundary": boundaries,
            "boundary_side": sides,
            "legitimacy": pd.DataFrame(
                [("g1", "c_people", 3, "Ida Brook", "s_ida")],
                columns=["id", "constituency_id", "level", "door_opener", "door_opener_id"],
            ),
            "placement": places,
            "region": regions,
        },
    )
