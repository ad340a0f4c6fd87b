"""`landscape list`: the landscapes in the database."""

from argparse import Namespace

from landscape.cli.showing import DONE, show
from landscape.model.principal import LOCAL
from landscape.store.base import Store


def run(store: Store, asked: Namespace) -> int:
    """Name each landscape, with what is on its map."""
    rows = []
    for landscape in store.landscapes(LOCAL):
        tables = store.snapshot(LOCAL, landscape.id, tables=("stakeholder", "relationship"))
        rows.append(
            {
                "id": landscape.id,
                "name": landscape.name,
                "stakeholders": len(tables.stakeholder),
                "relationships": len(tables.relationship),
                "revision": landscape.revision,
            }
        )
    lines = [
        f"{row['name']}: {row['stakeholders']} stakeholders, {row['relationships']} relationships"
        for row in rows
    ]
    show(asked, {"landscapes": rows}, lines or ["No landscapes yet. Import a file to begin."])
    return DONE
