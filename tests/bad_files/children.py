"""How much memory the children of this process take at most, looked up while they run.

What the system tells of ended children holds the memory of the parent, too, at the moment they
were begun.
"""

import re
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

_OURS = b"landscape.child"
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


class Watch:
    """Looks every 20 milliseconds for children, and keeps the largest peak."""

    def __init__(self) -> None:
        self.peak_mb = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._done.wait(0.02):
            for task in Path("/proc/self/task").iterdir():
                with suppress(OSError):  # a thread or a child may end while it is looked at
                    for child in (task / "children").read_text().split():
                        self._look_at(Path("/proc") / child)

    def _look_at(self, child: Path) -> None:
        # Before it is a program of its own, a child has the memory of its parent.
        if _OURS not in (child / "cmdline").read_bytes():
            return
        found = _PEAK.search((child / "status").read_text())
        if found:
            self.peak_mb = max(self.peak_mb, int(found[1]) / 1024)
