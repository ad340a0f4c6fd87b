"""Reading files beside the page that waits for them: how far it is, and a way to stop."""

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from landscape.formats.source import SourceTable
from landscape.services.importing.importing import SourceFile, read_files
from landscape.services.importing.problems import Problem

Read = tuple[list[SourceTable], list[Problem]]
AT_ONCE_S: Final = 1.0  # a small file is read in half a second; its reading is not worth showing


class StillReadingError(Exception):
    """The files are not read yet."""


class Reading:
    """One choice of files being read in a thread of its own, which knows nothing of the page."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self.files = tuple(files)
        self.files_read = 0
        self._stop = threading.Event()
        self._begun = time.monotonic()
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._answer = worker.submit(
            read_files, self.files, progress=self._went_on, stop=self._stop
        )
        worker.shutdown(wait=False)

    @property
    def is_done(self) -> bool:
        """Whether there is an answer, or a bug to be seen."""
        return self._answer.done()

    @property
    def seconds(self) -> int:
        """For how long it has been going on."""
        return int(time.monotonic() - self._begun)

    def stop(self) -> None:
        """End it, and the child that reads; what it was about to give is let go."""
        self._stop.set()

    def wait(self, seconds: float = AT_ONCE_S) -> Read:
        """The tables, and why some files cannot be read.

        Raises StillReadingError when it takes longer than `seconds`.
        """
        try:
            return self._answer.result(timeout=seconds)
        except TimeoutError as error:
            if self.is_done:
                raise
            raise StillReadingError from error

    def _went_on(self, files_read: int, _files: int) -> None:
        self.files_read = files_read
