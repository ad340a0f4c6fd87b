"""Reads JSON as text: numbers as they are written, what is written twice kept, nothing run."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from landscape.formats import guard
from landscape.formats.table import FileRefusedError, Format, Limits, ReadTable

Layout = Callable[[Any, str, Limits], list[ReadTable] | None]

_OURS: Final = re.compile(r'"format"\s*:\s*"landscape')
# A string that is never closed goes to the end, so that no sign is looked at twice.
_SIGN: Final = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[{}\[\]:,]', re.DOTALL)
_BEGINS: Final = re.compile(r'\s*(?:\{\s*["}]|\[\s*["{\[\]])')
_MARKS: Final = ((b"{", 2), (b"[", 2), (b",", 1), (b":", 1))
_HALVES: Final = re.compile("[\ud800-\udfff]")  # of signs, which only JSON can write
_AGAIN: Final = "Export it once more from the program that wrote it."


def text_of(data: bytes) -> str:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 as its first bytes say, else cp1252."""
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def shape(data: bytes) -> dict[str, str]:
    """The outermost keys in the first 64 KB, each with the sign its value begins with.

    The whole has the key "". Empty for what does not begin like JSON, and for our own bundle.
    """
    head = data[: guard.HEAD_BYTES]
    encoding = json.detect_encoding(head)
    text = head.decode(encoding, "ignore").removeprefix("\ufeff")
    if not _BEGINS.match(text) or _OURS.search(text):
        return {}
    keys = {"": text.lstrip()[0]}
    return keys | _outermost(text) if keys[""] == "{" else keys


def _outermost(text: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    depth = 0
    before = key = ""
    for found in _SIGN.finditer(text):
        sign = found.group()
        if depth == 1 and key and sign != ":":
            keys.setdefault(key, sign[0])
            key = ""
        if sign in ("{", "["):
            depth += 1
        elif sign in ("}", "]"):
            depth -= 1
        elif sign == ":" and depth == 1:
            key = before[1:-1]
        before = sign if sign[0] == '"' else ""
    return keys


def check(data: bytes, where: str, limits: Limits) -> None:
    """Refuse what holds more values than fit into tables, before it is parsed."""
    values = sum(weight * data.count(mark) for mark, weight in _MARKS)
    if values > 4 * limits.cells:
        raise FileRefusedError(
            "too-many-cells",
            where,
            f"There are more than {limits.cells:,} values in it.",
            fix="Leave out what you do not need, or split it into several files.",
        )


def load(data: bytes, file: str) -> Any:
    """What the JSON says; numbers are text as written. Lines of JSON are a list."""
    text = text_of(data)
    try:
        return _parsed(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and (lines := _lines(text)) is not None:
            return lines
        cut = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
        what = "It ends too early: it is cut off." if cut else f"It is no JSON here: {error.msg}."
        raise FileRefusedError(
            "broken-file", f"{file}, line {error.lineno}, sign {error.colno}", what, fix=_AGAIN
        ) from error


def reader(*layouts: Layout) -> Callable[[bytes, str, Limits], list[ReadTable]]:
    """Reads a file by the first of `layouts` that knows what it says."""

    def read(data: bytes, file: str, limits: Limits) -> list[ReadTable]:
        try:
            value = load(data, file)
            for layout in layouts:
                tables = layout(value, file, limits)
                if tables is not None:
                    return tables
        except RecursionError as error:
            raise FileRefusedError(
                "nested-too-deep", file, "Its parts lie in one another too deep.", fix=_AGAIN
            ) from error
        raise FileRefusedError(
            "unknown-json",
            file,
            f"It is JSON, but none that we know: {_told(value)}.",
            fix="Export it as CSV, Excel, GraphML or GEXF, or as a list of records.",
        )

    return read


def json_format(
    *,
    name: str,
    title: str,
    recognises: Callable[[Mapping[str, str]], bool],
    layout: Layout,
    order: int = 50,
) -> Format:
    """A format that is read only, told by its outermost keys."""
    return Format(
        name=name,
        title=title,
        recognises=lambda data: bool(keys := shape(data)) and recognises(keys),
        read=reader(layout),
        check=check,
        order=order,
    )


def text(value: Any) -> str:
    """A value as a cell: lists parted by bars, TRUE and FALSE, "" where nothing is recorded."""
    if isinstance(value, str):
        return value if value.isascii() else _HALVES.sub("", value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, list) and not any(isinstance(part, dict | list) for part in value):
        return "|".join(filter(None, map(text, value)))
    return _HALVES.sub("", json.dumps(value, ensure_ascii=False))


def flat(value: Mapping[str, Any]) -> dict[str, str]:
    """An object as a record; what lies one deeper is called "outer inner"."""
    record: dict[str, str] = {}
    for key, held in value.items():
        if isinstance(held, dict):
            record.update({f"{key} {inner}": text(part) for inner, part in held.items()})
        else:
            record[key] = text(held)
    return record


def objects(value: Any) -> list[dict[str, Any]]:
    """Those parts of a list that are objects; none where it is no list."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def too_many_rows(where: str, limits: Limits) -> FileRefusedError:
    """The refusal of a list that is too long."""
    return FileRefusedError(
        "too-many-rows",
        where,
        f"There are more than {limits.rows:,} records.",
        fix="Split it into several files, or leave out records you do not need.",
    )


def _parsed(text: str) -> Any:
    return json.loads(
        text,
        strict=False,
        parse_int=str,
        parse_float=str,
        parse_constant=lambda _: None,
        object_pairs_hook=_object,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that comes again is kept as "key (2)"."""
    held = dict(pairs)
    if len(held) == len(pairs):
        return held
    held = {}
    times: dict[str, int] = {}
    for key, value in pairs:
        name = key
        while name in held:
            times[key] = times.get(key, 1) + 1
            name = f"{key} ({times[key]})"
        held[name] = value
    return held


def _lines(text: str) -> list[Any] | None:
    try:
        return [_parsed(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError:
        return None


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return f"an object with {', '.join(repr(clean_key(key)) for key in list(value)[:5])}"
    return "a list" if isinstance(value, list) else "a single value"


def clean_key(key: str) -> str:
    """A key for showing: 40 signs at most, without halves of signs."""
    return key.encode("utf-8", "replace").decode()[:40]
