"""Reads a file in this process, as far as a child would get."""

from landscape.formats.discovery import recognise
from landscape.formats.table import Limits, ReadTable


def tables(data: bytes, name: str = "file", *, limits: Limits | None = None) -> list[ReadTable]:
    form = recognise(data)
    if form.check is not None:
        form.check(data, name, limits or Limits())
    assert form.read is not None
    return form.read(data, name, limits or Limits())


def records(table: ReadTable) -> list[dict[str, str]]:
    """The rows of a table, each as it is headed, without what is blank."""
    columns = [column.to_pylist() for column in table.texts]
    return [
        {header: cell for header, cell in zip(table.columns, row, strict=True) if cell}
        for row in zip(*columns, strict=True)
    ]
