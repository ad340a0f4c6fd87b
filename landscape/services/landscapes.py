"""Landscapes as wholes: begin one, and change what stands in its own row."""

from dataclasses import replace
from typing import Final

from landscape.model.ids import draw_id
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.services.checks import require_unchanged
from landscape.store.base import Batch, Edit, Store

_ABOUT: Final = ("name", "challenge", "difference_sought", "scope", "out_of_scope")


def create_empty(
    principal: Principal, store: Store, name: str, *, challenge: str | None = None
) -> Landscape:
    """Begin a landscape with a name and nothing on its map."""
    return store.create_landscape(
        principal, Landscape(id=draw_id("l"), name=name.strip(), challenge=challenge)
    )


def change_landscape(
    principal: Principal,
    store: Store,
    landscape_id: str,
    *,
    name: str,
    challenge: str | None,
    difference_sought: str | None,
    scope: str | None,
    out_of_scope: str | None,
    seen: Landscape | None = None,
) -> Batch:
    """Rename a landscape and say what it is about, unless it changed since it was `seen`."""
    before = store.landscape(principal, landscape_id)
    after = replace(
        before,
        name=name.strip(),
        challenge=challenge,
        difference_sought=difference_sought,
        scope=scope,
        out_of_scope=out_of_scope,
    )
    if seen is not None:
        require_unchanged(
            {column: getattr(before, column) for column in _ABOUT},
            {column: getattr(seen, column) for column in _ABOUT},
            what=before.name,
        )
    changed = {
        column: getattr(after, column)
        for column in _ABOUT
        if getattr(after, column) != getattr(before, column)
    }
    return store.apply(
        principal,
        landscape_id,
        Edit(label=f"Changed what {after.name} is about", landscape=changed),
    )
