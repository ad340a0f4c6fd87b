"""What of a round's own answers goes into the parts of a script; no names stand beside answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from landscape.analysis.results import ItemResult, Results
from landscape.model.instrument import Instrument
from landscape.model.plan import PlanStep
from landscape.services import debriefing
from landscape.services.debrief_scripts import Part
from landscape.services.debriefing import Kind
from landscape.services.planning import STATUS_WORDS
from landscape.services.round_evidence import RoundEvidence, contradictions


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to talk about: what it is, and what was said or is known of it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What goes on the table in one part; `none` is said where there is nothing of it."""

    heading: str
    matters: tuple[Matter, ...]
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a script is filled from: a round's questions and results, the map, and the plan."""

    instrument: Instrument
    results: Results
    evidence: RoundEvidence | None = None
    plan: Sequence[PlanStep] = ()


def material(part: Part, ground: Ground) -> dict[str, Material]:
    """What a part of a script puts on the table, by what it `shows` and in that order."""
    return {shown: _MAKE[shown](ground, part.most) for shown in part.shows}


def _apart(ground: Ground, most: int) -> Material:
    return Material(
        heading="Where you differ most",
        matters=tuple(
            Matter(title=_statement(ground, item.item_id), lines=_ends(ground, item))
            for item in debriefing.widest_apart(ground.results, most)
        ),
        none="Your answers are close on every question. Ask what nobody has dared to choose."
        if ground.results.people > 1
        else "One person has answered. Ask who would choose another sentence, and why.",
    )


def _ends(ground: Ground, item: ItemResult) -> tuple[str, ...]:
    """The lowest and the highest sentence that were chosen, as they were shown."""
    lowest, highest = min(item.levels), max(item.levels)
    anchors = {one.level: one.text for one in ground.instrument.item(item.item_id).anchors}
    return (
        f"{len(item.levels)} answers, from level {lowest} to level {highest}.",
        f"Lowest: {item.texts.get(lowest) or anchors.get(lowest, '')}",
        f"Highest: {item.texts.get(highest) or anchors.get(highest, '')}",
    )


def _unsure(ground: Ground, most: int) -> Material:
    return Material(
        heading="What you can't say yet",
        matters=tuple(
            Matter(
                title=_statement(ground, item.item_id),
                lines=(debriefing.unsure_said(item),),
            )
            for item in debriefing.cannot_say(ground.results, most)
        ),
        none="There is no question that many of you can't say anything on.",
    )


def _contradictions(ground: Ground, most: int) -> Material:
    """The items that the map does not agree with, each with all that it shows otherwise."""
    evidence = ground.evidence
    lines: dict[str, list[str]] = {}
    if evidence is not None:
        for one in contradictions(ground.instrument, ground.results, evidence):
            shows = f"The map: {evidence.figures[one.code].sentence}."
            lines.setdefault(one.item_id, [one.words]).insert(-1, shows)
    return Material(
        heading="Where you and the map do not agree",
        matters=tuple(
            Matter(title=_statement(ground, item_id), lines=tuple(told))
            for item_id, told in list(lines.items())[:most]
        ),
        none="Your answers and the map agree, or too little is recorded to tell.",
    )


def _weakest(ground: Ground, most: int) -> Material:
    found = debriefing.weakest(ground.instrument, ground.results, most)
    return Material(
        heading="What is weakest",
        matters=tuple(
            Matter(
                title=ground.instrument.dimension(one.dimension_id).title,
                lines=(
                    debriefing.level_said(ground.instrument, one.centre, one.people),
                    *ground.instrument.dimension(one.dimension_id).prompts,
                ),
            )
            for one in found
        ),
        none="Nothing stands out as weak. Ask what you would not bet on.",
    )


def _steps(ground: Ground, most: int) -> Material:
    suggested = debriefing.suggestions(ground.instrument, ground.results)
    first = [one for one in suggested if one.kind in (Kind.FIRST, Kind.FIND_OUT)]
    return Material(
        heading="What is suggested",
        matters=tuple(
            Matter(
                title=one.step,
                lines=tuple(filter(None, (f"{one.dimension.title}. {one.why}", one.caution))),
            )
            for one in first[:most]
        ),
        none="Nothing is suggested. Ask what would move you one level.",
    )


def _plan(ground: Ground, most: int) -> Material:
    return Material(
        heading="What you meant to do",
        matters=tuple(
            Matter(
                title=step.step,
                lines=tuple(
                    filter(
                        None,
                        (
                            f"{STATUS_WORDS[step.status].capitalize()}.",
                            f"{step.owner} takes it." if step.owner and step.open else None,
                            step.became,
                        ),
                    )
                ),
            )
            for step in ground.plan[:most]
        ),
        none="There is no step on the plan yet.",
    )


def _statement(ground: Ground, item_id: str) -> str:
    return ground.instrument.item(item_id).statement


_MAKE: Final[Mapping[str, Callable[[Ground, int], Material]]] = {
    "apart": _apart,
    "unsure": _unsure,
    "contradictions": _contradictions,
    "weakest": _weakest,
    "steps": _steps,
    "plan": _plan,
}
