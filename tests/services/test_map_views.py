"""Saved views: kept, put in order, brought up to date, let go, and fitted to what is there."""

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.map_look import Arrangement, FieldFilter, LineFilter, MapLook, PathAsk
from landscape.model.map_view import MapCamera, MapView
from landscape.model.principal import LOCAL, AccessRole, Principal
from landscape.model.scales import Basis
from landscape.services import editing, history, map_views
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore

VIEWER = Principal(id="v", role=AccessRole.VIEWER)
RIVER = MapView(
    id="v_river",
    name="Across the river",
    sentence="Two farms reach over; nobody was asked.",
    look=MapLook(
        arrangement=Arrangement.SIDES,
        boundary_id="b_bank",
        colour="side:b_bank",
        filters=(FieldFilter(field="kind", values=("organisation",), missing=True),),
        lines=LineFilter(bases=(Basis.ASSUMED,), since=date(2026, 5, 4), depth=2),
        focus=("s_farm",),
        steps=2,
        path=PathAsk(source_id="s_hall", target_id="c_farm", target_is_group=True),
        ghosts=True,
        highlight_id="b_office",
    ),
    camera=MapCamera(x=0.1 + 0.2, y=-4.0, span=12.5),
)
FIRST = MapView(id="v_first", name="Everybody")


def kept(store: DuckDBStore, landscape_id: str) -> list[MapView]:
    return list(map_views.views(store.snapshot(LOCAL, landscape_id, tables=("map_view",))))


def names(store: DuckDBStore, landscape_id: str) -> list[str]:
    return [view.name for view in kept(store, landscape_id)]


def with_three(store: DuckDBStore, landscape_id: str) -> list[str]:
    for name in ("One", "Two", "Three"):
        view = MapView(id=f"v_{name}", name=name)
        map_views.save_view(LOCAL, store, landscape_id, view)
    return ["v_One", "v_Two", "v_Three"]


def test_a_view_comes_back_as_it_was_kept(store: DuckDBStore, small_town: str) -> None:
    batch = map_views.save_view(LOCAL, store, small_town, RIVER)
    map_views.save_view(LOCAL, store, small_town, FIRST)
    assert kept(store, small_town) == [RIVER, replace(FIRST, ordinal=1)]
    assert batch.label == "Saved the view Across the river"
    assert history.what_it_did(LOCAL, store, small_town, batch.id) == (
        "1 view of the map added: Across the river.",
    )


def test_a_name_is_used_once_whatever_its_case(store: DuckDBStore, small_town: str) -> None:
    map_views.save_view(LOCAL, store, small_town, FIRST)
    with pytest.raises(InvalidValueError, match="There is a view named ' EVERYBODY' already"):
        map_views.save_view(LOCAL, store, small_town, MapView(id="v_2", name=" EVERYBODY"))


@pytest.mark.parametrize(
    ("name", "sentence"), [(" ", None), ("n" * 121, None), ("Good", "s" * 601)]
)
def test_a_view_has_a_name_and_no_essay(name: str, sentence: str | None) -> None:
    with pytest.raises(InvalidValueError):
        MapView(id="v", name=name, sentence=sentence)


@pytest.mark.parametrize("span", [0.0, -1.0, float("nan"), float("inf")])
def test_a_camera_sees_something(span: float) -> None:
    with pytest.raises(InvalidValueError, match="Nothing is seen"):
        MapCamera(x=0, y=0, span=span)


def test_a_view_is_renamed_and_its_sentence_changed(store: DuckDBStore, small_town: str) -> None:
    map_views.save_view(LOCAL, store, small_town, RIVER)
    first = map_views.rename(
        LOCAL, store, small_town, "v_river", name="The river", sentence=RIVER.sentence, seen=RIVER
    )
    second = map_views.rename(
        LOCAL, store, small_town, "v_river", name="The river", sentence="Who reaches over?"
    )
    assert [first.label, second.label] == [
        "Renamed the view Across the river to The river",
        "Changed the sentence of the view The river",
    ]
    (view,) = kept(store, small_town)
    assert view == replace(RIVER, name="The river", sentence="Who reaches over?")


def test_what_another_called_it_meanwhile_is_not_overwritten(
    store: DuckDBStore, small_town: str
) -> None:
    map_views.save_view(LOCAL, store, small_town, RIVER)
    map_views.rename(LOCAL, store, small_town, "v_river", name="Theirs", sentence=None)
    with pytest.raises(ConflictError, match="'Across the river' was changed meanwhile: name"):
        map_views.rename(
            LOCAL, store, small_town, "v_river", name="Mine", sentence=None, seen=RIVER
        )
    assert names(store, small_town) == ["Theirs"]


def test_a_view_is_brought_up_to_date_and_keeps_its_words(
    store: DuckDBStore, small_town: str
) -> None:
    map_views.save_view(LOCAL, store, small_town, RIVER)
    batch = map_views.renew(LOCAL, store, small_town, "v_river", MapLook(colour="kind"), None)
    assert kept(store, small_town) == [replace(RIVER, look=MapLook(colour="kind"), camera=None)]
    assert history.what_it_did(LOCAL, store, small_town, batch.id) == (
        "Across the river: where it looks from changed.",
        "Across the river: what it shows changed.",
    )


