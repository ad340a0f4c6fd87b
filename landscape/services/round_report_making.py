"""Makes the report of a round from its questions, its results, the map's evidence and the plan."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from landscape.analysis import round_findings
from landscape.analysis.results import CLOSING, DimensionResult, ItemResult, Results
from landscape.model.assessment import Round
from landscape.model.days import said_day
from landscape.model.instrument import Instrument, Item
from landscape.model.plan import PlanStep
from landscape.model.principal import LOCAL
from landscape.model.scales import OffScale
from landscape.services import debriefing
from landscape.services.debriefing import Kind
from landscape.services.planning import STATUS_WORDS
from landscape.services.round_evidence import Contradiction, Figure, RoundEvidence, contradictions
from landscape.services.round_report import (
    FORM_WORDS,
    Chosen,
    DimensionPart,
    GroupRow,
    ItemPart,
    Report,
    Shown,
    StepPart,
    Strip,
    Suggested,
)

_LEAST_FOR_QUARTILES: Final = 4
_MOST_SUGGESTED: Final = 8
_RULES: Final = (
    "For each dimension: the median of each person's levels, then the median over persons. A "
    "person counts with at least half of the items that apply to them. Answers off the scale have "
    "no level; they are shown, and never counted as low. Nothing is added up over dimensions.",
    "A share on the map stands for a level by fifths. It is left out where less than 60 % of what "
    "it needs is recorded, or where it rests on fewer than four.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a report is made from."""

    landscape: str
    round: Round
    instrument: Instrument
    results: Results
    evidence: RoundEvidence | None
    steps: Sequence[PlanStep]
    taken_on: date


def report(ground: Ground) -> Report:
    """The report of a round; what is withheld is not in it, and it says so."""
    instrument, results, round_ = ground.instrument, ground.results, ground.round
    against = contradictions(instrument, results, ground.evidence) if ground.evidence else ()
    suggested = [
        one
        for one in debriefing.suggestions(instrument, results)
        if one.kind in (Kind.FIRST, Kind.FIND_OUT)
    ]
    return Report(
        title=instrument.title,
        landscape=ground.landscape,
        language=instrument.language,
        honest=instrument.honest,
        facts=_facts(ground),
        raters=() if round_.anonymous else tuple(map(rater_said, results.raters)),
        level_names=tuple(meaning.name for meaning in instrument.levels),
        findings=_findings(ground, len(against)),
        cautions=debriefing.cautions(instrument, results),
        dimensions=tuple(_dimension(ground, one, against) for one in results.dimensions),
        groups=_groups(ground),
        withheld=tuple(f"{one.what}: {one.why}" for one in results.withheld),
        closing_question=instrument.closing_question,
        closing=_comments(results, CLOSING),
        steps=tuple(_step(step) for step in ground.steps),
        suggested=tuple(
            Suggested(step=one.step, why=f"{one.dimension.title}. {one.why}", caution=one.caution)
            for one in suggested[:_MOST_SUGGESTED]
        ),
        evidence_on=_evidence_on(ground.evidence),
        derived=f"{instrument.name}, version {instrument.version}",
        worked_out=_RULES,
        sources=tuple(source.cited for source in instrument.sources.values()),
        taken_on=said_day(ground.taken_on),
    )


def rater_said(name: str) -> str:
    """Who answered, by the name they gave; whoever holds the landscape is the convener."""
    return "the convener" if name == LOCAL.id else name


def _facts(ground: Ground) -> tuple[tuple[str, str], ...]:
    round_, people = ground.round, ground.results.people
    answered = "One person" if people == 1 else f"{people} people"
    how = "without names" if round_.anonymous else "with their names known to each other"
    facts = [
        ("Landscape", ground.landscape),
        ("Round", round_.name),
        ("Ready for", round_.readiness_for or "this landscape"),
        ("Answered by", answered if people == 1 else f"{answered}, {how}"),
    ]
    facts += [("Opened", said_day(round_.opened_on))] if round_.opened_on else []
    facts += [("Closed", said_day(round_.closed_on))] if round_.closed_on else []
    form = FORM_WORDS.get(round_.form, round_.form)
    return (*facts, ("Questions", f"{form}. {ground.instrument.name}, version {round_.version}"))


def _findings(ground: Ground, against: int) -> tuple[str, ...]:
    instrument, results = ground.instrument, ground.results
    told = [
        find(instrument, results)
        for find in (
            round_findings.lowest,
            round_findings.widest_apart,
            round_findings.unsure,
            round_findings.furthest_from_target,
        )
    ]
    if against:
        where = "On one question" if against == 1 else f"On {against} questions"
        told.append(f"{where} your answers and the map lie two levels or more apart.")
    return tuple(one for one in told if one)


