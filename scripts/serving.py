"""Serves a Streamlit script with a fresh database and a fresh home folder."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEADLINE = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running app: where it answers, where its data lie, and what it has said so far."""

    url: str
    folder: Path
    database: Path
    log: Path
    pid: int

    def said(self) -> str:
        """Give everything the app has printed."""
        return self.log.read_text(encoding="utf-8")


@contextmanager
def serving(
    folder: Path, *, script: str = "serve.py", environment: Mapping[str, str] | None = None
) -> Iterator[Served]:
    """Run `script` from the root of the repository until the block ends, its data in `folder`."""
    home = folder / "home"
    home.mkdir(parents=True)
    database = folder / "landscape.duckdb"
    log = folder / "app.log"
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script]
    command += ["--server.headless", "true", "--server.port", str(port)]
    settings = {
        **os.environ,
        "HOME": str(home),
        "LANDSCAPE_DB": str(database),
        "PYTHONUNBUFFERED": "1",
        **(environment or {}),
    }
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            command, cwd=ROOT, env=settings, stdout=said, stderr=subprocess.STDOUT
        )
    served = Served(
        url=f"http://localhost:{port}", folder=folder, database=database, log=log, pid=process.pid
    )
    try:
        _wait_for_health(served, process)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    """Give a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for_health(served: Served, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as the app answers; say what it printed when it does not."""
    deadline = time.monotonic() + DEADLINE
    pause = threading.Event()
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{served.url}/_stcore/health", timeout=5):  # noqa: S310
                return
        except OSError:
            pause.wait(0.1)
    raise RuntimeError(f"The app did not start. It said:\n{served.said()}")
