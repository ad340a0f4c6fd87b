"""The command line does what the pages do, prints one JSON object, and says how it went."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from landscape.cli.commands import main
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from tests.fixtures import small_town_edit

PEOPLE = "name,group,influence\nTown hall,Public,5\nWater board,Public,\nMill Lane,Residents,3\n"
TIES = (
    "from,to\nTown hall,Mill Lane\nMill Lane,Town hall\nWater board,Nobody\nTown hall,Town hall\n"
)

Run = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    people, ties = tmp_path / "people.csv", tmp_path / "ties.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    ties.write_text(TIES, encoding="utf-8")
    return [str(people), str(ties)]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_one(*words: str) -> tuple[int, dict[str, object]]:
        status = main([*words, "--db", str(tmp_path / "town.duckdb"), "--json"])
        printed = capsys.readouterr().out
        return status, json.loads(printed)

    return run_one


def test_an_import_stores_and_tells_what_became_of_every_row(run: Run, files: list[str]) -> None:
    status, told = run("import", *files, "--landscape", "Town")
    assert status == 0
    problems = told.pop("problems")
    mapping = told.pop("mapping")
    assert told == {
        "stakeholders": 3,
        "relationships": 1,
        "reports": 2,
        "self_rows": 1,
        "duplicates": 0,
        "missing_endpoints": 1,
        "stored": True,
    }
    assert mapping["ties.csv"]["source"] == "from"
    assert {"code", "where", "what", "fix"} <= set(problems[0])
    _, listed = run("list")
    assert [(one["name"], one["stakeholders"]) for one in listed["landscapes"]] == [("Town", 3)]


def test_a_dry_run_tells_the_same_and_stores_nothing(run: Run, files: list[str]) -> None:
    status, told = run("import", *files, "--landscape", "Town", "--dry-run")
    assert (status, told["stakeholders"], told["stored"]) == (0, 3, False)
    assert run("list")[1] == {"landscapes": []}


def test_missing_names_can_be_created(run: Run, files: list[str]) -> None:
    _, told = run("import", *files, "--landscape", "Town", "--missing", "create")
    assert (told["stakeholders"], told["relationships"]) == (4, 2)


def test_a_refused_import_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    status, told = run("import", str(empty), "--landscape", "Town")
    assert (status, told["stored"]) == (2, False)
    assert told["problems"][0]["where"].startswith("empty.csv")
    assert run("list")[1] == {"landscapes": []}
    store = DuckDBStore.open(tmp_path / "town.duckdb")
    assert store.landscapes(LOCAL, deleted=True) == ()
    store.close()


def test_a_second_import_goes_into_the_same_landscape(run: Run, files: list[str]) -> None:
    run("import", *files, "--landscape", "Town")
    run("import", *files, "--landscape", "Town")
    _, listed = run("list")
    assert [(one["stakeholders"], one["relationships"]) for one in listed["landscapes"]] == [(3, 1)]


def test_a_column_can_be_named_by_hand_and_a_wrong_role_is_told(run: Run, files: list[str]) -> None:
    status, told = run("import", *files, "--landscape", "Town", "--map", "sauce=from")
    assert status == 2
    assert "'sauce'" in told["problems"][0]["what"]
    status, told = run(
        "import", *files, "--landscape", "Town", "--map", "source=to", "--map", "target=from"
    )
    assert (status, told["mapping"]["ties.csv"]["source"]) == (0, "to")


def test_crossings_are_measured(run: Run, tmp_path: Path) -> None:
    store = DuckDBStore.open(tmp_path / "town.duckdb")
    store.create_landscape(LOCAL, Landscape(id="l", name="Town"))
    store.apply(LOCAL, "l", small_town_edit())
    store.close()
    status, told = run("measure", "Town", "--boundary", "The river")
    # left: hall, water, ida, vine, news; right: mill, farm. r1 stays left; r2, r3, r4, r5 cross.
    assert status == 0
    assert (told["crossing"], told["staying"]) == (4, 1)
    assert told["ei_index"] == pytest.approx((4 - 1) / 5)
    status, told = run("measure", "Town", "--boundary", "The hill")
    assert status == 2
    assert "'The river', 'Offices and fields'" in told["problems"][0]["fix"]


def test_a_copy_is_written_as_workbook_and_as_csv(
    run: Run, files: list[str], tmp_path: Path
) -> None:
    run("import", *files, "--landscape", "Town")
    for name in ("copy.xlsx", "copy.zip"):
        status, _ = run("export", "Town", "--to", str(tmp_path / name))
        assert status == 0
        with zipfile.ZipFile(io.BytesIO((tmp_path / name).read_bytes())) as copy:
            assert copy.testzip() is None
    status, told = run("export", "Nowhere", "--to", str(tmp_path / "no.xlsx"))
    assert (status, told["problems"][0]["what"]) == (2, "There is no landscape 'Nowhere'.")


def test_a_database_in_use_has_its_own_status(tmp_path: Path) -> None:
    path = tmp_path / "town.duckdb"
    store = DuckDBStore.open(path)
    told = subprocess.run(
        [sys.executable, "-m", "landscape", "list", "--db", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    store.close()
    assert told.returncode == 3
    assert "Stop the app, or give another file with --db." in told.stderr


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    status, told = run("import", str(tmp_path / "no.csv"), "--landscape", "Town")
    assert status == 2
    assert "no.csv" in told["problems"][0]["what"]


def test_the_kelp_forest_files_come_to_the_settled_figures(run: Run, foreign_samples: Path) -> None:
    folder = foreign_samples / "kelp-forest-governance"
    kelp = [str(folder / "organizations.csv"), str(folder / "reported-ties.csv")]
    expected = {"leave-out": (204, 528, 809), "create": (205, 529, 810), "nearest": (204, 529, 810)}
    for missing, figures in expected.items():
        status, told = run("import", *kelp, "--landscape", missing, "--missing", missing)
        assert status == 0
        assert (told["stakeholders"], told["relationships"], told["reports"]) == figures
        assert (told["self_rows"], told["duplicates"], told["missing_endpoints"]) == (105, 53, 1)
