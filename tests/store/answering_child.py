"""A process to be killed: it saves answers one after the other, and says each that was kept.

`python -m tests.store.answering_child` reads the path of a database and the number of a run from
each line, and answers in a process of its own until that one is killed. It imports everything once,
so that fifty runs take as long as fifty forks.
"""

import itertools
import os
import sys
from pathlib import Path

from landscape.model.assessment import Answer
from landscape.model.principal import LOCAL
from landscape.services import assessing
from landscape.store.duckdb.store import DuckDBStore


def tell(line: str) -> None:
    """Write a line at once, whole or not at all."""
    os.write(1, f"{line}\n".encode())


def answer(path: Path, run: int) -> None:
    """Answer the items of the first round again and again, with a note that counts."""
    store = DuckDBStore.open(path)
    landscape_id = store.landscapes(LOCAL)[0].id
    (round_,) = store.rounds(LOCAL, landscape_id)
    sitting = assessing.progress(LOCAL, store, landscape_id, round_)
    for count, item in zip(itertools.count(), itertools.cycle(sitting.items), strict=False):
        note = f"{run:03}.{count:06}"
        said = Answer(item_id=item.id, level=1 + count % 5, note=note)
        assessing.save_answer(LOCAL, store, landscape_id, sitting, said)
        tell(f"kept {item.id} {note}")


def main() -> None:
    """One run a line."""
    for line in sys.stdin:
        path, run = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if not child:
            answer(Path(path), int(run))
        tell(f"pid {child}")
        os.waitpid(child, 0)
        tell("over")


if __name__ == "__main__":
    main()
