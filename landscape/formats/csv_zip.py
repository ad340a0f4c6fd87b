"""An archive of CSV files, as our own copies come: each file one table."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from landscape.formats import csv_file
from landscape.formats.archive_guard import check_archive
from landscape.formats.archive_listing import listed
from landscape.formats.laid_out import read_sheets
from landscape.formats.sheets import Sheet
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable, display_name

_TABLES: Final = (".csv", ".tsv", ".tab")
_ASIDE: Final = (".txt", ".md", ".toml", ".json", ".pdf")
_MOST_FILES: Final = 60
_MOST_BYTES: Final = 64 * 1024 * 1024
_UNPACK: Final = "Unpack it, and choose the files in it."


def _is_table(name: str) -> bool:
    return name.lower().endswith(_TABLES) and not _is_unseen(name)


def _is_unseen(name: str) -> bool:
    """Whether it is what a system puts into archives by itself, or a folder."""
    base = name.rsplit("/", 1)[-1]
    return not base or base.startswith(".") or name.startswith("__MACOSX/")


def _recognises(data: bytes) -> bool:
    names = listed(data)
    office = any(name.startswith(("[Content_Types]", "mimetype", "xl/")) for name in names)
    return not office and any(map(_is_table, names))


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse an archive that is no mere bundle of tables, before anything is unpacked."""
    names = [name for name in listed(data) if not _is_unseen(name)]
    if len(names) > _MOST_FILES:
        raise FileRefusedError(
            "archive-too-large",
            where,
            f"There are more than {_MOST_FILES} files in it.",
            fix="Unpack it, and choose those that you need.",
        )
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in name:
            raise _broken(where, f"Its part {name[:60]!r} lies outside of it.")
        if not name.lower().endswith((*_TABLES, *_ASIDE)):
            raise _broken(where, f"Its part {name[:60]!r} is no table.")
    tables = [name for name in names if _is_table(name)]
    small = Limits(unpacked_bytes=_MOST_BYTES, ratio=limits.ratio, parts=limits.parts)
    try:
        check_archive(data, where, small, main=tables[0].lower(), looker=lambda _: None)
    except FileRefusedError as error:
        if error.code == "workbook-too-large":
            raise FileRefusedError(
                "archive-too-large", where, "It unpacks to too much.", fix=_UNPACK
            ) from error
        raise _broken(where, "It is damaged, or locked with a password.") from error


def _broken(where: str, what: str) -> FileRefusedError:
    return FileRefusedError("broken-file", where, what, fix=_UNPACK)


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """The tables of all CSV files, in the order of the archive; a file is called like a sheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            contents = {name: archive.read(name) for name in archive.namelist() if _is_table(name)}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise _broken(file, "It is damaged, or locked with a password.") from error
    sheets: list[Sheet] = []
    for name, content in contents.items():
        where = f"{file}, {name}"
        if content.strip():
            csv_file.check(content, where, limits)
            title = _title(name, contents)
            sheets.append(csv_file.sheet_of(content, where, limits, file=file, name=title))
    tables = read_sheets(sheets, limits)
    if not tables:
        raise FileRefusedError(
            "header-only",
            file,
            "No file in it has a row below a header.",
            fix="Choose another file.",
        )
    return tables


def _title(name: str, names: Iterable[str]) -> str:
    """A file's name without folder and ending, where no other has the same."""
    stem = PurePosixPath(name).stem
    alone = sum(PurePosixPath(other).stem == stem for other in names) == 1
    return display_name(stem if alone else name.replace("/", " "))


FORMAT: Final = Format(
    name="csv-zip",
    title="CSV files in an archive",
    recognises=_recognises,
    read=read,
    check=check,
    order=40,
)
