"""Copies from the command line: the form by the file's ending or by name, and the list of forms."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from landscape.services.exporting import forms
from tests.cli.conftest import Run, Said

pytestmark = pytest.mark.usefixtures("small_town_file")


def test_a_copy_is_written_as_workbook_and_as_csv(run: Run, tmp_path: Path) -> None:
    for name, form in (("copy.xlsx", "workbook"), ("copy.zip", "csv")):
        status, told = run("export", "Small town", "--to", str(tmp_path / name))
        assert (status, told["form"]) == (0, form)
        with zipfile.ZipFile(io.BytesIO((tmp_path / name).read_bytes())) as copy:
            assert copy.testzip() is None
    status, told = run("export", "Nowhere", "--to", str(tmp_path / "no.xlsx"))
    assert (status, told["problems"][0]["what"]) == (2, "There is no landscape 'Nowhere'.")


@pytest.mark.parametrize("form", [form.name for form in forms()])
def test_every_form_can_be_asked_for_by_its_name(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "copy.any"
    status, told = run("export", "Small town", "--to", str(path), "--as", form)
    assert (status, told["form"]) == (0, form)
    assert len(path.read_bytes()) > 100


def test_an_ending_that_no_form_has_is_refused_with_those_there_are(
    run: Run, tmp_path: Path
) -> None:
    status, told = run("export", "Small town", "--to", str(tmp_path / "copy.docx"))
    assert status == 2
    assert told["problems"][0]["what"] == "A copy cannot be written as '.docx'."
    assert ".xlsx" in told["problems"][0]["fix"]
    status, told = run("export", "Small town", "--to", str(tmp_path / "copy.xlsx"), "--as", "docx")
    assert (status, told["problems"][0]["what"]) == (2, "A copy cannot be written as 'docx'.")


def test_a_copy_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    status, told = run("export", "Small town", "--to", str(tmp_path / "nowhere" / "copy.xlsx"))
    assert status == 2
    assert "cannot be written" in told["problems"][0]["what"]


def test_the_formats_are_listed_with_what_they_cannot_carry(said: Said) -> None:
    status, out, _ = said("formats", "--json")
    told = json.loads(out)
    assert status == 0
    assert {"csv", "xlsx", "gexf", "graphml"} <= {form["name"] for form in told["read"]}
    written = {form["name"]: form["cannot_carry"] for form in told["written"]}
    assert set(written) == {form.name for form in forms()}
    assert "stay behind" in written["gexf"]
    _, out, _ = said("formats")
    assert "Read, whatever a file is called:" in out


def test_a_copy_of_everything_comes_back_as_a_landscape_of_its_own(
    run: Run, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.json"
    assert run("export", "Small town", "--to", str(copy))[1]["form"] == "bundle"
    words = ("import", str(copy), "--landscape")
    status, told = run(*words, "small town")
    assert (status, told["problems"][0]["fix"]) == (2, "Give another name with --landscape.")
    status, told = run(*words, "Town again", "--dry-run")
    assert (status, told["stakeholders"], told["stored"]) == (0, 7, False)
    status, told = run(*words, "Town again")
    assert (status, told["relationships"], told["stored"]) == (0, 5, True)
    assert {one["name"] for one in run("list")[1]["landscapes"]} == {"Small town", "Town again"}
    (change,) = run("history", "Town again")[1]["changes"]
    assert change["label"] == "Set up the small town"


def test_a_blank_workbook_is_written_and_brings_nothing_in(run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "blank.xlsx"
    assert run("template", str(blank))[0] == 0
    _, told = run("import", str(blank), "--landscape", "Blank")
    assert (told["stakeholders"], told["relationships"]) == (0, 0)
    status, told = run("template", str(tmp_path / "blank.csv"))
    assert (status, told["problems"][0]["fix"]) == (2, "End its name in .xlsx.")
