"""A view of the map that somebody keeps: how it is looked at, from where, and what to say there."""

import math
from dataclasses import dataclass, field
from typing import Final

from landscape.model.errors import InvalidValueError
from landscape.model.map_look import MapLook
from landscape.model.scales import require_name

LONGEST_NAME: Final = 120
LONGEST_SENTENCE: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class MapCamera:
    """What part of the map is seen: the place in its middle, and how wide it is.

    All three are in the map's own measure.
    """

    x: float
    y: float
    span: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.x, self.y, self.span))) or self.span <= 0:
            raise InvalidValueError(
                f"Nothing is seen from {(self.x, self.y, self.span)!r}.",
                fix="Go to the part of the map that you want to keep, and keep the view again.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """One saved view; without a camera it shows all of the map.

    `sentence` is what is read out or shown large when the view comes up in a presentation.
    """

    id: str
    name: str
    sentence: str | None = None
    look: MapLook = field(default_factory=MapLook)
    camera: MapCamera | None = None
    ordinal: int = 0

    def __post_init__(self) -> None:
        require_name("view", self.name)
        for what, text, most in (
            ("name", self.name, LONGEST_NAME),
            ("sentence", self.sentence or "", LONGEST_SENTENCE),
        ):
            if len(text) > most:
                raise InvalidValueError(
                    f"The {what} of the view {self.name[:40]!r} has {len(text):,} characters.",
                    fix=f"Say it in at most {most}.",
                )
