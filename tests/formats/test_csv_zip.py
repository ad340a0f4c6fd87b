"""An archive of CSV files is read as it is; what hides in archives is refused."""

import io
import zipfile

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.table import FileRefusedError
from tests.bad_files.unreadable import archive
from tests.formats.reading import records, tables

PEOPLE = "name,town\nMill,Ash\n"


def test_each_csv_file_is_a_table_called_by_its_name() -> None:
    data = archive(
        {
            "copy/": "",
            "copy/stakeholder.csv": PEOPLE,
            "copy/relationship.csv": "from,to\nMill,Ann\n",
            "copy/landscape.toml": "name = 'Valley'",
            "__MACOSX/copy/._stakeholder.csv": "\x00\x05",
        }
    )
    assert recognise(data).name == "csv-zip"
    people, said = tables(data, "copy.zip")
    assert (people.file, people.sheet) == ("copy.zip", "stakeholder")
    assert records(people) == [{"name": "Mill", "town": "Ash"}]
    assert said.sheet == "relationship"


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    data = archive({"a/people.csv": PEOPLE, "b/people.csv": PEOPLE})
    assert [table.sheet for table in tables(data)] == ["a people.csv", "b people.csv"]


def test_a_workbook_with_a_csv_in_it_stays_a_workbook() -> None:
    data = archive({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "", "a.csv": PEOPLE})
    assert recognise(data).name == "xlsx"


def locked() -> bytes:
    made = bytearray(archive({"people.csv": PEOPLE}))
    made[made.index(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def wrong_size() -> bytes:
    made = bytearray(archive({"people.csv": PEOPLE}))
    at = made.index(b"PK\x01\x02")
    made[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(made)


def twice() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("people.csv", PEOPLE)
        with pytest.warns(UserWarning, match="Duplicate name"):
            made.writestr("people.csv", PEOPLE)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("broken-file", archive({"people.csv": PEOPLE, "more.zip": archive({"a.csv": PEOPLE})})),
        ("broken-file", archive({"../people.csv": PEOPLE})),
        ("broken-file", archive({"/etc/people.csv": PEOPLE})),
        ("broken-file", archive({"C:\\people.csv": PEOPLE})),
        ("broken-file", archive({"people.csv": PEOPLE, "run.exe": "MZ"})),
        ("broken-file", locked()),
        ("broken-file", wrong_size()),
        ("archive-too-large", archive({f"{n}.csv": PEOPLE for n in range(61)})),
        ("archive-too-large", archive({"people.csv": b"name\n" + b"a" * 20_000_000})),
        ("header-only", archive({"people.csv": "name,town\n", "empty.csv": ""})),
        ("not-a-table", archive({"people.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256))})),
    ],
)
def test_what_hides_in_archives_is_refused(code: str, data: bytes) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables(data, "copy.zip")
    assert refused.value.code == code
    assert refused.value.where.startswith("copy.zip")


def test_a_part_that_comes_twice_is_refused() -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables(twice(), "copy.zip")
    assert refused.value.code == "broken-file"
