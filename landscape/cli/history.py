"""`landscape history`, `undo`, `redo` and `restore`: what was changed, and the way back."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from landscape.cli.naming import required
from landscape.cli.showing import DONE, show
from landscape.model.errors import ConflictError, InvalidValueError, NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import history
from landscape.store.base import Batch, Store

_LOOKED_THROUGH: Final = 1_000  # changes, for the latest that stands
_LATER: Final = "Undo these first, newest first; or say --with-later to do it all."


def list_changes(store: Store, asked: Namespace) -> int:
    """The latest writes, newest first; or what one of them did."""
    landscape = required(store, asked.landscape)
    if asked.change is not None:
        batch = history.find_batch(LOCAL, store, landscape.id, asked.change)
        did = history.what_it_did(LOCAL, store, landscape.id, batch.id, most=asked.limit)
        nothing = ["It changed nothing that can be seen."]
        show(asked, {**_told(batch), "did": did}, [_line(batch), *(did or nothing)])
        return DONE
    batches = store.batches(LOCAL, landscape.id, limit=asked.limit, kind=asked.kind)
    lines = [_line(batch) for batch in batches]
    told = {"landscape": landscape.name, "changes": [_told(batch) for batch in batches]}
    show(asked, told, lines or ["Nothing has been changed yet."])
    return DONE


def undo(store: Store, asked: Namespace) -> int:
    """Take a change back: the one named, else the latest that stands."""
    landscape = required(store, asked.landscape)
    batch = _chosen(store, landscape, asked.change, undone=False)
    try:
        done = store.undo(LOCAL, landscape.id, batch.id)
    except ConflictError as error:
        later = _later(asked, error)
        done = history.undo_with_later(LOCAL, store, landscape.id, batch.id, later)
    return _say(asked, done)


def redo(store: Store, asked: Namespace) -> int:
    """Bring a change back that was undone: the one named, else the one undone last."""
    landscape = required(store, asked.landscape)
    batch = _chosen(store, landscape, asked.change, undone=True)
    try:
        done = store.redo(LOCAL, landscape.id, batch.id)
    except ConflictError as error:
        later = _later(asked, error)
        done = history.redo_with_later(LOCAL, store, landscape.id, batch.id, later)
    return _say(asked, done)


def restore(store: Store, asked: Namespace) -> int:
    """Bring everything back to a moment, or to just after a change; --dry-run only says what."""
    landscape = required(store, asked.landscape)
    to = _moment(asked.to)
    if asked.dry_run:
        revision = to if isinstance(to, int) else store.revision_at(LOCAL, landscape.id, to)
        would = history.what_going_back_does(LOCAL, store, landscape.id, revision)
        show(asked, {"revision": revision, "would": would}, would)
        return DONE
    return _say(asked, history.restore_to(LOCAL, store, landscape.id, to))


def _chosen(store: Store, landscape: Landscape, change: str | None, *, undone: bool) -> Batch:
    """The change that is named; else the latest that stands, or the one undone last."""
    if change is not None:
        return history.find_batch(LOCAL, store, landscape.id, change)
    batches = store.batches(LOCAL, landscape.id, limit=_LOOKED_THROUGH)
    found = _undone_last(batches) if undone else next(filter(_stands, batches), None)
    if found is None:
        raise NotFoundError(
            "There is nothing to redo." if undone else "There is nothing to undo.",
            fix="See `landscape history`.",
        )
    return found


def _stands(batch: Batch) -> bool:
    return batch.undone_by is None and batch.undoes is None


def _undone_last(newest_first: Sequence[Batch]) -> Batch | None:
    """The change undone last, unless something else was changed since."""
    by_id = {batch.id: batch for batch in newest_first}
    for batch in newest_first:
        if _stands(batch):
            return None
        target = by_id.get(batch.undoes or "")
        if batch.undone_by is None and target is not None and target.undoes is None:
            return target
    return None


def _later(asked: Namespace, error: ConflictError) -> tuple[str, ...]:
    """The changes in the way, where they may go too; else the error again, with how to say so."""
    if asked.with_later and error.batches:
        return error.batches
    if error.batches:
        raise ConflictError(error.what, fix=_LATER, batches=error.batches) from error
    raise error


def _moment(text: str) -> int | datetime:
    """The number of a change, or a moment in local time; a day alone means its end."""
    if text.isdecimal() and len(text) < 8:
        return int(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidValueError(
            f"{text!r} is no day, time or number of a change.",
            fix='Write 2026-05-04, "2026-05-04 14:30", or a number from `landscape history`.',
        ) from error
    if len(text) <= len("2026-05-04"):
        moment = datetime.combine(moment.date(), time.max)
    return moment if moment.tzinfo else moment.astimezone()


def _say(asked: Namespace, done: Batch) -> int:
    show(asked, _told(done), [f"{done.label} ({_rows(done)})"])
    return DONE


def _told(batch: Batch) -> dict[str, object]:
    return {
        "number": batch.revision,
        "id": batch.id,
        "kind": batch.kind,
        "label": batch.label,
        "who": batch.principal_id,
        "when": batch.changed_at.isoformat(),
        "rows": batch.rows,
        "undone": batch.undone_by is not None,
    }


def _line(batch: Batch) -> str:
    undone = ", undone" if batch.undone_by else ""
    when = f"{batch.changed_at.astimezone():%Y-%m-%d %H:%M}"
    return f"{batch.revision:>4}  {when}  {batch.label} ({_rows(batch)}{undone})"


def _rows(batch: Batch) -> str:
    return f"{batch.rows:,} {'row' if batch.rows == 1 else 'rows'}"
