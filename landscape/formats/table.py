"""What every format reads a file into: tables of text that know their place in it."""

import json
import struct
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import pandas as pd
import pyarrow as pa

from landscape.model.errors import LandscapeError

_LENGTH: Final = struct.Struct(">Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may hold, and what reading it may take. A good file at these limits passes."""

    file_bytes: int = 25 * 1024 * 1024
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """One table as it stands in a file: all text, "" where a cell is blank.

    `frame` is indexed by the row number as a person counts it; `sheet` is None for files
    without sheets.
    """

    file: str
    sheet: str | None
    frame: pd.DataFrame
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> str:
        """What names the table among those of one import."""
        return self.file if self.sheet is None else f"{self.file}, sheet {self.sheet}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers, each once."""
        return tuple(map(str, self.frame.columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file: how it is recognised by its first bytes, and how it is read."""

    name: str
    title: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, Limits], list[SourceTable]]
    check: Callable[[bytes, str, Limits], None]


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


def to_bytes(tables: Sequence[SourceTable]) -> bytes:
    """Tables as length-prefixed Arrow streams; headers travel in the schema's metadata."""
    parts: list[bytes] = []
    for table in tables:
        names = [f"c{number}" for number in range(len(table.columns))]
        about = json.dumps(
            {
                "file": table.file,
                "sheet": table.sheet,
                "columns": table.columns,
                "findings": [asdict(finding) for finding in table.findings],
            }
        )
        arrays = [pa.array(table.frame.index.to_numpy(), pa.int64())]
        arrays += [
            pa.array(table.frame.iloc[:, number], pa.large_string()) for number in range(len(names))
        ]
        batch = pa.table(arrays, names=["row", *names]).replace_schema_metadata({"about": about})
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_table(batch)
        stream = sink.getvalue()
        parts += [_LENGTH.pack(stream.size), stream.to_pybytes()]
    return b"".join(parts)


def from_bytes(answer: bytes) -> list[SourceTable]:
    """The tables that :func:`to_bytes` wrote."""
    tables: list[SourceTable] = []
    offset = 0
    while offset < len(answer):
        (size,) = _LENGTH.unpack_from(answer, offset)
        offset += _LENGTH.size
        batch = pa.ipc.open_stream(pa.py_buffer(answer)[offset : offset + size]).read_all()
        offset += size
        about = json.loads(batch.schema.metadata[b"about"])
        frame = batch.drop_columns(["row"]).to_pandas()
        frame.columns = pd.Index(about["columns"], dtype="str")
        frame.index = pd.Index(batch.column("row").to_numpy(), name="row")
        tables.append(
            SourceTable(
                file=about["file"],
                sheet=about["sheet"],
                frame=frame,
                findings=tuple(Finding(**finding) for finding in about["findings"]),
            )
        )
    return tables
