"""What the command line understands."""

import argparse
from pathlib import Path
from typing import Final

MISSING: Final = ("leave-out", "create", "nearest", "refuse")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="landscape", description="Read a social landscape from the command line."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_import(commands)
    _add_list(commands)
    _add_measure(commands)
    _add_export(commands)
    return top


def _add_import(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser(
        "import",
        help="store spreadsheets of stakeholders and relationships",
        description="Exit status: 0 stored or dry run clean, 2 refused, 3 database in use.",
    )
    one.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV or XLSX")
    one.add_argument(
        "--landscape", required=True, metavar="NAME", help="added where it is not there"
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
        help="what becomes of ends that are not in the stakeholder table (default: %(default)s)",
    )
    one.add_argument(
        "--dry-run", action="store_true", help="say what would be stored, store nothing"
    )
    _add_common(one)


def _add_list(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _add_common(commands.add_parser("list", help="the landscapes in the database"))


def _add_measure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("measure", help="what reaches across a boundary")
    one.add_argument("landscape", metavar="NAME")
    one.add_argument("--boundary", required=True, metavar="BOUNDARY", help="its name")
    _add_common(one)


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    one = commands.add_parser("export", help="take a copy: a workbook (.xlsx) or CSV files (.zip)")
    one.add_argument("landscape", metavar="NAME")
    one.add_argument("--to", required=True, type=Path, metavar="FILE")
    _add_common(one)


def _add_common(one: argparse.ArgumentParser) -> None:
    one.add_argument("--db", type=Path, metavar="FILE", help="the database file")
    one.add_argument("--json", action="store_true", help="print one JSON object")
