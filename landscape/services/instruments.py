"""The questions that a landscape can use: those that come with the app, and its own."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from landscape.assessments import (
    Difference,
    InstrumentFileError,
    Wording,
    differences,
    instrument_version,
    instruments,
    versions_of,
)
from landscape.assessments import text_of as published_text
from landscape.assessments.own import read_own
from landscape.model.assessment import Round
from landscape.model.errors import LandscapeError, NotFoundError
from landscape.model.instrument import Instrument
from landscape.model.principal import Principal
from landscape.services.own_questions import text_of_file
from landscape.services.paper_form import paper_form
from landscape.store.base import Store

__all__ = [
    "GATE",
    "READINESS",
    "Difference",
    "Wording",
    "add_own",
    "differences",
    "instrument_of",
    "offered",
    "paper_form",
    "text_of",
    "text_of_version",
    "unreadable",
    "versions",
]

READINESS: Final = "convening-readiness"
GATE: Final = "gathering-gate"


def instrument_of(
    principal: Principal, store: Store, landscape_id: str, round_: Round
) -> Instrument:
    """The version of the instrument that a round is held on: published, or the team's own."""
    published = instrument_version(round_.instrument, round_.version)
    if published is not None:
        return published
    for own in _own(principal, store, landscape_id):
        if (own.id, own.version) == (round_.instrument, str(round_.version)):
            return own.read()
    raise NotFoundError(
        f"The questions {round_.instrument!r}, version {round_.version}, are not here.",
        fix="Bring their file on the page Questions, or start another round.",
    )


def offered(principal: Principal, store: Store, landscape_id: str) -> tuple[Instrument, ...]:
    """The newest version of everything that the next round can be held on, one's own last.

    Own questions that cannot be read are left out; see :func:`unreadable`.
    """
    newest: dict[str, Instrument] = {}
    for one in _readable(principal, store, landscape_id):
        if one.id not in newest or newest[one.id].version < one.version:
            newest[one.id] = one
    return (*instruments().values(), *newest.values())


def versions(
    principal: Principal, store: Store, landscape_id: str, instrument_id: str
) -> tuple[Instrument, ...]:
    """Every version of an instrument, the earliest first."""
    own = [one for one in _readable(principal, store, landscape_id) if one.id == instrument_id]
    return versions_of(instrument_id) or tuple(sorted(own, key=lambda one: one.version))


def unreadable(principal: Principal, store: Store, landscape_id: str) -> tuple[LandscapeError, ...]:
    """What is wrong with own questions that came with a copy and cannot be read."""
    problems = []
    for own in _own(principal, store, landscape_id):
        try:
            own.read()
        except LandscapeError as error:
            problems.append(error)
    return tuple(problems)


def text_of(principal: Principal, store: Store, landscape_id: str, round_: Round) -> str | None:
    """The file of the instrument that a round is held on, as it was read; None where it is gone."""
    return text_of_version(principal, store, landscape_id, round_.instrument, round_.version)


def text_of_version(
    principal: Principal, store: Store, landscape_id: str, instrument_id: str, version: int
) -> str | None:
    """The file of one version of an instrument, as it was read; None where it is not here."""
    text = published_text(instrument_id, version)
    if text is not None:
        return text
    own = _own(principal, store, landscape_id)
    wanted = (instrument_id, str(version))
    return next((one.text for one in own if (one.id, one.version) == wanted), None)


def add_own(
    principal: Principal, store: Store, landscape_id: str, name: str, data: bytes
) -> Instrument:
    """Bring a team's own questions: TOML, or a table of items that adds to the readiness questions.

    A file that was brought before changes nothing. Raises LandscapeError with the place in the
    file, what is wrong there, and what to do; then nothing is kept.
    """
    kept = _own(principal, store, landscape_id)
    text = text_of_file(
        data,
        name,
        instruments()[READINESS],
        lambda id_: {int(own.version): own.text for own in kept if own.id == id_},
    )
    instrument = read_own(text, name)
    store.add_instrument(
        principal,
        landscape_id,
        id=f"{instrument.id}/{instrument.version}",
        digest=instrument.digest,
        text=text,
        on=datetime.now().astimezone().date(),
    )
    return instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A version of a team's own questions as it is kept."""

    id: str
    version: str
    digest: str
    text: str

    def read(self) -> Instrument:
        """The instrument in it; a copy from elsewhere may hold something else."""
        place = f"{self.id}, version {self.version}"
        found = read_own(self.text, place)
        if (found.id, str(found.version), found.digest) != (self.id, self.version, self.digest):
            raise InstrumentFileError(
                f"{place}: its text is that of {found.id!r}, version {found.version}.",
                fix="Bring the file of these questions again, as their next version.",
            )
        return found


def _own(principal: Principal, store: Store, landscape_id: str) -> tuple[_Own, ...]:
    """A team's own questions, every version."""
    rows = store.own_instruments(principal, landscape_id)
    return tuple(
        _Own(id=id_, version=version, digest=str(digest), text=str(text))
        for key, digest, text in zip(rows["id"], rows["digest"], rows["text"], strict=True)
        for id_, _, version in (str(key).rpartition("/"),)
        if version.isdecimal()
    )


def _readable(principal: Principal, store: Store, landscape_id: str) -> tuple[Instrument, ...]:
    found = []
    for own in _own(principal, store, landscape_id):
        with suppress(LandscapeError):  # told by `unreadable`
            found.append(own.read())
    return tuple(found)
