"""The plan to take away: dates for a calendar, and a table."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from landscape.formats.safe_cells import csv_file
from landscape.model.plan import PlanStep, StepStatus
from landscape.services.planning import STATUS_WORDS

_PRODUCT: Final = "-//Landscape//Plan of a convening team//EN"
# What a calendar shows of an entry; dropped ones go from it when the file is taken in once more.
_SHOWN_AS: Final[Mapping[StepStatus, str]] = {
    StepStatus.IDEA: "TENTATIVE",
    StepStatus.AGREED: "CONFIRMED",
    StepStatus.DOING: "CONFIRMED",
    StepStatus.DONE: "CONFIRMED",
    StepStatus.DROPPED: "CANCELLED",
}
_HEADERS: Final = (
    "Step", "Who", "Due on", "How far", "Came from", "Note", "What became of it"
)  # fmt: skip


def as_ics(
    steps: Sequence[PlanStep],
    *,
    name: str,
    landscape_id: str,
    at: datetime,
    origins: Mapping[str, str] | None = None,
) -> bytes:
    """The steps that have a date, as whole days of a calendar.

    An entry keeps its id, so that a calendar puts a later file in place of an earlier one.
    `origins` says by the id of a step what it came from, `at` when the file was made.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # The library writes this one as it is, so it has to be one line.
    calendar.add("x-wr-calname", _clean(" ".join(f"Plan: {name}".split())))
    for step in steps:
        if step.due_on is None:
            continue
        event = Event()
        event.add("uid", f"{_uid(step.id)}@{_uid(landscape_id)}.landscape")
        event.add("dtstamp", at.astimezone(UTC))
        event.add("dtstart", step.due_on)
        event.add("dtend", step.due_on + timedelta(days=1))
        event.add("summary", _clean(f"{step.step} ({step.owner})" if step.owner else step.step))
        event.add("description", _clean("\n".join(_about(step, (origins or {}).get(step.id)))))
        event.add("status", vText(_SHOWN_AS[step.status]))
        event.add("transp", "TRANSPARENT")  # a date to keep in mind, not a time that is taken
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def as_csv(steps: Sequence[PlanStep], origins: Mapping[str, str] | None = None) -> bytes:
    """One row a step; text stays text in any spreadsheet."""
    return csv_file(
        _HEADERS,
        [
            (
                step.step,
                step.owner,
                step.due_on,
                STATUS_WORDS[step.status],
                (origins or {}).get(step.id),
                step.note,
                step.became,
            )
            for step in steps
        ],
    )


def _about(step: PlanStep, origin: str | None) -> list[str]:
    told = [f"This step is {STATUS_WORDS[step.status]}."]
    if origin:
        told.append(f"It came from: {origin}.")
    if step.note:
        told.append(step.note)
    if step.became:
        told.append(f"What became of it: {step.became}")
    return told


def _uid(id_: str) -> str:
    """An id without anything that could end the line or break the address."""
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in id_)


def _clean(text: str) -> str:
    """`text` without control characters but line ends, which the library escapes."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n")
