"""Reads a file in this process, as far as a child would get."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from landscape.formats.discovery import recognise
from landscape.formats.table import Limits, ReadTable


def tables(data: bytes, name: str = "file", *, limits: Limits | None = None) -> list[ReadTable]:
    form = recognise(data)
    if form.check is not None:
        form.check(data, name, limits or Limits())
    assert form.read is not None
    return form.read(data, name, limits or Limits())


@contextmanager
def processor_seconds(most: float) -> Iterator[None]:
    """Stop what takes more of the processor than this, as a child is stopped.

    It counts this process alone, so a busy machine makes no difference.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"It takes more than {most:g} s of the processor.")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def records(table: ReadTable) -> list[dict[str, str]]:
    """The rows of a table, each as it is headed, without what is blank."""
    columns = [column.to_pylist() for column in table.texts]
    return [
        {header: cell for header, cell in zip(table.columns, row, strict=True) if cell}
        for row in zip(*columns, strict=True)
    ]
