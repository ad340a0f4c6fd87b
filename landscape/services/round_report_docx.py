"""The report of a round as a document to write on: headings, tables, and no macro or link."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from landscape.services.print_html import clean
from landscape.services.round_report import DimensionPart, ItemPart, Report, Strip

_QUIET: Final = "4C5654"
_MOST_DOTS: Final = 12


def as_docx(report: Report) -> bytes:
    """The report as DOCX. Words of any script are shown in the reader's own fonts."""
    from docx import Document  # not at the top: only those who take a document need it

    document = Document()
    _look(document, report)
    document.add_heading(clean(report.title), level=0)
    _words(document, report.honest)
    _pairs(document, report.facts)
    if report.raters:
        _words(document, f"Who answered: {', '.join(report.raters)}.")
    if report.dimensions:
        _glance(document, report)
    for part in report.dimensions:
        _dimension(document, part)
    _rest(document, report)
    _derived(document, report)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _look(document: Any, report: Report) -> None:
    """Plain styles, and nothing of whoever's computer it was made on."""
    from docx.shared import Mm, Pt

    document.styles["Normal"].font.size = Pt(10.5)
    about = document.core_properties
    about.author = "Landscape"
    about.title = clean(f"{report.title} {report.landscape}")[:250]
    about.comments = ""
    about.language = report.language
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    section.footer.paragraphs[0].text = clean(report.derived)


def _glance(document: Any, report: Report) -> None:
    document.add_heading("At a glance", level=1)
    for finding in report.findings:
        _words(document, finding)
    for caution in report.cautions:
        _aside(document, caution)
    heads = ["Dimension", *_levels(report.level_names), "Middle", "Beside"]
    rows = [[part.title, *_cells(part.strip)] for part in report.dimensions]
    _table(document, heads, rows)


def _levels(names: Sequence[str]) -> list[str]:
    return [f"{level} {name}" for level, name in enumerate(names, start=1)]


def _cells(strip: Strip) -> list[str]:
    beside = ", ".join(f"{many} {name.lower()}" for name, many in strip.beside)
    middle = f"{strip.centre:g}" if strip.centre is not None else "too few answers"
    return [*(_dots(many) for many in strip.counts), middle, beside]


def _dots(many: int) -> str:
    return "●" * many if many <= _MOST_DOTS else f"● {many}"


def _dimension(document: Any, part: DimensionPart) -> None:
    document.add_heading(clean(part.title), level=1)
    _words(document, part.said)
    for comment in part.comments:
        _aside(document, comment)
    for item in part.items:
        _item(document, item)


def _item(document: Any, item: ItemPart) -> None:
    document.add_heading(clean(item.statement), level=2)
    for chosen in item.chosen:
        _words(document, f"{chosen.said}: {chosen.text}", style="List Bullet")
    _words(document, item.strip.alt, quiet=True)
    if item.apart:
        _words(document, item.apart)
    for comment in item.comments:
        _aside(document, comment)
    for shown in item.evidence:
        _aside(document, f"The map: {shown.title}. {shown.sentence}")
        if shown.names:
            _words(document, shown.names)
        worked_out = f"{shown.formula} Recorded: {shown.recorded}. {shown.source}"
        _words(document, worked_out, quiet=True)
    for words in item.both_ways:
        _words(document, words)


def _rest(document: Any, report: Report) -> None:
    if report.groups:
        document.add_heading("By where people stand", level=1)
        heads = ["Dimension", *(group.name for group in report.groups)]
        rows = [
            [part.title, *(group.cells[place] for group in report.groups)]
            for place, part in enumerate(report.dimensions)
        ]
        _table(document, heads, rows)
    if report.withheld:
        document.add_heading("What is not shown", level=1)
        for words in report.withheld:
            _words(document, words)
    if report.closing:
        document.add_heading(clean(report.closing_question), level=1)
        for words in report.closing:
            _aside(document, words)
    if report.suggested:
        document.add_heading("What is suggested", level=1)
        for one in report.suggested:
            _words(document, f"{one.step} {one.why}", style="List Number")
            if one.caution:
                _aside(document, one.caution)
    if report.steps:
        document.add_heading("The plan", level=1)
        told = [
            [
                step.step,
                step.owner or "nobody yet",
                step.due or "no date yet",
                step.status,
                " ".join(filter(None, (step.became, step.note))),
            ]
            for step in report.steps
        ]
        _table(document, ["Step", "Who", "By", "How far", "What became of it"], told)


def _derived(document: Any, report: Report) -> None:
    document.add_heading("What this is derived from", level=1)
    _words(document, f"{report.derived}.")
    for rule in (*report.worked_out, *filter(None, (report.evidence_on,)), *report.sources):
        _words(document, rule, quiet=True)
    _words(document, f"Taken from Landscape on {report.taken_on}.", quiet=True)


def _words(document: Any, words: str, *, style: str | None = None, quiet: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    run = document.add_paragraph(style=style).add_run(clean(words))
    if quiet:
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor.from_string(_QUIET)


def _aside(document: Any, words: str) -> None:
    _words(document, words, style="Intense Quote")


def _pairs(document: Any, pairs: Iterable[tuple[str, str]]) -> None:
    for label, words in pairs:
        paragraph = document.add_paragraph()
        paragraph.add_run(clean(f"{label}: ")).bold = True
        paragraph.add_run(clean(words))


def _table(document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from docx.shared import Pt

    made = document.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    for row, words in ((made.rows[0], heads), *((made.add_row(), one) for one in rows)):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = ""
            run = cell.paragraphs[0].add_run(clean(text))
            run.font.size = Pt(9)
