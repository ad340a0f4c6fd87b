"""What is typed from a paper form, read item by item: a sign, then what stands beside it."""

from collections.abc import Mapping, Sequence
from typing import Final

from landscape.model.assessment import Answer
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Instrument, Item
from landscape.model.scales import OffScale

SIGNS: Final = {
    "X": OffScale.CANT_SAY,
    "N": OffScale.NOT_APPLICABLE,
    "P": OffScale.NO_ANSWER,
}


class EntryError(LandscapeError):
    """What was typed for one item cannot be read."""

    title = "This cannot be read"


def read_entries(
    instrument: Instrument, items: Sequence[Item], typed: Mapping[str, str]
) -> tuple[tuple[Answer, ...], tuple[EntryError, ...]]:
    """The answers in what was typed by item, and what cannot be read; an empty one is left out."""
    answers: list[Answer] = []
    problems: list[EntryError] = []
    for item in items:
        text = " ".join(typed.get(item.id, "").split())
        if not text:
            continue
        try:
            answers.append(read_entry(instrument, item, text))
        except EntryError as error:
            problems.append(error)
    return tuple(answers), tuple(problems)


def read_entry(instrument: Instrument, item: Item, text: str) -> Answer:
    """One answer: "3", "X", "N: only one group", "4 we said it twice"."""
    sign, rest = text[:1].upper(), text[1:].lstrip(" :,.-").strip() or None
    levels = [str(meaning.level) for meaning in instrument.levels]
    runs_on = text[1:2].isalnum()
    if not runs_on and sign in levels:
        return Answer(item_id=item.id, level=int(sign), note=rest)
    if not runs_on and sign in SIGNS:
        if SIGNS[sign] is not OffScale.NOT_APPLICABLE:
            return Answer(item_id=item.id, off_scale=SIGNS[sign], note=rest)
        if rest is None:
            raise EntryError(
                f"{item.id}: {text!r} has no reason.",
                fix="Type after the N why it does not apply, such as N only one group.",
            )
        return Answer(item_id=item.id, off_scale=OffScale.NOT_APPLICABLE, reason=rest)
    raise EntryError(
        f"{item.id}: {text!r} is no answer.",
        fix=f"Begin with {levels[0]} to {levels[-1]}, X, N or P, and leave a space after it.",
    )
