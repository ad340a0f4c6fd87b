"""What holds no table is refused by its name, with what to do instead."""

import struct

import pytest

from landscape.formats.discovery import recognise
from landscape.formats.table import FileRefusedError, Limits
from tests.bad_files.unreadable import archive, png
from tests.formats.reading import tables

OPEN_TEXT = "application/vnd.oasis.opendocument.text"
MESSAGE = (
    b"Received: from mail.test\r\n by mx.test\r\nFrom: ann@mill.test\r\nSubject: The list\r\n"
    b"MIME-Version: 1.0\r\n\r\nname,town\r\nMill,Ash\r\n"
)
UCINET_HEADER = b"\x05V6404" + struct.pack("<6hbh2i", 15, 7, 26, 1, 3, 0, 7, 2, 3, 3) + bytes(20)
UCINET_DATA = struct.pack("<9f", 0, 1, 0, 1, 0, 2.5, 0, 1e38, 0)

KINDS = [
    ("a PDF document", b"%PDF-1.7\n" + bytes(200), "Copy the table in it"),
    ("a text document (RTF)", rb"{\rtf1\ansi name;town}", "Copy the table in it"),
    ("a picture", png(), "Choose the table it was made of"),
    ("a picture", b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(40), "Choose the table"),
    ("a picture or a film", b"\x00\x00\x00\x18ftypheic" + bytes(40), "Choose the table"),
    ("a compressed file (.gz)", b"\x1f\x8b\x08\x00" + bytes(40), "Unpack it"),
    ("a compressed archive (.7z)", b"7z\xbc\xaf\x27\x1c" + bytes(40), "Unpack it"),
    ("an archive (.tar)", b"a.csv".ljust(257, b"\0") + b"ustar\x0000" + bytes(300), "Unpack it"),
    ("a database", b"SQLite format 3\x00" + bytes(100), "export the table as CSV"),
    ("an SPSS file (.sav)", b"$FL2@(#) SPSS DATA FILE" + bytes(100), "export the table as CSV"),
    ("a UCINET file (.##h or .##d)", UCINET_HEADER, "In UCINET choose Data, Export, DL"),
    ("a UCINET file (.##h or .##d)", UCINET_DATA, "In UCINET choose Data, Export, DL"),
    ("an e-mail", MESSAGE, "Save what is attached"),
    ("a list of contacts (vCard)", b"BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", "as CSV"),
    ("a Word document (.docx)", archive({"word/document.xml": "<a/>"}), "Copy the table"),
    ("a presentation (.pptx)", archive({"ppt/presentation.xml": "<a/>"}), "Copy the table"),
    ("a binary workbook (.xlsb)", archive({"xl/workbook.bin": "a"}), "Save it as Excel"),
    ("a file of Numbers or Pages", archive({"Index/Document.iwa": "a"}), "Export To"),
    (
        "an XML spreadsheet of 2003",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "save it as Excel workbook",
    ),
    ("XML that begins with <feed>", b"<?xml version='1.0'?><feed><a/></feed>", "Export it as CSV"),
]


@pytest.mark.parametrize(("what", "data", "fix"), KINDS)
def test_what_holds_no_table_is_refused_by_its_name(what: str, data: bytes, fix: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        tables(data, "people.csv")
    assert refused.value.code == "not-a-table"
    assert refused.value.what == f"people.csv: It is {what}, not a table."
    assert fix in refused.value.fix


def test_an_open_document_text_is_told_from_a_spreadsheet() -> None:
    data = archive({"mimetype": OPEN_TEXT, "content.xml": "<a/>"})
    # The first part of such a document is stored as it is; here it is packed, so it is written out.
    data = data[:30] + b"mimetype" + OPEN_TEXT.encode() + data[38:]
    with pytest.raises(FileRefusedError, match=r"a text document \(\.odt\)"):
        tables(data, "people.ods")


@pytest.mark.parametrize(
    "data",
    [
        b"From: To: and others\nMill,Ash\n",
        b"from,to\nAnn,Ben\n",
        b"graph,paper\nAnn,Ben\n",
        b"6404,name\n1,Ann\n",
        b"Received,Message-ID\na,b\n",
        b"MZuri,town\nAnn,Ash\n",
    ],
)
def test_a_table_that_only_looks_alike_is_none_of_these(data: bytes) -> None:
    assert recognise(data).name == "csv"


def test_a_code_book_alone_is_refused_and_beside_a_table_it_is_not() -> None:
    book = b"Variable,Description,Values\nstk_inf,Influence,1-5\nstk_nm,Name,\n"
    with pytest.raises(FileRefusedError) as refused:
        tables(book, "codes.csv")
    assert refused.value.code == "code-book"
    both = archive({"codes.csv": book, "people.csv": "name,town\nAnn,Ash\n"})
    assert [table.sheet for table in tables(both)] == ["codes", "people"]


def test_a_list_with_descriptions_is_no_code_book() -> None:
    (table,) = tables(b"name,description,type\nMill,Grinds,firm\n")
    assert table.columns == ("name", "description", "type")


def test_the_limits_do_not_matter_to_what_is_told_by_its_name() -> None:
    with pytest.raises(FileRefusedError, match="a PDF document"):
        tables(b"%PDF-1.7", "a.pdf", limits=Limits(rows=0))
