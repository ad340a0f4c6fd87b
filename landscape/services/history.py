"""Taking writes back, also those that stand in the way."""

from collections.abc import Sequence

from landscape.model.principal import Principal
from landscape.store.base import Batch, Store


def undo_with_later(
    principal: Principal, store: Store, landscape_id: str, batch_id: str, later: Sequence[str]
) -> Batch:
    """Take back the `later` batches, newest first, and then `batch_id`."""
    for later_id in later:
        store.undo(principal, landscape_id, later_id)
    return store.undo(principal, landscape_id, batch_id)
