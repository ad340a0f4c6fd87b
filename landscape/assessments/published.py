"""Which versions of which instruments are published, with what became of each since the last."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from landscape.assessments.reading import top_table
from landscape.assessments.table import InstrumentFileError, Table
from landscape.model.instrument import Change, ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One published version: its file must have this sha256, for ever."""

    id: str
    version: int
    digest: str
    changes: tuple[Change, ...]


def read_publications(path: Path) -> tuple[Publication, ...]:
    """The publications in a file; none where there is no such file."""
    if not path.is_file():
        return ()
    top = top_table(path.read_bytes(), path.name)
    return top.build(lambda: tuple(_publication(one) for one in top.tables("published", "id")))


def _publication(table: Table) -> Publication:
    return table.build(
        lambda: Publication(
            id=table.text("id"),
            version=table.number("version"),
            digest=table.text("sha256"),
            changes=tuple(read_changes(table)),
        )
    )


def read_changes(table: Table) -> Iterable[Change]:
    """The changes under `changes`, where there are any."""
    if not table.has("changes"):
        return
    for one in table.tables("changes", "about"):
        yield _change(one)


def _change(table: Table) -> Change:
    word = table.text("class")
    words = [kind.value for kind in ChangeKind]
    if word not in words:
        raise InstrumentFileError(
            f"{table.place}: the class is {word!r}.", fix=f"Make it one of {words!r}."
        )
    return table.build(
        lambda: Change(about=table.text("about"), kind=ChangeKind(word), words=table.text("words"))
    )
