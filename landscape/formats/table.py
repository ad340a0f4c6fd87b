"""What every format reads a file into: tables of text that know their place in it.

This side of the pipe does without pandas, which takes longer to load than most files to read.
"""

import json
import struct
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final, Literal

import pyarrow as pa

from landscape.formats.outline import Outline
from landscape.formats.sheets import Sheet
from landscape.model.errors import LandscapeError

LENGTH: Final = struct.Struct(">Q")
Holds = Literal["stakeholders", "relationships", "memberships", "aside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may hold, and what reading it may take. A good file at these limits passes."""

    file_bytes: int = 40 * 1024 * 1024  # 20,000 and 200,000 as GEXF have 30 MB
    rows: int = 250_000
    columns: int = 500
    cells: int = 2_000_000
    cell_bytes: int = 1024 * 1024
    parts: int = 2_000
    unpacked_bytes: int = 256 * 1024 * 1024
    ratio: int = 200
    memory_bytes: int = 1_000 * 1024 * 1024
    cpu_seconds: int = 20
    wall_seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something noticed while reading a table; `blocks` when it needs a decision before storing."""

    code: str
    what: str
    fix: str
    row: int | None = None
    column: str | None = None
    blocks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadTable:
    """One table as it was read: a column of text for each header, "" where a cell is blank.

    `rows` are the row numbers as a person counts them; `sheet` is None for files without sheets.
    A format that knows what a table is says so: `holds` what its rows are, `says` the role of a
    column (a value of `services.importing.roles.ColumnRole`), and `by_id` that the ends of
    relationships are codes of stakeholders rather than names. `form` is the format's title.
    """

    file: str
    sheet: str | None
    columns: tuple[str, ...]
    texts: tuple[pa.ChunkedArray, ...]
    rows: pa.Array
    findings: tuple[Finding, ...] = ()
    form: str = ""
    holds: Holds | None = None
    says: Mapping[str, str] = field(default_factory=dict)
    by_id: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file: how it is recognised by what is in it, how it is read, how it is written.

    Of those that recognise a file the one with the lowest `order` reads it. A format that is only
    read has no `write`, one that is only written no `read`. `cannot_carry` says in one sentence
    what of a landscape is lost in it.
    """

    name: str
    title: str
    recognises: Callable[[bytes], bool] = lambda _: False
    read: Callable[[bytes, str, Limits], list[ReadTable]] | None = None
    check: Callable[[bytes, str, Limits], None] | None = None
    order: int = 50
    write: Callable[[Outline], bytes] | None = None
    suffix: str = ""
    mime: str = "application/octet-stream"
    cannot_carry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFormat:
    """A way in which another tool lays out its sheets, whatever file they are in.

    `read` returns None where the sheets are not laid out like this. Of those that return tables the
    one with the lowest `order` counts.
    """

    name: str
    title: str
    read: Callable[[Sequence[Sheet], Limits], list[ReadTable] | None]
    order: int = 50


class FileRefusedError(LandscapeError):
    """A file that cannot be read, refused whole: code, place, what, fix."""

    title = "This file cannot be read"

    def __init__(self, code: str, where: str, what: str, *, fix: str) -> None:
        super().__init__(f"{where}: {what}", fix=fix)
        self.code = code
        self.where = where
        self.problem = what


def display_name(name: str) -> str:
    """A file's name for showing only: no folders, nothing unseen, 80 characters at most."""
    base = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in base if unicodedata.category(c)[0] != "C").strip()
    return kept[:80] or "file"


def to_bytes(tables: Sequence[ReadTable]) -> bytes:
    """Tables as length-prefixed Arrow streams; headers travel in the schema's metadata."""
    parts: list[bytes] = []
    for table in tables:
        about = json.dumps(
            {
                "file": table.file,
                "sheet": table.sheet,
                "columns": table.columns,
                "findings": [asdict(finding) for finding in table.findings],
                "form": table.form,
                "holds": table.holds,
                "says": dict(table.says),
                "by_id": table.by_id,
            }
        )
        names = ["row", *(f"c{number}" for number in range(len(table.columns)))]
        batch = pa.table([table.rows, *table.texts], names=names)
        batch = batch.replace_schema_metadata({"about": about})
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_table(batch)
        stream = sink.getvalue()
        parts += [LENGTH.pack(stream.size), stream.to_pybytes()]
    return b"".join(parts)
