"""By latitude and longitude, on a net of degrees: no map of anybody else is asked for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from landscape.analysis.arranged import Ground
from landscape.analysis.arrangements.seats import heap, in_boxes, taken
from landscape.analysis.arrays import Floats

_FARTHEST: Final = 85.0  # degrees from the equator: the projection has no end at the poles
_SAME: Final = 4  # decimals of a degree, about ten metres, within which two are in one place
_LEAST: Final = 0.02  # degrees across that are shown at least
_MOST_LINES: Final = 6
_APART: Final = 45  # of the size, from one to the next of those in one place
_REACH: Final = 11  # of the size, how far they stand from it at most
_STEPS: Final = (
    *(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5),
    *(1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 45.0),
)
NOT_RECORDED: Final = "Latitude and longitude not recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What is shown: x and y from `left` and `top`, and below it the band of the rest.

    Its sides lie on a grid as coarse as its `size`, a power of two, so that it stays as it is when
    somebody is added within it. Only those who share a place, or have none, stand where they do
    because of it.
    """

    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def band(self) -> Ground:
        """Where those stand whose latitude and longitude are not recorded."""
        return Ground(
            kind="band",
            x=self.left,
            y=self.bottom + self.size / 16,
            w=max(self.right - self.left, self.size * 0.75),
            h=self.size / 6,
            label=NOT_RECORDED,
        )


def projected(latitude: Floats, longitude: Floats) -> Floats:
    r"""Where each lies, shape (rows, 2), in degrees of longitude, y downwards; NaN for no place.

    Mercator's projection [1]_, whose small shapes are right wherever they are:

    .. math:: x = \lambda, \quad y = -\ln \tan (\pi / 4 + \varphi / 2)

    References
    ----------
    .. [1] Snyder, J. P. (1987). Map projections: a working manual. U.S. Geological Survey
       Professional Paper 1395, 38-47.
    """
    known = np.isfinite(latitude) & np.isfinite(longitude)
    clipped = np.radians(np.clip(np.where(known, latitude, 0.0), -_FARTHEST, _FARTHEST))
    down = -np.degrees(np.log(np.tan(math.pi / 4 + clipped / 2)))
    return np.where(known[:, None], np.column_stack([longitude, down]), np.nan)


def frame_of(points: Floats) -> Frame:
    """The frame around those who have a place."""
    known = points[np.isfinite(points[:, 0])]
    low, high = (known.min(axis=0), known.max(axis=0)) if len(known) else (np.zeros(2), np.zeros(2))
    size = 2.0 ** math.ceil(math.log2(max(float((high - low).max()), _LEAST)))
    step = size / 8
    left, top = np.floor(low / step - 0.5) * step
    right, bottom = np.ceil(high / step + 0.5) * step
    return Frame(
        left=float(left), top=float(top), right=float(right), bottom=float(bottom), size=size
    )


def seats(ids: Sequence[str], points: Floats, frame: Frame) -> Floats:
    """Where each stands, shape (ids, 2): in their place, around it, or in the band below.

    `ids` are in order of arrival: whoever came first stands exactly where a place is.
    """
    places = points.copy()
    lost = ~np.isfinite(points[:, 0])
    _, place = np.unique(np.round(points[~lost], _SAME), axis=0, return_inverse=True)
    here = [id_ for id_, without in zip(ids, lost.tolist(), strict=True) if not without]
    several = np.ones(int(place.max(initial=-1)) + 1, dtype=np.int64)
    around = taken(here, place.ravel(), several)
    places[~lost] += heap(around, frame.size / _APART, frame.size / _REACH)
    band = frame.band
    rest = [id_ for id_, without in zip(ids, lost.tolist(), strict=True) if without]
    places[lost] = in_boxes(
        rest,
        np.zeros(len(rest), dtype=np.int64),
        np.array([[band.x, band.y, band.w, band.h]]),
        sides=0.02,
        top=0.25,
        foot=0.1,
    )
    return places


def grounds(frame: Frame, *, rest: bool) -> tuple[Ground, ...]:
    """Meridians and parallels with their degrees, and the band where `rest` says there is one."""
    wide, high = frame.right - frame.left, frame.bottom - frame.top
    step = next((one for one in _STEPS if max(wide, high) / one <= _MOST_LINES), _STEPS[-1])
    drawn = [
        Ground(kind="line", x=x, y=frame.top, w=0.0, h=high, label=_degrees(x, "E", "W"))
        for x in _multiples(step, frame.left, frame.right)
    ]
    south, north = _latitude(frame.bottom), _latitude(frame.top)
    # Parallels lie farther apart toward the poles, but are named at whole steps all the same.
    apart = next((one for one in _STEPS if (north - south) / one <= _MOST_LINES), _STEPS[-1])
    for latitude in _multiples(min(apart, step), south, north):
        y = float(projected(np.array([latitude]), np.zeros(1))[0, 1])
        label = _degrees(latitude, "N", "S")
        drawn.append(Ground(kind="line", x=frame.left, y=y, w=wide, h=0.0, label=label))
    return (*drawn, frame.band) if rest else tuple(drawn)


def _multiples(step: float, low: float, high: float) -> list[float]:
    first, last = math.ceil(low / step), math.floor(high / step)
    return [round(number * step, 6) for number in range(first, last + 1)]


def _latitude(y: float) -> float:
    north = math.degrees(2 * math.atan(math.exp(-math.radians(y))) - math.pi / 2)
    return max(-_FARTHEST, min(_FARTHEST, north))


def _degrees(value: float, plus: str, minus: str) -> str:
    side = plus if value > 0 else minus if value < 0 else ""
    return f"{abs(value):g}°{side}"
