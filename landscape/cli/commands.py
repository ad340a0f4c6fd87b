"""What each command does: open the database, ask the services, print."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from landscape.cli import duplicates, exporting, formats, history, importing, listing, measuring
from landscape.cli.arguments import parser
from landscape.cli.showing import IN_USE, REFUSED, STOPPED, complain
from landscape.model.errors import DatabaseInUseError, LandscapeError
from landscape.store.base import Store
from landscape.store.duckdb.store import DuckDBStore

_DEFAULT_FILE: Final = Path(__file__).resolve().parents[2] / "data" / "landscape.duckdb"
_WITHOUT_STORE: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "formats": formats.run,
    "template": exporting.write_template,
}
_COMMANDS: Final[Mapping[str, Callable[[Store, Namespace], int]]] = {
    "import": importing.run,
    "list": listing.run,
    "measure": measuring.run,
    "export": exporting.run,
    "history": history.list_changes,
    "undo": history.undo,
    "redo": history.redo,
    "restore": history.restore,
    "duplicates": duplicates.run,
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 2 refused, 3 database in use."""
    asked = parser().parse_args(words)
    try:
        if asked.command in _WITHOUT_STORE:
            return _WITHOUT_STORE[asked.command](asked)
        return _with_store(asked)
    except DatabaseInUseError as error:
        return complain(asked, error, IN_USE)
    except LandscapeError as error:
        return complain(asked, error, REFUSED)
    except KeyboardInterrupt:
        print("Stopped. Nothing was stored.", file=sys.stderr)
        return STOPPED


def _with_store(asked: Namespace) -> int:
    store = DuckDBStore.open(_database(asked))
    try:
        return _COMMANDS[asked.command](store, asked)
    finally:
        store.close()


def _database(asked: Namespace) -> Path:
    given = asked.db or os.environ.get("LANDSCAPE_DB")
    return Path(given) if given else _DEFAULT_FILE
