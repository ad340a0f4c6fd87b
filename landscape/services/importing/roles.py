"""What a column or a table of a file may be, and what is proposed for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class TableKind(StrEnum):
    """What a table holds.

    In a two-mode list each row puts one stakeholder (NAME) into one event, project or group
    (GROUP): MEMBERSHIPS makes each of these a group, SHARED a relationship between any two who
    share one.
    """

    STAKEHOLDERS = "stakeholders"
    RELATIONSHIPS = "relationships"
    MEMBERSHIPS = "memberships"
    SHARED = "shared"
    ASIDE = "left aside"


class ColumnRole(StrEnum):
    """What a column says. The values are the ROLE of `--map ROLE=COLUMN`."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ID = "id"
    GROUP = "group"
    KIND = "kind"
    ROLE = "role"
    LEVEL = "level"
    PLACE = "place"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    INFLUENCE = "influence"
    INTEREST = "interest"
    ASKED = "asked"
    NOTES = "notes"
    BOUNDARY = "boundary"
    POSITION_X = "x"
    POSITION_Y = "y"
    SOURCE = "source"
    TARGET = "target"
    REPORTER = "reporter"
    DEPTH = "depth"
    WEIGHT = "weight"
    DIRECTED = "directed"
    STATUS = "status"
    REPORTED_ON = "reported_on"
    LAST_CONTACT = "last_contact"
    SOURCE_GROUP = "source_group"
    TARGET_GROUP = "target_group"
    ATTRIBUTE = "attribute"
    IGNORED = "ignored"


R = ColumnRole
ROLES: Final[Mapping[TableKind, tuple[ColumnRole, ...]]] = {
    TableKind.STAKEHOLDERS: (
        R.NAME,
        R.FIRST_NAME,
        R.LAST_NAME,
        R.ID,
        R.GROUP,
        R.BOUNDARY,
        R.KIND,
        R.ROLE,
        R.LEVEL,
        R.PLACE,
        R.LATITUDE,
        R.LONGITUDE,
        R.INFLUENCE,
        R.INTEREST,
        R.ASKED,
        R.NOTES,
        R.POSITION_X,
        R.POSITION_Y,
        R.ATTRIBUTE,
        R.IGNORED,
    ),
    TableKind.RELATIONSHIPS: (
        R.SOURCE,
        R.TARGET,
        R.REPORTER,
        R.DEPTH,
        R.KIND,
        R.WEIGHT,
        R.DIRECTED,
        R.STATUS,
        R.REPORTED_ON,
        R.LAST_CONTACT,
        R.SOURCE_GROUP,
        R.TARGET_GROUP,
        R.NOTES,
        R.ATTRIBUTE,
        R.IGNORED,
    ),
    TableKind.MEMBERSHIPS: (R.NAME, R.GROUP, R.ROLE, R.IGNORED),
    TableKind.SHARED: (R.NAME, R.GROUP, R.REPORTED_ON, R.IGNORED),
    TableKind.ASIDE: (R.IGNORED,),
}
MANY: Final = frozenset({R.ATTRIBUTE, R.IGNORED, R.BOUNDARY})

ROLE_WORDS: Final[Mapping[ColumnRole, str]] = {
    R.NAME: "Name of the stakeholder",
    R.FIRST_NAME: "First name",
    R.LAST_NAME: "Last name",
    R.ID: "Number or code of the stakeholder",
    R.GROUP: "Group",
    R.KIND: "Kind",
    R.ROLE: "Role or job",
    R.LEVEL: "Level of scale",
    R.PLACE: "Place",
    R.LATITUDE: "Latitude",
    R.LONGITUDE: "Longitude",
    R.INFLUENCE: "Influence, 1 to 5",
    R.INTEREST: "Interest, 1 to 5",
    R.ASKED: "Were they asked?",
    R.NOTES: "Notes",
    R.BOUNDARY: "A boundary between them",
    R.POSITION_X: "Place on the picture, across",
    R.POSITION_Y: "Place on the picture, upwards",
    R.SOURCE: "From",
    R.TARGET: "To",
    R.REPORTER: "Who said so",
    R.DEPTH: "Depth",
    R.WEIGHT: "Weight",
    R.DIRECTED: "Does it go one way?",
    R.STATUS: "Is it alive?",
    R.REPORTED_ON: "Date of the report",
    R.LAST_CONTACT: "Last contact",
    R.SOURCE_GROUP: "Group of From",
    R.TARGET_GROUP: "Group of To",
    R.ATTRIBUTE: "Keep as it is",
    R.IGNORED: "Leave out",
}


class Confidence(StrEnum):
    """How sure a proposal is, in words."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "a guess"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnProposal:
    """What one column seems to say, and why."""

    column: str
    role: ColumnRole
    confidence: Confidence
    reason: str
    could_be_boundary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableProposal:
    """What one table seems to hold, and what its columns say.

    `by_id` says that the ends of relationships are codes; `told_apart_by` is the column that tells
    two stakeholders of one name apart, where the file means two.
    """

    table: str
    kind: TableKind
    reason: str
    columns: tuple[ColumnProposal, ...]
    by_id: bool = False
    told_apart_by: str | None = None

    def column(self, role: ColumnRole) -> str | None:
        """The column with this role, where there is one."""
        return next((c.column for c in self.columns if c.role is role), None)

    def all_of(self, role: ColumnRole) -> tuple[str, ...]:
        """Every column with this role."""
        return tuple(c.column for c in self.columns if c.role is role)
