"""A real store in memory, and a small landscape that has a bit of everything."""

from collections.abc import Iterator

import pandas as pd
import pytest

from landscape.model.ids import draw_id, pair_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, Principal
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore


@pytest.fixture
def principal() -> Principal:
    return LOCAL


@pytest.fixture
def store() -> Iterator[DuckDBStore]:
    """An empty store."""
    opened = DuckDBStore.open(None)
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
    landscape_id = draw_id("l")  # drawn each time: cached values outlive a test of a page
    store.create_landscape(
        LOCAL,
        Landscape(id=landscape_id, name="Small town", challenge="Floods reach the old mill."),
    )
    store.apply(LOCAL, landscape_id, small_town_edit())
    return landscape_id


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
