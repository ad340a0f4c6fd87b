"""What a look shows and brings out, on the small town and on random maps."""

from dataclasses import fields

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landscape.analysis.arrays import Bools
from landscape.model.landscape import Landscape
from landscape.model.map_look import FieldFilter, LineFilter, MapLook, PathAsk
from landscape.model.principal import LOCAL
from landscape.model.scales import Basis, Status
from landscape.services.map_asking import Seen, ends_of, seen
from landscape.services.mapping import Map
from landscape.store.base import Edit, Snapshot, Store
from tests.services.shown_map import look_at, shown

ALL = [True] * 7
LEFT = FieldFilter(field="attribute:bank", values=("left",))


def called(map_: Map, rows: Bools | None) -> list[str]:
    """The ids of those in the rows."""
    assert rows is not None
    return sorted(map_.people["id"].to_numpy()[rows].tolist())


def lines(map_: Map, rows: Bools | None) -> list[str]:
    """The ids of the relationships in the rows."""
    assert rows is not None
    return sorted(map_.lines["id"].to_numpy()[rows].tolist())


@pytest.fixture
def town(store: Store, small_town: str) -> tuple[Snapshot, Map]:
    return shown(store, small_town)


def test_the_first_look_shows_everybody_and_says_nothing(town: tuple[Snapshot, Map]) -> None:
    found = look_at(*town, MapLook())
    assert found.shown.tolist() == ALL
    assert found.line_shown.tolist() == [True] * 5
    assert (found.strong, found.line_strong, found.words) == (None, None, ())


def test_a_filter_takes_out_people_and_what_they_were_related_by(
    town: tuple[Snapshot, Map],
) -> None:
    found = look_at(*town, MapLook(filters=(LEFT,)))
    assert called(town[1], ~found.shown) == ["s_farm", "s_mill"]
    assert lines(town[1], found.line_shown) == ["r1"]
    assert found.words == (
        "Only bank: left.",
        "5 of 7 stakeholders and 1 of 5 relationships shown.",
    )


def test_filters_add_up(town: tuple[Snapshot, Map]) -> None:
    both = (LEFT, FieldFilter(field="kind", values=("organisation",)))
    found = look_at(*town, MapLook(filters=both, lines=LineFilter(bases=(Basis.VALIDATED,))))
    assert called(town[1], found.shown) == ["s_hall", "s_news", "s_vine", "s_water"]
    assert lines(town[1], found.line_shown) == ["r1"]
    assert found.words[2] == "Only relationships where both ends said so."


def test_a_filter_of_what_has_gone_leaves_nobody_out(
    town: tuple[Snapshot, Map],
) -> None:
    found = look_at(*town, MapLook(filters=(FieldFilter(field="side:gone", values=("left",)),)))
    assert found.shown.tolist() == ALL
    assert found.words == ()


@pytest.mark.parametrize(
    ("steps", "near"),
    [
        (1, ["s_hall", "s_ida", "s_mill"]),
        (2, ["s_hall", "s_ida", "s_mill", "s_water"]),
        (4, ["s_farm", "s_hall", "s_ida", "s_mill", "s_vine", "s_water"]),
    ],
)
def test_a_focus_reaches_so_many_steps(
    town: tuple[Snapshot, Map], steps: int, near: list[str]
) -> None:
    found = look_at(*town, MapLook(focus=("s_mill",), steps=steps))
    assert called(town[1], found.shown) == near
    assert found.words[0].startswith(f"Within {steps} step")


def test_a_focus_on_several_reaches_around_each(town: tuple[Snapshot, Map]) -> None:
    found = look_at(*town, MapLook(focus=("s_ida", "s_vine", "s_gone")))
    assert called(town[1], found.shown) == ["s_farm", "s_ida", "s_mill", "s_vine"]
    assert found.words[0] == "Within 1 step of Ida Brook and Vineyard circle."


def test_whom_one_focuses_on_is_shown_whatever_filters_say(town: tuple[Snapshot, Map]) -> None:
    """The mill is on the right bank; nobody is reached over others who are left out."""
    found = look_at(*town, MapLook(filters=(LEFT,), focus=("s_mill",), steps=4))
    assert called(town[1], found.shown) == ["s_hall", "s_ida", "s_mill", "s_water"]


def test_a_focus_on_nobody_who_is_there_shows_everybody(town: tuple[Snapshot, Map]) -> None:
    found = look_at(*town, MapLook(focus=("s_gone",)))
    assert found.shown.tolist() == ALL
    assert found.words == (
        "Nobody of those you focus on is on the map any more, so everybody is shown.",
    )


