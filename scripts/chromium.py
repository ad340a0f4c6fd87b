"""Finds the Chromium that browser tests, pictures and benchmarks drive, or installs one."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")

ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    # Without a real GPU its emulation would also paint and compose the pages, at twice the cost.
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--disable-quic",
    "--disable-sync",
    # Most of the client's script is never called: reading it only where it is saves a sixth.
    "--js-flags=--max-lazy",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)

HOW_TO_INSTALL = "As root on Debian: apt-get install chromium"


def arguments() -> list[str]:
    """Give what Chromium is started with: no calls of its own, and WebGL drawn in software."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else list(ARGUMENTS)


def find() -> Path | None:
    """Give the first Chromium that answers: one on the path, else Playwright's own."""
    for name in NAMES:
        on_path = shutil.which(name)
        if on_path is not None and _answers(on_path):
            return Path(on_path)
    own = _playwrights_own()
    return own if own is not None and _answers(own) else None


def install() -> None:
    """Install Debian's package where that is allowed, else Playwright's download."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        packages = ["chromium", "fonts-liberation"]
        _run(["apt-get", "update", "-qq"], quietly)
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], quietly)
    if find() is None:
        _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _run(command: list[str], environment: dict[str, str]) -> None:
    """Run one step of the installation; whether it helped is seen by looking again."""
    subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)


def _answers(candidate: str | Path) -> bool:
    """Say whether it starts at all; a package that is only a stub for another store does not."""
    try:
        answer = subprocess.run(
            [candidate, "--version"], capture_output=True, check=False, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _playwrights_own() -> Path | None:
    """Give the browser that Playwright downloaded, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.exists() else None


def main() -> int:
    """Print where Chromium is; with --install, make sure that there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one when none is found")
    wanted = parser.parse_args()
    found = find()
    if found is None and wanted.install:
        print("No Chromium found. Installing one.")
        install()
        found = find()
    if found is None:
        print(f"The browser tests need Chromium. {HOW_TO_INSTALL}", file=sys.stderr)
        return 1
    print(f"Chromium: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
