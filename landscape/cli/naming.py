"""Finds the landscape that somebody names, and refuses to guess where several are meant."""

from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.store.base import Store


def named(store: Store, name: str) -> Landscape | None:
    """The landscape with this id or this whole name, in capitals or not; None where there is none.

    Raises InvalidValueError when several are called so.
    """
    held = store.landscapes(LOCAL)
    by_id = [one for one in held if one.id == name]
    same = [one for one in held if one.name == name]
    alike = [one for one in held if one.name.casefold() == name.strip().casefold()]
    return _only(by_id or same or alike, name)


def required(store: Store, name: str) -> Landscape:
    """The landscape with this id, this name, or this in its name if it is the only one."""
    found = named(store, name)
    if found is None:
        part = name.strip().casefold()
        found = _only([one for one in store.landscapes(LOCAL) if part in one.name.casefold()], name)
    if found is None:
        raise NotFoundError(f"There is no landscape {name!r}.", fix="See `landscape list`.")
    return found


def _only(found: list[Landscape], name: str) -> Landscape | None:
    if len(found) > 1:
        which = ", ".join(f"{one.name!r} ({one.id})" for one in found)
        raise InvalidValueError(
            f"{name!r} may be one of several landscapes: {which}.", fix="Give the id of one."
        )
    return found[0] if found else None
