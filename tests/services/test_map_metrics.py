"""Measures of the small town, worked out by hand, and what is said beside them."""

import csv
import io
import math
from datetime import date

import numpy as np
import pandas as pd
import pytest

from landscape.analysis.network import METRICS
from landscape.analysis.network_metric import CUT_OFF_ABOVE
from landscape.child import Limits
from landscape.model.map_look import LineFilter
from landscape.model.principal import LOCAL
from landscape.model.scales import Status
from landscape.services.map_metrics import measured, metrics_table, network_of
from landscape.services.mapping import Map
from landscape.services.placing import with_places
from landscape.store.base import Edit, Snapshot, Store
from tests.services.shown_map import shown

ON = date(2026, 11, 23)
SAID = "From 5 live relationships among 7 stakeholders; 5 of 7 answered when asked about theirs."


@pytest.fixture
def town(store: Store, small_town: str) -> tuple[Snapshot, Map]:
    return shown(store, small_town)


def by_id(map_: Map, values: pd.Series) -> dict[str, float]:
    return dict(zip(map_.people["id"], values, strict=True))


def put(store: Store, landscape_id: str, table: str, **columns: list[object]) -> None:
    frame = pd.DataFrame(columns)
    store.apply(LOCAL, landscape_id, Edit(label="Write", put={table: frame}))


def test_a_measure_of_everybody_by_row(town: tuple[Snapshot, Map]) -> None:
    """A chain of six, Ida - mill - hall - water - farms - vineyard, and the news alone."""
    found = measured(town[1], "betweenness")
    pairs = 6 * 5 / 2
    assert by_id(town[1], found.values) == pytest.approx(
        {
            "s_ida": 0.0,
            "s_mill": 4 / pairs,
            "s_hall": 6 / pairs,
            "s_water": 6 / pairs,
            "s_farm": 4 / pairs,
            "s_vine": 0.0,
            "s_news": 0.0,
        }
    )
    assert found.said == (SAID,)


def test_of_whom_nothing_can_be_said_nothing_is_said(town: tuple[Snapshot, Map]) -> None:
    closeness = by_id(town[1], measured(town[1], "closeness").values)
    assert math.isnan(closeness["s_news"])
    assert closeness["s_hall"] == pytest.approx(5 / 6 * 5 / 9)


def test_dormant_ones_and_those_of_no_depth_do_not_count(store: Store, small_town: str) -> None:
    put(store, small_town, "relationship", id=["r1", "r4"], status=["dormant", None])
    put(store, small_town, "relationship", id=["r3"], depth=[0])
    _, map_ = shown(store, small_town)
    assert sorted(measured(map_, "degree").values) == [0, 0, 1, 1, 1, 1, 2]
    dormant = measured(map_, "degree", LineFilter(statuses=(Status.DORMANT,)))
    told = by_id(map_, dormant.values)
    assert {id_ for id_, value in told.items() if value} == {"s_hall", "s_water"}
    assert dormant.said[0].startswith("From 1 relationship among 7 stakeholders;")
    assert dormant.said[0].endswith("Only relationships that are dormant.")


def test_several_kinds_between_two_count_once_and_directions_count_for_brokers(
    store: Store, small_town: str
) -> None:
    put(
        store,
        small_town,
        "relationship",
        id=["r1b", "r1", "r2"],
        source_id=["s_water", "s_hall", "s_hall"],
        target_id=["s_hall", "s_water", "s_mill"],
        kind=["funds", None, None],
        directed=[True, True, True],
    )
    _, map_ = shown(store, small_town)
    assert by_id(map_, measured(map_, "degree").values)["s_hall"] == 2.0
    # Water reaches the mill over the town hall; nobody comes back that way.
    roles = {
        name: by_id(map_, measured(map_, name).values)["s_hall"]
        for name in ("gatekeeper", "representative", "brokerage")
    }
    assert roles == {"gatekeeper": 0.0, "representative": 1.0, "brokerage": 1.0}


def test_who_has_no_group_is_left_out_of_roles_and_said_to_be(
    store: Store, small_town: str
) -> None:
    put(store, small_town, "stakeholder", id=["s_water"], constituency_id=[None])
    _, map_ = shown(store, small_town)
    found = measured(map_, "brokerage")
    assert math.isnan(by_id(map_, found.values)["s_water"])
    assert by_id(map_, found.values)["s_hall"] == 0.0
    assert found.said[1] == "1 stakeholder without a group left out."


def test_nothing_depends_on_the_order_of_rows(town: tuple[Snapshot, Map]) -> None:
    _, map_ = town
    order = np.array([3, 0, 6, 5, 1, 2, 4])
    back = np.argsort(order)
    lines = map_.lines.iloc[::-1].reset_index(drop=True)
    turned = Map(
        people=map_.people.iloc[order].reset_index(drop=True),
        lines=lines.assign(
            source=back[lines["source"].to_numpy()], target=back[lines["target"].to_numpy()]
        ),
        groups=map_.groups,
    )
    for name in METRICS:
        one, other = measured(map_, name).values, measured(turned, name).values
        assert by_id(turned, other.fillna(-1)) == by_id(map_, one.fillna(-1)), name


