"""Says on stderr how far a command has come; stdout carries nothing but the answer."""

import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Progress:
    """Lines on stderr, where somebody watches or --progress asks for them."""

    def __init__(self, asked: Namespace) -> None:
        self._shown = bool(asked.progress) or sys.stderr.isatty()

    def say(self, words: str) -> None:
        """One line, at once."""
        if self._shown:
            print(words, file=sys.stderr, flush=True)

    def read(self, done: int, whole: int) -> None:
        """So many of so many files are read."""
        self.say(f"Read {done} of {whole} {'file' if whole == 1 else 'files'}.")


@contextmanager
def stopped_by_ctrl_c() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, so that what runs in children is ended and not left behind.

    Raises KeyboardInterrupt at the end where it was set.
    """
    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
    if stop.is_set():
        raise KeyboardInterrupt
