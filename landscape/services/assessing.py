"""Rating where we stand: start a round, save each answer as it is chosen, finish, open again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import pandas as pd

from landscape.assessments import instruments
from landscape.model.assessment import Answer, Reference, Round, Trend
from landscape.model.errors import ConflictError, NotFoundError
from landscape.model.instrument import Instrument, Item
from landscape.model.principal import Principal
from landscape.model.scales import OffScale
from landscape.store.base import Store

READINESS: Final = "convening-readiness"
OPEN: Final = "open"
CLOSED: Final = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One rater's answers in a round so far, by item; `items` are those of the round's form."""

    round: Round
    submission_id: str
    items: tuple[Item, ...]
    answers: Mapping[str, Answer]

    @property
    def next_item(self) -> Item | None:
        """The first item without an answer; None when each has one."""
        return next((item for item in self.items if item.id not in self.answers), None)

    @property
    def answered(self) -> int:
        """How many items have an answer, on the scale or off it."""
        return sum(item.id in self.answers for item in self.items)


def instrument_of(round_: Round | None = None) -> Instrument:
    """The instrument of a round, or the one that the next round is held on."""
    found = instruments()
    wanted = round_.instrument if round_ else READINESS
    if wanted not in found:
        raise NotFoundError(
            f"The questions {wanted!r} are not here.", fix="Put their file back, or start a round."
        )
    return found[wanted]


def start_round(
    principal: Principal,
    store: Store,
    landscape_id: str,
    *,
    readiness_for: str,
    form: str = "quick",
    on: date | None = None,
) -> Round:
    """Start a named round on the instrument as it is published, for what readiness is for."""
    instrument = instrument_of()
    day = on or _today()
    return store.create_round(
        principal,
        landscape_id,
        Round(
            id="",
            name=f"{instrument.title} {day.day} {day:%B %Y}",
            instrument=instrument.id,
            version=instrument.version,
            digest=instrument.digest,
            form=form,
            readiness_for=readiness_for,
            mode="named",
            state=OPEN,
            opened_on=day,
        ),
    )


def open_round(principal: Principal, store: Store, landscape_id: str) -> Round | None:
    """The newest round that can still be answered; None where there is none."""
    rounds = store.rounds(principal, landscape_id)
    return next((round_ for round_ in rounds if round_.state == OPEN), None)


def progress(principal: Principal, store: Store, landscape_id: str, round_: Round) -> Progress:
    """What the principal answered in an open round so far, to go on where they were."""
    instrument = instrument_of(round_)
    if (instrument.version, instrument.digest) != (round_.version, round_.digest):
        raise ConflictError(
            f"The round {round_.name!r} was started on other questions than those here.",
            fix="Read its answers under What we said, and start another round.",
        )
    submission_id = store.open_submission(principal, landscape_id, round_.id, rater=principal.id)
    rows = store.answers(principal, landscape_id, round_.id)
    mine = rows[rows["submission_id"] == submission_id]
    return Progress(
        round=round_,
        submission_id=submission_id,
        items=instrument.form(round_.form),
        answers={answer.item_id: answer for answer in answers_in(mine)},
    )


def answers_in(rows: pd.DataFrame) -> tuple[Answer, ...]:
    """The answers in a frame of the store, one a row."""
    return tuple(
        Answer(
            item_id=str(row["item_id"]),
            level=_whole(row["level"]),
            off_scale=None if pd.isna(row["off_scale"]) else OffScale(row["off_scale"]),
            text_shown=_text(row["text_shown"]),
            reason=_text(row["reason"]),
            note=_text(row["note"]),
            confidence=_whole(row["confidence"]),
            trend=Trend(row["trend"]) if isinstance(row["trend"], str) else None,
            target=_whole(row["target"]),
            refs=_references(row["refs"]),
        )
        for row in rows.to_dict("records")
    )


def save_answer(
    principal: Principal, store: Store, landscape_id: str, sitting: Progress, answer: Answer
) -> int:
    """Keep one answer with the sentence as it was shown; returns the round's revision."""
    instrument = instrument_of(sitting.round)
    item = instrument.item(answer.item_id)
    if answer.level is not None:
        shown = item.anchor(answer.level).text
    else:
        shown = instrument.off_scale_answer(str(answer.off_scale)).name
    kept = replace(answer, text_shown=shown, language=instrument.language)
    return store.save_answer(principal, landscape_id, sitting.submission_id, kept, _today())


def finish(principal: Principal, store: Store, landscape_id: str, sitting: Progress) -> Round:
    """Finish a round of one: the submission is done and the round closes."""
    store.finish_submission(principal, landscape_id, sitting.submission_id)
    return store.set_round_state(principal, landscape_id, sitting.round.id, CLOSED, _today())


def reopen(principal: Principal, store: Store, landscape_id: str, round_id: str) -> Round:
    """Open a finished round again, to change answers in it."""
    return store.set_round_state(principal, landscape_id, round_id, OPEN, _today())


def _today() -> date:
    return datetime.now().astimezone().date()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _references(text: object) -> tuple[Reference, ...]:
    if not isinstance(text, str):
        return ()
    return tuple(Reference(kind=one["kind"], id=one["id"]) for one in json.loads(text))
