"""Rounds in words: which questions, by whom, in which state, and the texts that people are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from landscape.model.assessment import Round
from landscape.model.days import said_day
from landscape.model.instrument import Instrument
from landscape.services.instruments import GATE, READINESS
from landscape.services.round_report_making import rater_said
from landscape.ui.text import count

# The states that a round goes through, in order, in words.
STATES: Final = {
    "draft": "being prepared",
    "open": "open to answers",
    "closed": "closed",
    "released": "results are out",
    "archived": "put away",
}
OVER: Final = ("closed", "released", "archived")
_FORMS: Final = {
    "quick": ("Quick", "One question for each side of readiness, about 10 minutes."),
    "full": ("Full", "All {items} questions, about 40 minutes. Can be split over sittings."),
    "partners": (
        "Seen by partners",
        "People outside your team answer the quick questions, as they see you.",
    ),
}
_BEFORE_A_GATHERING: Final = (
    "Before a gathering",
    "Should we convene this? {items} questions, two minutes.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Questions that a round can be held on: an instrument in one of its forms, in words."""

    instrument: str
    form: str
    label: str
    tip: str


def choices(offered: Sequence[Instrument]) -> tuple[Choice, ...]:
    """What a round can be held on: readiness in three forms, the gate, then the team's own."""
    by_id = {instrument.id: instrument for instrument in offered}
    found = []
    if READINESS in by_id:
        found += [_choice(by_id[READINESS], form) for form in ("quick", "full")]
    if GATE in by_id:
        found.append(_choice(by_id[GATE], "full"))
    if READINESS in by_id:
        found.append(_choice(by_id[READINESS], "partners"))
    own = [instrument for instrument in offered if instrument.id not in (READINESS, GATE)]
    return (*found, *(_choice(instrument, "full") for instrument in own))


def form_words(instrument: Instrument, form: str) -> str:
    """The questions of a round in a few words."""
    return _choice(instrument, form).label


def who(round_: Round) -> str:
    """How many people are expected, and whether by name."""
    if round_.for_oneself:
        return "you alone"
    people = count(round_.expected, "person", "people") if round_.expected else "people"
    return f"{people}, {'without names' if round_.anonymous else 'by name'}"


def person(name: str, own: str) -> str:
    """Who answered, as their reader calls them; `own` is the reader's."""
    return "You" if name == own else rater_said(name)


def when(round_: Round) -> str:
    """From when to when a round was open."""
    if round_.opened_on is None:
        return ""
    since = said_day(round_.opened_on)
    if round_.closed_on is None or round_.state == "open":
        return f"since {since}"
    until = said_day(round_.closed_on)
    return since if since == until else f"{since} to {until}"


def state_line(round_: Round) -> str:
    """All states in order, the present one in bold; Markdown."""
    shown = [
        f"**{words}**" if state == round_.state else words
        for state, words in STATES.items()
        # A round is mostly opened as it is begun; results by name are out as soon as it is closed.
        if state == round_.state
        or state in ("open", "released", "archived")
        or (state == "closed" and round_.anonymous)
    ]
    return "This round is " + " → ".join(shown)


def invitation(round_: Round, code: str, address: str, name: str | None = None) -> str:
    """The text that somebody is sent to come in with a code of their own."""
    greeting = f"Hello {name},\n\n" if name else ""
    ready_for = round_.readiness_for or "this landscape"
    names = (
        "Nobody can see who said what."
        if round_.anonymous
        else "Your answers stand beside your name when we talk about them."
    )
    return (
        f"{greeting}Where do we stand? Please answer a few questions. "
        f"What we want to be ready for: {ready_for}.\n\n"
        f"Open {address}\nYour code: {code}\n\n"
        f"{names} You can stop and come back with your own address, which you are shown."
    )


def _choice(instrument: Instrument, form: str) -> Choice:
    if instrument.id == GATE:
        label, tip = _BEFORE_A_GATHERING
    elif instrument.id == READINESS:
        label, tip = _FORMS[form]
    else:
        # Several may have the title of the questions they stand beside.
        label = f"{instrument.title.removesuffix('?')} ({instrument.id})"
        tip = "{items} questions, your own among them."
    return Choice(
        instrument=instrument.id,
        form=form,
        label=label,
        tip=tip.format(items=len(instrument.items)),
    )
