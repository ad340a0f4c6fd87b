"""Finds the table in a grid of cells: title lines, index columns, blank edges, odd characters."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from landscape.formats.cleaning import clean, cleaned
from landscape.formats.header_row import filled, header_at
from landscape.formats.repeats import Repeats
from landscape.formats.sheets import HEAD_ROWS, Quick, Row, solid
from landscape.formats.table import FileRefusedError, Finding, Limits, ReadTable

_BATCH: Final = 20_000
_SENTENCE: Final = 60
# What R and pandas head a column with that has no header.
_UNNAMED: Final = re.compile(r"Unnamed: \d+(?:_level_\d+)?|\.\.\.\d+")
NAME_HEADERS: Final = frozenset(
    {
        *("name", "names", "stakeholder", "stakeholders", "label", "person", "people"),
        *("organisation", "organisations", "organization", "organizations", "who"),
        *("member", "members", "participant", "participants", "actor", "actors"),
    }
)


def find_table(
    rows: Iterable[list[str]],
    *,
    file: str,
    limits: Limits,
    sheet: str | None = None,
    spotless: bool = False,
    quickly: Quick | None = None,
) -> ReadTable | None:
    """The table in `rows` and what was noticed, or None where there is nothing below a header.

    `spotless` and `quickly` are those of :class:`landscape.formats.sheets.Sheet`.
    """
    where = file if sheet is None else f"{file}, sheet {sheet}"
    rest = solid(rows)
    head = list(islice(rest, HEAD_ROWS))
    if not head:
        return None
    lone = max(filled(cells) for _, cells in head) == 1
    if lone:
        return _lone_column(head, rest, file, sheet, limits)
    at = header_at(head)
    header = [_UNNAMED.sub("", cell.strip()) for cell in head[at][1]]
    body = head[at + 1 :]
    if not body:
        return None
    if all(len(cells) == len(header) + 1 for _, cells in body):
        header = ["", *header]
    while not header[-1] and not any(filled(cells[len(header) - 1 :]) for _, cells in body):
        header.pop()
    findings: list[Finding] = []
    if at:
        findings.append(
            Finding(
                code="title-lines",
                what=f"{at} line{'s' if at > 1 else ''} above the header left aside.",
                fix="Nothing to do, unless the header is another row.",
                row=head[0][0],
            )
        )
    again = Repeats(head[at][1], shift=len(header) - len(head[at][1]))
    quick = quickly(head[at][0], len(header)) if quickly else None
    if quick is not None and again.perhaps_in(quick[1]):
        quick = None
    numbers, columns = quick or _columns(
        again.left_out(body), again.left_out(rest), len(header), where, limits, findings
    )
    findings += again.findings()
    if not numbers:
        return None
    names = _name_columns(header, columns, findings, row=head[at][0])
    columns = [column for column, name in zip(columns, names, strict=True) if name]
    names = [name for name in names if name]
    if not spotless:
        columns = cleaned(columns, names, numbers, findings)
    return ReadTable(
        file=file,
        sheet=sheet,
        columns=tuple(names),
        texts=tuple(columns),
        rows=pa.array(numbers, pa.int64()),
        findings=tuple(findings),
    )


def _lone_column(
    head: list[Row], rest: Iterator[Row], file: str, sheet: str | None, limits: Limits
) -> ReadTable | None:
    """A list of names, with or without a header."""
    where = file if sheet is None else f"{file}, sheet {sheet}"
    body = head
    name = "name"
    first_word = "".join(head[0][1]).strip()
    if first_word.casefold() in NAME_HEADERS:
        name, body = first_word, head[1:]
    if not body:
        return None
    findings: list[Finding] = []
    width = max(len(cells) for _, cells in body)
    numbers, columns = _columns(body, rest, width, where, limits, findings)
    kept = [column for column in columns if _has_text(column)][:1]
    kept = cleaned(kept, [name], numbers, findings)
    return ReadTable(
        file=file,
        sheet=sheet,
        columns=(name,),
        texts=tuple(kept),
        rows=pa.array(numbers, pa.int64()),
        findings=tuple(findings),
        holds="aside" if _is_prose(kept[0]) else None,
    )


def _is_prose(column: pa.ChunkedArray) -> bool:
    """Whether a column holds sentences, as a sheet that explains the others does."""
    ends = pc.match_substring_regex(column, r"[.!?:]\s*$")
    if pc.sum(ends).as_py() * 2 < len(column):
        return False
    length = pc.mean(pc.utf8_length(column)).as_py() or 0
    # A short explanation may have short lines, too; names of six words with a full stop are rare.
    whole = pc.match_substring_regex(column, r"^(\S+\s+){5,}\S+[.!?:]\s*$")
    return length > _SENTENCE or bool(pc.any(whole).as_py())


def _columns(
    body: Iterable[Row],
    rest: Iterator[Row],
    width: int,
    where: str,
    limits: Limits,
    findings: list[Finding],
) -> tuple[list[int], list[pa.ChunkedArray]]:
    """Row numbers, and a column of text for each header, read in batches to keep memory low."""
    numbers: list[int] = []
    chunks: list[list[pa.Array]] = [[] for _ in range(width)]
    batch: list[Row] = [*body, *islice(rest, _BATCH)]
    while batch:
        if len(numbers) + len(batch) > limits.rows:
            raise FileRefusedError(
                "too-many-rows",
                f"{where}, row {batch[-1][0]}",
                f"There are more than {limits.rows:,} rows.",
                fix="Split it into several files, or leave out rows you do not need.",
            )
        if (len(numbers) + len(batch)) * width > limits.cells:
            raise FileRefusedError(
                "too-many-cells",
                f"{where}, row {batch[-1][0]}",
                f"There are more than {limits.cells:,} cells.",
                fix="Leave out columns you do not need.",
            )
        numbers += [number for number, _ in batch]
        lists = [cells for _, cells in batch]
        if any(len(cells) != width for cells in lists):
            lists = [_fitted(number, cells, width, findings) for number, cells in batch]
        for chunk, column in zip(chunks, zip(*lists, strict=True), strict=True):
            chunk.append(pa.array(column, pa.large_string()))
        batch = list(islice(rest, _BATCH))
    return numbers, [pa.chunked_array(chunk, pa.large_string()) for chunk in chunks]


def _fitted(number: int, cells: list[str], width: int, findings: list[Finding]) -> list[str]:
    """`cells` with as many as there are headers; more than that is a problem of the row."""
    if len(cells) < width:
        return cells + [""] * (width - len(cells))
    if any(cell.strip() for cell in cells[width:]):
        findings.append(
            Finding(
                code="extra-cells",
                what=f"The row has {len(cells)} cells, but there are {width} headers: "
                f"{next(cell for cell in cells[width:] if cell.strip())[:40]!r} has none.",
                fix="Put text that holds a separator into quotes, or leave the row out.",
                row=number,
                blocks=True,
            )
        )
    return cells[:width]


def _has_text(column: pa.ChunkedArray) -> bool:
    return bool(pc.any(pc.not_equal(pc.utf8_trim_whitespace(column), "")).as_py())


def _counts_rows(column: pa.ChunkedArray) -> bool:
    """Whether a column without a header merely counts the rows from 0 or 1."""
    first = column[0].as_py().strip()
    if first not in ("0", "1"):
        return False
    start = int(first)
    return bool(
        pc.all(
            pc.equal(
                column, pa.array(map(str, range(start, start + len(column))), pa.large_string())
            )
        ).as_py()
    )


def _name_columns(
    header: list[str], columns: list[pa.ChunkedArray], findings: list[Finding], *, row: int
) -> list[str]:
    """A name for each column, each once; "" for those that hold nothing or only count rows."""
    names: list[str] = []
    for number, (raw, column) in enumerate(zip(header, columns, strict=True)):
        word = " ".join(clean(raw).split())
        if not word:
            if not _has_text(column):
                names.append("")
                continue
            if number == 0 and _counts_rows(column):
                findings.append(
                    Finding(
                        code="index-column",
                        what="The first column only counts the rows; left aside.",
                        fix="Nothing to do.",
                        row=row,
                    )
                )
                names.append("")
                continue
            word = f"column {number + 1}"
        names.append(_once(word, names, findings, row))
    return names


def _once(word: str, names: list[str], findings: list[Finding], row: int) -> str:
    """`word`, or "word (2)" with a problem when another column has it already."""
    if word not in names:
        return word
    number = 2
    while f"{word} ({number})" in names:
        number += 1
    other = f"{word} ({number})"
    findings.append(
        Finding(
            code="duplicate-header",
            what=f"Two columns have the header {word!r}; the further one is read as {other!r}.",
            fix="Rename one of them in the file, or go on with both under these names.",
            row=row,
            column=other,
            blocks=True,
        )
    )
    return other
