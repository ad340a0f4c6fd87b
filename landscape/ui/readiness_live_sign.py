"""A room's code as a picture, larger than any heading, to be read from the last row."""

import html

from landscape.charts import palette

_SIGN = 44
_HEIGHT = 76


def sign(code: str, *, dark: bool) -> str:
    """The code as SVG, in the page's ink."""
    width = _SIGN * max(1, len(code))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" '
        f'viewBox="0 0 {width} {_HEIGHT}"><text x="0" y="60" font-family="monospace" '
        f'font-size="68" font-weight="700" fill="{palette.outline(dark=dark)}" '
        f'textLength="{width}" lengthAdjust="spacingAndGlyphs">{html.escape(code)}</text></svg>'
    )
