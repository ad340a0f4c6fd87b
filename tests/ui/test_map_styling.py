"""How the map looks under a look, on the small town. Expected: colours from the palette by hand."""

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd
import pytest

from landscape.model.map_look import FieldFilter, MapLook
from landscape.model.principal import LOCAL
from landscape.services import map_asking, map_fields, mapping
from landscape.ui import map_styling
from landscape.ui.canvas.payload import MapLooks, looks_piece

GREY = ("#BBBBBB", "#BBBBBB")


@pytest.fixture
def drawn(store, small_town):
    """The looks of the small town under a look; fields may be changed on the way."""
    tables = {*map_fields.TABLES, *mapping.TABLES}
    snapshot = store.snapshot(LOCAL, small_town, tables=tuple(tables))
    whole = mapping.map_of(snapshot)
    values = partial(map_fields.values_of, whole, snapshot)

    def draw(look: MapLook, **given: pd.Series) -> MapLooks:
        def of(key: str) -> pd.Series:
            return given[key] if key in given else values(key)

        fields = list(map_fields.fields(snapshot))
        fields += [
            map_fields.MapField(
                key=key,
                label=key,
                kind="number" if of(key).dtype == np.float64 else "categorical",
                group="recorded",
                tip="",
            )
            for key in given
        ]
        return map_styling.looks(
            whole, look, map_asking.seen(snapshot, whole, look, of), of, fields
        )

    return draw


def paints(looks):
    return [tuple(looks.colours[at]) for at in looks.colour]


def legends(looks):
    return {
        one.field: [(entry.key, entry.label, entry.count, entry.hidden) for entry in one.entries]
        for one in looks.legends
    }


def test_the_first_picture_has_groups_in_their_colours_and_sizes_by_relationships(drawn):
    looks = drawn(MapLook())
    assert paints(looks)[:3] == [("#332288", "#8F86F2")] * 2 + [("#88CCEE", "#A3DDFA")]
    assert looks.shape.tolist() == [0] * 7
    assert (looks.size, looks.border, looks.shown, looks.strong) == (None, None, None, None)
    assert legends(looks) == {
        "group": [
            ("c_public", "Public bodies", 2, False),
            ("c_people", "Residents", 2, False),
            ("c_farm", "Farmers", 2, False),
            ("c_media", "Media", 1, False),
        ],
        "relationships": [],
    }


def test_who_is_in_no_group_is_grey_and_in_the_legend(store, small_town):
    snapshot = store.snapshot(LOCAL, small_town, tables=mapping.TABLES)
    alone = snapshot.stakeholder.assign(constituency_id=None)
    whole = mapping.map_of(replace(snapshot, stakeholder=alone))
    coded = map_styling.coding(whole, "group", {}.__getitem__, [])
    assert [(mark.key, mark.count) for mark in coded.marks][-1] == ("", 7)
    assert coded.marks[-1].style.colour == "#BBBBBB"
    assert set(coded.code) == {len(coded.marks) - 1}


def test_an_ordered_field_has_steps_of_one_hue_lowest_first(drawn):
    rated = pd.Series([1.0, 2, 3, 4, 5, np.nan, 5])
    looks = drawn(MapLook(colour="rated", shape="rated"), rated=rated)
    assert paints(looks) == [
        ("#E3EFED", "#22403D"),
        ("#B4D6D2", "#2F5E5A"),
        ("#7CB6B0", "#40817B"),
        ("#3F908A", "#58A79F"),
        ("#0F6B66", "#8AD1C8"),
        GREY,
        ("#0F6B66", "#8AD1C8"),
    ]
    assert [entry.label for entry in looks.legends[0].entries] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "Not recorded",
    ]


def test_two_steps_lie_as_far_apart_as_five(drawn):
    looks = drawn(MapLook(colour="rated"), rated=pd.Series([1.0, 9, 1, 9, 1, 9, 1]))
    assert paints(looks)[:2] == [("#E3EFED", "#22403D"), ("#0F6B66", "#8AD1C8")]


def test_size_by_a_number_grows_with_it_and_is_smallest_where_nothing_is_recorded(drawn):
    looks = drawn(MapLook(size="rated"), rated=pd.Series([1.0, 2, 3, 4, 5, np.nan, 5]))
    assert looks.size.tolist() == [0.7, 0.95, 1.2, 1.5, 1.85, 0.5, 1.85]


def test_what_is_said_by_two_means_has_one_legend(drawn):
    rated = pd.Series([1.0, 2, 3, 4, 5, np.nan, 5])
    looks = drawn(MapLook(colour="rated", shape="", border="team", size="rated"), rated=rated)
    assert [(one.field, one.means) for one in looks.legends] == [
        ("rated", ("colour", "size")),
        ("team", ("border",)),
    ]
    assert looks.border.tolist() == [1, 0, 0, 1, 0, 0, 0]


def test_shape_is_named_where_it_tells_apart_and_only_there(drawn):
    few = drawn(MapLook(colour="kind", shape="kind"))
    assert few.legends[0].means == ("colour",)
    apart = drawn(MapLook(colour="group", shape="kind"))
    assert [one.means for one in apart.legends[:2]] == [("colour",), ("shape",)]
    assert apart.shape.tolist() == [0, 0, 0, 1, 0, 0, 0]


def test_more_kinds_than_shapes_share_the_last_shape_and_the_legend_says_so(drawn):
    look = MapLook(colour="group", shape="word")
    looks = drawn(look, word=pd.Series(list("aabcdef"), dtype="str"))
    assert looks.shape.tolist() == [0, 0, 1, 2, 3, 3, 3]
    assert looks.legends[1].note == "From the fourth on, all have the same shape."


def test_one_colour_for_all_has_no_legend(drawn):
    looks = drawn(MapLook(colour="", shape="", size=""))
    assert paints(looks) == [("#7CB6B0", "#40817B")] * 7
    assert looks.size.tolist() == [1.0] * 7
    assert looks.legends == []


def test_a_field_that_has_gone_says_nothing(drawn):
    looks = drawn(MapLook(colour="attribute:gone", shape="", size="metric:gone"))
    assert paints(looks) == [("#7CB6B0", "#40817B")] * 7
    assert looks.size.tolist() == [1.0] * 7


def test_a_filter_is_in_the_legend_in_the_marks_and_in_words(drawn):
    asked = FieldFilter(field="group", values=("c_farm",))
    looks = drawn(MapLook(filters=(asked,)))
    assert looks.shown.tolist() == [False] * 4 + [True] * 2 + [False]
    assert [hidden for *_, hidden in legends(looks)["group"]] == [True, True, False, True]
    assert looks.words[0] == "Only group: Farmers."


def test_a_hostile_name_is_in_the_legend_as_text(drawn):
    hostile = '<img src=x onerror="alert(1)">\u202e'
    looks = drawn(MapLook(colour="word"), word=pd.Series([hostile] * 7, dtype="str"))
    assert looks.legends[0].entries[0].label == '<img src=x onerror="alert(1)">'
    assert b"<img src=x" in looks_piece(looks).body


def test_an_empty_map_has_looks(store, empty_landscape):
    tables = tuple({*map_fields.TABLES, *mapping.TABLES})
    snapshot = store.snapshot(LOCAL, empty_landscape, tables=tables)
    whole = mapping.map_of(snapshot)
    values = partial(map_fields.values_of, whole, snapshot)
    seen = map_asking.seen(snapshot, whole, MapLook(), values)
    looks = map_styling.looks(whole, MapLook(), seen, values, map_fields.fields(snapshot))
    assert (len(looks.colour), len(looks.shape)) == (0, 0)
    looks_piece(looks)
