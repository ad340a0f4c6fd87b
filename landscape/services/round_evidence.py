"""What the map shows beside a round: kept when it closes, and told apart from what it shows now."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from landscape.analysis.evidence import LEAST_RECORDED, Evidence, Metric, Place
from landscape.analysis.metrics import METRICS
from landscape.analysis.readiness import contradicts
from landscape.analysis.results import Results
from landscape.model.assessment import Round
from landscape.model.instrument import Instrument
from landscape.services.reading import evidence_of
from landscape.store.base import Snapshot

# Bands are fifths of a share, so they stand beside scales of five levels only.
_LEVELS_OF_BANDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measure as it was shown: in words, with the names behind it and how it is worked out.

    `band` is the level it stands for, None where too little is recorded; then `needs` says what to
    record. `places` are the spots of the map behind the names, in their order, or empty.
    """

    code: str
    title: str
    sentence: str
    count: int
    base: int
    recorded: int
    of: int
    names_say: str
    names: tuple[str, ...]
    also: tuple[str, ...]
    band: int | None
    holds: bool
    formula: str
    source: str
    needs: str
    places: tuple[Place, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether enough is recorded to say anything; `holds` asks also that it is no tiny base."""
        return self.of > 0 and self.recorded / self.of >= LEAST_RECORDED

    def says_the_same_as(self, other: "Figure") -> bool:
        """Whether two figures rest on the same counts and names."""
        return (self.count, self.base, self.recorded, self.of, set(self.names)) == (
            other.count,
            other.base,
            other.recorded,
            other.of,
            set(other.names),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEvidence:
    """What the map showed on a day, by code. `kept` says whether it was stored with the round."""

    figures: Mapping[str, Figure]
    on: date
    revision: int
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """An item whose rating and whose band lie two levels or more apart; `words` ask both ways."""

    item_id: str
    centre: float
    code: str
    band: int
    words: str


def evidence_now(snapshot: Snapshot, *, on: date | None = None) -> dict[str, Any]:
    """What the map shows, as it is kept with a round: plain values that JSON can hold."""
    day = on or datetime.now().astimezone().date()
    figures = [_figure(METRICS[code], found) for code, found in evidence_of(snapshot, day).items()]
    return {
        "date": day.isoformat(),
        "revision": snapshot.revision,
        "figures": [asdict(figure) for figure in figures],
    }


def shown(round_: Round, now: Mapping[str, Any]) -> RoundEvidence:
    """What was kept with the round, else what `now` (see :func:`evidence_now`) says."""
    return _read(round_.evidence, kept=True) if round_.evidence else _read(now, kept=False)


def changed_since(then: RoundEvidence, now: Mapping[str, Any]) -> dict[str, Figure]:
    """The figures that the map shows otherwise than `then`, as they are now."""
    return {
        code: figure
        for code, figure in _read(now, kept=False).figures.items()
        if code in then.figures and not figure.says_the_same_as(then.figures[code])
    }


def contradictions(
    instrument: Instrument, results: Results, evidence: RoundEvidence
) -> tuple[Contradiction, ...]:
    """The items where what was said and what the map shows are two levels or more apart.

    The item that is widest apart first, then in the instrument's order. Nothing is added to any
    answer: each asks whether the map is behind or the rating ahead, or what people know that the
    map does not.
    """
    if len(instrument.levels) != _LEVELS_OF_BANDS:
        return ()
    found = [
        _contradiction(item.id, said.centre, figure, figure.band)
        for item in instrument.items
        for said in [results.item(item.id)]
        if said is not None
        for code in item.evidence
        for figure in [evidence.figures.get(code)]
        if figure is not None and figure.band is not None and contradicts(said.centre, figure.band)
    ]
    widest: dict[str, float] = {}
    for one in found:
        widest[one.item_id] = max(widest.get(one.item_id, 0.0), abs(one.centre - one.band))
    return tuple(sorted(found, key=lambda one: -widest[one.item_id]))


def _contradiction(item_id: str, centre: float, figure: Figure, band: int) -> Contradiction:
    return Contradiction(
        item_id=item_id, centre=centre, code=figure.code, band=band, words=both_ways(centre, band)
    )


def both_ways(centre: float, band: int) -> str:
    """The question that a rating and a band put to each other."""
    if centre > band:
        return "You say more than the map shows. Is the map behind, or are you ahead of it?"
    return "The map looks better than you say. What do you know that it does not?"


def _figure(metric: Metric, evidence: Evidence) -> Figure:
    return Figure(
        code=metric.code,
        title=metric.title,
        sentence=metric.sentence(evidence),
        count=evidence.count,
        base=evidence.base,
        recorded=evidence.recorded,
        of=evidence.of,
        names_say=metric.names_say,
        names=evidence.names,
        also=evidence.also,
        band=metric.band(evidence),
        holds=evidence.holds,
        formula=metric.formula,
        source=metric.source,
        needs=metric.needs,
        places=evidence.places,
    )


def _read(stored: Mapping[str, Any], *, kept: bool) -> RoundEvidence:
    return RoundEvidence(
        figures={one["code"]: _figure_in(one) for one in stored["figures"]},
        on=date.fromisoformat(stored["date"]),
        revision=int(stored["revision"]),
        kept=kept,
    )


def _figure_in(one: Mapping[str, Any]) -> Figure:
    lists = {
        "names": tuple(one["names"]),
        "also": tuple(one["also"]),
        "places": tuple(Place(**place) for place in one["places"]),
    }
    return Figure(**{**one, **lists})
