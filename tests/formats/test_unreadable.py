"""What cannot be read is refused whole: with its place, what it is, and what to do."""

import resource

import pytest

from landscape.formats.sandbox import read_file
from landscape.formats.table import FileRefusedError, Limits
from tests.bad_files.unreadable import UNREADABLE, Unreadable


@pytest.mark.parametrize("bad", UNREADABLE, ids=lambda bad: f"{bad.code}: {bad.name}")
def test_an_unreadable_file_is_refused_within_ten_seconds_of_the_processor(bad: Unreadable) -> None:
    data = bad.make()
    with pytest.raises(FileRefusedError) as refused:
        read_file(data, bad.name, limits=Limits(cpu_seconds=10))
    assert refused.value.code == bad.code
    assert refused.value.where.startswith(bad.name)
    assert refused.value.problem.endswith(".")
    assert refused.value.fix.endswith(".")


def test_no_child_ever_took_more_memory_than_its_limit() -> None:
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak_kb * 1024 <= Limits().memory_bytes


def test_a_child_that_takes_too_much_is_refused_with_the_name_of_the_file() -> None:
    rows = b"name,town\n" + b"Mill trust,Ash\n" * 100_000
    with pytest.raises(FileRefusedError) as refused:
        read_file(rows, "people.csv", limits=Limits(memory_bytes=64 * 1024 * 1024))
    assert refused.value.code == "reading-stopped"
    assert refused.value.where == "people.csv"
