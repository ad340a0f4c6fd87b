"""Reading a landscape: measures of its boundaries and of the whole, from one snapshot of it."""

from datetime import UTC, date, datetime
from typing import Final

import pandas as pd

from landscape.analysis import boundaries
from landscape.analysis.boundaries import Crossings
from landscape.analysis.evidence import Evidence, Picture
from landscape.analysis.live import LiveFilter, live_relationships
from landscape.analysis.metrics import METRICS
from landscape.store.base import Snapshot

# What a snapshot must hold for the functions below.
BOUNDARY_TABLES: Final = ("stakeholder", "relationship", "sides")
EVIDENCE_TABLES: Final = (
    "constituency", "stakeholder", "membership", "relationship", "report", "boundary", "sides",
    "legitimacy",
)  # fmt: skip
ALL_LIVE: Final = LiveFilter()


def crossings_at(snapshot: Snapshot, boundary_id: str, chosen: LiveFilter = ALL_LIVE) -> Crossings:
    """The crossings of one boundary, counted on the live relationships that pass `chosen`."""
    return boundaries.crossings(
        snapshot.stakeholder,
        live_relationships(snapshot.relationship, chosen),
        boundaries.sides_of(snapshot.sides, boundary_id),
    )


def reach_at(snapshot: Snapshot, boundary_id: str, chosen: LiveFilter = ALL_LIVE) -> pd.DataFrame:
    """Who reaches across one boundary; see :func:`boundaries.who_reaches_across`."""
    return boundaries.who_reaches_across(
        snapshot.stakeholder,
        live_relationships(snapshot.relationship, chosen),
        boundaries.sides_of(snapshot.sides, boundary_id),
    )


def evidence_of(snapshot: Snapshot, today: date | None = None) -> dict[str, Evidence]:
    """Every measure of the landscape by its code, as of `today`."""
    picture = Picture(
        constituency=snapshot.constituency,
        stakeholder=snapshot.stakeholder,
        membership=snapshot.membership,
        relationship=live_relationships(snapshot.relationship, ALL_LIVE),
        report=snapshot.report,
        boundary=snapshot.boundary,
        sides=snapshot.sides,
        legitimacy=snapshot.legitimacy,
        today=today or datetime.now(UTC).date(),
    )
    return {code: metric.compute(picture) for code, metric in METRICS.items()}
