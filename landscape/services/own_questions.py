"""A team's own questions out of a file: TOML, or a table of items; read where it can do no harm."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from landscape.assessments import InstrumentFileError
from landscape.assessments.items_table import Row, is_items_table, text_of_items
from landscape.assessments.own import MOST_BYTES
from landscape.child import ChildFailedError, Limits, run
from landscape.formats.sandbox import read_file
from landscape.formats.table import display_name
from landscape.model.errors import LandscapeError
from landscape.model.instrument import Instrument

_LIMITS: Final = Limits(memory_mb=600, cpu_s=10, wall_s=20.0, answer_mb=1)
_NOT_FOR_AN_ID: Final = re.compile(r"[^a-z0-9]+")


def text_of_file(
    data: bytes, name: str, base: Instrument, versions: Callable[[str], dict[int, str]]
) -> str:
    """The text to keep of a file of own questions, as TOML; a table adds its items to `base`.

    `versions` gives the texts that are kept under an id, by version: a table that is brought again
    with other words is the next version.

    Raises
    ------
    LandscapeError
        With the place in the file, what is wrong there, and what to do.
    """
    file = display_name(name)
    if len(data) > MOST_BYTES:
        raise InstrumentFileError(
            f"{file} is larger than a megabyte.", fix="Bring questions alone, without pictures."
        )
    if file.casefold().endswith(".toml"):
        text = _checked(data, file)
    else:
        text = _text_of_table(data, file, base, versions)
        _checked(text.encode(), file)
    return text


def _checked(data: bytes, file: str) -> str:
    """The text of a TOML file that holds questions."""
    try:
        run(
            "landscape.assessments.own:check_in_child",
            data,
            arguments={"file": file},
            limits=_LIMITS,
        )
    except ChildFailedError as error:
        raise InstrumentFileError(f"{file}: {error.what}", fix=error.fix) from error
    except LandscapeError as error:
        raise InstrumentFileError(error.what, fix=error.fix) from error
    return data.decode("utf-8-sig")


def _text_of_table(
    data: bytes, file: str, base: Instrument, versions: Callable[[str], dict[int, str]]
) -> str:
    table = next((one for one in read_file(data, name=file) if is_items_table(one.columns)), None)
    if table is None:
        raise InstrumentFileError(
            f"{file} holds no table of items.",
            fix="Take the blank table, fill it in, and leave its headers as they are.",
        )
    rows = [
        Row(place=f"{table.key}, row {number}", cells=dict(zip(table.columns, cells, strict=True)))
        for number, cells in zip(
            table.frame.index, table.frame.itertuples(index=False, name=None), strict=True
        )
    ]
    id_ = _id_of(file)
    kept = versions(id_)
    newest = max(kept, default=1)
    text = text_of_items(rows, base, id_=id_, version=newest, file=table.key)
    if not kept or kept[newest] == text:
        return text
    return text_of_items(rows, base, id_=id_, version=newest + 1, file=table.key)


def _id_of(file: str) -> str:
    """An id made of a file's name: small letters, digits and hyphens."""
    stem = file.rpartition(".")[0] or file
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return _NOT_FOR_AN_ID.sub("-", ascii_only.casefold()).strip("-")[:60].strip("-") or "our-items"
