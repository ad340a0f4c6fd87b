"""Files are recognised by what is in them, read in a child, and come back whole."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pytest
import xlsxwriter

from landscape.formats import bundle
from landscape.formats.discovery import formats, recognise
from landscape.formats.sandbox import read_file
from landscape.formats.source import from_bytes
from landscape.formats.table import Finding, Limits, ReadTable, display_name, to_bytes
from tests.bad_files.unreadable import archive
from tests.formats.ods_writing import cell, row, spreadsheet
from tests.formats.xls_writing import old_book


def made_book() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as made:
        made.add_worksheet("S").write_column(0, 0, ["name", "Mill"])
    return packed.getvalue()


def whole_landscape() -> bytes:
    content = {
        "format": "landscape-bundle",
        "version": 1,
        "landscape": {"name": "Mill"},
        "tables": {},
        "instruments": [],
    }
    return json.dumps({**content, "digest": bundle.digest_of(content)}).encode()


EXAMPLES = {
    "bundle": whole_landscape(),
    "kumu-json": b'{"elements": [{"label": "Mill"}]}',
    "kumu-project": b'{"maps": [], "elements": [{"_id": "e", "attributes": {"label": "Mill"}}]}',
    "polinode-json": b'{"isDirected": true, "edges": [], '
    b'"nodes": [{"id": "1", "attributes": {"Name": "Mill"}}]}',
    "graph-commons-json": b'{"signals": [{"action": "node_create", "name": "Mill"}]}',
    "network-json": b'{"nodes": [{"id": "Mill"}], "links": []}',
    "json-list": b'[{"name": "Mill"}]',
    "csv-zip": archive({"people.csv": "name\nMill\n"}),
    "html": b"<table><tr><td>name<tr><td>Mill</table>",
    "json": b'{"members": [{"name": "Mill"}]}',
    "csv": b"name\nMill\n",
    "xlsx": made_book(),
    "xls": old_book({"S": [["name"], ["Mill"]]}),
    "ods": spreadsheet(row(cell("name")), row(cell("Mill"))),
    "pasted": b"Mill\n",
    "gexf": b'<gexf><graph><nodes><node id="1" label="Mill"/></nodes></graph></gexf>',
    "dot": b"graph { Mill }",
    "gdf": b"nodedef>name VARCHAR,label VARCHAR\n1,Mill\n",
    "dl": b"dl n=1\nlabels:\nMill\ndata:\n0\n",
    "pajek": b'*Vertices 1\n1 "Mill"\n',
    "gml": b'graph [ node [ id 1 label "Mill" ] ]',
    "graphml": b'<graphml><graph><node id="Mill"/></graph></graphml>',
}


def test_every_format_that_is_read_has_an_example() -> None:
    assert set(EXAMPLES) == {form.name for form in formats().values() if form.read is not None}


@pytest.mark.parametrize("form", EXAMPLES)
def test_every_format_reads_its_example_in_a_child(form: str) -> None:
    (table,) = read_file(EXAMPLES[form], "list", form=form)
    said = {role: column for column, role in table.says.items()}
    assert table.frame[said.get("name", "name")].tolist() == ["Mill"]


def test_a_file_is_recognised_by_its_contents_and_not_by_its_name() -> None:
    assert recognise(EXAMPLES["xlsx"]).name == "xlsx"
    (table,) = read_file(EXAMPLES["xlsx"], "people.csv")
    assert table.sheet == "S"


def test_a_pasted_table_is_read_by_its_tabs() -> None:
    (table,) = read_file(b"name\ttown\nMill, upper\tAsh\n", "Pasted", form="pasted")
    assert table.frame.to_numpy().tolist() == [["Mill, upper", "Ash"]]


@pytest.mark.parametrize("text", ["name;town\nMill;Ash\n", "name,sector,town\nMill,water,Ash\n"])
def test_a_pasted_table_may_be_parted_by_other_signs(text: str) -> None:
    (table,) = read_file(text.encode(), "Pasted", form="pasted")
    assert table.columns[0] == "name"
    assert table.frame["town"].tolist() == ["Ash"]


def test_pasted_names_may_hold_commas() -> None:
    (table,) = read_file(b"Smith, Ann\n\n  Mill, upper\n", "Pasted", form="pasted")
    assert table.frame["name"].tolist() == ["Smith, Ann", "  Mill, upper"]
    assert table.frame.index.tolist() == [1, 3]


def test_a_table_comes_through_the_pipe_as_it_went_in() -> None:
    findings = (
        Finding(code="index-column", what="It counts.", fix="Nothing.", row=1, column="a\nb"),
    )
    table = ReadTable(
        file="f.csv",
        sheet="S",
        columns=("näme", "a\nb"),
        texts=tuple(
            pa.chunked_array([pa.array(texts, pa.large_string())])
            for texts in (["Mill", "🌱", "مرحبا"], ["", "x", "y"])
        ),
        rows=pa.array([2, 5, 9], pa.int64()),
        findings=findings,
    )
    (back,) = from_bytes(to_bytes([table]))
    assert (back.key, back.columns, back.findings) == ("f.csv, sheet S", table.columns, findings)
    assert back.frame.index.tolist() == [2, 5, 9]
    assert back.frame.to_numpy().tolist() == [["Mill", ""], ["🌱", "x"], ["مرحبا", "y"]]


def test_the_child_does_without_pandas() -> None:
    loaded = "import sys, landscape.formats.reading; print('pandas' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"


def test_a_file_name_is_shown_without_folders_and_signs_nobody_sees() -> None:
    assert display_name("../../etc/pass\u202ewd\x01.csv") == "passwd.csv"
    assert display_name("C:\\maps\\people.xlsx") == "people.xlsx"
    assert len(display_name("n" * 300)) == 80
    assert display_name("\x00") == "file"


def text_at_the_limits(limits: Limits) -> bytes:
    columns = limits.cells // limits.rows
    header = ",".join(f"h{number}" for number in range(columns))
    rows = (
        ",".join(f"w{(row * 7_919 + column) % 999_983}" for column in range(columns))
        for row in range(limits.rows)
    )
    return "\n".join([header, *rows]).encode()


def book_at_the_limits(limits: Limits) -> bytes:
    """A workbook of 1,000 words; its sheet is written here, because a writer takes too long.

    No word of the header comes again: a row that repeats the header is none of the table.
    """
    columns = limits.cells // limits.rows
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as made:
        made.add_worksheet("S").write_column(0, 0, [f"word {number}" for number in range(1_000)])
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:columns]
    rows = "".join(
        f'<row r="{row}">'
        + "".join(
            f'<c r="{letter}{row}" t="s">'
            f"<v>{number if row == 1 else 20 + (row * 7 + number) % 979}</v></c>"
            for number, letter in enumerate(letters)
        )
        + "</row>"
        for row in range(1, limits.rows + 2)
    )
    filled = io.BytesIO()
    with (
        zipfile.ZipFile(packed) as before,
        zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as after,
    ):
        for name in before.namelist():
            content = before.read(name).decode()
            if name.endswith("sheet1.xml"):
                start, end = content.index("<sheetData>"), content.index("</sheetData>")
                content = content[: start + len("<sheetData>")] + rows + content[end:]
            after.writestr(name, content)
    return filled.getvalue()


@pytest.mark.parametrize("make", [text_at_the_limits, book_at_the_limits])
def test_a_good_file_at_the_limits_is_read(make: Callable[[Limits], bytes]) -> None:
    limits = Limits()
    data = make(limits)
    assert len(data) <= limits.file_bytes
    (table,) = read_file(data, "at the limits")
    assert table.frame.shape == (limits.rows, limits.cells // limits.rows)
