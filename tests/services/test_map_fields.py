"""The fields of a map are those that say something of somebody, each with its own values."""

import math

import numpy as np
import pandas as pd
import pytest

from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.services.map_fields import MapField, fields, in_words, key_of, label_of, values_of
from landscape.services.map_values import BOTH
from landscape.store.base import Edit, Store
from tests.services.shown_map import shown


def by_key(found: tuple[MapField, ...]) -> dict[str, MapField]:
    return {field.key: field for field in found}


def put(store: Store, landscape_id: str, **columns: dict[str, object]) -> None:
    """Write columns of stakeholders, given by id."""
    frame = pd.DataFrame(columns).rename_axis("id").reset_index()
    store.apply(LOCAL, landscape_id, Edit(label="Write", put={"stakeholder": frame}))


def test_the_fields_of_the_small_town(store: Store, small_town: str) -> None:
    snapshot, _ = shown(store, small_town)
    assert [(one.key, one.label, one.kind, one.group) for one in fields(snapshot)][:8] == [
        ("group", "Group", "categorical", "recorded"),
        ("kind", "Kind", "categorical", "recorded"),
        ("asked", "Asked about relationships", "categorical", "recorded"),
        ("team", "Us", "categorical", "recorded"),
        ("attribute:bank", "bank", "categorical", "recorded"),
        ("side:b_bank", "The river", "categorical", "boundary"),
        ("side:b_office", "Offices and fields", "categorical", "boundary"),
        ("relationships", "Number of relationships", "number", "measure"),
    ]
    assert {one.group for one in fields(snapshot)[8:]} == {"analyst"}


def test_a_landscape_without_anybody_has_no_fields(store: Store, empty_landscape: str) -> None:
    snapshot, map_ = shown(store, empty_landscape)
    assert fields(snapshot) == ()
    assert len(values_of(map_, snapshot, "kind")) == 0
    assert len(values_of(map_, snapshot, "attribute:bank")) == 0


def test_what_a_role_may_not_read_is_not_offered(store: Store, small_town: str) -> None:
    put(store, small_town, influence={"s_hall": 5}, roles={"s_hall": '["decides"]'})
    owner, _ = shown(store, small_town)
    assert {"influence", "part:decides", "asked"} <= by_key(fields(owner)).keys()
    viewer, map_ = shown(store, small_town, Principal(id="ann", role=AccessRole.VIEWER))
    offered = by_key(fields(viewer)).keys()
    assert not {"influence", "part:decides", "asked", "attribute:bank"} & offered
    assert values_of(map_, viewer, "influence").isna().all()
    assert values_of(map_, viewer, "attribute:bank").isna().all()


def test_not_recorded_is_never_zero(store: Store, small_town: str) -> None:
    put(store, small_town, influence={"s_hall": 5, "s_farm": 1}, level={"s_ida": "person"})
    snapshot, map_ = shown(store, small_town)
    values = values_of(map_, snapshot, "influence")
    assert values.dtype == np.float64
    told = dict(zip(map_.people["id"], values, strict=True))
    assert (told["s_hall"], told["s_farm"]) == (5.0, 1.0)
    assert math.isnan(told["s_water"])
    assert in_words("influence", told["s_hall"]) == "5 high"
    assert in_words("influence", told["s_water"]) == "not recorded"
    assert [in_words("level", one) for one in values_of(map_, snapshot, "level")].count(
        "person"
    ) == 1


def test_further_columns_are_numbers_where_every_value_is_one(
    store: Store, small_town: str
) -> None:
    put(
        store,
        small_town,
        attributes={
            "s_hall": '{"age": 12, "year": " 1999 ", "mixed": 3, "kind": "odd", "blank": " "}',
            "s_water": '{"age": "7.5", "year": "2001", "mixed": "three", "endless": "1e400"}',
        },
    )
    snapshot, map_ = shown(store, small_town)
    found = by_key(fields(snapshot))
    kinds = {key: field.kind for key, field in found.items() if key.startswith("attribute:")}
    assert kinds == {
        "attribute:age": "number",
        "attribute:bank": "categorical",
        "attribute:endless": "categorical",
        "attribute:kind": "categorical",
        "attribute:mixed": "categorical",
        "attribute:year": "number",
    }
    assert found["attribute:kind"].label == "kind (your column)"
    assert values_of(map_, snapshot, "attribute:age").tolist()[:2] == [12.0, 7.5]
    assert values_of(map_, snapshot, "attribute:mixed").dropna().tolist() == ["3", "three"]


