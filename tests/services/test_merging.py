"""Merging: by hand on the small town, and nothing lost on random landscapes."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.ids import draw_id, pair_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services.apart import keep_apart, kept_apart
from landscape.services.merging import Merge, merge, merge_all
from landscape.store.base import MAP_TABLES, Edit
from landscape.store.duckdb.store import DuckDBStore


def map_of(store, landscape_id):
    return store.snapshot(LOCAL, landscape_id)


def row(frame, id_):
    return frame[frame["id"] == id_].iloc[0]


def write(store, landscape_id, **tables):
    put = {table: pd.DataFrame(rows) for table, rows in tables.items()}
    store.apply(LOCAL, landscape_id, Edit(label="Set up", put=put))


def test_relationships_reports_and_doors_move_to_the_one_who_stays(store, small_town):
    batch = merge(LOCAL, store, small_town, "s_hall", "s_water")
    assert batch.label == "Merged Water board into Town hall"
    map_ = map_of(store, small_town)
    assert "s_water" not in set(map_.stakeholder["id"])
    # r1 stood between the two; r3 led from the Water board to the Upper farms.
    assert list(map_.relationship["id"]) == ["r2", "r3", "r4", "r5"]
    assert row(map_.relationship, "r3")["source_id"] == "s_hall"
    assert row(map_.report, "p4")[["source_id", "rater_id", "rater"]].tolist() == [
        "s_hall",
        "s_hall",
        "Water board",
    ]
    hall = row(map_.stakeholder, "s_hall")
    assert json.loads(hall["attributes"]) == {"bank": "left", "Also called": "Water board"}
    assert hall["notes"] == (
        "Was recorded as related: Town hall and Water board (depth collaborating; basis"
        " validated). Town hall reported it (depth collaborating). Water board reported it (depth"
        " transforming)."
    )


def test_parallel_relationships_become_one_with_all_reports(store, small_town):
    write(
        store,
        small_town,
        relationship=[
            {"id": "r6", "source_id": "s_mill", "target_id": "s_water", "depth": 4, "weight": 2.0}
        ],
        report=[
            {
                "id": "p7",
                "relationship_id": "r6",
                "source_id": "s_mill",
                "target_id": "s_water",
                "rater_id": "s_mill",
                "depth": 4,
            }
        ],
    )
    merge(LOCAL, store, small_town, "s_hall", "s_water")
    map_ = map_of(store, small_town)
    assert "r6" not in set(map_.relationship["id"])
    together = row(map_.relationship, "r2")
    # Reports say 2 and 4: the lower of two middles is 2. Both ends have said so by now.
    assert (together["depth"], together["basis"], together["weight"]) == (2, "validated", 2.0)
    moved = row(map_.report, "p7")
    assert moved[["relationship_id", "source_id", "target_id"]].tolist() == [
        "r2",
        "s_mill",
        "s_hall",
    ]


def test_what_differs_between_parallel_relationships_is_kept_in_words(store, small_town):
    write(
        store,
        small_town,
        relationship=[{"id": "r2", "weight": 1.0, "status": "live", "note": "Since May."}],
    )
    write(
        store,
        small_town,
        relationship=[
            {
                "id": "r6",
                "source_id": "s_mill",
                "target_id": "s_water",
                "weight": 2.0,
                "status": "dormant",
                "trust": 3,
                "note": "By letter.",
                "depth": 4,
                "directed": True,
            },
        ],
    )
    merge(LOCAL, store, small_town, "s_hall", "s_water")
    together = row(map_of(store, small_town).relationship, "r2")
    assert (together["weight"], together["status"], together["trust"]) == (1.0, "live", 3)
    assert (together["depth"], together["directed"]) == (2, False)
    assert together["note"] == (
        "Since May.\n\nBy letter.\n\nRecorded too: weight 2.0 (Water board); status dormant"
        " (Water board); one way, to Water board; depth transforming, without a report."
    )


def test_another_kind_and_the_other_way_round_stay_relationships_of_their_own(store, small_town):
    write(
        store,
        small_town,
        relationship=[
            {"id": "r2", "kind": "advice", "directed": True},
        ],
    )
    write(
        store,
        small_town,
        relationship=[
            {"id": "r6", "source_id": "s_water", "target_id": "s_mill", "kind": "funds"},
            {"id": "r7", "source_id": "s_mill", "target_id": "s_water", "kind": "Advice"},
        ],
    )
    write(store, small_town, relationship=[{"id": "r7", "directed": True}])
    merge(LOCAL, store, small_town, "s_hall", "s_water")
    assert set(map_of(store, small_town).relationship["id"]) == {"r2", "r3", "r4", "r5", "r6", "r7"}


def test_values_of_the_kept_one_win_gaps_are_filled_and_the_rest_becomes_attributes(
    store, small_town
):
    write(
        store,
        small_town,
        stakeholder=[
            {
                "id": "s_hall",
                "place": "Market 1",
                "role": None,
                "influence": 5,
                "latitude": None,
                "longitude": None,
                "roles": '["decides"]',
                "notes": "Open on Mondays.",
                "attributes": '{"bank": "left"}',
            },
            {
                "id": "s_farm",
                "place": "Field 2",
                "role": "grows",
                "influence": 2,
                "latitude": 1.5,
                "longitude": 2.5,
                "roles": '["affected", "decides"]',
                "notes": "Busy in May.",
                "attributes": '{"bank": "right", "e-mail": "farm@valley"}',
            },
        ],
    )
    merge(LOCAL, store, small_town, "s_hall", "s_farm", name="Hall and farms")
    map_ = map_of(store, small_town)
    hall = row(map_.stakeholder, "s_hall")
    assert (hall["name"], hall["role"], hall["place"], hall["influence"]) == (
        "Hall and farms",
        "grows",
        "Market 1",
        5,
    )
    assert (hall["latitude"], hall["longitude"]) == (1.5, 2.5)
    assert hall["roles"] == '["decides", "affected"]'
    assert hall["notes"] == "Open on Mondays.\n\nBusy in May."
    assert (hall["on_team"], hall["asked"]) == (True, "answered")
    assert json.loads(hall["attributes"]) == {
        "bank": "left",
        "bank (Upper farms)": "right",
        "e-mail": "farm@valley",
        "Place (Upper farms)": "Field 2",
        "Influence (Upper farms)": "2",
        "Also called": "Town hall; Upper farms",
    }
    # The Farmers were the first group of the one who is gone.
    assert "s_hall/c_farm" in set(map_.membership["id"])
    assert hall["constituency_id"] == "c_public"


def test_values_that_were_chosen_win_over_both(store, small_town):
    values = {"constituency_id": "c_farm", "kind": "group"}
    merge(LOCAL, store, small_town, "s_hall", "s_farm", values=values)
    map_ = map_of(store, small_town)
    hall = row(map_.stakeholder, "s_hall")
    assert (hall["constituency_id"], hall["kind"]) == ("c_farm", "group")
    assert set(map_.membership["id"]) == {"s_hall/c_public", "s_ida/c_farm"}
    assert json.loads(hall["attributes"])["Kind (Town hall)"] == "organisation"


def test_further_groups_are_united_and_what_a_membership_said_is_kept(store, small_town):
    write(
        store,
        small_town,
        membership=[
            {
                "id": "s_mill/c_farm",
                "stakeholder_id": "s_mill",
                "constituency_id": "c_farm",
                "centrality": "core",
                "role": "speaker",
            }
        ],
    )
    merge(LOCAL, store, small_town, "s_mill", "s_ida")
    map_ = map_of(store, small_town)
    assert map_.membership[["id", "centrality", "role"]].to_numpy().tolist() == [
        ["s_mill/c_farm", "core", "speaker"]
    ]
    attributes = json.loads(row(map_.stakeholder, "s_mill")["attributes"])
    assert attributes["Centrality in Farmers (Ida Brook)"] == "active"
    assert row(map_.legitimacy, "g1")["door_opener_id"] == "s_mill"


def test_two_answers_about_one_group_become_one_with_a_note(store, small_town):
    write(
        store,
        small_town,
        legitimacy=[
            {"id": "g2", "team_member_id": "s_hall", "constituency_id": "c_farm", "level": 2},
            {"id": "g3", "team_member_id": "s_ida", "constituency_id": "c_farm", "level": 1},
            {"id": "g4", "team_member_id": "s_ida", "constituency_id": "c_media", "level": 0},
        ],
    )
    merge(LOCAL, store, small_town, "s_hall", "s_ida")
    legitimacy = map_of(store, small_town).legitimacy
    assert set(legitimacy["id"]) == {"g1", "g2", "g4"}
    assert (row(legitimacy, "g2")["level"], row(legitimacy, "g2")["note"]) == (
        2,
        "Ida Brook: level 1",
    )
    assert row(legitimacy, "g4")["team_member_id"] == "s_hall"


def test_the_kept_one_stays_where_it_stands(store, small_town):
    before = map_of(store, small_town).placement.set_index("id").loc["groups/s_hall"]
    merge(LOCAL, store, small_town, "s_hall", "s_farm")
    placement = map_of(store, small_town).placement.set_index("id")
    pd.testing.assert_series_equal(placement.loc["groups/s_hall"], before)
    assert "groups/s_farm" not in placement.index


def test_several_become_one_in_one_change(store, small_town):
    revision = store.landscape(LOCAL, small_town).revision
    batch = merge_all(
        LOCAL,
        store,
        small_town,
        [
            Merge(keep_id="s_farm", gone_id="s_vine"),
            Merge(keep_id="s_mill", gone_id="s_farm"),
            Merge(keep_id="s_mill", gone_id="s_vine"),  # is the Mill by then
        ],
    )
    assert batch.label == "Merged 2 stakeholders into Mill <b>Lane</b> residents"
    assert batch.revision == revision + 1
    map_ = map_of(store, small_town)
    assert not {"s_farm", "s_vine"} & set(map_.stakeholder["id"])
    attributes = json.loads(row(map_.stakeholder, "s_mill")["attributes"])
    assert attributes["Also called"] == "Upper farms; Vineyard circle"


def test_one_who_was_kept_apart_from_the_gone_one_is_apart_from_the_kept_one(store, small_town):
    keep_apart(LOCAL, store, small_town, [("s_hall", "s_news"), ("s_hall", "s_water")])
    merge(LOCAL, store, small_town, "s_water", "s_hall")
    assert kept_apart(store.landscape(LOCAL, small_town)) == {frozenset({"s_water", "s_news"})}


def test_merging_needs_two_who_are_there(store, small_town):
    with pytest.raises(NotFoundError):
        merge(LOCAL, store, small_town, "s_hall", "s_nobody")
    with pytest.raises(InvalidValueError):
        merge(LOCAL, store, small_town, "s_hall", "s_hall")
    with pytest.raises(InvalidValueError, match="named 'Valley News' already"):
        merge(LOCAL, store, small_town, "s_hall", "s_water", name="Valley News")


def test_who_does_not_see_everything_may_not_merge(store, small_town):
    helper = Principal(id="ada", role=AccessRole.EDITOR)
    with pytest.raises(NotAllowedError):
        merge(helper, store, small_town, "s_hall", "s_water")


WORDS = st.sampled_from([None, "a", "b"])
IDS = [f"s{n}" for n in range(5)]


@st.composite
def landscapes(draw):
    people = [
        {
            "id": id_,
            "name": draw(st.sampled_from(["Ada", "Bo", "=1+1", "ب"])) + id_,
            "kind": draw(WORDS),
            "constituency_id": draw(st.sampled_from([None, "c1", "c2"])),
            "role": draw(WORDS),
            "place": draw(WORDS),
            "influence": draw(st.sampled_from([None, 1, 5])),
            "roles": draw(st.sampled_from([None, "[]", '["decides"]', '["affected", "decides"]'])),
            "latitude": draw(st.sampled_from([None, 1.5])),
            "on_team": draw(st.booleans()),
            "asked": draw(st.sampled_from([None, "asked", "answered"])),
            "notes": draw(WORDS),
            "attributes": json.dumps(
                draw(st.dictionaries(st.sampled_from(["x", "x (Adas1)"]), st.sampled_from("ab")))
            ),
            "ordinal": ordinal,
        }
        for ordinal, id_ in enumerate(IDS)
    ]
    ends = draw(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), WORDS), max_size=10))
    pairs = {
        (frozenset(end[:2]), end[2]): end for end in ends if end[0] != end[1]
    }  # one a pair and kind
    relationships = [
        {
            "id": f"r{number}",
            "source_id": source,
            "target_id": target,
            "kind": kind,
            "directed": draw(st.booleans()),
            "depth": draw(st.sampled_from([None, 0, 2, 4])),
            "weight": draw(st.sampled_from([None, 1.0, 2.0])),
            "basis": draw(st.sampled_from([None, "assumed", "reported"])),
            "note": draw(WORDS),
        }
        for number, (source, target, kind) in enumerate(pairs.values())
    ]
    reports = [
        {
            "id": f"p{number}.{told['id']}",
            "relationship_id": told["id"],
            "source_id": told["source_id"],
            "target_id": told["target_id"],
            "rater": draw(WORDS),
            "rater_id": draw(st.sampled_from([None, *IDS])),
            "depth": draw(st.sampled_from([None, 1, 3])),
            "note": draw(WORDS),
        }
        for told in relationships
        for number in range(draw(st.integers(0, 2)))
    ]
    memberships = [
        {
            "id": pair_id(id_, group),
            "stakeholder_id": id_,
            "constituency_id": group,
            "role": draw(WORDS),
        }
        for id_, group in draw(
            st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(["c1", "c2"])), max_size=5)
        )
    ]
    legitimacy = [
        {
            "id": f"g{number}",
            "team_member_id": draw(st.sampled_from([None, *IDS])),
            "door_opener_id": draw(st.sampled_from([None, *IDS])),
            "constituency_id": draw(st.sampled_from(["c1", "c2"])),
            "level": draw(st.sampled_from([None, -1, 3])),
        }
        for number in range(draw(st.integers(0, 3)))
    ]
    groups = [{"id": id_, "name": id_.upper(), "ordinal": 0} for id_ in ("c1", "c2")]
    return {
        "constituency": groups,
        "stakeholder": people,
        "relationship": relationships,
        "report": reports,
        "membership": memberships,
        "legitimacy": legitimacy,
        "placement": [
            {
                "id": pair_id("groups", id_),
                "arrangement": "groups",
                "stakeholder_id": id_,
                "x": float(number),
                "y": 0.0,
                "pinned": True,
            }
            for number, id_ in enumerate(IDS)
        ],
    }


def neighbours(map_, of):
    told = map_.relationship
    ends = pd.concat(
        [
            told.loc[told["source_id"].isin(of), "target_id"],
            told.loc[told["target_id"].isin(of), "source_id"],
        ]
    )
    return set(ends) - set(of)


def same(before, after):
    for table in MAP_TABLES:
        pd.testing.assert_frame_equal(getattr(before, table), getattr(after, table))
    assert before.landscape.settings == after.landscape.settings


@pytest.fixture(scope="module")
def shared_store():
    opened = DuckDBStore.open(None)
    yield opened
    opened.close()


@settings(max_examples=12, deadline=None)
@given(tables=landscapes(), chosen=st.permutations(IDS).map(lambda ids: ids[:3]))
def test_merging_loses_nothing_and_can_be_undone_to_the_last_character(
    shared_store, tables, chosen
):
    store = shared_store
    town = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Random")).id
    write(store, town, **{name: rows for name, rows in tables.items() if rows})
    before = map_of(store, town)
    keep, first, second = chosen
    batch = merge_all(
        LOCAL,
        store,
        town,
        [Merge(keep_id=keep, gone_id=first), Merge(keep_id=first, gone_id=second)],
    )
    after = map_of(store, town)
    among = {
        told["id"]
        for told in tables["relationship"]
        if {told["source_id"], told["target_id"]} <= set(chosen)
    }
    lost = [report for report in tables["report"] if report["relationship_id"] in among]
    assert len(after.report) == len(tables["report"]) - len(lost)
    assert neighbours(after, [keep]) == neighbours(before, chosen)
    assert set(after.report["relationship_id"]) <= set(after.relationship["id"])
    notes = str(row(after.stakeholder, keep)["notes"])
    assert notes.count("reported it") == len(lost)
    store.undo(LOCAL, town, batch.id)
    same(before, map_of(store, town))