def test_everything_in_one_table_with_its_methods(town: tuple[Snapshot, Map]) -> None:
    snapshot, map_ = town
    found = metrics_table(map_, snapshot, on=ON)
    assert list(found.table.columns) == ["name", "group", *METRICS]
    assert found.table["name"].tolist()[:2] == ["Mill <b>Lane</b> residents", "Town hall"]
    assert found.table["degree"].tolist() == [2, 2, 2, 2, 1, 1, 0]
    assert found.about["column"].tolist() == list(METRICS)
    assert found.failed == ()
    assert found.methods.startswith(
        "Worked out by Landscape 0.1.0 with igraph 1.0.0 on 23 November 2026 from "
        f"“Small town”, revision {snapshot.revision}. {SAID} Several relationships between the "
        "same two stakeholders count once, whatever their kind, and every one weighs the same;"
    )
    assert "with the seed 1." in found.methods
    assert found.methods.count("Gould, R. V.") == 1


def test_the_table_as_a_file_leaves_open_what_is_not_recorded(
    town: tuple[Snapshot, Map],
) -> None:
    found = metrics_table(town[1], town[0], on=ON, lines=LineFilter(depth=4))
    assert "Only relationships at least transforming." in found.methods
    rows = list(csv.DictReader(io.StringIO(found.csv().decode("utf-8-sig"))))
    news = next(row for row in rows if row["name"] == "Valley news")
    assert (news["degree"], news["closeness"], news["constraint"]) == ("0", "", "")
    assert (rows[0]["name"], rows[0]["group"], rows[0]["degree"]) == ("Ida Brook", "Residents", "1")


def test_a_name_that_reckons_is_written_as_text(store: Store, small_town: str) -> None:
    put(store, small_town, "stakeholder", id=["s_hall"], name=["=HYPERLINK(1)"])
    snapshot, map_ = shown(store, small_town)
    told = metrics_table(map_, snapshot, on=ON).csv().decode("utf-8-sig")
    assert "\r\n'=HYPERLINK(1),Public bodies,2," in told


def test_without_groups_there_are_no_roles(store: Store, empty_landscape: str) -> None:
    people = pd.DataFrame({"id": ["a", "b"], "name": ["A", "B"], "ordinal": [0, 1]})
    told = pd.DataFrame({"id": ["r"], "source_id": ["a"], "target_id": ["b"]})
    edit = Edit(label="Two", put={"stakeholder": people, "relationship": told})
    store.apply(LOCAL, empty_landscape, with_places(LOCAL, store, empty_landscape, edit))
    snapshot, map_ = shown(store, empty_landscape)
    found = metrics_table(map_, snapshot, on=ON)
    assert list(found.table.columns)[2:] == list(METRICS)[:6]
    assert found.table["group"].isna().tolist() == [True, True]
    assert "it is not recorded that anyone was asked about theirs." in found.methods


def test_an_empty_landscape_has_an_empty_table(store: Store, empty_landscape: str) -> None:
    snapshot, map_ = shown(store, empty_landscape)
    found = metrics_table(map_, snapshot, on=ON)
    assert len(found.table) == 0
    assert measured(map_, "betweenness").values.tolist() == []


def test_what_takes_too_long_is_not_recorded_and_says_why(
    town: tuple[Snapshot, Map], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock is set to a twentieth of a second: no child starts in that."""
    monkeypatch.setattr("landscape.analysis.network_worker._LIMITS", Limits(wall_s=0.05))
    snapshot, map_ = town
    found = measured(map_, "communities")
    assert found.values.isna().all()
    assert found.said[1] == (
        "It takes longer than ten seconds here, so nothing is shown. "
        "Leave some relationships out and try again."
    )
    table = metrics_table(map_, snapshot, on=ON)
    assert table.failed == ("Who hangs together",)
    assert "communities" not in table.table
    assert "Not worked out: Who hangs together." in table.methods


def test_the_cut_off_is_said(town: tuple[Snapshot, Map]) -> None:
    count = CUT_OFF_ABOVE + 1
    people = pd.DataFrame(
        {
            "id": [f"s{at:05}" for at in range(count)],
            "name": "S",
            "constituency_id": pd.Series([None] * count, dtype="str"),
            "asked": pd.Series([None] * count, dtype="str"),
        }
    )
    lines = town[1].lines.iloc[:1].assign(source=0, target=1)
    found = measured(Map(people=people, lines=lines, groups=town[1].groups), "closeness")
    assert found.said[1] == (
        "With more than 2,000 stakeholders, chains of more than 3 steps are left out."
    )
    assert found.values.dropna().tolist() == pytest.approx([1 / 2_000] * 2)


def test_vertices_are_in_the_order_of_ids(town: tuple[Snapshot, Map]) -> None:
    network, rank = network_of(town[1])
    ids = np.array(sorted(town[1].people["id"]))
    assert ids[rank].tolist() == town[1].people["id"].tolist()
    assert len(network.source) == 10
