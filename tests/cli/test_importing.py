"""Importing from the command line: what is stored, what is decided, and how it says so."""

import json
import signal
from pathlib import Path

import pytest

from landscape.cli.progress import stopped_by_ctrl_c
from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from tests.cli.conftest import Run, Said


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
        "changed": 0,
        "unchanged": 0,
        "removed": 0,
        "rows": {
            "read": 7,
            "further": 0,
            "stored": 5,
            "merged": 0,
            "rejected": 1,
            "left_out": 1,
            "waiting": 0,
        },
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


def test_only_the_answer_is_on_stdout_and_progress_is_on_stderr(
    said: Said, files: list[str]
) -> None:
    words = ("import", *files, "--landscape", "Town", "--json")
    status, out, err = said(*words, "--dry-run")
    assert (status, err) == (0, "")  # nobody watches
    status, out, err = said(*words, "--progress")
    assert json.loads(out)["stored"] is True
    assert err.splitlines() == [
        "Reading people.csv, ties.csv ...",
        "Read 1 of 2 files.",
        "Read 2 of 2 files.",
        "Planning ...",
        "Storing ...",
    ]


def test_ctrl_c_while_files_are_read_stops_what_reads_them() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen: list[bool] = []

    def read_until_stopped() -> None:
        with stopped_by_ctrl_c() as stop:
            seen.append(stop.is_set())
            signal.raise_signal(signal.SIGINT)
            seen.append(stop.is_set())

    with pytest.raises(KeyboardInterrupt):
        read_until_stopped()
    assert seen == [False, True]
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_read_and_where_it_went_is_said_as_a_sum(said: Said, files: list[str]) -> None:
    _, out, _ = said("import", *files, "--landscape", "Town")
    assert out.splitlines()[:3] == [
        "Stored: 3 stakeholders, 1 relationships, 2 reports.",
        "On the map already: 0 changed, 0 as they were, 0 removed.",
        "Rows read: 7 = 5 stored + 0 merged + 1 rejected + 1 left out + 0 waiting.",
    ]


def test_rows_that_are_not_stored_can_be_taken_away(
    run: Run, files: list[str], tmp_path: Path
) -> None:
    rejected = tmp_path / "rejected.csv"
    run("import", *files, "--landscape", "Town", "--rejected", str(rejected))
    lines = rejected.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("file,sheet,row,why,")
    assert [line.split(",")[0] for line in lines[1:]] == ["ties.csv", "ties.csv"]
    assert "Nobody" in lines[1]


def test_decisions_are_written_and_replayed(run: Run, files: list[str], tmp_path: Path) -> None:
    decided = tmp_path / "decided.json"
    words = ("import", *files, "--landscape", "One", "--map", "source=to", "--map", "target=from")
    status, _ = run(*words, "--save-decisions", str(decided))
    assert status == 0
    status, told = run("import", *files, "--landscape", "Two", "--decisions", str(decided))
    assert (status, told["mapping"]["ties.csv"]["source"]) == (0, "to")
    decided.write_text("{}", encoding="utf-8")
    status, told = run("import", *files, "--landscape", "Three", "--decisions", str(decided))
    assert status == 2
    assert "no decisions" in told["problems"][0]["what"]


def test_the_map_or_the_file_counts_where_they_differ(
    run: Run, files: list[str], tmp_path: Path
) -> None:
    run("import", *files, "--landscape", "Town")
    other = tmp_path / "people.csv"
    other.write_text("name,group,influence\nTown hall,Public,2\n", encoding="utf-8")
    words = ("import", str(other), "--landscape", "Town")
    assert run(*words, "--differing", "map")[1]["changed"] == 0
    assert run(*words)[1]["changed"] == 1


def test_what_is_no_longer_in_the_files_is_removed_only_when_asked(
    run: Run, files: list[str], tmp_path: Path
) -> None:
    run("import", *files, "--landscape", "Town")
    fewer = tmp_path / "people.csv"
    fewer.write_text("name,group,influence\nTown hall,Public,5\n", encoding="utf-8")
    words = ("import", str(fewer), "--landscape", "Town")
    assert run(*words)[1]["removed"] == 0
    _, told = run(*words, "--remove-absent")
    assert told["removed"] >= 1
    (town,) = run("list")[1]["landscapes"]
    assert town["stakeholders"] < 3
