"""What a walk shows across boundaries: who near somebody stands on another side than they do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from landscape.analysis.neighbourhood import Neighbourhood
from landscape.store.base import Snapshot

# What a snapshot must hold for :func:`across`.
TABLES: Final = ("boundary", "boundary_side", "sides", "brokers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """One boundary as seen from the centre of a walk.

    `here` are the sides on which those in the centre stand, `side` the one of each who is shown
    and stands on one, `far` those near who stand on another side than the centre, `both` those
    who stand on several.
    """

    boundary_id: str
    name: str
    here: tuple[str, ...]
    side: dict[str, str]
    far: tuple[str, ...]
    both: tuple[str, ...]

    def crosses(self, one: str, other: str) -> bool:
        """Say whether a relationship between two reaches from one side to another."""
        near, far = self.side.get(one), self.side.get(other)
        return near is not None and far is not None and near != far


def across(snapshot: Snapshot, around: Neighbourhood) -> tuple[Across, ...]:
    """Each boundary in its order; who stands on several sides is across none."""
    boundary = snapshot.boundary
    if boundary.empty:
        return ()
    return tuple(
        _across(snapshot, around, str(id_), str(name))
        for id_, name in zip(boundary["id"], boundary["name"], strict=True)
    )


def _across(snapshot: Snapshot, around: Neighbourhood, id_: str, name: str) -> Across:
    sides, brokers = snapshot.sides, snapshot.brokers
    at = sides[(sides["boundary_id"] == id_) & sides["stakeholder_id"].isin(list(around.steps))]
    several = set(brokers.loc[brokers["boundary_id"] == id_, "stakeholder_id"])
    side = {
        str(one): str(stands)
        for one, stands in zip(at["stakeholder_id"], at["side"], strict=True)
        if one not in several
    }
    here = tuple(dict.fromkeys(side[one] for one in around.centres if one in side))
    return Across(
        boundary_id=id_,
        name=name,
        here=here,
        side=side,
        far=_far(around, side, here),
        both=tuple(one for one in around.steps if one in several),
    )


def _far(around: Neighbourhood, side: dict[str, str], here: Sequence[str]) -> tuple[str, ...]:
    if not here:
        return ()
    return tuple(
        one for one, step in around.steps.items() if step and side.get(one, here[0]) not in here
    )
