"""A strip of answers as an inline picture for pages to print: dots on levels, and those beside."""

from typing import Final

from landscape.services.print_html import text
from landscape.services.round_report import Strip

_WIDTH: Final = 660
_LEFT: Final = 40
_LEVELS: Final = 440  # what all levels share
_BESIDE: Final = 520
_MIDDLE: Final = 16
_DOT: Final = 4.5
_NEXT: Final = 11
_IN_A_ROW: Final = 6
_MOST_DOTS: Final = 18
_INK: Final = "#23302e"
_FILL: Final = "#0f6b66"
_BAND: Final = "#d6e6e4"
_QUIET: Final = "#4c5654"


def svg(strip: Strip, *, numbered: bool = True) -> str:
    """The strip as SVG; every number in it is ours, and its words are escaped."""
    wide = _LEVELS / len(strip.counts)
    rows = max(_rows(count) for count in (*strip.counts, 1))
    tall = _MIDDLE + (rows - 1) * _NEXT / 2
    height = 2 * tall + (14 if numbered else 0)
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" height="{height:g}" role="img" '
        f'aria-label="{text(strip.alt)}">'
    ]
    at = [_LEFT + wide * (place + 0.5) for place in range(len(strip.counts))]
    if strip.low is not None and strip.high is not None:
        first, last = _spot(strip.low, at), _spot(strip.high, at)
        parts.append(
            f'<rect x="{first - 9:.1f}" y="{tall - 12:g}" width="{last - first + 18:.1f}" '
            f'height="24" rx="4" fill="{_BAND}"/>'
        )
    parts.append(_line(at[0] - wide / 2, tall, at[-1] + wide / 2, tall, "#b7b1a4", 1))
    if strip.centre is not None:
        x = _spot(strip.centre, at)
        reach = max(12.0, rows * _NEXT / 2 + 7)
        parts.append(_line(x, tall - reach, x, tall + reach, _INK, 2.5))
    for place, (x, count) in enumerate(zip(at, strip.counts, strict=True), start=1):
        if numbered:
            parts.append(_words(x, height - 2, str(place), "middle", _QUIET))
        parts += _dots(x, tall, count)
    for line, (name, count) in enumerate(strip.beside):
        y = tall + 4 + (line - (len(strip.beside) - 1) / 2) * 13
        parts.append(
            f'<circle cx="{_BESIDE}" cy="{y - 4:g}" r="4" fill="none" stroke="{_INK}"/>'
            + _words(_BESIDE + 10, y, f"{count} {name}", "start", _INK)
        )
    return "".join((*parts, "</svg>"))


def _rows(count: int) -> int:
    return 1 if count > _MOST_DOTS else max(1, -(-count // _IN_A_ROW))


def _spot(level: float, at: list[float]) -> float:
    """Where a level, or something between two, lies on the line."""
    return at[0] + (level - 1) * (at[1] - at[0])


def _dots(x: float, y: float, count: int) -> list[str]:
    if count > _MOST_DOTS:
        return [
            f'<circle cx="{x:.1f}" cy="{y:g}" r="11" fill="{_FILL}" stroke="{_INK}"/>',
            _words(x, y + 4, str(count), "middle", "#ffffff"),
        ]
    rows = _rows(count)
    dots: list[str] = []
    for row in range(rows):
        here = min(_IN_A_ROW, count - row * _IN_A_ROW)
        for place in range(here):
            cx = x + (place - (here - 1) / 2) * _NEXT
            cy = y + (row - (rows - 1) / 2) * _NEXT
            dots.append(
                f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{_DOT}" fill="{_FILL}" stroke="{_INK}" '
                'stroke-width="1"/>'
            )
    return dots


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, wide: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="{wide:g}"/>'
    )


def _words(x: float, y: float, words: str, anchor: str, colour: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:g}" font-size="11" text-anchor="{anchor}" fill="{colour}">'
        f"{text(words)}</text>"
    )
