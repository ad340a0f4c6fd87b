"""Taking writes back and bringing them back, also with those in the way, and going back in time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from landscape.model.errors import NotFoundError
from landscape.model.principal import Principal
from landscape.services import history_words
from landscape.store.base import Batch, Store

BEGINNING: Final = "Back to the beginning"


def undo_with_later(
    principal: Principal, store: Store, landscape_id: str, batch_id: str, later: Sequence[str]
) -> Batch:
    """Take back the `later` batches, newest first, and then `batch_id`."""
    for later_id in later:
        store.undo(principal, landscape_id, later_id)
    return store.undo(principal, landscape_id, batch_id)


def redo_with_later(
    principal: Principal, store: Store, landscape_id: str, batch_id: str, later: Sequence[str]
) -> Batch:
    """Take back the `later` batches, newest first, and then bring `batch_id` back."""
    for later_id in later:
        store.undo(principal, landscape_id, later_id)
    return store.redo(principal, landscape_id, batch_id)


def what_it_did(
    principal: Principal, store: Store, landscape_id: str, batch_id: str, *, most: int = 12
) -> tuple[str, ...]:
    """What one batch did, in sentences of plain text with names, as far as one may see it."""
    return history_words.told(
        store.what_changed(principal, landscape_id, batch_id, most=most), most=most
    )


def what_going_back_does(
    principal: Principal, store: Store, landscape_id: str, revision: int
) -> tuple[str, ...]:
    """What :func:`restore_to` would do, in sentences; raises ConflictError when it is nothing."""
    return history_words.differing(store.differences(principal, landscape_id, revision))


def restore_to(principal: Principal, store: Store, landscape_id: str, to: int | datetime) -> Batch:
    """Make everything what it was at a revision or a moment, in one batch that can be undone.

    Raises ConflictError when nothing has changed since.
    """
    revision = to if isinstance(to, int) else store.revision_at(principal, landscape_id, to)
    return store.restore_to(
        principal, landscape_id, revision, label=_label(principal, store, landscape_id, revision)
    )


def _label(principal: Principal, store: Store, landscape_id: str, revision: int) -> str:
    last = store.batches(principal, landscape_id, limit=1, before=revision + 1)
    return f"Back to how it was after: {last[0].label}" if last else BEGINNING


def find_batch(principal: Principal, store: Store, landscape_id: str, named: str) -> Batch:
    """The batch with this id, or its revision as people number it: the first write is 1.

    Raises NotFoundError where there is none.
    """
    if named.isdecimal():
        number = int(named)
        found = store.batches(principal, landscape_id, limit=1, before=number + 1)
        if found and found[0].revision == number:
            return found[0]
        raise NotFoundError(f"There is no change number {named}.", fix="See `landscape history`.")
    return store.batch(principal, landscape_id, named)
