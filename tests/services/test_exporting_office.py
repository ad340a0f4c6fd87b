"""LibreOffice opens our copies, and finds no formula and no address in them."""

import io
import subprocess
import zipfile
from pathlib import Path

import pandas as pd

from landscape.model.principal import LOCAL
from landscape.services import exporting
from landscape.store.base import Edit
from landscape.store.duckdb.store import DuckDBStore
from scripts import office

HOSTILE = (
    "=1+1",
    '=HYPERLINK("https://x.example/","go")',
    "+1+1",
    "-1-1",
    "@SUM(1;1)",
    "\t=1+1",
    "\uff1d1+1",
    "=cmd|' /C calc'!A0",
    "https://x.example/",
    "{=1+1}",
)


def as_office_sees(folder: Path, files: list[Path]) -> list[str]:
    """What LibreOffice makes of the files, as flat XML in which a formula is an attribute."""
    program = office.find()
    assert program is not None, f"This test needs LibreOffice. {office.HOW_TO_INSTALL}"
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "fods", "--outdir", folder / "seen"),
            *files,
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return [(folder / "seen" / f"{file.stem}.fods").read_text("utf-8") for file in files]


def test_libreoffice_finds_no_formula_in_a_copy(
    tmp_path: Path, store: DuckDBStore, small_town: str
) -> None:
    people = pd.DataFrame(
        {
            "id": [f"s_{number}" for number in range(len(HOSTILE))],
            "name": HOSTILE,
            "notes": HOSTILE,
            "ordinal": range(10, 10 + len(HOSTILE)),
        }
    )
    store.apply(LOCAL, small_town, Edit(label="Hostile", put={"stakeholder": people}))
    files = []
    for form in ("workbook", "kumu-workbook"):
        file = tmp_path / f"{form}.xlsx"
        file.write_bytes(exporting.copy_as(LOCAL, store, small_town, form).data)
        files.append(file)
    packed = exporting.copy_as(LOCAL, store, small_town, "csv").data
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        (tmp_path / "stakeholder.csv").write_bytes(archive.read("stakeholder.csv"))
    template = tmp_path / "template.xlsx"
    template.write_bytes(exporting.template_workbook())
    for seen in as_office_sees(tmp_path, [*files, tmp_path / "stakeholder.csv", template]):
        assert "table:table-cell" in seen
        assert "table:formula" not in seen
        assert "<text:a " not in seen
