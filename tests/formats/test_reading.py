"""The child's side of reading loads no more than it needs."""

import subprocess
import sys

READ_ONE = """
import sys
from landscape.child import _Without
sys.meta_path.insert(0, _Without(("numpy", "pandas")))
from dataclasses import asdict
from landscape.formats.reading import read_in_child
from landscape.formats.table import Limits
told = read_in_child(b"name\\nMill\\n", form="csv", file="f.csv", limits=asdict(Limits()))
print(told[:1].decode(), {"numpy", "pandas"} & set(sys.modules))
"""


def test_a_child_reads_without_numpy_and_pandas() -> None:
    told = subprocess.run(
        [sys.executable, "-c", READ_ONE], capture_output=True, text=True, check=True
    )
    assert told.stdout == "T set()\n"
