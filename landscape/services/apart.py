"""Which stakeholders somebody said are two, however alike: not asked about again."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from landscape.model.errors import NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.store.base import Batch, Edit, Store

SETTING: Final = "apart"

Two = frozenset[str]


def kept_apart(landscape: Landscape) -> frozenset[Two]:
    """The pairs of ids that are two."""
    kept: Any = landscape.settings.get(SETTING) or ()
    return frozenset(frozenset(pair) for pair in kept)


def keep_apart(
    principal: Principal, store: Store, landscape_id: str, pairs: Iterable[tuple[str, str]]
) -> Batch:
    """Say that each two are two; it stands in the history and can be taken back."""
    map_ = store.snapshot(principal, landscape_id, tables=("stakeholder",))
    names = dict(zip(map_.stakeholder["id"], map_.stakeholder["name"], strict=True))
    said = list(pairs)
    if not said or not {id_ for pair in said for id_ in pair} <= names.keys():
        raise NotFoundError(
            "A stakeholder that you picked is not there any more.", fix="Look for pairs again."
        )
    two = f"{names[said[0][0]]} and {names[said[0][1]]} are two"
    label = two if len(said) == 1 else f"{len(said)} pairs are two each"
    return store.apply(
        principal,
        landscape_id,
        Edit(
            label=f"Said that {label}",
            landscape={
                "settings": _with(map_.landscape, kept_apart(map_.landscape) | set(map(Two, said)))
            },
        ),
    )


def moved_apart(landscape: Landscape, now: Mapping[str, str]) -> dict[str, object]:
    """What changes in the landscape's row when those who are gone (`now`: who they are) are one."""
    before = kept_apart(landscape)
    after = set()
    for pair in before:
        moved = set(pair)
        while gone := moved & now.keys():
            moved = (moved - gone) | {now[id_] for id_ in gone}
        if len(moved) > 1:
            after.add(frozenset(moved))
    return {} if after == before else {"settings": _with(landscape, after)}


def _with(landscape: Landscape, pairs: Iterable[Two]) -> dict[str, object]:
    return {**landscape.settings, SETTING: sorted(sorted(pair) for pair in pairs)}
