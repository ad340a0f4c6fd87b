"""Whatever a landscape holds, its map can be asked: odd names, odd values, and nothing at all."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.map_look import Arrangement, FieldFilter, LineFilter, MapLook, PathAsk
from landscape.model.principal import LOCAL
from landscape.services.arranging import arranged
from landscape.services.map_fields import fields, in_words, key_of, values_of
from landscape.services.map_ghosts import ghosts
from landscape.services.map_silence import gaps
from landscape.services.placing import with_places
from landscape.store.base import Edit, Store
from tests.services.random_landscapes import edits
from tests.services.shown_map import look_at, shown


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(edit=edits())
def test_every_field_of_an_odd_landscape_finds_those_who_hold_its_values(
    edit: Edit, store: Store
) -> None:
    landscape = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Odd"))
    store.apply(LOCAL, landscape.id, with_places(LOCAL, store, landscape.id, edit))
    snapshot, map_ = shown(store, landscape.id)
    for field in fields(snapshot):
        if field.group == "analyst":
            continue  # the same on odd names as on plain ones
        values = values_of(map_, snapshot, field.key)
        for value in values.dropna().unique():
            assert in_words(field.key, value, map_)
            look = MapLook(filters=(FieldFilter(field=field.key, values=(key_of(value),)),))
            found = look_at(snapshot, map_, look)
            assert found.shown.tolist() == (values == value).fillna(value=False).tolist()
    ids = [*map_.people["id"], "gone"]
    groups = [*snapshot.constituency["id"], "gone"]
    look = MapLook(
        focus=(ids[0],),
        steps=2,
        path=PathAsk(source_id=ids[-2], target_id=groups[0], target_is_group=True),
        lines=LineFilter(depth=1, since=date(2020, 1, 1)),
        highlight_id=next(iter(snapshot.boundary["id"]), None),
        ghosts=True,
    )
    found = look_at(snapshot, map_, look)
    assert found.shown[0]
    assert all(sentence.endswith(".") for sentence in found.words)
    assert all(one.told for one in ghosts(snapshot))
    stand = arranged(
        snapshot, map_, arrangement=Arrangement.GROUPS, boundary_id=None, centre_id=None
    )
    assert all(one.source < one.target for one in gaps(snapshot, map_, stand))
