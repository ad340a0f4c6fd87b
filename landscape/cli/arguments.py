"""What the command line understands, and the help that teaches it."""

import argparse
from pathlib import Path
from typing import Final, TypeAlias, get_args

from landscape.services.importing.decisions import CONFLICTING, DIFFERING, MISSING
from landscape.store.base import BatchKind

_TOP: Final = """\
Map who has a stake in a challenge, and where the conversation stops.

  landscape import people.csv relationships.csv --landscape "Our valley"
  landscape history "Our valley"
  landscape export "Our valley" --to copy.xlsx

Every command answers on stdout (one JSON object with --json); how far it has come is on stderr.
Exit status: 0 done, 2 refused, 3 the database is in use."""
_IMPORT: Final = """\
Store spreadsheets and maps of other tools. All that was agreed is stored in one step that can be
undone, or nothing is.

  landscape import may.xlsx --landscape "Our valley" --dry-run
  landscape import may.xlsx --landscape "Our valley" --save-decisions decided.json
  landscape import june.xlsx --landscape "Our valley" --decisions decided.json

`landscape formats` lists what is read. What a file is, is told by what is in it."""
_NAMED: Final = "its name, part of it, or its id (see `landscape list`)"
_CHANGE: Final = "its number or id in `landscape history`"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="landscape",
        description=_TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_import(commands)
    _add_copies(commands)
    _add_reading(commands)
    _add_history(commands)
    return top


def _add(
    commands: Commands, name: str, does: str, more: str = "", *, named: bool = True
) -> argparse.ArgumentParser:
    """A command with what all commands take."""
    one = commands.add_parser(
        name,
        help=does,
        description=more or does[0].upper() + does[1:] + ".",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if named:
        one.add_argument("landscape", metavar="NAME", help=_NAMED)
    one.add_argument(
        "--db",
        type=Path,
        metavar="FILE",
        help="the database file (default: LANDSCAPE_DB, else data/landscape.duckdb)",
    )
    one.add_argument("--json", action="store_true", help="print one JSON object")
    return one


def _add_import(commands: Commands) -> None:
    one = _add(commands, "import", "store files in a landscape", _IMPORT, named=False)
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument(
        "--landscape", required=True, metavar="NAME", help="added where it is not there"
    )
    one.add_argument(
        "--dry-run", action="store_true", help="say what would be stored, store nothing"
    )
    one.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="ROLE=COLUMN",
        help='say what a column is, as in source="Asked who"; repeat as needed',
    )
    one.add_argument(
        "--missing",
        choices=MISSING,
        default="leave-out",
        help="what becomes of ends that are not among the stakeholders (default: %(default)s)",
    )
    one.add_argument(
        "--differing",
        choices=DIFFERING,
        default="file",
        help="whose value counts where the file and the map each have one (default: %(default)s)",
    )
    one.add_argument(
        "--conflicting",
        choices=CONFLICTING,
        default="all",
        help="which reports count where one person says different things of one relationship "
        "(default: %(default)s)",
    )
    one.add_argument(
        "--remove-absent",
        action="store_true",
        help="take out what is on the map and no longer in the files",
    )
    one.add_argument(
        "--decisions", type=Path, metavar="FILE", help="replay what --save-decisions wrote"
    )
    one.add_argument(
        "--save-decisions",
        type=Path,
        metavar="FILE",
        help="write what was decided, by headers and by what rows hold, for next month's file",
    )
    one.add_argument(
        "--rejected",
        type=Path,
        metavar="FILE",
        help="write the rows that are not stored as CSV, each with its place and why",
    )
    one.add_argument(
        "--progress",
        action="store_true",
        help="say on stderr how far it has come, also where no terminal listens",
    )


def _add_copies(commands: Commands) -> None:
    one = _add(
        commands,
        "export",
        "take a copy",
        "Take a copy, in the form that the file's ending asks for or --as names.\n"
        "`landscape formats` lists the forms, and what each cannot carry.",
    )
    one.add_argument("--to", required=True, type=Path, metavar="FILE", help="such as copy.xlsx")
    one.add_argument("--as", dest="form", metavar="FORM", help="such as workbook, csv or gexf")
    two = _add(commands, "template", "write a blank workbook to fill in", named=False)
    two.add_argument("file", type=Path, metavar="FILE", help="such as blank.xlsx")
    _add(commands, "formats", "what is read and written", named=False)


def _add_reading(commands: Commands) -> None:
    _add(commands, "list", "the landscapes in the database", named=False)
    one = _add(commands, "measure", "what reaches across a boundary")
    one.add_argument("--boundary", required=True, metavar="BOUNDARY", help="its name")
    two = _add(commands, "duplicates", "stakeholders who may be one and the same")
    two.add_argument("--limit", type=int, default=100, metavar="N", help="at most so many")


def _add_history(commands: Commands) -> None:
    one = _add(
        commands,
        "history",
        "what was changed, newest first",
        "What was changed, newest first; or, with a change, what it did.",
    )
    one.add_argument("change", nargs="?", metavar="CHANGE", help=_CHANGE)
    one.add_argument(
        "--limit", type=int, default=20, metavar="N", help="at most so many (default: %(default)s)"
    )
    one.add_argument("--kind", choices=get_args(BatchKind), help="only those of one kind")
    for name, does, latest in (
        ("undo", "take a change back", "the latest that stands"),
        ("redo", "bring a change back that was undone", "the one undone last"),
    ):
        one = _add(commands, name, does)
        one.add_argument(
            "change", nargs="?", metavar="CHANGE", help=f"{_CHANGE} (default: {latest})"
        )
        one.add_argument(
            "--with-later",
            action="store_true",
            help="also take back later changes of the same rows, newest first",
        )
    one = _add(
        commands,
        "restore",
        "bring everything back to how it was",
        "Bring everything back to how it was at a moment, in one step that can be undone.\n\n"
        '  landscape restore "Our valley" --to 2026-05-04 --dry-run\n'
        '  landscape restore "Our valley" --to "2026-05-04 14:30"\n'
        '  landscape restore "Our valley" --to 12',
    )
    one.add_argument(
        "--to",
        required=True,
        metavar="DATE",
        help="a day (its end), a time, or the number of the last change to keep (0: none)",
    )
    one.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
