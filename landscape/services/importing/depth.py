"""Words for the depth of a relationship, in the order of how much the two do together."""

from collections.abc import Mapping
from typing import Final

DEPTH_OF: Final[Mapping[str, int]] = {
    **dict.fromkeys(("none", "no contact", "no relationship", "kein kontakt", "aucun contact"), 0),
    **dict.fromkeys(
        (
            "communication",
            "communicating",
            "communicate",
            "informing",
            "information",
            "information sharing",
            "kommunikation",
            "communicatie",
            "comunicación",
            "comunicazione",
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
            "koordination",
            "kooperation",
            "vernetzung",
            "coopération",
            "mise en réseau",
            "coördinatie",
            "coordinación",
            "cooperación",
            "coordinamento",
            "cooperazione",
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
            "zusammenarbeit",
            "kollaboration",
            "travail commun",
            "samenwerking",
            "colaboración",
            "trabajo conjunto",
            "collaborazione",
            "lavoro comune",
        ),
        3,
    ),
    **dict.fromkeys(
        (
            "shared decisions",
            "shared decision",
            "shared decision-making",
            "transforming",
            "transformation",
            "gemeinsame entscheidungen",
            "décisions partagées",
            "gezamenlijke besluiten",
            "decisiones compartidas",
            "decisioni condivise",
        ),
        4,
    ),
}
