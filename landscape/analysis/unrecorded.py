"""Measures that a landscape does not hold the data for, and what would have to be recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A measure that cannot be computed: `needs` says what would have to be recorded."""

    code: str
    title: str
    needs: str


_MISSING: Final = (
    Missing(
        code="E13",
        title="What groups answer for",
        needs="For each group: to whom it answers, up its own line and across to others.",
    ),
    Missing(
        code="E17",
        title="Hopes heard",
        needs="For each group: what it hopes for, word for word, with the day it was said.",
    ),
    Missing(
        code="E18",
        title="The call, tried out",
        needs="The versions of your invitation, and how each group responded to them.",
    ),
    Missing(
        code="E19",
        title="People and things that travel",
        needs="For each boundary: the documents, places or tools that both sides use.",
    ),
    Missing(
        code="E21",
        title="In touch with those between",
        needs="Conversations with people who belong to both sides, with their days.",
    ),
    Missing(
        code="E22",
        title="Owned by others",
        needs="What has been started, by whom, and who owns it.",
    ),
    Missing(
        code="E23",
        title="Who takes part",
        needs="Meetings with their days, and which groups were there.",
    ),
    Missing(
        code="E25",
        title="The voice of those affected",
        needs="For each meeting: how each group took part, from absent to deciding.",
    ),
    Missing(
        code="E26",
        title="Live questions",
        needs="Open questions, who raised them, and which groups work on them.",
    ),
    Missing(
        code="E27",
        title="What was tried came home",
        needs="What people took from a meeting, whether they tried it, and what they told.",
    ),
    Missing(
        code="E28",
        title="Mix in the room",
        needs="For each place where people meet: who of which side was there.",
    ),
    Missing(
        code="E29",
        title="Stories told",
        needs="Stories of what changed, with who told them and when.",
    ),
    Missing(
        code="E30",
        title="How far stories reach",
        needs="For each story: the furthest step that happened or was shown.",
    ),
    Missing(
        code="E31",
        title="Stories of both kinds",
        needs="For each story: who told it, and whether it went well or badly.",
    ),
    Missing(
        code="E33",
        title="Means",
        needs="Hours a week, months of money ahead, and who backs you by name.",
    ),
)

NOT_YET: Final[Mapping[str, Missing]] = MappingProxyType({one.code: one for one in _MISSING})
