"""Tables of a file as the rest of the code takes them: frames of text, indexed by row number."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from landscape.formats.table import LENGTH, Finding, Holds

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """One table as it stands in a file: all text, "" where a cell is blank.

    `frame` is indexed by the row number as a person counts it; `sheet` is None for files
    without sheets. `form`, `holds`, `says` and `by_id` are what the format knows of it; see
    :class:`landscape.formats.table.ReadTable`.
    """

    file: str
    sheet: str | None
    frame: "pd.DataFrame"
    findings: tuple[Finding, ...] = ()
    form: str = ""
    holds: Holds | None = None
    says: Mapping[str, str] = field(default_factory=dict)
    by_id: bool = False

    @property
    def key(self) -> str:
        """What names the table among those of one import."""
        return self.file if self.sheet is None else f"{self.file}, sheet {self.sheet}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers, each once."""
        return tuple(map(str, self.frame.columns))


def from_bytes(answer: bytes) -> list[SourceTable]:
    """The tables that :func:`landscape.formats.table.to_bytes` wrote."""
    import pandas as pd  # here, because a child that looks for formats does without it

    tables: list[SourceTable] = []
    offset = 0
    while offset < len(answer):
        (size,) = LENGTH.unpack_from(answer, offset)
        offset += LENGTH.size
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
                form=about["form"],
                holds=about["holds"],
                says=about["says"],
                by_id=about["by_id"],
            )
        )
    return tables
