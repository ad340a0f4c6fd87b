"""Words for the depth of a relationship, in the order of how much the two do together."""

from collections.abc import Mapping
from typing import Final

DEPTH_OF: Final[Mapping[str, int]] = {
    **dict.fromkeys(("none", "no contact", "no relationship"), 0),
    **dict.fromkeys(
        (
            "communication",
            "communicating",
            "communicate",
            "informing",
            "information",
            "information sharing",
        ),
        1,
    ),
    **dict.fromkeys(
        (
            "coordination",
            "coordinating",
            "coordinate",
            "networking",
            "exchange",
            "exchanging",
            "cooperation",
        ),
        2,
    ),
    **dict.fromkeys(
        (
            "collaboration",
            "collaborating",
            "collaborate",
            "joint work",
            "working together",
            "joint project",
        ),
        3,
    ),
    **dict.fromkeys(("shared decisions", "shared decision", "transforming", "transformation"), 4),
}
