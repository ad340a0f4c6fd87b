"""Where the regions lie: related ones near each other, none on another, in a wide frame."""

import math
from typing import Final

import numpy as np

from landscape.analysis.arrays import Bools, Floats, Ints
from landscape.analysis.graph import Graph
from landscape.analysis.layout_drawing import Draw
from landscape.analysis.layout_spots import is_near, seeds

ASPECT: Final = 1.8  # width to height of the frame
_NAME_HEIGHT: Final = 0.055  # of the frame's height: room above a disc for its name
_NAME_WIDTH: Final = 0.17  # of the frame's width
_FILLED: Final = 0.5  # of the frame, roughly, once discs and names are packed
MANY: Final = 120  # more regions than this are set in rows
_STEPS: Final = 140
_SWAPS: Final = 3  # rounds of trying to swap each two discs
_WORTH: Final = 12  # swaps tried in a round
_CROSSED: Final = 1.0  # what it costs where all bands cross, as many widths of the frame
_BANDS: Final = 100  # of which crossings are counted
_FEW: Final = 13  # discs: with more, swaps change too little


def name_gap(radii: Floats) -> float:
    """The room that a region's name takes above its disc, in the unit of the radii."""
    return max(1.0, _NAME_HEIGHT * float(_frame(radii)[1]))


