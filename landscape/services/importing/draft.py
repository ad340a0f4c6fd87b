"""The working state of one preparation, handed from step to step."""

from dataclasses import dataclass

from landscape.formats.source import SourceTable
from landscape.services.importing.decisions import Decisions, Missing
from landscape.services.importing.endpoints import Resolved
from landscape.services.importing.ledger import Ledger
from landscape.services.importing.onmap import OnMap
from landscape.services.importing.roles import TableProposal

Used = tuple[SourceTable, TableProposal]


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """What is known so far.

    `merged` counts rows that joined another one of the files, `further` what rows say beyond their
    first statement, `listed` stakeholders with a row of their own.
    """

    on_map: OnMap
    decisions: Decisions
    missing: Missing | None
    ledger: Ledger
    merged: int = 0
    resolved: Resolved | None = None
    further: int = 0
    listed: int = 0
