"""kill -9 while answers are saved: whatever was acknowledged is there, and the file opens."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.services import assessing, rounds
from landscape.store.duckdb.store import DuckDBStore
from tests.services.holding import opening

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50
SEED = 20260504
LONGEST = 0.08  # seconds from the first answer on: time for some dozen more


def kept_until_killed(lines: IO[str], after: float) -> dict[str, str]:
    """The note of the last answer to each item that was said to be kept, before kill -9."""
    child, said = 0, {}
    for line in lines:
        what, *rest = line.split()
        if what == "over":
            return said
        if what == "pid":
            child = int(rest[0])
        else:
            first = not said
            said[rest[0]] = rest[1]
        if child and said and (what == "pid" or first):
            threading.Timer(after, os.kill, (child, signal.SIGKILL)).start()
    raise AssertionError("The process that answers ended by itself.")


def test_no_acknowledged_answer_is_lost_by_fifty_kills(tmp_path: Path) -> None:
    path = tmp_path / "killed.duckdb"
    store = DuckDBStore.open(path)
    store.create_landscape(LOCAL, Landscape(id="l1", name="Town"))
    round_ = rounds.begin(LOCAL, store, "l1", opening(form="full", expected=3))
    sitting = assessing.progress(LOCAL, store, "l1", round_)
    store.close()
    drawn = random.Random(SEED)
    told: dict[str, str] = {}
    acknowledged = 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.answering_child"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as runner:
        assert runner.stdin is not None
        assert runner.stdout is not None
        for run in range(KILLS):
            runner.stdin.write(f"{path} {run}\n")
            runner.stdin.flush()
            said = kept_until_killed(runner.stdout, drawn.uniform(0, LONGEST))
            acknowledged += len(said)
            told |= said
            store = DuckDBStore.open(path)
            found = store.submission(LOCAL, "l1", sitting.submission_id).answers
            store.close()
            kept = {answer.item_id: answer.note or "" for answer in found}
            # One more may have been kept than anybody was told of: notes count upwards.
            lost = {item: note for item, note in told.items() if kept.get(item, "") < note}
            assert lost == {}
    assert acknowledged >= KILLS
