"""Over 400 bad files: each is imported or refused with place, problem and fix, and nothing dies.

They are tried in a process of their own, which stands for the server: it must come to its end by
itself, and the most that any of its children took is the most of them all.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.table import FileRefusedError, Limits
from landscape.services.importing.problems import CATALOGUE
from tests.bad_files.hostile import ARCHIVES, XML, Hostile
from tests.bad_files.seeds import seeds
from tests.bad_files.unreadable import UNREADABLE, Unreadable

ROOT = Path(__file__).parents[2]
Tried = dict[str, Any]
AT_THE_DOOR = [
    bad
    for bad in (*UNREADABLE, *ARCHIVES, *XML)
    if bad.code in {"far-cell", "workbook-too-large", "archive-too-large", "document-type"}
]


@pytest.fixture(scope="module")
def tried() -> list[Tried]:
    """What became of each file; the last line is about the children."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bad_files.trying"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4_000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def named(found: Iterable[Tried]) -> list[str]:
    """What failed, as a person would want to read it."""
    return [
        f"{one['name']}: {one['outcome']} {one['code']} after {one['seconds']} s. {one['what']}"
        for one in found
    ]


def test_there_are_over_400_bad_files_of_every_format(tried: list[Tried]) -> None:
    assert len(tried) - 1 >= 400
    kinds = {one["name"].rsplit("-", 2)[0] for one in tried[:-1]}
    assert seeds().keys() <= kinds


def test_no_bad_file_is_the_end_of_the_server(tried: list[Tried]) -> None:
    assert named(one for one in tried[:-1] if one["outcome"] == "died") == []


def test_each_is_imported_or_refused_in_ten_seconds(tried: list[Tried]) -> None:
    assert named(one for one in tried[:-1] if one["seconds"] / one["busy"] >= 10) == []


def test_no_child_took_700_mb(tried: list[Tried]) -> None:
    assert tried[-1]["child_mb"] < 700


def test_each_refusal_has_a_place_a_problem_and_a_fix(tried: list[Tried]) -> None:
    refused = [one for one in tried[:-1] if one["outcome"] == "refused"]
    assert len(refused) > 200
    wanting = [
        one
        for one in refused
        if one["code"] not in CATALOGUE
        or not one["where"].startswith(one["name"])
        or not one["what"].endswith((".", "?"))
        or not one["fix"].endswith(".")
    ]
    assert named(wanting) == []


def test_hostile_files_are_refused_for_what_they_are(tried: list[Tried]) -> None:
    expected = [one for one in tried[:-1] if one["expected"]]
    assert len(expected) > 60
    assert named(one for one in expected if one["code"] != one["expected"]) == []


@pytest.mark.parametrize("bad", AT_THE_DOOR, ids=lambda bad: bad.name)
def test_what_unpacks_to_too_much_is_refused_at_the_door(bad: Hostile | Unreadable) -> None:
    data = bad.make()
    form = recognise(data)
    assert form.check is not None
    began = time.process_time()
    with pytest.raises(FileRefusedError) as refused:
        form.check(data, bad.name, Limits())
    assert refused.value.code == bad.code
    assert time.process_time() - began < 5


def test_there_are_24_files_that_unpack_to_too_much() -> None:
    assert len(AT_THE_DOOR) >= 24
