"""A round worked out by hand for the tests of what is taken from it, with any words put in."""

import math
from collections import Counter
from datetime import date

from landscape.analysis.results import (
    CLOSING,
    Comment,
    DimensionResult,
    ItemResult,
    Results,
    Withheld,
)
from landscape.assessments import instruments
from landscape.model.assessment import Round
from landscape.model.plan import PlanStep, StepStatus
from landscape.model.scales import OffScale
from landscape.services.instruments import READINESS
from landscape.services.round_evidence import Figure, RoundEvidence
from landscape.services.round_report_making import Ground

INSTRUMENT = instruments()[READINESS]
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '#eval("1") #panic("run") #read("/etc/hostname")',
    "$x$ *b* _i_ `c` = H @ref <label> \\ // no",
    "=1+1",
    "\u202eturned\u202c",
    "e" * 300,
    "</style><script>alert(1)</script>",
    "naïve Ωж \x00\x07\u2028 end",
)


def item(item_id: str, *levels: int, unsure: int = 0, texts: dict[int, str] | None = None):
    centre = levels[len(levels) // 2] if levels else math.nan
    low, high = (min(levels), max(levels)) if levels else (math.nan, math.nan)
    return ItemResult(
        item_id=item_id,
        levels=levels,
        off_scale=Counter({OffScale.CANT_SAY: unsure}),
        texts=texts or {},
        centre=centre,
        low=low,
        high=high,
    )


def dimension(found: ItemResult, people: int) -> DimensionResult:
    return DimensionResult(
        dimension_id=INSTRUMENT.item(found.item_id).dimension_id,
        people=people,
        levels=found.levels,
        off_scale=found.off_scale,
        centre=found.centre,
        low=found.low,
        high=found.high,
    )


def figure(words: str) -> Figure:
    return Figure(
        code="E34",
        title=f"Within reach {words}",
        sentence=f"3 of 4 groups are within two steps {words}",
        count=3,
        base=4,
        recorded=4,
        of=4,
        names_say="No path leads to",
        names=(f"Media {words}",),
        also=(),
        band=4,
        holds=True,
        formula="Groups within two steps, of all.",
        source="Systems conveners, line 10.",
        needs="",
    )


def ground(words: str = "", *, anonymous: bool = False) -> Ground:
    """Five people on three items; `words` stands wherever people write something."""
    items = (
        item("D02.1", 1, 1, 1, 2, 2, texts={1: f"Shown then {words}"}),
        item("D06.1", 1, 3, 5, unsure=2),
        item("D11.1", 4, 4, 4, 5, 5),
    )
    dimensions = tuple(dimension(found, 5) for found in items)
    comments = (
        Comment(about="D02.1", text=f"About an item {words}", rater=f"Rater {words}"),
        Comment(about="D06", text=f"About a dimension {words}", rater=None),
        Comment(about=CLOSING, text=f"At the end {words}", rater=None),
    )
    step = PlanStep(
        id="n_1",
        step=f"Walk the river {words}",
        owner=f"Owner {words}",
        due_on=date(2026, 6, 1),
        status=StepStatus.DOING,
        note=f"Noted {words}",
        became=f"Became {words}",
    )
    return Ground(
        landscape=f"Valley {words}",
        round=Round(
            id="R1",
            name=f"Spring {words}",
            instrument=INSTRUMENT.id,
            version=INSTRUMENT.version,
            digest=INSTRUMENT.digest,
            form="quick",
            readiness_for=f"the ford {words}",
            mode="anonymous" if anonymous else "named",
            state="released",
            opened_on=date(2026, 4, 20),
            closed_on=date(2026, 5, 4),
        ),
        instrument=INSTRUMENT,
        results=Results(
            people=5,
            dimensions=dimensions,
            items=items,
            by_group={f"Farmers {words}": dimensions[:1], "Media": dimensions},
            comments=comments,
            raters=() if anonymous else (f"Rater {words}",),
            withheld=(Withheld(what="Power", why=f"Fewer than five answered {words}"),),
        ),
        evidence=RoundEvidence(
            figures={"E34": figure(words), "E01": figure(words)},
            on=date(2026, 5, 4),
            revision=3,
            kept=True,
        ),
        steps=(step,),
        taken_on=date(2026, 5, 6),
    )
