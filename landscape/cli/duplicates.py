"""`landscape duplicates`: stakeholders who may be one and the same, and why."""

from argparse import Namespace

from landscape.cli.naming import required
from landscape.cli.showing import DONE, show
from landscape.model.principal import LOCAL
from landscape.services.duplicates import likely_duplicates
from landscape.store.base import Store


def run(store: Store, asked: Namespace) -> int:
    """List the pairs, the likeliest first."""
    landscape = required(store, asked.landscape)
    tables = store.snapshot(LOCAL, landscape.id, tables=("stakeholder", "constituency"))
    names = dict(zip(tables.stakeholder["id"], tables.stakeholder["name"], strict=True))
    pairs = [
        {
            "left": names[one.left_id],
            "right": names[one.right_id],
            "left_id": one.left_id,
            "right_id": one.right_id,
            "likeness": round(one.likeness, 1),
            "why": list(one.why),
        }
        for one in likely_duplicates(tables, most=asked.limit)
    ]
    lines = [f"{pair['left']} | {pair['right']}: {' '.join(pair['why'])}" for pair in pairs]
    nothing = ["No two stakeholders look alike."]
    show(asked, {"landscape": landscape.name, "pairs": pairs}, lines or nothing)
    return DONE