def test_the_way_between_two_is_brought_out(town: tuple[Snapshot, Map]) -> None:
    found = look_at(*town, MapLook(path=PathAsk(source_id="s_ida", target_id="s_farm")))
    assert found.shown.tolist() == ALL
    assert called(town[1], found.strong) == ["s_farm", "s_hall", "s_ida", "s_mill", "s_water"]
    assert lines(town[1], found.line_strong) == ["r1", "r2", "r3", "r4"]
    assert found.words == (
        "Ida Brook and Upper farms are 4 steps apart; 1 way, which leads over "
        "Mill <b>Lane</b> residents, Town hall and Water board.",
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            PathAsk(source_id="s_ida", target_id="s_news"),
            "No chain of the relationships shown leads from Ida Brook to Valley news.",
        ),
        (
            PathAsk(source_id="s_hall", target_id="s_water"),
            "Town hall and Water board are directly related.",
        ),
        (
            PathAsk(source_id="s_hall", target_id="s_gone"),
            "One of the two to connect is no longer on the map. Choose another.",
        ),
        (
            PathAsk(source_id="s_hall", target_id="c_public", target_is_group=True),
            "Town hall and Public bodies overlap: nothing lies between them.",
        ),
        (
            PathAsk(
                source_id="c_public", target_id="c_farm", source_is_group=True, target_is_group=True
            ),
            "Public bodies and Farmers meet directly, over 1 relationship.",
        ),
        (
            PathAsk(
                source_id="c_people", target_id="c_farm", source_is_group=True, target_is_group=True
            ),
            "Residents and Farmers are 3 steps apart, between Mill <b>Lane</b> residents and "
            "Upper farms; 1 way, which leads over Town hall and Water board.",
        ),
    ],
)
def test_connections_in_words(town: tuple[Snapshot, Map], path: PathAsk, words: str) -> None:
    assert look_at(*town, MapLook(path=path)).words == (words,)


def test_who_is_left_out_by_a_filter_cannot_be_connected(town: tuple[Snapshot, Map]) -> None:
    path = PathAsk(source_id="s_hall", target_id="s_farm")
    found = look_at(*town, MapLook(filters=(LEFT,), path=path))
    assert found.words[-1] == (
        "Upper farms is left out by what is shown, so no connection can be seen."
    )
    assert called(town[1], found.strong) == []


def test_a_broken_relationship_connects_nobody_unless_it_is_asked_for(
    store: Store, small_town: str
) -> None:
    broken = pd.DataFrame({"id": ["r1"], "status": ["broken"]})
    store.apply(LOCAL, small_town, Edit(label="Break", put={"relationship": broken}))
    town = shown(store, small_town)
    path = PathAsk(source_id="s_hall", target_id="s_water")
    assert look_at(*town, MapLook(path=path)).words[0].startswith("No chain")
    asked = LineFilter(statuses=(Status.BROKEN,))
    found = look_at(*town, MapLook(path=path, lines=asked))
    assert lines(town[1], found.line_strong) == ["r1"]


def test_a_boundary_is_brought_out_with_its_sides_crossings_and_who_is_on_both(
    store: Store, small_town: str
) -> None:
    both = {"id": ["x"], "stakeholder_id": ["s_news"], "constituency_id": ["c_farm"]}
    store.apply(LOCAL, small_town, Edit(label="Belong", put={"membership": pd.DataFrame(both)}))
    town = shown(store, small_town)
    found = look_at(*town, MapLook(highlight_id="b_office"))
    boundary = found.found.boundary
    assert boundary is not None
    assert boundary.sides == (("Fields", 3), ("Offices", 2))
    assert lines(town[1], boundary.crossing) == ["r3"]
    assert called(town[1], boundary.ends) == ["s_farm", "s_water"]
    assert called(town[1], boundary.both) == ["s_news"]
    assert called(town[1], found.strong) == ["s_farm", "s_news", "s_water"]
    assert found.words == (
        "1 relationship crosses Offices and fields, 2 stakeholders are at its ends, "
        "1 stands on both sides.",
    )


def test_a_boundary_that_nothing_crosses_says_so(town: tuple[Snapshot, Map]) -> None:
    depth = LineFilter(depth=4)
    found = look_at(*town, MapLook(highlight_id="b_office", lines=depth))
    assert found.words[-1] == "No relationship that is shown crosses Offices and fields."
    assert called(town[1], found.strong) == []


def test_a_boundary_that_is_gone_brings_out_nobody(town: tuple[Snapshot, Map]) -> None:
    found = look_at(*town, MapLook(highlight_id="b_gone"))
    assert found.words == ("The boundary that was brought out is no longer there.",)
    assert found.strong is None
    assert found.line_strong is None
    assert found.found.boundary is None


def test_a_way_and_a_boundary_are_brought_out_together(town: tuple[Snapshot, Map]) -> None:
    path = PathAsk(source_id="s_mill", target_id="s_ida")
    found = look_at(*town, MapLook(highlight_id="b_office", path=path))
    assert called(town[1], found.strong) == ["s_farm", "s_ida", "s_mill", "s_water"]
    assert lines(town[1], found.line_strong) == ["r3", "r4"]


