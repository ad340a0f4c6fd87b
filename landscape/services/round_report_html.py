"""The report of a round as a page to print."""

from collections.abc import Iterable, Sequence

from landscape.services.print_html import listed, page, tag, text
from landscape.services.print_strips import svg
from landscape.services.round_report import (
    DimensionPart,
    GroupRow,
    ItemPart,
    Report,
    Shown,
    StepPart,
    Suggested,
)


def as_html(report: Report) -> str:
    """One file without a script; all text from people is escaped, and nothing is fetched."""
    body = [
        tag("h1", report.title),
        tag("p", report.honest, kind="honest"),
        facts(report.facts),
        *_raters(report.raters),
        *_glance(report),
    ]
    body += [piece for part in report.dimensions for piece in _dimension(part)]
    body += _groups(report.groups, report.dimensions)
    if report.withheld:
        body += [tag("h2", "What is not shown"), listed(report.withheld)]
    if report.closing:
        body += [tag("h2", report.closing_question), *quoted(report.closing)]
    body += suggested(report.suggested)
    body += steps(report.steps, owners=True)
    body += _worked_out(report)
    return page(f"{report.title} {report.landscape}", body, language=report.language)


def facts(pairs: Sequence[tuple[str, str]]) -> str:
    """What the round was, who answered, when: label and words side by side."""
    return "<dl>" + "".join(tag("dt", label) + tag("dd", words) for label, words in pairs) + "</dl>"


def scale(names: Sequence[str]) -> str:
    """What the levels are called, from the lowest."""
    told = ", ".join(f"{level} {name}" for level, name in enumerate(names, start=1))
    return tag("p", f"Levels: {told}. The tick is the middle.", kind="quiet")


def quoted(texts: Iterable[str]) -> list[str]:
    """What people wrote, one beside the other, without who wrote it."""
    return [tag("p", words, kind="aside") for words in texts]


def suggested(found: Sequence[Suggested]) -> list[str]:
    """What the answers suggest, in order."""
    if not found:
        return []
    rows = [
        f"<li><strong>{text(one.step)}</strong> {tag('span', one.why, kind='quiet')}"
        + (tag("p", one.caution, kind="aside") if one.caution else "")
        + "</li>"
        for one in found
    ]
    return [tag("h2", "What is suggested"), "<ol>" + "".join(rows) + "</ol>"]


def steps(found: Sequence[StepPart], *, owners: bool) -> list[str]:
    """The plan as a table, with or without who takes what."""
    if not found:
        return []
    heads = ["Step", *(["Who"] if owners else []), "By", "How far", "What became of it"]
    rows = [
        [
            one.step,
            *([one.owner or "nobody yet"] if owners else []),
            one.due or "no date yet",
            one.status,
            " ".join(filter(None, (one.became, one.note if owners else None))),
        ]
        for one in found
    ]
    return [tag("h2", "The plan"), table(heads, rows)]


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of words from people."""
    head = "".join(tag("th", one) for one in heads)
    body = "".join("<tr>" + "".join(tag("td", cell) for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _raters(names: Sequence[str]) -> list[str]:
    return [tag("p", f"Who answered: {', '.join(names)}.")] if names else []


def _glance(report: Report) -> list[str]:
    if not report.dimensions:
        return []
    return [
        tag("h2", "At a glance"),
        *(tag("p", finding) for finding in report.findings),
        *(tag("p", caution, kind="aside") for caution in report.cautions),
        scale(report.level_names),
        *(
            f'<section class="one">{tag("h3", part.title)}{svg(part.strip)}</section>'
            for part in report.dimensions
        ),
    ]


def _dimension(part: DimensionPart) -> list[str]:
    return [
        tag("h2", part.title),
        tag("p", part.said, kind="keep"),
        *quoted(part.comments),
        *(piece for item in part.items for piece in _item(item)),
    ]


def _item(item: ItemPart) -> list[str]:
    chosen = "".join(
        f"<li>{tag('span', one.said, kind='quiet')}<br>{text(one.text)}</li>" for one in item.chosen
    )
    return [
        f'<section class="one">{tag("h3", item.statement)}{svg(item.strip)}',
        f"<ul>{chosen}</ul>" if chosen else "",
        tag("p", item.apart) if item.apart else "",
        "</section>",
        *quoted(item.comments),
        *(_shown(one) for one in item.evidence),
        *(tag("p", words) for words in item.both_ways),
    ]


def _shown(shown: Shown) -> str:
    return (
        '<section class="one aside">'
        + tag("p", f"The map: {shown.title}. {shown.sentence}")
        + (tag("p", shown.names) if shown.names else "")
        + tag("p", f"{shown.formula} Recorded: {shown.recorded}. {shown.source}", kind="quiet")
        + "</section>"
    )


def _groups(groups: Sequence[GroupRow], dimensions: Sequence[DimensionPart]) -> list[str]:
    if not groups:
        return []
    heads = ["Dimension", *(group.name for group in groups)]
    rows = [
        [part.title, *(group.cells[place] for group in groups)]
        for place, part in enumerate(dimensions)
    ]
    return [
        tag("h2", "By where people stand"),
        tag("p", "The middle of each group, with how many it rests on.", kind="quiet"),
        table(heads, rows),
    ]


def _worked_out(report: Report) -> list[str]:
    return [
        tag("h2", "What this is derived from"),
        tag("p", f"{report.derived}."),
        *(tag("p", rule, kind="quiet") for rule in report.worked_out),
        *([tag("p", report.evidence_on, kind="quiet")] if report.evidence_on else []),
        listed(report.sources),
        tag("p", f"Taken from Landscape on {report.taken_on}.", kind="quiet"),
    ]