def _dimension(
    ground: Ground, found: DimensionResult, against: Sequence[Contradiction]
) -> DimensionPart:
    dimension = ground.instrument.dimension(found.dimension_id)
    items = ground.instrument.items_of(dimension.id)
    shown = [(item, ground.results.item(item.id)) for item in items]
    return DimensionPart(
        title=dimension.title,
        group=dimension.group,
        strip=_strip(ground.instrument, found.levels, found.off_scale, found),
        said=_centre_said(ground.instrument, found.centre, found.people),
        comments=_comments(ground.results, dimension.id),
        items=tuple(_item(ground, item, one, against) for item, one in shown if one is not None),
    )


def _centre_said(instrument: Instrument, centre: float, people: int) -> str:
    if math.isnan(centre):
        return "Too few answers on the scale to say where you stand."
    return debriefing.level_said(instrument, centre, people)


def _item(
    ground: Ground, item: Item, found: ItemResult, against: Sequence[Contradiction]
) -> ItemPart:
    counted = Counter(found.levels)
    names = {meaning.level: meaning.name for meaning in ground.instrument.levels}
    return ItemPart(
        code=item.id,
        statement=item.statement,
        strip=_strip(ground.instrument, found.levels, found.off_scale, found),
        chosen=tuple(
            Chosen(
                said=f"{_of(counted[level], found.people)}level {level}, {names[level]}",
                text=found.texts.get(level) or item.anchor(level).text,
            )
            for level in sorted(counted)
        ),
        apart=round_findings.in_agreement(found) or "",
        comments=_comments(ground.results, item.id),
        evidence=_evidence(ground.evidence, item, rated=bool(found.levels)),
        both_ways=tuple(dict.fromkeys(one.words for one in against if one.item_id == item.id)),
    )


def _of(chose: int, people: int) -> str:
    return f"{chose} of {people}: " if people > 1 else ""


def _strip(
    instrument: Instrument,
    levels: Sequence[int],
    off_scale: Counter[OffScale],
    found: DimensionResult | ItemResult,
) -> Strip:
    many = Counter(levels)
    enough = len(levels) >= _LEAST_FOR_QUARTILES
    return Strip(
        counts=tuple(many[meaning.level] for meaning in instrument.levels),
        centre=_known(found.centre),
        low=_known(found.low) if enough else None,
        high=_known(found.high) if enough else None,
        beside=tuple(
            (answer.name, off_scale[answer.code])
            for answer in instrument.off_scale
            if off_scale[answer.code] and answer.code is not OffScale.UNANSWERED
        ),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _comments(results: Results, about: str) -> tuple[str, ...]:
    """What people wrote, without who wrote it and in an order that tells nothing."""
    return tuple(sorted(comment.text for comment in results.comments if comment.about == about))


def _evidence(evidence: RoundEvidence | None, item: Item, *, rated: bool) -> tuple[Shown, ...]:
    if evidence is None or not rated:
        return ()
    figures = [evidence.figures[code] for code in item.evidence if code in evidence.figures]
    return tuple(_shown(figure) for figure in figures)


def _shown(figure: Figure) -> Shown:
    sentence = (
        " ".join([f"{figure.sentence}.", *figure.also])
        if figure.holds
        else f"Too little is recorded to say ({figure.recorded} of {figure.of}). {figure.needs}"
    )
    return Shown(
        title=figure.title,
        sentence=sentence,
        names=f"{figure.names_say}: {', '.join(figure.names)}." if figure.names else "",
        formula=figure.formula,
        source=figure.source,
        recorded=f"{figure.recorded} of {figure.of}",
    )


def _evidence_on(evidence: RoundEvidence | None) -> str:
    if evidence is None:
        return ""
    kept = "when the round closed" if evidence.kept else "now, as nothing was kept with the round"
    return f"What the map shows was worked out on {said_day(evidence.on)}, {kept}."


def _groups(ground: Ground) -> tuple[GroupRow, ...]:
    order = [one.dimension_id for one in ground.results.dimensions]
    rows: list[GroupRow] = []
    for name, dimensions in ground.results.by_group.items():
        by_id = {one.dimension_id: one for one in dimensions}
        found = [by_id.get(dimension_id) for dimension_id in order]
        rows.append(GroupRow(name=name, cells=tuple(_cell(one) for one in found)))
    return tuple(rows)


def _cell(found: DimensionResult | None) -> str:
    if found is None or math.isnan(found.centre):
        return "not shown"
    return f"{found.centre:g} ({found.people})"


def _step(step: PlanStep) -> StepPart:
    return StepPart(
        step=step.step,
        status=STATUS_WORDS[step.status],
        owner=step.owner,
        due=said_day(step.due_on) if step.due_on else None,
        note=step.note,
        became=step.became,
    )
