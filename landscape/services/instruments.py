"""The questions that a landscape can use: those that come with the app, and its own."""

from typing import Final

from landscape.assessments import instrument_version, instruments
from landscape.model.assessment import Round
from landscape.model.errors import NotFoundError
from landscape.model.instrument import Instrument
from landscape.model.principal import Principal
from landscape.store.base import Store

READINESS: Final = "convening-readiness"
GATE: Final = "gathering-gate"


def instrument_of(
    principal: Principal,  # noqa: ARG001  own questions are read on the principal's behalf
    store: Store,  # noqa: ARG001
    landscape_id: str,  # noqa: ARG001
    round_: Round,
) -> Instrument:
    """The version of the instrument that a round is held on."""
    found = instrument_version(round_.instrument, round_.version)
    if found is None:
        raise NotFoundError(
            f"The questions {round_.instrument!r}, version {round_.version}, are not here.",
            fix="Put their file back, or start another round.",
        )
    return found


def offered(
    principal: Principal,  # noqa: ARG001  own questions are read on the principal's behalf
    store: Store,  # noqa: ARG001
    landscape_id: str,  # noqa: ARG001
) -> tuple[Instrument, ...]:
    """The newest version of everything that the next round can be held on."""
    return tuple(instruments().values())
