"""Copies to take away: every form there is, and what each of them cannot carry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from landscape.formats.discovery import formats
from landscape.formats.own_columns import OWN_TABLES
from landscape.formats.safe_cells import CELL_MAX
from landscape.formats.table import Format
from landscape.model.errors import InvalidValueError
from landscape.model.principal import Principal
from landscape.services import bundle
from landscape.services.exporting_frames import as_csv, as_xlsx
from landscape.services.exporting_tables import csv_archive, workbook
from landscape.services.exporting_template import template_workbook
from landscape.services.outline import outline_of
from landscape.store.base import Snapshot, Store

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What others take from here, wherever it is made.
__all__ = [
    "Copy",
    "Form",
    "as_csv",
    "as_xlsx",
    "copy_as",
    "forms",
    "hindrance",
    "template_workbook",
    "workbook",
    "write_copy",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that a copy can take. `cannot_carry` is one sentence, "" where nothing is lost."""

    name: str
    title: str
    suffix: str
    mime: str
    cannot_carry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy that was made: what it holds, and what a file of it is called at its end."""

    data: bytes
    suffix: str
    mime: str


_OWN: Final[Mapping[str, tuple[Form, Callable[[Principal, Store, str], bytes]]]] = {
    "workbook": (
        Form(
            name="workbook",
            title="Excel workbook, one sheet a table",
            suffix=".xlsx",
            mime=XLSX,
            cannot_carry="The history of changes and the answers of rounds stay behind.",
        ),
        workbook,
    ),
    "csv": (
        Form(
            name="csv",
            title="CSV files in one archive, one a table",
            suffix=".zip",
            mime="application/zip",
            cannot_carry="The history of changes and the answers of rounds stay behind.",
        ),
        csv_archive,
    ),
    "bundle": (
        Form(
            name="bundle",
            title="Everything, to come back to Landscape (JSON)",
            suffix=".json",
            mime="application/json",
        ),
        bundle.write_bundle,
    ),
}


def forms() -> tuple[Form, ...]:
    """Every form of copy: our own, then those of other tools."""
    own = tuple(form for form, _ in _OWN.values())
    written = (found for found in formats().values() if found.write is not None)
    return own + tuple(sorted(map(_form_of, written), key=lambda form: form.title))


def copy_as(principal: Principal, store: Store, landscape_id: str, form: str) -> Copy:
    """A copy of a landscape in one of :func:`forms`, as far as the principal may read it."""
    chosen = next((known for known in forms() if known.name == form), None)
    if chosen is None:
        names = ", ".join(known.name for known in forms())
        raise InvalidValueError(f"There is no form {form!r}.", fix=f"Choose one of: {names}.")
    if form in _OWN:
        data = _OWN[form][1](principal, store, landscape_id)
    else:
        write = formats()[form].write
        data = write(outline_of(principal, store, landscape_id)) if write else b""
    return Copy(data=data, suffix=chosen.suffix, mime=chosen.mime)


def hindrance(snapshot: Snapshot, form: Form) -> str | None:
    """Why a copy cannot be made in a form, with the way out; None where nothing is in the way."""
    if form.mime != XLSX:
        return None
    for table in OWN_TABLES:
        frame: pd.DataFrame = getattr(snapshot, table)
        for column in frame.select_dtypes(["object", "str"]).columns:
            longest = frame[column].astype("str").str.len().max()
            if longest > CELL_MAX:
                return (
                    f"A text of a {table} has {int(longest):,} characters; a cell of a workbook "
                    f"holds {CELL_MAX:,}. Choose another form, such as CSV files."
                )
    return None


def _form_of(written: Format) -> Form:
    return Form(
        name=written.name,
        title=written.title,
        suffix=written.suffix,
        mime=written.mime,
        cannot_carry=written.cannot_carry,
    )


def write_copy(principal: Principal, store: Store, landscape_id: str, *, suffix: str) -> bytes:
    """A copy in the first form whose files end like this."""
    wanted = suffix.lower()
    found = next((form for form in forms() if form.suffix == wanted), None)
    if found is None:
        ends = ", ".join(dict.fromkeys(form.suffix for form in forms()))
        raise InvalidValueError(
            f"A copy cannot be written as {suffix!r}.",
            fix=f"End the file's name in one of: {ends}.",
        )
    return copy_as(principal, store, landscape_id, found.name).data
