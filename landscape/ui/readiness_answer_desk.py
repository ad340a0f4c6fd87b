"""Where somebody answers: on whose behalf, how far they are, and how each piece is kept."""

from dataclasses import dataclass, replace
from typing import Any, Final

from landscape.model.assessment import Answer
from landscape.model.instrument import Dimension, Instrument, Item
from landscape.model.principal import Principal
from landscape.services import assessing
from landscape.services.assessing import Progress
from landscape.store.base import Store
from landscape.ui.context import View

NOT_SAID: Final = "Rather not say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One rater at their own answers.

    `view` is the map, for those who may see it; `standpoints` are what one can look at it from.
    """

    store: Store
    principal: Principal
    landscape_id: str
    sitting: Progress
    view: View | None = None
    standpoints: tuple[str, ...] = ()

    @property
    def instrument(self) -> Instrument:
        """The questions, as they were when the round began."""
        return self.sitting.instrument

    def dimension(self, item: Item) -> Dimension:
        """What an item asks about."""
        return self.instrument.dimension(item.dimension_id)

    def key(self, about: str) -> str:
        """The key of what is asked about an item or a dimension; widgets add to it."""
        return f"answer.{self.sitting.submission_id}.{about}"


def given(desk: Desk, item: Item) -> Answer | None:
    """The answer to an item as it is kept at this moment.

    The desk holds what was there when it was drawn; since then another change may have been kept,
    here or where the same rater answers on another device.
    """
    mine = desk.sitting.submission_id
    kept = assessing.progress_of(desk.principal, desk.store, desk.landscape_id, mine)
    return kept.answers.get(item.id)


def keep_choice(desk: Desk, item: Item, chosen: Answer) -> None:
    """Keep a level or another answer; what was said beside the one before stays with it."""
    before = given(desk, item)
    if before is not None:
        chosen = replace(
            chosen,
            note=before.note,
            confidence=before.confidence,
            trend=before.trend,
            target=before.target,
            refs=before.refs,
            reason=chosen.reason or (before.reason if _both_low(item, chosen, before) else None),
        )
    _keep(desk, chosen)


def keep_beside(desk: Desk, item: Item, **said: Any) -> None:
    """Keep what is said beside an answer: a note, a reason, confidence, trend, target, refs."""
    before = given(desk, item)
    if before is not None:
        _keep(desk, replace(before, **said))


def keep_writing(desk: Desk, about: str, text: str) -> None:
    """Keep what was written about a dimension, or at the end."""
    assessing.keep_writing(desk.principal, desk.store, desk.landscape_id, desk.sitting, about, text)


def keep_standpoint(desk: Desk, standpoint: str | None) -> None:
    """Keep where the rater looks at it from; None where they would rather not say."""
    assessing.keep_standpoint(
        desk.principal, desk.store, desk.landscape_id, desk.sitting, standpoint
    )


def is_low(item: Item, level: int | None) -> bool:
    """Whether a level lies below the middle of the item's own levels."""
    return level is not None and level * 2 < len(item.anchors) + 1


def _both_low(item: Item, chosen: Answer, before: Answer) -> bool:
    return is_low(item, chosen.level) and is_low(item, before.level)


def _keep(desk: Desk, answer: Answer) -> None:
    assessing.save_answer(desk.principal, desk.store, desk.landscape_id, desk.sitting, answer)
