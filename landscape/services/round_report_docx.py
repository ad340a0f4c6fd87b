"""The report of a round as a document to write on: headings, tables, and no macro or link."""

import io
from datetime import UTC, datetime
from typing import Any, Final

from landscape.services import docx_look
from landscape.services.print_html import clean
from landscape.services.round_report import DimensionPart, ItemPart, Report, Strip

_MOST_DOTS: Final = 12


def as_docx(report: Report) -> bytes:
    """The report as DOCX. Words of any script are shown in the reader's own fonts."""
    from docx import Document  # not at the top: only those who take a document need it

    document = Document()
    docx_look.dress(document)
    _about(document, report)
    document.add_heading(clean(report.title), level=0)
    _words(document, report.honest)
    docx_look.table(document, (), report.facts, (1, 4))
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


def _about(document: Any, report: Report) -> None:
    """What the document says of itself: nothing of whoever's computer it was made on."""
    about = document.core_properties
    about.author = "Landscape"
    about.title = clean(f"{report.title} {report.landscape}")[:250]
    about.comments = ""
    about.language = report.language
    about.created = about.modified = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    document.sections[0].footer.paragraphs[0].text = clean(report.derived)
    document.sections[0].footer.paragraphs[0].style = docx_look.QUIET


def _glance(document: Any, report: Report) -> None:
    document.add_heading("At a glance", level=1)
    for finding in report.findings:
        _words(document, finding)
    for caution in report.cautions:
        _aside(document, caution)
    names = ", ".join(f"{at} {name}" for at, name in enumerate(report.level_names, start=1))
    _words(document, f"Levels: {names}.", quiet=True)
    levels = [str(at + 1) for at in range(len(report.level_names))]
    heads = ["Dimension", *levels, "Middle", "Beside"]
    rows = [[part.title, *_cells(part.strip)] for part in report.dimensions]
    shares = (2.2, *(1.4 for _ in levels), 1.2, 1.8)
    docx_look.table(document, heads, rows, shares)


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
            _aside(document, shown.names)
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
        docx_look.table(document, heads, rows, (1.6, *(1 for _ in report.groups)))
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
        heads = ["Step", "Who", "By", "How far", "What became of it"]
        docx_look.table(document, heads, told, (2, 1, 1, 0.8, 1.6))


def _derived(document: Any, report: Report) -> None:
    document.add_heading("What this is derived from", level=1)
    _words(document, f"{report.derived}.")
    for rule in (*report.worked_out, *filter(None, (report.evidence_on,)), *report.sources):
        _words(document, rule, quiet=True)
    _words(document, f"Taken from Landscape on {report.taken_on}.", quiet=True)


def _words(document: Any, words: str, *, style: str | None = None, quiet: bool = False) -> None:
    document.add_paragraph(clean(words), style=docx_look.QUIET if quiet else style)


def _aside(document: Any, words: str) -> None:
    _words(document, words, style=docx_look.ASIDE)