def test_more_than_forty_texts_are_for_filters_only(store: Store, empty_landscape: str) -> None:
    people = pd.DataFrame(
        {
            "id": [f"s{at}" for at in range(41)],
            "name": [f"S {at}" for at in range(41)],
            "place": [f"Place {at}" for at in range(41)],
            "role": [f"Role {at % 40}" for at in range(41)],
            "ordinal": range(41),
        }
    )
    store.apply(LOCAL, empty_landscape, Edit(label="Add", put={"stakeholder": people}))
    found = by_key(fields(shown(store, empty_landscape)[0]))
    assert (found["place"].different, found["place"].for_marks) == (41, False)
    assert (found["role"].different, found["role"].for_marks) == (40, True)


def test_who_stands_on_both_sides_is_told_apart_from_who_stands_on_none(
    store: Store, small_town: str
) -> None:
    store.apply(
        LOCAL,
        small_town,
        Edit(
            label="Belong",
            put={
                "membership": pd.DataFrame(
                    {
                        "id": ["s_news/c_farm"],
                        "stakeholder_id": ["s_news"],
                        "constituency_id": ["c_farm"],
                    }
                )
            },
        ),
    )
    snapshot, map_ = shown(store, small_town)
    values = dict(zip(map_.people["id"], values_of(map_, snapshot, "side:b_office"), strict=True))
    assert values["s_hall"] == "Offices"
    assert values["s_news"] == BOTH
    assert pd.isna(values["s_mill"])
    assert in_words("side:b_office", BOTH) == "on both sides"


def test_roles_are_yes_no_or_not_recorded(store: Store, small_town: str) -> None:
    roles = {"s_hall": '["decides", "funds"]', "s_farm": '["affected", "opposes"]'}
    put(store, small_town, roles=roles)
    snapshot, map_ = shown(store, small_town)
    keys = [key for key in by_key(fields(snapshot)) if key.startswith("part:")]
    assert keys == ["part:decides", "part:funds", "part:affected"]  # never who is against it
    values = dict(zip(map_.people["id"], values_of(map_, snapshot, "part:decides"), strict=True))
    assert (values["s_hall"], values["s_farm"]) == ("yes", "no")
    assert pd.isna(values["s_ida"])


@pytest.mark.parametrize("key", ["", "nothing", "side:gone", "attribute:gone", "metric:gone"])
def test_of_a_field_that_is_none_nothing_is_recorded(
    store: Store, small_town: str, key: str
) -> None:
    snapshot, map_ = shown(store, small_town)
    assert values_of(map_, snapshot, key).isna().tolist() == [True] * 7


def test_every_field_has_a_label_and_reads_in_words(store: Store, small_town: str) -> None:
    snapshot, map_ = shown(store, small_town)
    for field in fields(snapshot):
        assert label_of(snapshot, field.key) == field.label
        values = values_of(map_, snapshot, field.key)
        assert values.index.equals(pd.RangeIndex(7))
        assert (values.dtype == np.float64) == (field.kind != "categorical")
        said = [in_words(field.key, value, map_) for value in values]
        assert all(isinstance(one, str) and one for one in said)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("attribute:a", 3.0, "3"),
        ("attribute:a", 1999.0, "1999"),
        ("attribute:a", 12_345.0, "12,345"),
        ("metric:betweenness", 0.123456, "0.123"),
        ("metric:communities", "2", "Found group 2"),
        ("asked", "asked", "asked, no answer"),
        ("team", "us", "one of us"),
        ("kind", "<img onerror>", "<img onerror>"),
        ("kind", None, "not recorded"),
        ("level", 7.0, "international"),
    ],
)
def test_values_in_words(key: str, value: object, words: str) -> None:
    assert in_words(key, value) == words


def test_a_group_is_called_by_its_name_where_the_map_is_at_hand(
    store: Store, small_town: str
) -> None:
    _, map_ = shown(store, small_town)
    assert in_words("group", "c_media", map_) == "Media"
    assert in_words("group", "c_gone", map_) == "not recorded"


@pytest.mark.parametrize(
    ("value", "key"), [(3.0, "3"), (0.1, "0.1"), ("a", "a"), (None, ""), (math.nan, "")]
)
def test_a_filter_names_a_value_by_its_key(value: object, key: str) -> None:
    assert key_of(value) == key


def test_odd_numbers_of_a_measure_are_numbered_groups(store: Store, small_town: str) -> None:
    snapshot, map_ = shown(store, small_town)
    values = dict(
        zip(map_.people["id"], values_of(map_, snapshot, "metric:communities"), strict=True)
    )
    assert pd.isna(values.pop("s_news"))  # has no relationship
    assert set(values.values()) == {"1", "2"}