def test_who_is_missing_is_said_with_the_rest(town: tuple[Snapshot, Map]) -> None:
    assert look_at(*town, MapLook(ghosts=True)).words == (
        "Nobody's part in it is recorded, so it cannot be said who is missing.",
    )


def test_an_empty_landscape_can_be_asked_anything(store: Store, empty_landscape: str) -> None:
    town = shown(store, empty_landscape)
    look = MapLook(
        filters=(LEFT,),
        focus=("a",),
        path=PathAsk(source_id="a", target_id="b"),
        highlight_id="b",
        lines=LineFilter(depth=1),
    )
    found = look_at(*town, look)
    assert len(found.shown) == len(found.line_shown) == 0


@st.composite
def random_maps(draw: st.DrawFn) -> Map:
    """Up to eight people in two groups, with any relationships between them."""
    count = draw(st.integers(1, 8))
    person = st.integers(0, count - 1)
    drawn = draw(st.lists(st.tuples(person, person), max_size=16))
    pairs = [pair for pair in drawn if pair[0] != pair[1]]
    group = draw(st.lists(st.sampled_from(["g1", "g2", None]), min_size=count, max_size=count))
    people = pd.DataFrame(
        {
            "id": [f"s{at}" for at in range(count)],
            "name": [f"S {at}" for at in range(count)],
            "constituency_id": pd.Series(group, dtype="str"),
            "asked": pd.Series([None] * count, dtype="str"),
        }
    )
    told = pd.DataFrame(
        {
            "source": pd.Series([one for one, _ in pairs], dtype="int64"),
            "target": pd.Series([other for _, other in pairs], dtype="int64"),
            "depth": pd.Series([None] * len(pairs), dtype="Int8"),
            "basis": "assumed",
            "status": pd.Series(
                draw(
                    st.lists(
                        st.sampled_from(["live", "dormant"]),
                        min_size=len(pairs),
                        max_size=len(pairs),
                    )
                ),
                dtype="str",
            ),
        }
    )
    groups = pd.DataFrame({"id": ["g1", "g2", ""], "name": ["G 1", "G 2", ""]})
    return Map(people=people, lines=told, groups=groups)


@settings(deadline=None)
@given(
    random_maps(),
    st.lists(st.integers(0, 9), max_size=3),
    st.integers(1, 4),
    st.lists(st.sampled_from(["g1", "g2", ""]), max_size=2),
    st.booleans(),
)
def test_what_is_shown_always_holds_together(
    map_: Map, focus: list[int], steps: int, groups: list[str], live: bool
) -> None:
    """No relationship without both of its ends, no more than without the focus, and so on."""
    filters = (FieldFilter(field="group", values=tuple(groups)),) if groups else ()
    only = LineFilter(statuses=(Status.LIVE,)) if live else LineFilter()
    wide = MapLook(filters=filters, lines=only)
    near = MapLook(filters=filters, lines=only, focus=tuple(f"s{at}" for at in focus), steps=steps)
    one, other = _seen(map_, wide), _seen(map_, near)
    source, target = ends_of(map_)
    for found in (one, other):
        kept = found.line_shown
        assert found.shown[source[kept]].all()
        assert found.shown[target[kept]].all()
    there = np.isin(np.arange(len(map_.people)), focus)
    if there.any():
        assert other.shown[there].all()
        assert not (other.shown & ~one.shown & ~there).any()
    else:
        assert (other.shown == one.shown).all()
    again = _seen(map_, near)
    assert (again.shown == other.shown).all()
    assert again.words == other.words


@settings(deadline=None)
@given(random_maps(), st.integers(0, 7), st.integers(0, 7))
def test_a_focus_is_who_can_be_reached_one_step_after_the_other(
    map_: Map, start: int, steps: int
) -> None:
    start, steps = start % len(map_.people), 1 + steps % 4
    source, target = ends_of(map_)
    reached = {start}
    for _ in range(steps):
        pairs = list(zip(source.tolist(), target.tolist(), strict=True))
        reached |= {b for a, b in pairs if a in reached} | {a for a, b in pairs if b in reached}
    found = _seen(map_, MapLook(focus=(f"s{start}",), steps=steps))
    assert set(np.flatnonzero(found.shown).tolist()) == reached


def _seen(map_: Map, look: MapLook) -> Seen:
    """Without a store: nothing but the group is recorded."""
    tables = {one.name: pd.DataFrame() for one in fields(Snapshot) if one.name != "landscape"}
    snapshot = Snapshot(landscape=Landscape(id="l", name="Random"), **tables)
    return seen(snapshot, map_, look, lambda _: map_.people["constituency_id"])
