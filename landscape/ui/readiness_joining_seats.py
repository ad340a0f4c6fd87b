"""The seats that one visit has taken: a code that is opened again leads back to its seat."""

from landscape.model.errors import NotFoundError
from landscape.services import joining
from landscape.services.joining import Found
from landscape.store.base import Store
from landscape.ui import state


def seat_by_code(store: Store, code: str) -> str | None:
    """The secret of the seat that was taken with a code; None where none was, or it is gone."""
    return _kept(store, _by_code(code))


def seat_in(store: Store, code: str, found: Found) -> str | None:
    """The secret of one's own seat in the round behind a code; None where there is none.

    A seat with a name on it is somebody's: it is never taken for another one's.
    """
    own = seat_by_code(store, code)
    if own is not None or found.seat_name is not None:
        return own
    return _kept(store, _by_round(found))


def take_seat(store: Store, code: str, found: Found, name: str | None) -> str:
    """The secret of one's own seat, taken where there is none; a second tap takes no second one."""
    kept = state.visit().choices
    secret = seat_in(store, code, found) or joining.join(store, code, name=name)
    # Nothing that a second tap could interrupt stands between taking the seat and keeping it.
    kept[_by_code(code)] = kept[_by_round(found)] = secret
    return secret


def _kept(store: Store, where: tuple[str, str]) -> str | None:
    secret = state.visit().choices.get(where)
    if secret is None:
        return None
    try:
        joining.sitting(store, secret)
    except NotFoundError:
        return None
    return secret


def _by_code(code: str) -> tuple[str, str]:
    return "", f"seat.{joining.plain(code)}"


def _by_round(found: Found) -> tuple[str, str]:
    return found.landscape_id, f"seat.{found.round.id}"
