"""The closed sets of words and the ordered scales. None is "not recorded"; 0 is a stated zero."""

from enum import StrEnum
from typing import Final

from landscape.model.errors import InvalidValueError

# Ordered scales: column -> (lowest, highest). The store's checks say the same.
SCALES: Final[dict[str, tuple[int, int]]] = {
    "influence": (1, 5),
    "interest": (1, 5),
    "confidence": (1, 5),
    "readiness": (1, 5),
    "stake": (1, 3),
    "affected": (0, 3),
    "decides": (0, 3),
    "blocks": (0, 3),
    "funds": (0, 3),
    "defines": (0, 3),
    "depth": (0, 4),
    "identification": (0, 4),
    "permeability": (0, 4),
    "trust": (0, 4),
    "legitimacy": (-1, 4),
    "stance": (-2, 2),
}

DEPTH_WORDS: Final = (
    "none",
    "informing",
    "networking",
    "collaborating",
    "transforming",
)
LEGITIMACY_WORDS: Final = {
    -1: "they contest us",
    0: "they do not know us",
    1: "they know us",
    2: "they listen to us",
    3: "they would accept us as convener",
    4: "they vouch for us to others",
}
IDENTIFICATION_WORDS: Final = (
    "not our business",
    "it affects us",
    "we have a part in it",
    "we are in it with them",
    "we speak for the whole",
)


class StakeholderKind(StrEnum):
    """What kind of stakeholder it is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    COMMUNITY_OF_PRACTICE = "community of practice"
    OTHER = "other"


class Level(StrEnum):
    """Levels of scale."""

    PERSON = "person"
    TEAM = "team"
    ORGANISATION = "organisation"
    LOCALITY = "locality"
    REGION = "region"
    NATION = "nation"
    INTERNATIONAL = "international"


class Role(StrEnum):
    """What a stakeholder or a constituency does in the issue."""

    DECIDES = "decides"
    FUNDS = "funds"
    DELIVERS = "delivers"
    AFFECTED = "affected"
    KNOWS = "knows"
    OPPOSES = "opposes"
    BRIDGES = "bridges"


class Asked(StrEnum):
    """Whether a stakeholder was asked about relationships; None is "not known"."""

    ANSWERED = "answered"
    ASKED = "asked"
    NOT_ASKED = "not_asked"


class Status(StrEnum):
    """Whether a relationship is alive."""

    LIVE = "live"
    DORMANT = "dormant"
    BROKEN = "broken"


class Basis(StrEnum):
    """What a relationship rests on: both ends reported it, one side did, or we assume it."""

    VALIDATED = "validated"
    REPORTED = "reported"
    ASSUMED = "assumed"


class Centrality(StrEnum):
    """How central somebody is in a constituency."""

    CORE = "core"
    ACTIVE = "active"
    PERIPHERAL = "peripheral"
    FORMER = "former"


class BoundaryKind(StrEnum):
    """What a boundary is made of."""

    GEOGRAPHIC = "geographic"
    CULTURAL = "cultural"
    DISCIPLINARY = "disciplinary"
    POLITICAL = "political"
    CLASS = "class"
    SOCIAL = "social"
    ORGANISATIONAL = "organisational"
    INSTITUTION = "institution"
    RANK = "rank"
    FUNCTION = "function"
    STAKEHOLDER = "stakeholder"
    DEMOGRAPHIC = "demographic"
    SECTOR = "sector"
    LANGUAGE = "language"
    LIVED_EXPERIENCE = "lived and professional experience"
    GENERATION = "generation"
    DIGITAL = "digital"
    OTHER = "other"


class BoundaryStance(StrEnum):
    """What the team means to do with a boundary."""

    UNDERSTAND = "understand"
    PROTECT = "protect"
    SUSPEND = "suspend"
    CROSS = "cross"
    BRIDGE = "bridge"
    REFRAME = "reframe"
    CHANGE = "change"
    LEAVE = "leave"
    UNDECIDED = "undecided"


class ConstituencyKind(StrEnum):
    """What kind of constituency it is."""

    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    PROFESSION = "profession"
    COMMUNITY_OF_PRACTICE = "community of practice"
    COMMUNITY_OF_PLACE = "community of place"
    COMMUNITY_OF_INTEREST = "community of interest"
    AFFECTED_PEOPLE = "affected people"
    PUBLIC_BODY = "public body"
    FUNDER = "funder"
    POLITICAL_BODY = "political body"
    INFORMAL_NETWORK = "informal network"
    OTHER = "other"


class KnowledgeBasis(StrEnum):
    """What the team's knowledge of a constituency rests on."""

    NONE = "none"
    DOCUMENTS = "documents"
    SECOND_HAND = "second-hand"
    DIRECT = "direct conversation"
    TIME_SPENT = "time spent there"
    MEMBER = "member"


class LegitimacyBasis(StrEnum):
    """What somebody's standing in a constituency rests on."""

    SHARED_PRACTICE = "shared practice"
    LIVED_EXPERIENCE = "lived experience"
    TRACK_RECORD = "track record"
    FORMAL_ROLE = "formal role"
    INTRODUCTION = "introduction by a trusted person"
    NEUTRALITY = "neutrality"
    RESOURCES = "resources"
    EXPERTISE = "expertise"


class OffScale(StrEnum):
    """Answers that are not a level; kept as codes, never as numbers."""

    CANT_SAY = "cant_say"
    NOT_APPLICABLE = "not_applicable"
    NO_ANSWER = "no_answer"
    UNANSWERED = "unanswered"


def require_scale(label: str, value: int | None, *, of: str) -> None:
    """Raise InvalidValueError unless `value` is None or on the scale `label`; `of` says whose."""
    if value is None:
        return
    lowest, highest = SCALES[label]
    if not lowest <= value <= highest:
        raise InvalidValueError(
            f"{label} of {of!r} is {value!r}.",
            fix=f"Rate it from {lowest} to {highest}.",
        )


def require_name(what: str, name: str) -> None:
    """Raise InvalidValueError when `name` holds nothing that can be read."""
    if not name.strip():
        raise InvalidValueError(f"A {what} has no name.", fix="Give it one.")
