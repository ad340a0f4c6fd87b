"""Runs one named function of ours in a limited child process, which is killed when it goes too far.

The parent sends a frame with the function's name and arguments and a frame of bytes; the child
answers with one frame of bytes, or of JSON that describes an error. Nothing is unpickled.
"""

import importlib
import json
import os
import resource
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from typing import IO, Final, Literal

from landscape.model.errors import LandscapeError

Reason = Literal["memory", "time", "crashed", "too much", "stopped"]

_LENGTH: Final = struct.Struct(">Q")
_MB: Final = 1024 * 1024
# Threads and memory pools of the libraries reserve address space that the limit would count.
_ENVIRONMENT: Final = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
}
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "HOME", "PYTHONPATH", "VIRTUAL_ENV")
_SMALLER: Final = "Split the file, or take out what is not needed."
_WORDS: Final[dict[Reason, tuple[str, str]]] = {
    "memory": ("It needs more memory than is allowed.", _SMALLER),
    "time": ("It takes longer than is allowed.", _SMALLER),
    "crashed": ("It could not be worked out: the worker died.", "Check the file, or save it anew."),
    "too much": ("It gives more than is allowed.", _SMALLER),
    "stopped": ("It was stopped.", "Start it again when you are ready."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may use: address space and answer in MB, processor and wall clock in seconds."""

    memory_mb: int = 700
    cpu_s: int = 15
    wall_s: float = 30.0
    answer_mb: int = 256


class ChildFailedError(LandscapeError):
    """The child was killed, or stopped by itself, before it answered."""

    title = "That went too far"

    def __init__(self, reason: Reason) -> None:
        what, fix = _WORDS[reason]
        super().__init__(what, fix=fix)
        self.reason = reason


def run(
    function: str,
    payload: bytes = b"",
    *,
    arguments: Mapping[str, object] | None = None,
    limits: Limits | None = None,
    without: Sequence[str] = (),
    stop: threading.Event | None = None,
) -> bytes:
    """Call `function` ("landscape.some.module:name") as `name(payload, **arguments)` in a child.

    Arguments travel as JSON. The child cannot load the modules that are named in `without`. A
    LandscapeError raised in there is raised here again.
    Raises ChildFailedError when a limit is reached, `stop` is set, or the child dies.
    """
    limits = limits or Limits()
    header = {
        "function": function,
        "arguments": dict(arguments or {}),
        "memory_mb": limits.memory_mb,
        "cpu_s": limits.cpu_s,
        "without": list(without),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "landscape.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={key: os.environ[key] for key in _KEPT if key in os.environ} | _ENVIRONMENT,
        start_new_session=True,
    )
    watch = _Watch(process, limits, stop)
    with watch:
        answer, complaint = watch.exchange(_frame(json.dumps(header).encode()) + _frame(payload))
    return _answer_of(process, watch, answer, complaint)


class _Watch:
    """Kills the child when the wall clock runs out or `stop` is set."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        limits: Limits,
        stop: threading.Event | None,
    ) -> None:
        self.process = process
        self.limits = limits
        self.reason: Reason | None = None
        self._stop = stop or threading.Event()
        self._done = threading.Event()
        self._threads = [threading.Thread(target=self._guard, daemon=True)]

    def __enter__(self) -> None:
        for thread in self._threads:
            thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self.kill(None)
        self.process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()

    def kill(self, reason: Reason | None) -> None:
        """End the child and whatever it started."""
        self.reason = self.reason or reason
        if self.process.poll() is None:
            with suppress(ProcessLookupError):  # it may end between the question and the kill
                os.killpg(self.process.pid, signal.SIGKILL)

    def exchange(self, request: bytes) -> tuple[bytes | None, bytes]:
        """Send the request and read the answer at the same time, so that neither side blocks."""
        complaint: list[bytes] = []
        sender = threading.Thread(target=self._send, args=(request,), daemon=True)
        listener = threading.Thread(
            target=lambda: complaint.append(_read_some(self.process.stderr)), daemon=True
        )
        sender.start()
        listener.start()
        answer = self._receive()
        if answer is not None:
            self.kill(None)  # it has said all it had to say; its tidying up would only take time
        self.process.wait()
        sender.join()
        listener.join()
        return answer, b"".join(complaint)

    def _send(self, request: bytes) -> None:
        assert self.process.stdin is not None  # noqa: S101 - it is a pipe
        with suppress(BrokenPipeError):  # the child has ended; what it said says why
            self.process.stdin.write(request)
            self.process.stdin.close()

    def _receive(self) -> bytes | None:
        assert self.process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            return _read_frame(self.process.stdout, self.limits.answer_mb * _MB)
        except OverflowError:
            self.kill("too much")
            return None

    def _guard(self) -> None:
        deadline = time.monotonic() + self.limits.wall_s
        while not self._done.wait(0.05):
            if self._stop.is_set():
                self.kill("stopped")
            elif time.monotonic() >= deadline:
                self.kill("time")


def _answer_of(
    process: "subprocess.Popen[bytes]", watch: _Watch, answer: bytes | None, complaint: bytes
) -> bytes:
    if watch.reason is not None:
        raise ChildFailedError(watch.reason)
    if process.returncode == -signal.SIGXCPU:
        raise ChildFailedError("time")
    if answer is None:
        out_of_memory = b"MemoryError" in complaint or b"bad_alloc" in complaint
        out_of_memory = out_of_memory or b"memory allocation" in complaint
        raise ChildFailedError("memory" if out_of_memory else "crashed")
    if answer[:1] == b"!":
        told = json.loads(answer[1:])
        if told.get("reason"):
            raise ChildFailedError(told["reason"])
        raise LandscapeError(told["what"], fix=told["fix"])
    return answer[1:]


def _frame(content: bytes) -> bytes:
    return _LENGTH.pack(len(content)) + content


def _read_frame(pipe: IO[bytes], most: int) -> bytes | None:
    """One frame, or None when the pipe ends before it does; OverflowError when it is too long."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > most:
        raise OverflowError(length)
    content = pipe.read(length)
    return content if len(content) == length else None


def _read_some(pipe: IO[bytes] | None) -> bytes:
    """The end of what the child complained of; the rest is read and thrown away."""
    kept = b""
    while pipe is not None and (piece := pipe.read(65_536)):
        kept = (kept + piece)[-65_536:]
    return kept


def _limit(memory_mb: int, cpu_s: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory_mb * _MB, memory_mb * _MB))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # a child writes no file
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def _work(function: str, payload: bytes, arguments: Mapping[str, object]) -> bytes:
    module, _, name = function.partition(":")
    if not module.startswith("landscape."):
        raise LandscapeError(f"{function!r} is not ours.", fix="Name a function of this package.")
    answer = getattr(importlib.import_module(module), name)(payload, **arguments)
    return b"." + bytes(answer)


class _Without(MetaPathFinder):
    """Says that some modules are not there."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(names)

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:  # noqa: ARG002
        """Nothing to say of other modules."""
        if fullname in self._names:
            raise ModuleNotFoundError(fullname)


def _main() -> None:
    """The child's side: read the request, set the limits, work, answer."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(
        sys.stderr.fileno(), sys.stdout.fileno()
    )  # a print in a library must not spoil the answer
    header = json.loads(_read_frame(sys.stdin.buffer, _MB) or b"{}")
    # A child knows neither the pages nor the database.
    sys.meta_path.insert(0, _Without(("streamlit", "duckdb", *header["without"])))
    _limit(header["memory_mb"], header["cpu_s"])
    try:
        # Read under the limit: a payload too large is told while there is room left to say so.
        payload = _read_frame(sys.stdin.buffer, 1 << 40) or b""
        answer = _work(header["function"], payload, header["arguments"])
    except LandscapeError as error:
        answer = b"!" + json.dumps({"what": error.what, "fix": error.fix}).encode()
    except MemoryError:
        answer = b'!{"reason": "memory"}'
    answers.write(_frame(answer))
    answers.flush()


if __name__ == "__main__":
    _main()
