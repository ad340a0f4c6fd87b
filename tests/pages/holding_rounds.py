"""Rounds for tests of pages: begun, answered by people who join with the room's code."""

from collections.abc import Sequence

from landscape.model.assessment import Answer, Round
from landscape.model.principal import LOCAL
from landscape.model.scales import OffScale
from landscape.services import assessing, joining, rounds
from landscape.services.instruments import READINESS
from landscape.services.rounds import Opening
from landscape.store.base import Store

TEAM = ("Ana", "Ben", "Cleo", "Dara", "Eli")


def begin(store: Store, landscape_id: str, **differs: object) -> Round:
    """A round of five by name in the quick form, but for what `differs`."""
    said = {
        "name": "Spring round",
        "readiness_for": "this landscape",
        "boundary_id": None,
        "instrument": READINESS,
        "form": "quick",
        "mode": "named",
        "expected": 5,
        "threshold": None,
    }
    return rounds.begin(LOCAL, store, landscape_id, Opening(**{**said, **differs}))


def begin_without_names(store: Store, landscape_id: str, *, expected: int = 9) -> Round:
    """A round of nine without names."""
    return begin(store, landscape_id, mode="anonymous", expected=expected, threshold=5)


def answer(
    store: Store,
    round_: Round,
    levels: Sequence[int | OffScale],
    *,
    name: str | None = None,
    code: str | None = None,
    finished: bool = True,
) -> str:
    """Somebody joins and answers the first questions; gives their secret."""
    secret = joining.join(store, code or round_.code or "", name=name)
    for at, level in enumerate(levels):
        sitting = joining.sitting(store, secret)
        item = sitting.progress.items[at]
        given = (
            Answer(item_id=item.id, off_scale=level)
            if isinstance(level, OffScale)
            else Answer(item_id=item.id, level=level)
        )
        assessing.save_answer(
            sitting.principal, store, sitting.landscape_id, sitting.progress, given
        )
    if finished:
        sitting = joining.sitting(store, secret)
        assessing.finish(sitting.principal, store, sitting.landscape_id, sitting.progress)
    return secret
