"""A copy of all of a landscape in one JSON file, which comes back in every table.

{"format": "landscape-bundle", "version": 1, "taken_at": ..., "digest": ...,
 "landscape": {column: text}, "tables": {table: {"columns": [...], "rows": [[...]]}},
 "instruments": [{"id", "version", "digest", "text"}]}

Every value is text, or null where nothing is recorded. `digest` is the SHA-256 of the rest, written
with sorted keys and without blanks, so that damage is noticed whatever layout the file has.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

import pyarrow as pa

from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable

NAME: Final = "landscape-bundle"
VERSION: Final = 1
TITLE: Final = "A whole landscape"
_HEAD: Final = 65_536
_SAYS: Final = re.compile(rb'"format"\s*:\s*"landscape-bundle"')
_AGAIN: Final = "Take the copy once more, or ask whoever gave it to you for an unaltered one."
_INSTRUMENT: Final = ("id", "version", "digest", "text")


def digest_of(content: Mapping[str, Any]) -> str:
    """The digest of everything in a bundle but the digest itself."""
    rest = {key: value for key, value in content.items() if key != "digest"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def recognises(data: bytes) -> bool:
    """Whether the file says that it is a bundle."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return head.lstrip().startswith(b"{") and _SAYS.search(head) is not None


def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
    """One table a table of the landscape; refused unless it is as it was written."""
    content = _content(data, file)
    version = content.get("version")
    if not isinstance(version, int) or version < 1:
        raise _broken(file, f"Its version is {version!r}.")
    if version > VERSION:
        raise FileRefusedError(
            "later-bundle",
            file,
            f"It is of version {version}; this Landscape reads version {VERSION}.",
            fix="Install the Landscape that wrote it, or take an Excel workbook there.",
        )
    if content.get("digest") != digest_of(content):
        raise FileRefusedError(
            "altered-bundle", file, "Its content is not what was written into it.", fix=_AGAIN
        )
    return _tables(content, file, limits)


def _content(data: bytes, file: str) -> dict[str, Any]:
    try:
        content = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except json.JSONDecodeError as error:
        where = f"{file}, line {error.lineno}, character {error.colno}"
        raise _broken(where, "It breaks off or is damaged there.") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _broken(file, "It is damaged.") from error
    if not isinstance(content, dict):
        raise _broken(file, "It is no copy of a landscape.")
    return content


def _tables(content: Mapping[str, Any], file: str, limits: Limits) -> list[ReadTable]:
    own, tables, instruments = (
        content.get(part) for part in ("landscape", "tables", "instruments")
    )
    if not (isinstance(own, dict) and isinstance(tables, dict) and isinstance(instruments, list)):
        raise _broken(file, "A part of it is missing.")
    found = [_table("landscape", list(own), [list(own.values())], file, limits)]
    for name, table in tables.items():
        if not isinstance(table, dict) or set(table) != {"columns", "rows"}:
            raise _broken(f"{file}, table {name!r}", "It has no columns or no rows.")
        if table["rows"]:
            found.append(_table(name, table["columns"], table["rows"], file, limits))
    if instruments:
        if not all(isinstance(one, dict) and set(one) == set(_INSTRUMENT) for one in instruments):
            raise _broken(f"{file}, instruments", "A part of one is missing.")
        rows = [[one[column] for column in _INSTRUMENT] for one in instruments]
        found.append(_table("instruments", list(_INSTRUMENT), rows, file, limits))
    return found


def _table(name: str, columns: Any, rows: Any, file: str, limits: Limits) -> ReadTable:
    where = f"{file}, table {name!r}"
    if not _are_texts(columns) or not columns or len(set(columns)) != len(columns):
        raise _broken(where, "Its columns have no names of their own.")
    if not isinstance(rows, list) or len(columns) > limits.columns:
        raise _broken(where, "It has no rows.")
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, list) or len(row) != len(columns):
            raise _broken(f"{where}, row {number}", f"It does not have {len(columns)} values.")
        if not all(value is None or isinstance(value, str) for value in row):
            raise _broken(f"{where}, row {number}", "A value in it is no text.")
    try:
        texts = tuple(
            pa.chunked_array([pa.array(column, pa.large_string())])
            for column in zip(*rows, strict=True)
        )
    except UnicodeEncodeError as error:
        raise _broken(where, "It holds characters that are none.") from error
    return ReadTable(
        file=file,
        sheet=name,
        columns=tuple(columns),
        texts=texts,
        rows=pa.array(range(1, len(rows) + 1), pa.int64()),
        form=TITLE,
        holds="aside",
    )


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _broken(where: str, what: str) -> FileRefusedError:
    return FileRefusedError("broken-bundle", where, what, fix=_AGAIN)


FORMAT: Final = Format(
    name="bundle",
    title=TITLE,
    recognises=recognises,
    read=read,
    order=5,
    suffix=".json",
    mime="application/json",
)
