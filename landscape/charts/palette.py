"""Colours and shapes of groups, crossings and marks; page colours are in .streamlit/config.toml.

Groups: Paul Tol, "muted" qualitative scheme. Diverging values: Paul Tol, "BuRd".
Source: Tol, P. (2021). Colour schemes. Technical note SRON/EPS/TN/09-002, issue 3.2.
"""

from dataclasses import dataclass
from typing import Final, Literal

Shape = Literal["circle", "square", "triangle", "diamond"]

SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "triangle", "diamond")

# Each light colour has a lighter twin of its own hue that stands out from the dark page.
_GROUPS: Final = (
    ("#332288", "#8F86F2"),
    ("#88CCEE", "#A3DDFA"),
    ("#44AA99", "#58CDB9"),
    ("#117733", "#3FA562"),
    ("#999933", "#B3B347"),
    ("#DDCC77", "#F2E6A0"),
    ("#CC6677", "#F08A9B"),
    ("#882255", "#C4508A"),
    ("#AA4499", "#D98AD0"),
)
_NOT_RECORDED: Final = "#BBBBBB"

CROSSING: Final = "#B5532A"
CROSSING_DARK: Final = "#E08A5F"
INNER: Final = "#8F8F8F"

# Every mark has an outline of this width in the colour of the page's text.
OUTLINE: Final = "#23302E"
OUTLINE_DARK: Final = "#E7E4DC"
OUTLINE_WIDTH: Final = 1.5

# Ordered values, lowest first: one hue, from near the paper to near the ink.
ORDINAL: Final = ("#E3EFED", "#B4D6D2", "#7CB6B0", "#3F908A", "#0F6B66")
ORDINAL_DARK: Final = ("#22403D", "#2F5E5A", "#40817B", "#58A79F", "#8AD1C8")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupStyle:
    """How a group looks wherever it is drawn; `colour_dark` is for dark pages."""

    colour: str
    colour_dark: str
    shape: Shape


def group_style(index: int | None) -> GroupStyle:
    """The style of the group with this ordinal; None is "not recorded".

    From the tenth group on the colours come again with another shape.
    """
    if index is None:
        return GroupStyle(colour=_NOT_RECORDED, colour_dark=_NOT_RECORDED, shape="circle")
    colour, colour_dark = _GROUPS[index % len(_GROUPS)]
    shape = SHAPES[index // len(_GROUPS) % len(SHAPES)]
    return GroupStyle(colour=colour, colour_dark=colour_dark, shape=shape)


def outline(*, dark: bool) -> str:
    """The colour of the outline that every mark has."""
    return OUTLINE_DARK if dark else OUTLINE


def ordinal(level: int, *, dark: bool) -> str:
    """The colour of a level from 1 to 5."""
    return (ORDINAL_DARK if dark else ORDINAL)[level - 1]
