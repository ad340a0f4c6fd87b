"""`landscape export` and `landscape template`: copies to take away, and a workbook to fill in."""

from argparse import Namespace

from landscape.cli.naming import required
from landscape.cli.showing import DONE, show, write_bytes
from landscape.model.errors import InvalidValueError
from landscape.model.principal import LOCAL
from landscape.services.exporting import Form, copy_as, forms, hindrance, template_workbook
from landscape.store.base import Store


def run(store: Store, asked: Namespace) -> int:
    """Write a copy in the form that --as names, or that the file's ending asks for."""
    landscape = required(store, asked.landscape)
    form = _form(asked)
    in_the_way = hindrance(store.snapshot(LOCAL, landscape.id), form)
    if in_the_way is not None:
        raise InvalidValueError(in_the_way, fix="See `landscape formats`.")
    write_bytes(asked.to, copy_as(LOCAL, store, landscape.id, form.name).data)
    lines = [f"Written to {asked.to}: {form.title}.", form.cannot_carry]
    lines.append("A copy cannot be recalled.")
    show(
        asked,
        {"written": str(asked.to), "form": form.name, "cannot_carry": form.cannot_carry},
        [line for line in lines if line],
    )
    return DONE


def write_template(asked: Namespace) -> int:
    """Write a blank workbook, with examples and the values that each column allows."""
    path = asked.file
    if path.suffix.lower() != ".xlsx":
        raise InvalidValueError(
            f"The workbook cannot be called {path.name!r}.", fix="End its name in .xlsx."
        )
    write_bytes(path, template_workbook())
    lines = [
        f"Written to {path}. The last sheet says how to fill it in.",
        f'Then: landscape import {path.name} --landscape "Our valley"',
    ]
    show(asked, {"written": str(path)}, lines)
    return DONE


def _form(asked: Namespace) -> Form:
    known = forms()
    wanted = asked.form or asked.to.name.lower()
    if asked.form:
        found = [form for form in known if form.name == asked.form]
    else:
        # The longest ending that fits, so that ".kumu.json" is not taken for ".json".
        found = [form for form in known if form.suffix and wanted.endswith(form.suffix)]
        longest = max((len(form.suffix) for form in found), default=0)
        found = [form for form in found if len(form.suffix) == longest]
    if not found:
        names = ", ".join(form.name for form in known)
        ends = ", ".join(sorted({form.suffix for form in known}))
        raise InvalidValueError(
            f"A copy cannot be written as {asked.form or asked.to.suffix!r}.",
            fix=f"End the file's name in one of {ends}; or say --as with one of: {names}.",
        )
    return found[0]
