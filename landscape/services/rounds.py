"""Holding a round: begin, invite, look how far people have come, close, open again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from landscape.analysis.release import release_cells
from landscape.model.assessment import (
    ANONYMOUS,
    LEAST_THRESHOLD,
    NAMED,
    THRESHOLD,
    Answer,
    Round,
    RoundStanding,
)
from landscape.model.days import said_day
from landscape.model.errors import InvalidValueError, NotAllowedError, NotFoundError
from landscape.model.instrument import Instrument
from landscape.model.principal import Principal
from landscape.model.scales import require_name
from landscape.services import instruments
from landscape.services.assessing import OPEN, as_shown, require_about, today
from landscape.services.joining import draw_code, hash_of
from landscape.services.live import live_answers, live_count, show_item
from landscape.store.base import Store

ARCHIVED: Final = "archived"

__all__ = [
    "Invitation",
    "Opening",
    "archive",
    "begin",
    "close",
    "find",
    "invite",
    "live_answers",
    "live_count",
    "reminder",
    "reopen",
    "show_item",
    "slips",
    "standing",
    "type_in",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a round is to be: what for, with which questions, for how many, named or anonymous.

    Without a name it is called after its questions and the day.
    """

    name: str
    readiness_for: str
    instrument: str
    form: str
    boundary_id: str | None = None
    mode: str = NAMED
    expected: int | None = None
    threshold: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A code for one person, shown once; `name` is None in an anonymous round."""

    name: str | None
    code: str


def begin(
    principal: Principal,
    store: Store,
    landscape_id: str,
    opening: Opening,
    *,
    on: date | None = None,
) -> Round:
    """Open a round on the newest version of its questions, with a code unless it is for one."""
    instrument = _offered(principal, store, landscape_id, opening.instrument)
    instrument.form(opening.form)
    anonymous = opening.mode == ANONYMOUS
    if anonymous and (opening.expected or 0) < (opening.threshold or THRESHOLD):
        raise InvalidValueError(
            f"An anonymous round of {opening.expected or 0} people would never show anything.",
            fix="Expect more, or hold it by name.",
        )
    day = on or today()
    return store.create_round(
        principal,
        landscape_id,
        Round(
            id="",
            name=opening.name.strip() or f"{instrument.title} {said_day(day)}",
            instrument=instrument.id,
            version=instrument.version,
            digest=instrument.digest,
            form=opening.form,
            readiness_for=opening.readiness_for,
            mode=opening.mode,
            state=OPEN,
            opened_on=day,
            boundary_id=opening.boundary_id,
            threshold=opening.threshold,
            expected=opening.expected,
            code=None if opening.expected == 1 and not anonymous else draw_code(),
        ),
    )


def _offered(
    principal: Principal, store: Store, landscape_id: str, instrument_id: str
) -> Instrument:
    for instrument in instruments.offered(principal, store, landscape_id):
        if instrument.id == instrument_id:
            return instrument
    raise NotFoundError(
        f"The questions {instrument_id!r} are not here.", fix="Choose others, or put them back."
    )


def find(principal: Principal, store: Store, landscape_id: str, round_id: str) -> Round:
    """One round of a landscape."""
    for round_ in store.rounds(principal, landscape_id):
        if round_.id == round_id:
            return round_
    raise NotFoundError("There is no such round.", fix="Start one on Where we stand.")


def close(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_id: str,
    evidence: Mapping[str, Any] | None,
    *,
    on: date | None = None,
) -> Round:
    """Close a round with what the map shows, and give out what may be given out of it."""
    round_ = find(principal, store, landscape_id, round_id)
    instrument = instruments.instrument_of(principal, store, landscape_id, round_)
    return store.close_round(
        principal,
        landscape_id,
        round_id,
        on or today(),
        evidence=evidence,
        to_release=partial(release_cells, instrument),
    )


def reopen(principal: Principal, store: Store, landscape_id: str, round_id: str) -> Round:
    """Open a round again; an anonymous one takes further people, under a fresh code.

    A named round that came as a copy gets a code of its own. An anonymous one stays as it is: the
    answers behind what it gave out did not come along.
    """
    round_ = find(principal, store, landscape_id, round_id)
    if round_.state == OPEN and (round_.code or round_.for_oneself):
        return round_
    code, expected = round_.code, round_.expected
    if round_.anonymous:
        # Whoever answered before closing has no way back to it, so that nobody can be told apart.
        begun = store.round_standing(principal, landscape_id, round_id).begun
        given_out = store.releases(principal, landscape_id, round_id)
        if given_out and given_out[-1].cells["people"] > begun:
            raise NotAllowedError(
                "This round came as a copy, without the answers behind what it gave out.",
                fix="Begin another round.",
            )
        code, expected = draw_code(), max(expected or 0, begun + LEAST_THRESHOLD)
    elif code is None and not round_.for_oneself:
        code = draw_code()
    return store.reopen_round(principal, landscape_id, round_id, code=code, expected=expected)


def archive(principal: Principal, store: Store, landscape_id: str, round_id: str) -> Round:
    """Put a finished round away."""
    return store.set_round_state(principal, landscape_id, round_id, ARCHIVED, today())


def invite(
    principal: Principal, store: Store, landscape_id: str, round_id: str, names: Sequence[str]
) -> tuple[Invitation, ...]:
    """A code for each person of a named round; somebody who has one gets another."""
    said = people_in(names)
    for name in said:
        require_name("rater", name)
    return _invite(principal, store, landscape_id, round_id, said)


def people_in(names: Iterable[str]) -> list[str]:
    """Each name once, as it was first written, whatever blanks and capitals it has."""
    found: dict[str, str] = {}
    for name in names:
        written = " ".join(name.split())
        found.setdefault(written.casefold(), written)
    return list(found.values())


def slips(
    principal: Principal, store: Store, landscape_id: str, round_id: str, count: int
) -> tuple[Invitation, ...]:
    """So many codes without names, one a slip of paper, for an anonymous round."""
    if count < 1:
        raise InvalidValueError(f"{count} codes are too few.", fix="Make at least one.")
    return _invite(principal, store, landscape_id, round_id, [None] * count)


def _invite(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_id: str,
    names: Sequence[str | None],
) -> tuple[Invitation, ...]:
    round_ = find(principal, store, landscape_id, round_id)
    if round_.anonymous and any(name is not None for name in names):
        raise InvalidValueError(
            "Nobody has a name in an anonymous round.", fix="Make slips without names."
        )
    if not round_.anonymous and None in names:
        raise InvalidValueError("This round goes by name.", fix="Invite people by their names.")
    invitations = tuple(Invitation(name=name, code=draw_code()) for name in names)
    store.add_seats(
        principal, landscape_id, round_id, [(one.name, hash_of(one.code)) for one in invitations]
    )
    return invitations


def standing(principal: Principal, store: Store, landscape_id: str, round_id: str) -> RoundStanding:
    """How many have begun and finished; by name only in a named round, and never what they said."""
    return store.round_standing(principal, landscape_id, round_id)


def reminder(round_: Round, address: str) -> str:
    """A text to send to everybody: nobody can say who has answered yet."""
    what_for = f" It is about {round_.readiness_for}." if round_.readiness_for else ""
    room = "but for questions that are answered together in the room"
    kept = (
        "It is anonymous: nobody can see who said what, and nothing is shown before it closes, "
        f"{room}."
        if round_.anonymous
        else "What you say is shown with your name once the round is closed. Before, nothing is "
        f"shown, {room}, and there without names."
    )
    return (
        f"Hello,\n\nwe ask where we stand: {round_.name}.{what_for} {kept}\n\n"
        f"If you have answered, thank you. If not, you can do so here:\n{address}\n\n"
        "There is no right answer, and you can stop and go on later."
    )


def type_in(
    principal: Principal,
    store: Store,
    landscape_id: str,
    round_id: str,
    *,
    rater: str | None,
    standpoint: str | None,
    answers: Sequence[Answer],
    writings: Mapping[str, str],
) -> int:
    """Keep a paper form whole; returns the round's revision."""
    round_ = find(principal, store, landscape_id, round_id)
    instrument = instruments.instrument_of(principal, store, landscape_id, round_)
    for about, text in writings.items():
        require_about(instrument, about, text)
    return store.type_in(
        principal,
        landscape_id,
        round_id,
        today(),
        rater=" ".join((rater or "").split()) or None,
        standpoint=(standpoint or "").strip() or None,
        answers=[as_shown(instrument, round_, answer) for answer in answers],
        writings=writings,
    )
