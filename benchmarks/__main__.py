"""Runs benchmarks: `python -m benchmarks NAME`, or all of them; one line of JSON for each."""

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

_MODULES: Final = {"import": "importing"}  # names that are no module's name


def names() -> list[str]:
    """Every benchmark: the modules of this folder that say `def main(`."""
    called = {module: name for name, module in _MODULES.items()}
    folder = Path(__file__).parent
    return [
        called.get(file.stem, file.stem)
        for file in sorted(folder.glob("*.py"))
        if file.stem != "__main__" and "\ndef main(" in file.read_text(encoding="utf-8")
    ]


def run(name: str) -> None:
    """Run one benchmark in this process and print what it found."""
    began = time.perf_counter()
    found = importlib.import_module(f"benchmarks.{_MODULES.get(name, name)}").main()
    took = round(time.perf_counter() - began, 1)
    print(json.dumps({"benchmark": name, **found, "took_s": took}), flush=True)


def run_apart(name: str) -> bool:
    """Run one benchmark in a process of its own, so that none weighs on the next.

    Returns whether it ran to its end.
    """
    began = time.perf_counter()
    status = subprocess.run([sys.executable, "-m", "benchmarks", name], check=False).returncode
    if status:
        took = round(time.perf_counter() - began, 1)
        failed = f"It ended with status {status}; its words are above."
        print(json.dumps({"benchmark": name, "failed": failed, "took_s": took}), flush=True)
    return status == 0


def main(asked: list[str]) -> int:
    """Run those asked for, or all. Status 1 when one failed, 2 when there is none of that name."""
    known = names()
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(f"No benchmark {unknown[0]!r}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    if len(asked) == 1:
        run(asked[0])
        return 0
    done = [run_apart(name) for name in asked or known]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
