"""Brings a copy of all of a landscape back, as one of its own under the name that is given."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from landscape.cli.naming import named
from landscape.formats.source import SourceTable
from landscape.model.errors import InvalidValueError
from landscape.model.principal import LOCAL
from landscape.services import bundle
from landscape.services.importing.summary import ImportSummary
from landscape.store.base import Store


def bring_back(store: Store, asked: Namespace, tables: Sequence[SourceTable]) -> ImportSummary:
    """Make the landscape, unless something is wrong with the copy or it is a dry run."""
    problems = bundle.against(tables)
    if problems:
        return ImportSummary(problems=problems, refused=True)
    if named(store, asked.landscape) is not None:
        raise InvalidValueError(
            f"There is a landscape {asked.landscape!r} already, and the copy becomes one of its "
            "own.",
            fix="Give another name with --landscape.",
        )
    held = bundle.contents(tables)
    if not asked.dry_run:
        bundle.load_bundle(LOCAL, store, [_under_name(table, asked.landscape) for table in tables])
    return ImportSummary(
        stakeholders=held.stakeholders,
        relationships=held.relationships,
        reports=held.reports,
        groups=held.groups,
        stored=not asked.dry_run,
    )


def _under_name(table: SourceTable, name: str) -> SourceTable:
    if table.sheet != "landscape":
        return table
    return replace(table, frame=table.frame.assign(name=name.strip()))
