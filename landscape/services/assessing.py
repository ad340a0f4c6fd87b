"""Rating where we stand: save each answer as it is chosen, write, say where one stands, finish."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from landscape.model.assessment import Answer, Round, Submission
from landscape.model.errors import InvalidValueError, NotFoundError
from landscape.model.instrument import Instrument, Item
from landscape.model.principal import Principal
from landscape.services import instruments
from landscape.store.base import Store

OPEN: Final = "open"
CLOSING: Final = "closing"
# As long as a page of print, and more than anybody types on a phone.
LONGEST: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One rater's part of a round so far; `items` are those of the round's form.

    `answers` are by item, `writings` by the id of a dimension or "closing".
    """

    round: Round
    instrument: Instrument
    submission_id: str
    items: tuple[Item, ...]
    answers: Mapping[str, Answer]
    writings: Mapping[str, str] = field(default_factory=dict)
    standpoint: str | None = None
    finished: bool = False

    @property
    def next_item(self) -> Item | None:
        """The first item without an answer; None when each has one."""
        return next((item for item in self.items if item.id not in self.answers), None)

    @property
    def answered(self) -> int:
        """How many items have an answer, on the scale or off it."""
        return sum(item.id in self.answers for item in self.items)


def reopen(principal: Principal, store: Store, landscape_id: str, round_id: str) -> Round:
    """Open a finished round for oneself again, to change answers in it."""
    return store.reopen_round(principal, landscape_id, round_id, code=None, expected=1)


def progress(principal: Principal, store: Store, landscape_id: str, round_: Round) -> Progress:
    """What the principal answered in an open round so far, to go on where they were."""
    submission_id = store.open_submission(principal, landscape_id, round_.id, rater=principal.id)
    return progress_of(principal, store, landscape_id, submission_id)


def progress_of(
    principal: Principal, store: Store, landscape_id: str, submission_id: str
) -> Progress:
    """How far the rater of a submission has come; only their own rows are read."""
    own: Submission = store.submission(principal, landscape_id, submission_id)
    instrument = instruments.instrument_of(principal, store, landscape_id, own.round)
    return Progress(
        round=own.round,
        instrument=instrument,
        submission_id=own.id,
        items=instrument.form(own.round.form),
        answers={answer.item_id: answer for answer in own.answers},
        writings=own.writings,
        standpoint=own.standpoint,
        finished=own.finished,
    )


def save_answer(
    principal: Principal, store: Store, landscape_id: str, sitting: Progress, answer: Answer
) -> int:
    """Keep one answer with the sentence as it was shown; returns the round's revision."""
    kept = as_shown(sitting.instrument, sitting.round, answer)
    return store.save_answer(principal, landscape_id, sitting.submission_id, kept, today())


def as_shown(instrument: Instrument, round_: Round, answer: Answer) -> Answer:
    """The answer with the sentence that stands for it, when it answers an item of the round."""
    item = instrument.item(answer.item_id)
    if item not in instrument.form(round_.form):
        raise NotFoundError(
            f"The question {answer.item_id!r} is not asked in {round_.name!r}.",
            fix="Answer one of its own.",
        )
    for label, text in (("reason", answer.reason), ("note", answer.note)):
        _require_short(label, text or "")
    if answer.level is not None:
        shown = item.anchor(answer.level).text
    else:
        shown = instrument.off_scale_answer(str(answer.off_scale)).name
    return replace(answer, text_shown=shown, language=instrument.language)


def keep_writing(
    principal: Principal,
    store: Store,
    landscape_id: str,
    sitting: Progress,
    about: str,
    text: str,
) -> int:
    """Keep what the rater wrote about a dimension, or at the end ("closing")."""
    require_about(sitting.instrument, about, text)
    return store.save_writing(principal, landscape_id, sitting.submission_id, about, text)


def require_about(instrument: Instrument, about: str, text: str) -> None:
    """Raise unless something may be written about this, and is not too long."""
    if about != CLOSING:
        instrument.dimension(about)
    _require_short("text", text)


def keep_standpoint(
    principal: Principal,
    store: Store,
    landscape_id: str,
    sitting: Progress,
    standpoint: str | None,
) -> int:
    """Keep where the rater stands: the name of a group, or None."""
    _require_short("standpoint", standpoint or "")
    said = (standpoint or "").strip() or None
    return store.save_standpoint(principal, landscape_id, sitting.submission_id, said)


def finish(
    principal: Principal,
    store: Store,
    landscape_id: str,
    sitting: Progress,
    evidence: Mapping[str, Any] | None = None,
) -> Round:
    """Say that one is done; a round for oneself closes with it, with what the map shows."""
    store.finish_submission(principal, landscape_id, sitting.submission_id)
    if not sitting.round.for_oneself:
        return sitting.round
    return store.close_round(principal, landscape_id, sitting.round.id, today(), evidence=evidence)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def _require_short(label: str, text: str) -> None:
    if len(text) > LONGEST:
        raise InvalidValueError(
            f"The {label} has {len(text)} characters.", fix=f"Keep to {LONGEST}."
        )
