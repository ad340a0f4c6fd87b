"""Finds the LibreOffice that opens our copies in a test, or installs one."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOW_TO_INSTALL = "As root on Debian: apt-get install libreoffice-calc-nogui"


def find() -> Path | None:
    """Give the LibreOffice on the path."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(on_path) if on_path else None


def install() -> None:
    """Install Debian's package, without a window, where that is allowed."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        package = ["-y", "-qq", "--no-install-recommends", "libreoffice-calc-nogui"]
        for step in (["update", "-qq"], ["install", *package]):
            subprocess.run(
                ["apt-get", *step],  # noqa: S607
                env=quietly,
                check=False,
                stdout=subprocess.DEVNULL,
            )


def main() -> int:
    """Print where LibreOffice is; with --install, make sure that there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one when none is found")
    if parser.parse_args().install and find() is None:
        print("No LibreOffice found. Installing one.")
        install()
    found = find()
    if found is None:
        print(f"A test of copies needs LibreOffice. {HOW_TO_INSTALL}", file=sys.stderr)
        return 1
    print(f"LibreOffice: {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
