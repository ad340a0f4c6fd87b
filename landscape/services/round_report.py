"""A round as one plain report: what every file that is taken from it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FORM_WORDS: Final[Mapping[str, str]] = {
    "quick": "Quick form, one question for each dimension",
    "full": "Full form, all questions",
    "partners": "Seen by partners, from outside the team",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Answers on a line of levels: how many on each, their middle, quartiles, and those beside it.

    `counts` has one number a level, from the lowest. `centre`, `low` and `high` are None without a
    level; the quartiles also where too few answered. `beside` are the answers off the scale.
    """

    counts: tuple[int, ...]
    centre: float | None
    low: float | None
    high: float | None
    beside: tuple[tuple[str, int], ...]

    @property
    def alt(self) -> str:
        """The strip in words."""
        told = [f"{many} on level {level}" for level, many in enumerate(self.counts, 1) if many]
        told += [f"{many} {name.lower()}" for name, many in self.beside]
        middle = f"; the middle is {self.centre:g}" if self.centre is not None else ""
        return (", ".join(told) or "No answer") + middle + "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A sentence that was chosen, as it was shown; `said` is its level and by how many."""

    said: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the map showed beside an item, with how it was worked out."""

    title: str
    sentence: str
    names: str
    formula: str
    source: str
    recorded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPart:
    """One item: its statement, the answers, what people wrote, and the map beside it."""

    code: str
    statement: str
    strip: Strip
    chosen: tuple[Chosen, ...]
    apart: str
    comments: tuple[str, ...]
    evidence: tuple[Shown, ...]
    both_ways: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionPart:
    """One dimension with its items; `said` is its middle in words."""

    title: str
    group: str
    strip: Strip
    said: str
    comments: tuple[str, ...]
    items: tuple[ItemPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """The dimensions as one group of raters sees them: the middle of each, where it is shown."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPart:
    """One step of the plan, in words; the owner is told apart, because it names a person."""

    step: str
    status: str
    owner: str | None
    due: str | None
    note: str | None
    became: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """One suggestion with what it follows from and what to mind."""

    step: str
    why: str
    caution: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a round shows, in plain words and in order; text from people is as it was written.

    `facts` are pairs of a label and what stands there. `level_names` are those of the instrument
    from the lowest. `findings` are the sentences at a glance, `derived` says what all of it is
    derived from, `worked_out` how, and `withheld` what is not shown and why.
    """

    title: str
    landscape: str
    language: str
    honest: str
    facts: tuple[tuple[str, str], ...]
    raters: tuple[str, ...]
    level_names: tuple[str, ...]
    findings: tuple[str, ...]
    cautions: tuple[str, ...]
    dimensions: tuple[DimensionPart, ...]
    groups: tuple[GroupRow, ...]
    withheld: tuple[str, ...]
    closing_question: str
    closing: tuple[str, ...]
    steps: tuple[StepPart, ...]
    suggested: tuple[Suggested, ...]
    evidence_on: str
    derived: str
    worked_out: tuple[str, ...]
    sources: tuple[str, ...]
    taken_on: str
