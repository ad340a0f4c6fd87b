"""One page for a sponsor: what was asked, what stands out, what comes next; nobody by name."""

from collections.abc import Sequence
from typing import Final

from landscape.analysis.results import Results
from landscape.model.instrument import Instrument
from landscape.services import debriefing
from landscape.services.print_html import listed, page, tag, text
from landscape.services.print_strips import svg
from landscape.services.round_report import DimensionPart, Report
from landscape.services.round_report_html import scale

_MOST: Final = 3
_MOST_STEPS: Final = 5
_LONGEST: Final = 160
# What a sponsor is told of a round, besides how many answered.
_FACTS: Final = ("Landscape", "Ready for", "Closed")


def as_html(report: Report, instrument: Instrument, results: Results) -> str:
    """One page to print: dimensions of the work, never a person; no comments, no owners of steps.

    What the team wrote itself (names of the landscape and of steps) stands as it was written.
    """
    strong, weak = _strongest(instrument, results), _weakest(instrument, results)
    people = "one person" if results.people == 1 else f"{results.people} people"
    facts = ". ".join(f"{label}: {words}" for label, words in report.facts if label in _FACTS)
    body = [
        tag("h1", "Where this work stands"),
        tag("p", f"{facts}. Answered by {people}."),
        tag("p", report.honest, kind="honest"),
    ]
    sides = [("What carries", strong), ("What we work on next", weak)]
    told = "".join(f"<div>{tag('h2', title)}{listed(said)}</div>" for title, said in sides if said)
    if told:
        body.append(f'<div class="sides">{told}</div>')
    if report.dimensions:
        body += [tag("h2", "The dimensions"), scale(report.level_names), _strips(report.dimensions)]
    steps = [step for step in report.steps if step.status in ("agreed", "being done", "done")]
    if steps:
        words = [
            f"{_short(one.step)} ({one.status}{f', by {one.due}' if one.due else ''})"
            for one in steps[:_MOST_STEPS]
        ]
        body += [tag("h2", "Steps"), listed(words)]
    body += [
        tag("h2", "What this is derived from"),
        tag(
            "p",
            f"{report.derived}. Every dimension stands for itself: there is no total, and nothing "
            f"here says how good a person is. Taken from Landscape on {report.taken_on}.",
            kind="quiet",
        ),
    ]
    return page(
        f"Where this work stands: {report.landscape}",
        body,
        language=report.language,
        kind="one-page",
    )


def _strongest(instrument: Instrument, results: Results) -> list[str]:
    return [
        f"{instrument.dimension(one.dimension_id).title}: "
        + _said(debriefing.level_said(instrument, one.centre, one.people))
        for one in debriefing.strongest(instrument, results, _MOST)
    ]


def _weakest(instrument: Instrument, results: Results) -> list[str]:
    return [
        f"{instrument.dimension(one.dimension_id).title}: "
        + _said(debriefing.level_said(instrument, one.centre, one.people))
        for one in debriefing.weakest(instrument, results, _MOST)
    ]


def _short(words: str) -> str:
    """At most so much of a step that all of them stay on the page."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _said(words: str) -> str:
    return words[0].lower() + words[1:]


def _strips(parts: Sequence[DimensionPart]) -> str:
    rows = "".join(
        f"<tr><td>{text(one.title)}</td><td>{svg(one.strip, numbered=False)}</td></tr>"
        for one in parts
    )
    return f'<table class="strips"><tbody>{rows}</tbody></table>'
