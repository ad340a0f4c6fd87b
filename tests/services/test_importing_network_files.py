"""A landscape that left as GEXF or GraphML comes back with its people, groups and relationships."""

import pytest

from landscape.formats.discovery import formats
from landscape.formats.outline import Outline
from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.importing.importing import SourceFile, apply, plan_for, read_files
from landscape.services.outline import outline_of
from landscape.store.duckdb.store import DuckDBStore


def taken_in(store: DuckDBStore, data: bytes) -> Outline:
    """What a landscape with nothing but this file in it comes to."""
    into = store.create_landscape(LOCAL, Landscape(id=draw_id("l"), name="Elsewhere")).id
    tables, unreadable = read_files([SourceFile(name="copy", data=data)])
    assert unreadable == []
    apply(LOCAL, store, into, plan_for(LOCAL, store, into, tables))
    return outline_of(LOCAL, store, into)


def people(outline: Outline) -> set[tuple[object, ...]]:
    return {(one.name, one.kind, one.group, one.notes) for one in outline.stakeholders}


def relationships(outline: Outline) -> list[tuple[object, ...]]:
    names = {one.id: one.name for one in outline.stakeholders}
    return sorted(
        (names[one.source], names[one.target], one.directed, str(one.kind), str(one.depth))
        for one in outline.relationships
    )


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_what_left_comes_back(store: DuckDBStore, small_town: str, form: str) -> None:
    before = outline_of(LOCAL, store, small_town)
    write = formats()[form].write
    assert write is not None
    after = taken_in(store, write(before))
    assert len(after.stakeholders) == 7
    assert people(after) == people(before)
    assert relationships(after) == relationships(before)


def test_a_list_of_two_modes_makes_groups_of_its_events(store: DuckDBStore) -> None:
    data = (
        b"dl nr=3 nc=2\nrow labels:\nAnn,Bo,Cy\ncolumn labels:\nFair,Mill\ndata:\n1 0\n1 1\n0 0\n"
    )
    after = taken_in(store, data)
    assert {(one.name, one.group, tuple(one.further_groups)) for one in after.stakeholders} == {
        ("Ann", "Fair", ()),
        ("Bo", "Fair", ("Mill",)),
        ("Cy", None, ()),
    }
