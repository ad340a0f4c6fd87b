"""Landscapes of any size to measure with: seeded, in groups, most relationships within them."""

from pathlib import Path

import numpy as np
import pandas as pd

from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services.placing import with_places
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore

GROUPS = 12


def make_database(path: Path, stakeholders: int, *, each: int = 3) -> str:
    """Write a database with one landscape and `each` relationships a stakeholder; gives its id."""
    store = DuckDBStore.open(path)
    # An id of its own a size: what one process has derived of another size must not be found again.
    measured = Landscape(id=f"l_measured_{stakeholders}", name="Measured")
    landscape = store.create_landscape(LOCAL, measured)
    edit = with_places(LOCAL, store, landscape.id, landscape_edit(stakeholders, each=each))
    store.apply(LOCAL, landscape.id, edit)
    store.close()
    return landscape.id


def landscape_edit(stakeholders: int, *, each: int = 3, seed: int = 1) -> Edit:
    """A landscape as one edit: groups of different sizes, most relationships within them."""
    draw = np.random.default_rng(seed)
    sizes = draw.dirichlet(np.full(GROUPS, 2.0))
    group = np.sort(draw.choice(GROUPS, size=stakeholders, p=sizes))
    ids = np.array([f"s{number}" for number in range(stakeholders)])
    source = draw.integers(0, stakeholders, stakeholders * each)
    near = source + draw.integers(1, 40, source.size)
    far = draw.integers(0, stakeholders, source.size)
    target = np.where(draw.random(source.size) < 0.7, near, far) % stakeholders
    keep = source != target
    pairs = np.unique(np.sort(np.c_[source, target][keep], axis=1), axis=0)
    return Edit(
        label="A landscape to measure with",
        kind="import",
        put={
            "constituency": pd.DataFrame(
                {
                    "id": [f"c{number}" for number in range(GROUPS)],
                    "name": [f"Group {number + 1}" for number in range(GROUPS)],
                    "ordinal": range(GROUPS),
                }
            ),
            "stakeholder": pd.DataFrame(
                {
                    "id": ids,
                    "name": [f"Organisation number {number}" for number in range(stakeholders)],
                    "constituency_id": [f"c{number}" for number in group],
                    "ordinal": range(stakeholders),
                }
            ),
            "relationship": pd.DataFrame(
                {
                    "id": [f"r{number}" for number in range(len(pairs))],
                    "source_id": ids[pairs[:, 0]],
                    "target_id": ids[pairs[:, 1]],
                    "basis": draw.choice(["validated", "reported", "assumed"], len(pairs)),
                }
            ),
        },
    )
