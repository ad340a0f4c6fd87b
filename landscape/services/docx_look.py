"""How a document looks: the house's ink and accent, tables with widths of their own.

What Word and LibreOffice show by default (blue headings, loud quotes, columns of one width that
break words) is set here, once, in the document's own styles, where whoever writes on can change
it.
"""

from collections.abc import Sequence
from typing import Any, Final

from landscape.services.print_html import clean

ASIDE: Final = "Quote"
QUIET: Final = "Caption"
PAGE_MM: Final = (210, 297)
MARGIN_MM: Final = 20
_INK: Final = "23302E"
_QUIET_INK: Final = "4C5654"
_ACCENT: Final = "0F6B66"
_LINE: Final = "B7B1A4"
_CELL_PT: Final = 9
_HEADINGS: Final = (("Title", 20, 0), ("Heading 1", 14, 18), ("Heading 2", 11.5, 14))
_EIGHTHS_OF_A_POINT: Final = 12


def dress(document: Any) -> None:
    """Set the page and the styles of a document."""
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAGE_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    styles = document.styles
    _write(styles["Normal"], _INK, 10.5)
    styles["Normal"].paragraph_format.space_after = Pt(5)
    for name, size, before in _HEADINGS:
        _write(styles[name], _INK, size)
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(4)
    _line(styles["Title"], "bottom", _LINE)
    _write(styles[QUIET], _QUIET_INK, 9)
    styles[QUIET].font.bold = False
    styles[QUIET].paragraph_format.space_after = Pt(4)
    _write(styles[ASIDE], _INK, 10.5)
    styles[ASIDE].font.italic = False
    styles[ASIDE].paragraph_format.left_indent = Mm(4)
    _line(styles[ASIDE], "left", _ACCENT)


def table(
    document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> None:
    """A table whose first row comes again on each page; `shares` part the width of the page."""
    from docx.shared import Mm, Pt

    room = (PAGE_MM[0] - 2 * MARGIN_MM) / sum(shares)
    made = document.add_table(rows=0, cols=len(shares))
    made.autofit = False
    _rules(made)
    for place, texts in enumerate([heads, *rows] if heads else rows):
        row = made.add_row()
        _whole(row, head=bool(heads) and place == 0)
        for cell, text, share in zip(row.cells, texts, shares, strict=True):
            cell.width = Mm(room * share)
            words = cell.paragraphs[0]
            words.paragraph_format.space_after = Pt(2)
            written = words.add_run(clean(text))
            written.font.size = Pt(_CELL_PT)
            written.bold = bool(heads) and place == 0
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Mm(room * share)
    document.add_paragraph(style=QUIET)


def _write(style: Any, ink: str, size: float) -> None:
    from docx.shared import Pt, RGBColor

    style.font.color.rgb = RGBColor.from_string(ink)
    style.font.size = Pt(size)


def _line(style: Any, side: str, ink: str) -> None:
    """One line beside or below what is written in a style, instead of any it had."""
    properties = style.element.get_or_add_pPr()
    for before in properties.findall(_named("pBdr")):
        properties.remove(before)
    borders = properties.makeelement(_named("pBdr"))
    borders.append(_border(properties, side, ink))
    # The order of a style's properties is fixed; its borders come before any of these.
    later = ("shd", "tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl")
    properties.insert_element_before(borders, *(f"w:{name}" for name in later))


def _rules(made: Any) -> None:
    """Lines below the rows of a table, and none between its columns."""
    properties = made._tbl.tblPr  # python-docx sets no lines of its own
    borders = properties.makeelement(_named("tblBorders"))
    for side in ("bottom", "insideH"):
        borders.append(_border(properties, side, _LINE))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _whole(row: Any, *, head: bool) -> None:
    """Keep a row on one page; a row of heads comes again on each."""
    properties = row._tr.get_or_add_trPr()
    for name in ("cantSplit", *(("tblHeader",) if head else ())):
        properties.append(properties.makeelement(_named(name)))


def _border(near: Any, side: str, ink: str) -> Any:
    told = {"val": "single", "sz": str(_EIGHTHS_OF_A_POINT), "space": "4", "color": ink}
    return near.makeelement(_named(side), {_named(name): value for name, value in told.items()})


def _named(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