def test_views_move_up_and_down_and_stop_at_the_ends(store: DuckDBStore, small_town: str) -> None:
    one, _, three = with_three(store, small_town)
    batch = map_views.move(LOCAL, store, small_town, three, -1)
    assert names(store, small_town) == ["One", "Three", "Two"]
    assert history.what_it_did(LOCAL, store, small_town, batch.id) == (
        "Two: place in the order 2 → 3.",
        "Three: place in the order 3 → 2.",
    )
    map_views.move(LOCAL, store, small_town, one, 5)
    assert names(store, small_town) == ["Three", "Two", "One"]
    with pytest.raises(ConflictError, match="in this order already"):
        map_views.move(LOCAL, store, small_town, three, -1)


def test_views_that_are_not_named_come_after_the_others(
    store: DuckDBStore, small_town: str
) -> None:
    with_three(store, small_town)
    map_views.reorder(LOCAL, store, small_town, ["v_Three"])
    assert names(store, small_town) == ["Three", "One", "Two"]
    with pytest.raises(NotFoundError, match="That view is not there any more"):
        map_views.reorder(LOCAL, store, small_town, ["v_Three", "v_lost"])


def test_a_copy_stands_right_after_the_first_one(store: DuckDBStore, small_town: str) -> None:
    with_three(store, small_town)
    map_views.copy(LOCAL, store, small_town, "v_One")
    map_views.copy(LOCAL, store, small_town, "v_One")
    assert names(store, small_town) == ["One", "One (3)", "One (2)", "Two", "Three"]
    assert [view.ordinal for view in kept(store, small_town)] == [0, 1, 2, 3, 4]


def test_a_view_is_let_go_and_taken_back(store: DuckDBStore, small_town: str) -> None:
    map_views.save_view(LOCAL, store, small_town, RIVER)
    batch = map_views.remove(LOCAL, store, small_town, "v_river")
    assert (kept(store, small_town), batch.label) == ([], "Removed the view Across the river")
    store.undo(LOCAL, small_town, batch.id)
    assert kept(store, small_town) == [RIVER]


@pytest.mark.parametrize("work", [map_views.remove, map_views.copy])
def test_a_view_that_has_gone_says_so(store: DuckDBStore, small_town: str, work) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotFoundError, match="That view is not there any more"):
        work(LOCAL, store, small_town, "v_lost")


def test_those_outside_the_team_see_no_view_and_hear_of_none(
    store: DuckDBStore, small_town: str
) -> None:
    batch = map_views.save_view(LOCAL, store, small_town, RIVER)
    assert map_views.views(store.snapshot(VIEWER, small_town)) == ()
    assert history.what_it_did(VIEWER, store, small_town, batch.id) == ()


def test_a_view_goes_without_what_has_gone_from_the_landscape(
    store: DuckDBStore, small_town: str
) -> None:
    editing.remove_boundary(LOCAL, store, small_town, "b_bank")
    editing.remove_boundary(LOCAL, store, small_town, "b_office")
    editing.remove_stakeholders(LOCAL, store, small_town, ["s_farm", "s_hall"])
    look, lost = map_views.fitting(
        replace(RIVER.look, centre_id="s_hall"), store.snapshot(LOCAL, small_town)
    )
    assert look == MapLook(
        colour=RIVER.look.colour,
        filters=RIVER.look.filters,
        lines=RIVER.look.lines,
        steps=2,
        ghosts=True,
    )
    assert lost == (
        "The boundary it was arranged by has gone. Here is everybody by group.",
        "The boundary it brought out has gone.",
        "Who stood in the middle has gone.",
        "Those it looked at closely have gone. Here is everybody.",
        "One end of the connection it showed has gone.",
    )


def test_a_view_of_what_is_there_fits_as_it_is(store: DuckDBStore, small_town: str) -> None:
    assert map_views.fitting(RIVER.look, store.snapshot(LOCAL, small_town)) == (RIVER.look, ())
    there = replace(RIVER.look, focus=("s_farm", "s_lost"))
    look, lost = map_views.fitting(there, store.snapshot(LOCAL, small_town))
    assert (look.focus, lost) == (
        ("s_farm",),
        ("Some of those it looked at closely have gone.",),
    )


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ("arrangement", "filters", "lines", "focus", "path", "steps", "x", "y", "span")
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(look=WILD, camera=WILD)
def test_whatever_a_row_holds_the_views_can_be_read(
    store: DuckDBStore, small_town: str, look: object, camera: object
) -> None:
    row = {
        "id": ["v_wild"],
        "name": ["Wild"],
        "ordinal": [0],
        "look": [json.dumps(look, allow_nan=False, default=str) if finite(look) else "{}"],
        "camera": [json.dumps(camera) if finite(camera) else "{}"],
    }
    store.apply(LOCAL, small_town, Edit(label="Wild", put={"map_view": pd.DataFrame(row)}))
    (view,) = kept(store, small_town)
    assert view.name == "Wild"
    assert isinstance(view.look, MapLook)


def finite(value: object) -> bool:
    """Whether JSON can hold the value: the store refuses the rest."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True
