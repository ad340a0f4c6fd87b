"""The sheets and columns of the blank workbook, what each says, and what may stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from landscape.formats.table import Holds
from landscape.model.scales import DEPTH_WORDS, Level, StakeholderKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateColumn:
    """A column: its header, its role in an import, what it is for, and what may stand there."""

    header: str
    says: str
    words: str
    example: str | int = ""
    allowed: tuple[str | int, ...] = ()
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSheet:
    """A sheet: what its rows are, and its columns."""

    name: str
    holds: Holds
    words: str
    columns: tuple[TemplateColumn, ...]


def _words(kinds: type[StakeholderKind] | type[Level] | type[Status]) -> tuple[str, ...]:
    return tuple(kind.value for kind in kinds)


_RATING: Final = (1, 2, 3, 4, 5)
_DEPTHS: Final = ", ".join(f"{depth} {word}" for depth, word in enumerate(DEPTH_WORDS))

SHEETS: Final = (
    TemplateSheet(
        name="Stakeholders",
        holds="stakeholders",
        words="One row for everyone with a stake in it: a person, an organisation, a group.",
        columns=(
            TemplateColumn(
                header="Name",
                says="name",
                words="What they are called. Each name once.",
                example="Water board",
                needed=True,
            ),
            TemplateColumn(
                header="Group",
                says="group",
                words="The group they belong to first, in your own words.",
                example="Public bodies",
            ),
            TemplateColumn(
                header="Kind",
                says="kind",
                words="What kind of stakeholder it is.",
                example="organisation",
                allowed=_words(StakeholderKind),
            ),
            TemplateColumn(
                header="Role",
                says="role",
                words="Their job or part in it.",
                example="Upkeep of dikes",
            ),
            TemplateColumn(
                header="Level",
                says="level",
                words="The level of scale on which they act.",
                example="region",
                allowed=_words(Level),
            ),
            TemplateColumn(
                header="Place", says="place", words="Where they are.", example="Lower valley"
            ),
            TemplateColumn(
                header="Influence",
                says="influence",
                words="How much they can move, from 1 (little) to 5 (much). Blank: not recorded.",
                example=4,
                allowed=_RATING,
            ),
            TemplateColumn(
                header="Interest",
                says="interest",
                words="How much it matters to them, from 1 (little) to 5 (much).",
                example=3,
                allowed=_RATING,
            ),
            TemplateColumn(
                header="Asked",
                says="asked",
                words="Whether they were asked about their relationships.",
                example="answered",
                allowed=("answered", "asked", "not asked"),
            ),
            TemplateColumn(
                header="Notes", says="notes", words="Anything to remember.", example="Met in May"
            ),
        ),
    ),
    TemplateSheet(
        name="Relationships",
        holds="relationships",
        words="One row for each relationship that somebody knows of.",
        columns=(
            TemplateColumn(
                header="From",
                says="source",
                words="A name as it stands on the sheet Stakeholders.",
                example="Water board",
                needed=True,
            ),
            TemplateColumn(
                header="To",
                says="target",
                words="Another name from there.",
                example="Upper farms",
                needed=True,
            ),
            TemplateColumn(
                header="Kind",
                says="kind",
                words="What connects them, in your own words.",
                example="advice",
            ),
            TemplateColumn(
                header="Depth",
                says="depth",
                words=f"How deep it goes: {_DEPTHS}.",
                example=2,
                allowed=tuple(range(len(DEPTH_WORDS))),
            ),
            TemplateColumn(
                header="Directed",
                says="directed",
                words="Yes, where it goes from the first to the second only.",
                example="no",
                allowed=("yes", "no"),
            ),
            TemplateColumn(
                header="Status",
                says="status",
                words="Whether it is alive.",
                example="live",
                allowed=_words(Status),
            ),
            TemplateColumn(
                header="Who said so",
                says="reporter",
                words="The name of who told you, where somebody did.",
                example="Water board",
            ),
            TemplateColumn(
                header="Last contact",
                says="last_contact",
                words="A date.",
                example="2026-05-31",
            ),
            TemplateColumn(
                header="Notes",
                says="notes",
                words="Anything to remember.",
                example="Meet each spring",
            ),
        ),
    ),
    TemplateSheet(
        name="Groups",
        holds="memberships",
        words="One row for each further group that somebody belongs to. Leave it blank if none.",
        columns=(
            TemplateColumn(
                header="Name",
                says="name",
                words="A name as it stands on the sheet Stakeholders.",
                example="Ida Brook",
                needed=True,
            ),
            TemplateColumn(
                header="Group",
                says="group",
                words="A further group they belong to.",
                example="Residents",
                needed=True,
            ),
            TemplateColumn(
                header="Role", says="role", words="Their part in that group.", example="Chair"
            ),
        ),
    ),
)
BY_NAME: Final[Mapping[str, TemplateSheet]] = {sheet.name: sheet for sheet in SHEETS}
