"""Rounds with people in them, held on a real store through the services."""

from collections.abc import Sequence

from landscape.model.assessment import ANONYMOUS, Answer, Round
from landscape.model.principal import LOCAL
from landscape.services import assessing, joining, rounds
from landscape.services.joining import Sitting
from landscape.services.rounds import Opening
from landscape.store.base import Store

FIRST = "D01.1"


def opening(**said: object) -> Opening:
    """A round on the quick form, named unless it is said otherwise."""
    given = {
        "name": "Spring",
        "readiness_for": "the river day",
        "instrument": "convening-readiness",
        "form": "quick",
        **said,
    }
    return Opening(**given)  # type: ignore[arg-type]


def anonymous_round(store: Store, landscape_id: str, expected: int = 9) -> Round:
    return rounds.begin(
        LOCAL, store, landscape_id, opening(mode=ANONYMOUS, expected=expected, threshold=5)
    )


def lone_round(store: Store, landscape_id: str, *, ready_for: str = "this landscape") -> Round:
    """A round for whoever holds the landscape alone."""
    return rounds.begin(LOCAL, store, landscape_id, opening(readiness_for=ready_for, expected=1))


def take_seat(store: Store, code: str, name: str | None = None) -> tuple[str, Sitting]:
    """The secret of somebody who joins by a code, and their seat."""
    secret = joining.join(store, code, name=name)
    return secret, joining.sitting(store, secret)


def say(store: Store, seat: Sitting, levels: Sequence[int]) -> None:
    """Answer the first items of the round with these levels."""
    for item, level in zip(seat.progress.items, levels, strict=False):
        assessing.save_answer(
            seat.principal,
            store,
            seat.landscape_id,
            seat.progress,
            Answer(item_id=item.id, level=level),
        )
