"""`landscape formats`: which files are read, which are written, and what these cannot carry."""

from argparse import Namespace
from typing import Final

from landscape.cli.showing import DONE, show
from landscape.formats.discovery import formats, sheet_formats
from landscape.services.exporting import forms

_REFUSED: Final = ("code-book",)  # known, to say what it is and what to give instead


def run(asked: Namespace) -> int:
    """List the formats; what is in a file decides, never its name."""
    read = [
        {"name": form.name, "title": form.title}
        for form in formats().values()
        if form.read is not None
    ]
    sheets = [
        {"name": form.name, "title": form.title}
        for form in sheet_formats()
        if form.name not in _REFUSED
    ]
    written = [
        {
            "name": form.name,
            "title": form.title,
            "suffix": form.suffix,
            "cannot_carry": form.cannot_carry,
        }
        for form in forms()
    ]
    lines = ["Read, whatever a file is called:"]
    lines += [f"  {form['title']}" for form in read]
    lines.append("Laid out in sheets or CSV:")
    lines += [f"  {form['title']}" for form in sheets]
    lines.append("Written (landscape export NAME --to FILE):")
    for form in written:
        lines.append(f"  {form['name']:<12} {form['suffix']:<10} {form['title']}")
        if form["cannot_carry"]:
            lines.append(f"  {'':<23} {form['cannot_carry']}")
    show(asked, {"read": read, "sheets": sheets, "written": written}, lines)
    return DONE