def arrange(radii: Floats, related: Floats, seed: int, draw: Draw) -> Floats:
    """Middles of discs that have no place yet, shape (discs, 2), around (0, 0).

    Parameters
    ----------
    radii : array of float, shape (discs,)
    related : array of float, shape (discs, discs)
        How many relationships there are between two regions; symmetric.
    seed : int
    draw : Draw
    """
    count = len(radii)
    if count == 1:
        return np.zeros((1, 2))
    gap = name_gap(radii)
    if count > MANY:
        return _rows(radii, gap)
    start = _start(radii, related, seed, draw)
    tries = 24 if count <= 30 else 4
    turn = np.arange(tries) * 2 * math.pi / tries
    turned = start @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]).T
    best, badness = _best(_settle(turned, radii, related, gap, _STEPS), radii, related, gap)
    for _ in range(_SWAPS if count <= _FEW else 0):
        one, other = _worth_swapping(best, related)
        swapped = np.repeat(best[None], len(one), axis=0)
        which = np.arange(len(one))
        swapped[which, one], swapped[which, other] = best[other], best[one]
        after, less = _best(_settle(swapped, radii, related, gap, _STEPS // 3), radii, related, gap)
        if less >= badness:
            break
        best, badness = after, less
    return best


def _worth_swapping(middles: Floats, related: Floats) -> tuple[Ints, Ints]:
    """The few pairs of discs whose swap would shorten relationships the most, before settling."""
    one, other = np.triu_indices(len(middles), 1)
    apart = np.hypot(*(middles[:, None] - middles).transpose(2, 0, 1))
    ways = related @ apart  # of each disc's relationships, if it stood where another one does
    own = np.diag(ways)
    pair = 2 * related[one, other] * apart[one, other]  # their own ways stay as they are
    gain = own[one] + own[other] - ways[one, other] - ways[other, one] - pair
    first = np.argsort(-np.round(gain, 6), kind="stable")[:_WORTH]
    return one[first], other[first]


def _best(settled: Floats, radii: Floats, related: Floats, gap: float) -> tuple[Floats, float]:
    tried = [_apart(middles, radii, gap) for middles in settled]
    badness = [_badness(middles, radii, related, gap) for middles in tried]
    least = int(np.argmin(badness))
    return tried[least], badness[least]


def beside(radius: float, related: Floats, discs: Floats, strays: Floats) -> Floats:
    """The middle for one more disc: free, near related ones and near the rest, shape (2,).

    `related` counts relationships with each of the `discs` (x, y, radius) there are; `strays`
    are people outside of discs.
    """
    middles, radii = discs[:, :2], discs[:, 2]
    gap = name_gap(np.append(radii, radius))
    turn = np.arange(48) * 2 * math.pi / 48
    around = np.column_stack([np.cos(turn), np.sin(turn)])
    reach = (radii + radius + gap * 1.02)[:, None, None] * np.array([1.0, 1.25, 1.6])[:, None]
    tried = (middles[:, None, None] + reach[..., None] * around).reshape(-1, 2)
    tried = tried[~_covers(tried, radius + gap, middles, radii)]
    tried = tried[~is_near(tried, strays, radius + 1.0)]
    if not len(tried):
        return np.asarray(rows_below(np.array([radius]), discs, strays)[0])
    low = (middles - radii[:, None]).min(axis=0)
    high = (middles + radii[:, None]).max(axis=0)
    grown = np.maximum(high, tried + radius) - np.minimum(low, tried - radius)
    frame = np.maximum(grown[:, 0], ASPECT * grown[:, 1])
    weight = related / related.sum() if related.sum() else np.full(len(radii), 1 / len(radii))
    far = np.hypot(*(tried[:, None] - middles).transpose(2, 0, 1)) @ weight
    return np.asarray(tried[np.argmin(np.round(frame + 0.7 * far, 6))])


def _covers(points: Floats, distance: float, middles: Floats, radii: Floats) -> Bools:
    found = np.zeros(len(points), dtype=bool)
    for middle, radius in zip(middles, radii, strict=True):
        apart = points - middle
        found |= (apart**2).sum(axis=1) < (radius + distance) ** 2 * (1 - 1e-9)
    return found


def _frame(radii: Floats) -> Floats:
    """Width and height of the frame that the discs should fill."""
    height = math.sqrt(float(np.pi * (radii**2).sum()) / _FILLED / ASPECT)
    return np.array([ASPECT * height, height])


def _start(radii: Floats, related: Floats, seed: int, draw: Draw) -> Floats:
    """Where springs between related regions pull them, spread over the frame."""
    source, target = np.nonzero(np.triu(related, 1))
    graph = Graph(count=len(radii), source=source, target=target)
    weights = related[source, target]
    drawn = draw(graph, seed, np.sqrt(weights / weights.max())) if len(source) else None
    if drawn is None:
        drawn = np.empty((len(radii), 2))
        drawn[np.argsort(-radii, kind="stable")] = seeds(0, len(radii))
    drawn = drawn - drawn.mean(axis=0)
    far = np.sqrt((drawn**2).sum(axis=1).mean()) or 1.0
    # One that springs push far off would stay at the end of a long empty stretch.
    drawn = drawn / np.maximum(np.hypot(*drawn.T) / (1.8 * far), 1.0)[:, None]
    return np.asarray(drawn / far * math.sqrt((radii**2).sum()) * 1.5)


def _settle(middles: Floats, radii: Floats, related: Floats, gap: float, steps: int) -> Floats:
    """Draw discs together toward the middle and toward related ones, and push them apart.

    `middles` has shape (tries, discs, 2): all tries settle at once.
    """
    shapes = _shapes(radii, gap)
    share = np.sqrt(related)
    share = share / np.maximum(share.sum(axis=1, keepdims=True), 1e-9)
    tied = related.sum(axis=1)[:, None] > 0
    frame = _frame(radii)
    low = np.minimum(radii[:, None] - frame / 2, 0.0)
    high = np.maximum(frame / 2 - radii[:, None] - np.array([0.0, gap]), 0.0)
    for step in range(steps):
        pull = 0.07 * (1 - step / steps) + 0.01
        to_related = np.where(tied, share @ middles - middles, 0.0)
        middles = middles + pull * (to_related - middles * np.array([1.0, ASPECT**2]))
        for _ in range(2):
            middles = _pushed(middles, *shapes)
            middles = (middles + np.clip(middles, low, high)) / 2
    for _ in range(steps):
        before = middles
        middles = _pushed(middles, *shapes)
        if np.abs(middles - before).max() < 1e-4 * gap:
            break
    return middles


def _shapes(radii: Floats, gap: float) -> tuple[Floats, Floats, Floats, Floats]:
    """What takes room, discs first, then the names above them.

    Each is a rounded bar: how far its middle is above that of the disc, half the length of the
    straight part, half the height; and the share of a push that falls to the first of two.
    """
    width = min(_NAME_WIDTH, 0.45 / math.sqrt(len(radii))) * _frame(radii)[0]
    above = np.concatenate([np.zeros(len(radii)), radii + gap / 2])
    half = np.repeat([0.0, max(0.0, (width - gap) / 2)], len(radii))
    size = np.concatenate([radii + gap / 4, np.full(len(radii), gap / 2)])
    mass = np.tile(radii**2, 2)
    share = mass / (mass[:, None] + mass)
    body = np.tile(np.arange(len(radii)), 2)
    share[body[:, None] == body] = 0.0
    return above, half[:, None] + half, size[:, None] + size, share


def _pushed(middles: Floats, above: Floats, half: Floats, size: Floats, share: Floats) -> Floats:
    """The middles, with shapes that overlap moved apart by most of the overlap."""
    x = np.concatenate([middles[..., 0]] * 2, axis=1)
    y = np.concatenate([middles[..., 1]] * 2, axis=1) + above
    across = x[:, :, None] - x[:, None]
    up = y[:, :, None] - y[:, None]
    beyond = across - np.clip(across, -half, half)
    far = np.sqrt(beyond**2 + up**2)
    over = np.where(share > 0.0, np.maximum(size - far, 0.0), 0.0)
    # Two that lie in one place part along a direction that depends on which they are.
    order = np.arange(x.shape[1])
    beyond = np.where(far < 1e-9, np.sign(order[:, None] - order), beyond)
    move = 0.6 * over * share.T / np.where(far < 1e-9, 1.0, far)
    moved = np.stack([(move * beyond).sum(axis=2), (move * up).sum(axis=2)], axis=2)
    count = middles.shape[1]
    return np.asarray(middles + moved[:, :count] + moved[:, count:])


def _apart(middles: Floats, radii: Floats, gap: float) -> Floats:
    """The middles, farther from each other by one factor if any two discs still touch."""
    apart = np.hypot(*(middles[:, None] - middles).transpose(2, 0, 1))
    needed = radii[:, None] + radii + gap / 4
    np.fill_diagonal(apart, np.inf)
    factor = max(1.0, float((needed / np.maximum(apart, 1e-6)).max()))
    return _rows(radii, gap) if factor > 3.0 else middles * factor


def _badness(middles: Floats, radii: Floats, related: Floats, gap: float) -> float:
    """The frame's width for the area of the discs, how long relationships run, how many cross."""
    low = (middles - radii[:, None]).min(axis=0)
    high = (middles + radii[:, None]).max(axis=0) + np.array([0.0, gap])
    width = max(high[0] - low[0], ASPECT * (high[1] - low[1]))
    apart = np.hypot(*(middles[:, None] - middles).transpose(2, 0, 1))
    far = float((apart * related).sum() / max(related.sum(), 1.0) / width)
    cost = 1.0 + 1.5 * far + _CROSSED * _crossed(middles, related)
    return round(float(width / np.sqrt((radii**2).sum())) * cost, 9)


def _crossed(middles: Floats, related: Floats) -> float:
    """The share of pairs of relationships that cross as bands, counted on the widest bands."""
    source, target = np.nonzero(np.triu(related, 1))
    widest = np.argsort(-related[source, target], kind="stable")[:_BANDS]
    source, target = source[widest], target[widest]
    weight = related[source, target]
    one, other = np.triu_indices(len(source), 1)
    apart = (source[one] != source[other]) & (source[one] != target[other])
    apart &= (target[one] != source[other]) & (target[one] != target[other])
    one, other = one[apart], other[apart]
    pairs = weight[one] * weight[other]
    p, q, r, s = (
        middles[ends] for ends in (source[one], target[one], source[other], target[other])
    )
    cross = (_left(p, q, r) != _left(p, q, s)) & (_left(r, s, p) != _left(r, s, q))
    return float((pairs * cross).sum() / max(pairs.sum(), 1e-9))


def _left(start: Floats, end: Floats, point: Floats) -> Bools:
    """Whether a point lies to the left of a line."""
    along, away = end - start, point - start
    return np.asarray(along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0] > 0.0)


def rows_below(radii: Floats, discs: Floats, places: Floats) -> Floats:
    """Middles of discs set in rows below all discs (x, y, radius) and people there are."""
    gap = name_gap(np.concatenate([radii, discs[:, 2]]))
    middles = _rows(radii, gap)
    lowest = min(
        float((discs[:, 1] - discs[:, 2]).min()),
        float(np.nanmin(places[:, 1])) if len(places) else math.inf,
    )
    across = float(discs[:, 0].mean())
    down = lowest - 2 * gap - float((middles[:, 1] + radii).max())
    return np.asarray(middles + np.array([across, down]))


def _rows(radii: Floats, gap: float) -> Floats:
    """Discs in rows, largest first, for more regions than springs can place in time."""
    order = np.argsort(-radii, kind="stable")
    wide = math.sqrt(float(((2 * radii + gap) ** 2).sum()) * ASPECT)
    middles = np.zeros((len(radii), 2))
    left = top = row = 0.0
    for one in order:
        size = 2 * radii[one] + gap
        if left and left + size > wide:
            left, top, row = 0.0, top - row, 0.0
        row = max(row, size)
        middles[one] = (left + size / 2, top - size / 2)
        left += size
    return np.asarray(middles - (middles.max(axis=0) + middles.min(axis=0)) / 2)
