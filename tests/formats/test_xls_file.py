"""Old workbooks (.xls): read like any other, told apart from what else lies in such a container."""

import struct

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.source import from_bytes
from landscape.formats.table import FileRefusedError, Limits, to_bytes
from landscape.formats.xls_file import FORMAT
from tests.formats.reading import processor_seconds
from tests.formats.xls_writing import container, old_book, stream


def check(data: bytes) -> None:
    FORMAT.check(data, "book.xls", Limits())


def refused(data: bytes) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as error:
        check(data)
    return error.value


def test_every_sheet_with_a_table_is_read() -> None:
    data = old_book(
        {
            "People": [["id", "name", "share"], ["007", "Mühle", 0.5], ["8", "Ferry", 2]],
            "Blank": [],
            "Said": [["from", "to"], ["Mühle", "Ferry"]],
        }
    )
    assert recognise(data) is FORMAT
    check(data)
    people, said = from_bytes(to_bytes(FORMAT.read(data, "book.xls", Limits())))
    assert (people.key, people.columns) == ("book.xls, sheet People", ("id", "name", "share"))
    assert people.frame.to_numpy().tolist() == [["007", "Mühle", "0.5"], ["8", "Ferry", "2"]]
    assert said.frame.index.tolist() == [2]


def test_a_workbook_locked_with_a_password_says_so() -> None:
    locked = container({"Workbook": stream({"S": [["a"]]}, before=struct.pack("<HH6x", 0x002F, 6))})
    new_kind = container({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})
    for data in (locked, new_kind):
        error = refused(data)
        assert (error.code, error.problem) == ("locked-workbook", "It is locked with a password.")


@pytest.mark.parametrize(
    ("stream_name", "what"),
    [
        ("WordDocument", "It is a Word document, not a table."),
        ("PowerPoint Document", "It is a presentation, not a table."),
        ("Other", "It is a document of an older kind, not a table."),
    ],
)
def test_another_document_is_refused_with_what_it_is(stream_name: str, what: str) -> None:
    error = refused(container({stream_name: b"x"}))
    assert (error.code, error.problem) == ("not-a-table", what)


def test_cells_in_far_corners_are_refused_at_once() -> None:
    far = struct.pack("<HHHHHd", 0x0203, 14, 65_535, 255, 0, 1.0)
    near = struct.pack("<HHHHHd", 0x0203, 14, 0, 0, 0, 1.0)
    with processor_seconds(1):
        error = refused(container({"Workbook": stream({}) + near + far}))
    assert (error.code, error.where) == ("far-cell", "book.xls")
    assert error.problem.startswith("It has a cell at row 65,536, column 256,")


def test_sectors_that_run_in_a_ring_are_refused_at_once() -> None:
    data = bytearray(old_book({"S": [["name"], ["Mill"]]}))
    data[512 + 4 * 9 : 512 + 4 * 10] = struct.pack("<I", 2)
    with processor_seconds(1):
        assert refused(bytes(data)).code == "broken-workbook"


@pytest.mark.parametrize("length", [8, 40, 80, 512, 700, 1_100])
def test_a_container_that_is_cut_off_is_refused(length: int) -> None:
    data = old_book({"S": [["name"], ["Mill"]]})[:length]
    assert refused(data).code in {"broken-workbook", "not-a-table"}


@pytest.mark.parametrize("further", [5_000, 0x00FFFFFF])
def test_a_table_of_sectors_that_goes_on_beyond_the_file_is_refused(further: int) -> None:
    data = bytearray(old_book({"S": [["name"], ["Mill"]]}))
    data[68:72] = struct.pack("<I", further)
    assert refused(bytes(data)).code == "broken-workbook"


def test_a_sector_that_is_cut_off_is_refused() -> None:
    data = bytearray(old_book({"S": [["name"], ["Mill"]]}))
    data[80:84] = struct.pack("<I", (len(data) - 512) // 512)
    assert refused(bytes(data + b"\1\2\3")).code == "broken-workbook"
