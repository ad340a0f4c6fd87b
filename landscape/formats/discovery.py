"""The formats there are: every module of this package that defines FORMAT."""

import pkgutil
from functools import cache
from importlib import import_module

import landscape.formats
from landscape.formats.table import Format, SheetFormat


@cache
def _found() -> tuple[Format | SheetFormat, ...]:
    # When first asked, not on import: some formats ask for those of sheets themselves.
    modules = pkgutil.iter_modules(landscape.formats.__path__, "landscape.formats.")
    # What writes a format loads more than reading it does, and a child loads all of these anew.
    readers = (module.name for module in modules if not module.name.endswith("_writing"))
    found = (getattr(import_module(name), "FORMAT", None) for name in readers)
    return tuple(sorted((form for form in found if form is not None), key=lambda form: form.order))


def formats() -> dict[str, Format]:
    """Formats of files by name, in the order in which they are asked whether a file is theirs."""
    return {form.name: form for form in _found() if isinstance(form, Format)}


def sheet_formats() -> tuple[SheetFormat, ...]:
    """Layouts of sheets, in the order in which they are tried."""
    return tuple(form for form in _found() if isinstance(form, SheetFormat))


def recognise(data: bytes) -> Format:
    """The format of a file by what is in it; its name says nothing."""
    return next(form for form in formats().values() if form.recognises(data))
