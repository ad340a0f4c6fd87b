"""The child's side of reading loads no more than it needs."""

import subprocess
import sys

READ_ONE = """
import json, sys
from dataclasses import asdict
from landscape.formats.reading import read_in_child
from landscape.formats.table import Limits
told = read_in_child(b"name\\nMill\\n", form="csv", file="f.csv", limits=asdict(Limits()))
print(told[:1].decode(), "pandas" in sys.modules)
"""


def test_a_child_reads_without_pandas() -> None:
    told = subprocess.run(
        [sys.executable, "-c", READ_ONE], capture_output=True, text=True, check=True
    )
    assert told.stdout == "T False\n"
