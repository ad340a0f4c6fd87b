"""A round in a room, one item after the other: how many have answered, then all dots together."""

from collections import Counter

from landscape.analysis import scoring
from landscape.analysis.results import ItemResult
from landscape.model.assessment import Round
from landscape.model.principal import Principal
from landscape.model.scales import OffScale
from landscape.services.assessing import today
from landscape.store.base import Store


def show_item(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_id: str,
    item_id: str | None,
    shown: bool,
) -> Round:
    """Let the room answer one item (or none), and see its answers or not."""
    return store.show_live_item(principal, landscape_id, round_id, item_id, today(), shown=shown)


def live_count(principal: Principal, store: Store, landscape_id: str, round_id: str) -> int:
    """How many have answered the item that the room is at."""
    return store.live_count(principal, landscape_id, round_id)


def live_answers(
    principal: Principal, store: Store, landscape_id: str, round_id: str
) -> ItemResult | None:
    """What the room answered to the item that it is at; None until it is shown.

    Of an anonymous round also None while too few have answered, and what was shown once stands.
    """
    cells = store.live_answers(principal, landscape_id, round_id)
    if cells is None:
        return None
    levels = sorted(int(level) for level, times in cells["levels"].items() for _ in range(times))
    low, high = scoring.quartiles(levels)
    return ItemResult(
        item_id=cells["item"],
        levels=tuple(levels),
        off_scale=Counter({OffScale(code): n for code, n in cells["off_scale"].items()}),
        texts={int(level): text for level, text in cells["texts"].items()},
        centre=scoring.middle(levels),
        low=low,
        high=high,
    )
