"""Spots inside a region: sunflower seeds, which of them are free, and who gets which."""

import math
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints

GOLDEN_ANGLE: Final = math.pi * (3.0 - math.sqrt(5.0))
# With the second seed this far out no two seeds are closer than 1.65 times the spacing.
_OFFSET: Final = 2.5
_FEW: Final = 4_000  # targets times sites


def seeds(start: int, stop: int, spacing: float = 1.0) -> Floats:
    r"""Seeds `start` to `stop` of a sunflower around (0, 0), shape (stop - start, 2).

    .. math:: r_k = s \sqrt{k + 2.5}, \quad \theta_k = k \pi (3 - \sqrt 5)

    but for seed 0, which lies in the middle [1]_.

    References
    ----------
    .. [1] Vogel, H. (1979). A better way to construct the sunflower head. Mathematical
       Biosciences 44(3-4), 179-189. The offset is ours: it keeps the first seeds apart.
    """
    number = np.arange(start, stop, dtype=np.float64)
    radius = np.where(number > 0, spacing * np.sqrt(number + _OFFSET), 0.0)
    return np.column_stack(
        [radius * np.cos(number * GOLDEN_ANGLE), radius * np.sin(number * GOLDEN_ANGLE)]
    )


def seeds_within(radius: float, spacing: float = 1.0) -> int:
    """How many seeds lie at most `radius` from the middle."""
    return 1 + max(0, math.floor((radius / spacing) ** 2 - _OFFSET + 1e-9))


def radius_of(count: int, spacing: float = 1.0) -> float:
    """How far out the last of `count` seeds lies."""
    return spacing * math.sqrt(count - 1 + _OFFSET) if count > 1 else 0.0


def is_near(points: Floats, others: Floats, distance: float) -> Bools:
    """Which points are closer than `distance` to one of the others, shape (points,).

    Both are sorted into square cells of that size, so only nine cells have to be looked at.
    """
    found = np.zeros(len(points), dtype=bool)
    if not len(points) or not len(others):
        return found
    low = points.min(axis=0) - distance
    high = points.max(axis=0) + distance
    others = others[((others >= low) & (others <= high)).all(axis=1)]
    if not len(others):
        return found
    column, row = np.floor((points - low) / distance).astype(np.int64).T
    width = int(column.max()) + 3
    cells = np.floor((others - low) / distance).astype(np.int64)
    keys = cells[:, 0] + cells[:, 1] * width
    order = np.argsort(keys, kind="stable")
    keys, others = keys[order], others[order]
    for across in (-1, 0, 1):
        for up in (-1, 0, 1):
            key = (column + across) + (row + up) * width
            first = np.searchsorted(keys, key, side="left")
            many = np.searchsorted(keys, key, side="right") - first
            which = np.repeat(np.arange(len(points)), many)
            within = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
            apart = points[which] - others[np.repeat(first, many) + within]
            found[which[(apart**2).sum(axis=1) < distance**2]] = True
    return found


def match(targets: Floats, sites: Floats) -> Ints:
    """A site of its own for each target, close to it, shape (targets,).

    There must be at least as many sites as targets. A few take the nearest in turn. Else sites
    are halved along the longer side of what they cover until one is left, and targets go to the
    half they lie in while it has room.
    """
    if len(targets) * len(sites) <= _FEW:
        return _match_few(targets, sites)
    targets = _parted(targets)
    given = np.full(len(targets), -1, dtype=np.int64)
    target = np.arange(len(targets))
    site = np.arange(len(sites))
    target_part = np.zeros(len(targets), dtype=np.int64)
    site_part = np.zeros(len(sites), dtype=np.int64)
    while len(target):
        parts, target_part = np.unique(target_part, return_inverse=True)
        here = np.isin(site_part, parts)
        site, site_part = site[here], np.searchsorted(parts, site_part[here])
        axis = _longer_side(sites[site], site_part, len(parts))
        site, site_part, site_at = _sorted(sites, site, site_part, axis)
        target, target_part, target_at = _sorted(targets, target, target_part, axis)
        site_count = np.bincount(site_part, minlength=len(parts))
        target_count = np.bincount(target_part, minlength=len(parts))
        start = np.cumsum(site_count) - site_count
        half = site_count // 2
        cut = (site_at[start + np.maximum(half - 1, 0)] + site_at[start + half]) / 2
        left = np.bincount(target_part[target_at < cut[target_part]], minlength=len(parts))
        left = np.clip(left, target_count - (site_count - half), half)
        site_rank = np.arange(len(site)) - start[site_part]
        first_target = np.cumsum(target_count) - target_count
        target_rank = np.arange(len(target)) - first_target[target_part]
        done = site_count[target_part] == 1
        given[target[done]] = site[start[target_part[done]]]
        site_part = 2 * site_part + (site_rank >= half[site_part])
        target_part = (2 * target_part + (target_rank >= left[target_part]))[~done]
        target = target[~done]
    return given


def _parted(targets: Floats) -> Floats:
    """The targets, with those in one place spread around it."""
    _, place, many = np.unique(targets, axis=0, return_inverse=True, return_counts=True)
    place = place.ravel()
    order = np.argsort(place, kind="stable")
    rank = np.empty(len(targets), dtype=np.int64)
    rank[order] = np.arange(len(targets)) - np.repeat(np.cumsum(many) - many, many)
    return np.asarray(targets + seeds(0, int(many.max()))[rank])


def _match_few(targets: Floats, sites: Floats) -> Ints:
    given = np.empty(len(targets), dtype=np.int64)
    free = np.ones(len(sites), dtype=bool)
    for number, target in enumerate(targets):
        far = np.where(free, ((sites - target) ** 2).sum(axis=1), np.inf)
        given[number] = np.argmin(far)
        free[given[number]] = False
    return given


def _longer_side(points: Floats, part: Ints, parts: int) -> Ints:
    low = np.full((parts, 2), np.inf)
    high = np.full((parts, 2), -np.inf)
    np.minimum.at(low, part, points)
    np.maximum.at(high, part, points)
    return np.asarray(np.argmax(high - low, axis=1))


def _sorted(points: Floats, which: Ints, part: Ints, axis: Ints) -> tuple[Ints, Ints, Floats]:
    """`which` and `part` by part, then along the axis of the part; and where they lie on it."""
    at = points[which, axis[part]]
    order = np.lexsort((which, at, part))
    return which[order], part[order], at[order]
