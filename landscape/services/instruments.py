"""The questions that a landscape can use: those that come with the app, and its own."""

from datetime import datetime
from typing import Final

from landscape.assessments import (
    Difference,
    Wording,
    differences,
    instrument_version,
    instruments,
    versions_of,
)
from landscape.assessments import text_of as published_text
from landscape.assessments.own import read_own
from landscape.assessments.reading import digest_of
from landscape.model.assessment import Round
from landscape.model.errors import NotFoundError
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
    "versions",
]

READINESS: Final = "convening-readiness"
GATE: Final = "gathering-gate"


def instrument_of(
    principal: Principal, store: Store, landscape_id: str, round_: Round
) -> Instrument:
    """The version of the instrument that a round is held on: published, or the team's own."""
    found = instrument_version(round_.instrument, round_.version)
    if found is None:
        found = _own(principal, store, landscape_id).get((round_.instrument, round_.version))
    if found is None:
        raise NotFoundError(
            f"The questions {round_.instrument!r}, version {round_.version}, are not here.",
            fix="Bring their file on the page Questions, or start another round.",
        )
    return found


def offered(principal: Principal, store: Store, landscape_id: str) -> tuple[Instrument, ...]:
    """The newest version of everything that the next round can be held on, one's own last."""
    own = _own(principal, store, landscape_id)
    newest = {id_: own[id_, version] for id_, version in sorted(own)}
    return (*instruments().values(), *newest.values())


def versions(
    principal: Principal, store: Store, landscape_id: str, instrument_id: str
) -> tuple[Instrument, ...]:
    """Every version of an instrument, the earliest first."""
    own = _own(principal, store, landscape_id)
    return versions_of(instrument_id) or tuple(
        own[key] for key in sorted(own) if key[0] == instrument_id
    )


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
    return _own_texts(principal, store, landscape_id).get((instrument_id, version))


def add_own(
    principal: Principal, store: Store, landscape_id: str, name: str, data: bytes
) -> Instrument:
    """Bring a team's own questions: TOML, or a table of items that adds to the readiness questions.

    A file that was brought before changes nothing. Raises LandscapeError with the place in the
    file, what is wrong there, and what to do; then nothing is kept.
    """
    texts = _own_texts(principal, store, landscape_id)
    text = text_of_file(
        data,
        name,
        instruments()[READINESS],
        lambda id_: {version: kept for (own, version), kept in texts.items() if own == id_},
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


def _own(
    principal: Principal, store: Store, landscape_id: str
) -> dict[tuple[str, int], Instrument]:
    """A team's own instruments by id and version."""
    return {
        key: read_own(text, key[0])
        for key, text in _own_texts(principal, store, landscape_id).items()
    }


def _own_texts(principal: Principal, store: Store, landscape_id: str) -> dict[tuple[str, int], str]:
    rows = store.own_instruments(principal, landscape_id)
    kept = {}
    for id_, digest, text in zip(rows["id"], rows["digest"], rows["text"], strict=True):
        own_id, _, version = str(id_).rpartition("/")
        if digest_of(str(text).encode()) != digest:
            raise NotFoundError(
                f"The questions {own_id!r}, version {version}, are not as they were brought.",
                fix="Bring back a copy of the database from before it was changed.",
            )
        kept[own_id, int(version)] = str(text)
    return kept
