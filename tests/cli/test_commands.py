"""The command line does what the pages do, prints one JSON object, and says how it went."""

import subprocess
import sys
from pathlib import Path

import pytest

from landscape.cli.commands import main
from landscape.model.landscape import Landscape
from landscape.model.principal import LOCAL
from landscape.store.duckdb.store import DuckDBStore
from tests.cli.conftest import Run, Said


@pytest.mark.usefixtures("small_town_file")
def test_crossings_are_measured(run: Run) -> None:
    status, told = run("measure", "Small town", "--boundary", "The river")
    # left: hall, water, ida, vine, news; right: mill, farm. r1 stays left; r2, r3, r4, r5 cross.
    assert status == 0
    assert (told["crossing"], told["staying"]) == (4, 1)
    assert told["ei_index"] == pytest.approx((4 - 1) / 5)
    status, told = run("measure", "Small town", "--boundary", "The hill")
    assert status == 2
    assert "'The river', 'Offices and fields'" in told["problems"][0]["fix"]


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


def test_a_landscape_is_found_by_id_by_name_or_by_part_of_it(
    run: Run, small_town_file: Path
) -> None:
    store = DuckDBStore.open(small_town_file)
    for id_, name in (("l2", "Valley"), ("l3", "valley"), ("l4", "Upper valley")):
        store.create_landscape(LOCAL, Landscape(id=id_, name=name))
    store.close()
    for name in ("Small town", "small TOWN", "l", "mall"):
        assert run("history", name)[1]["landscape"] == "Small town"
    assert run("history", "Valley")[1]["landscape"] == "Valley"
    status, told = run("history", "VALLEY")
    assert status == 2
    assert told["problems"][0]["what"] == (
        "'VALLEY' may be one of several landscapes: 'valley' (l3), 'Valley' (l2)."
    )
    status, told = run("import", "x.csv", "--landscape", "vaLLey")
    assert status == 2
    status, told = run("history", "Nowhere")
    assert told["problems"][0]["what"] == "There is no landscape 'Nowhere'."


@pytest.mark.usefixtures("small_town_file")
def test_those_who_may_be_one_are_listed(run: Run, tmp_path: Path) -> None:
    assert run("duplicates", "Small town")[1]["pairs"] == []
    people = tmp_path / "people.csv"
    people.write_text("name\nTown Hall\n", encoding="utf-8")
    run("import", str(people), "--landscape", "Small town")
    (pair,) = run("duplicates", "Small town")[1]["pairs"]
    assert {pair["left"], pair["right"]} == {"Town hall", "Town Hall"}


def test_every_command_has_help_that_says_what_it_does(
    said: Said, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("", "import", "export", "formats", "history", "undo", "redo", "restore"):
        with pytest.raises(SystemExit) as left:
            main([command, "--help"] if command else ["--help"])
        assert left.value.code == 0
    assert '--to "2026-05-04 14:30"' in capsys.readouterr().out
